# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the workbench."""

from django.urls import path

from gemeengoed.web.workbench import log_in, taken

app_name = "workbench"

urlpatterns = [
    path("<slug:gemeente>/werk", taken.overview, name="taken"),
    path("<slug:gemeente>/werk/inloggen", log_in.log_in, name="log-in"),
    path("<slug:gemeente>/werk/uitloggen", log_in.log_out, name="log-out"),
    path("<slug:gemeente>/werk/taken/<uuid:id>", taken.one, name="taak"),
    path("<slug:gemeente>/werk/taken/<uuid:id>/afhandelen", taken.finish_one, name="finish"),
]
