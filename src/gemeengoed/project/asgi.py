# SPDX-License-Identifier: EUPL-1.2
"""The ASGI application: pages, API and streams in one server."""

import os
from collections.abc import Callable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeengoed.project.settings")

import django
from django.core.cache import close_caches
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.base import reset_urlconf
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, reset_queries
from django.urls import set_script_prefix

django.setup(set_prefix=False)
from gemeengoed.project.body_limit import BodyLimit  # noqa: E402 (models)


class Application(ASGIHandler):
    """Django's handler, which starts a thread for each page, but none for a request of the API.

    A page's sync view runs in that thread. Views of the API are async and have a pool of threads
    for their turns (web/frame/turn_threads.py), so there a thread per request would do nothing.
    """

    async def __call__(
        self, scope: dict[str, Any], receive: Callable[..., Any], send: Callable[..., Any]
    ) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await super().__call__(scope, receive, send)
        elif scope["method"] == "POST":
            await self._answer(scope, receive, send)
        else:  # it may be a stream, which ends when nobody listens any more
            await self.handle(scope, receive, send)

    async def _answer(
        self, scope: dict[str, Any], receive: Callable[..., Any], send: Callable[..., Any]
    ) -> None:
        """The parts of Django's ``handle`` for an answer in one piece.

        Without its second task, that watches whether the client goes away (a turn that has begun is
        finished anyway), and without a thread to close the response in: nothing of it blocks.
        """
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        with body:
            set_script_prefix(scope.get("root_path", ""))
            request, refused = self.create_request(scope, body)
            # Of the two one is there.
            response = refused or await self.run_get_response(request)  # type: ignore[arg-type]
            await self.send_response(response, send)
            response.close()


# Django does these at the start of each request and at its end, and nothing is left to do: pages
# close their connection (middleware.InLine), turns keep theirs, queries are not collected, there is
# no cache, and each request begins with the one list of addresses.
request_started.disconnect(close_old_connections)
request_finished.disconnect(close_old_connections)
request_started.disconnect(reset_queries)
request_finished.disconnect(close_caches)
request_finished.disconnect(reset_urlconf)
application = BodyLimit(Application())
