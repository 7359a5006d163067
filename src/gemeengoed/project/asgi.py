# SPDX-License-Identifier: EUPL-1.2
"""The ASGI application: pages, API and streams in one server."""

import os
from collections.abc import Callable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeengoed.project.settings")

import django
from django.core.handlers.asgi import ASGIHandler
from django.core.signals import request_started
from django.db import close_old_connections, reset_queries

from gemeengoed.project.body_limit import BodyLimit


class Application(ASGIHandler):
    """Django's handler, which starts a thread for each page, but none for a request of the API.

    A page's sync view runs in that thread. Views of the API are async and have a pool of threads
    for their turns (web/frame/turn_threads.py), so there a thread per request would do nothing.
    """

    async def __call__(
        self, scope: dict[str, Any], receive: Callable[..., Any], send: Callable[..., Any]
    ) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/api/"):
            await self.handle(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


django.setup(set_prefix=False)
# Django has a thread do these at the start of each request, and nothing is left to do: pages close
# their connection (middleware.InLine), turns keep theirs, and queries are not collected.
request_started.disconnect(close_old_connections)
request_started.disconnect(reset_queries)
application = BodyLimit(Application())
