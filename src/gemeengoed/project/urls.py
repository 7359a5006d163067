# SPDX-License-Identifier: EUPL-1.2
"""All addresses. Each door has its own list; this page only puts them together."""

from django.urls import include, path

from gemeengoed.project.health import healthy
from gemeengoed.web.api.api import api

urlpatterns = [
    path("gezond", healthy, name="healthy"),
    path("api/v1/", api.urls),
    path("", include("gemeengoed.web.workbench.urls")),
    path("", include("gemeengoed.web.resident.urls")),
]
