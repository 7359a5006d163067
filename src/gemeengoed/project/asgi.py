# SPDX-License-Identifier: EUPL-1.2
"""The ASGI application: pages, API and streams in one server."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeengoed.project.settings")

from django.core.asgi import get_asgi_application

application = get_asgi_application()
