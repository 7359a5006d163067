# SPDX-License-Identifier: EUPL-1.2
"""Django's own middleware, for pages only.

Under ASGI each of Django's middlewares costs a hop to another thread and back for every request.
The API uses none of them (bearer token, no cookie, no template), so requests below ``/api/`` pass
by. What API answers need of headers is set in web/api.
"""

import asyncio
from collections.abc import Callable
from inspect import isawaitable
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.common import CommonMiddleware
from django.middleware.csrf import CsrfViewMiddleware
from whitenoise.middleware import WhiteNoiseMiddleware

Handler = Callable[[HttpRequest], Any]

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'"
)


def pages_only(middleware: Callable[[Handler], Any]) -> Callable[[Handler], Handler]:
    """The same middleware, passed by for the API; works in the async chain and in the sync one."""

    def factory(get_response: Handler) -> Handler:
        wrapped = middleware(get_response)
        if not iscoroutinefunction(get_response):

            def for_sync(request: HttpRequest) -> HttpResponseBase:
                handler = get_response if request.path.startswith("/api/") else wrapped
                response: HttpResponseBase = handler(request)
                return response

            return _with_view_check(for_sync, wrapped, is_async=False)

        async def for_async(request: HttpRequest) -> HttpResponseBase:
            handler = get_response if request.path.startswith("/api/") else wrapped
            response = handler(request)
            # Of its own accord whitenoise answers at once, also in the async chain.
            answer: HttpResponseBase = await response if isawaitable(response) else response
            return answer

        markcoroutinefunction(for_async)
        return _with_view_check(for_async, wrapped, is_async=True)

    factory.async_capable = True  # type: ignore[attr-defined]
    factory.sync_capable = True  # type: ignore[attr-defined]
    return factory


def _with_view_check(passing: Handler, wrapped: Any, *, is_async: bool) -> Handler:
    """Hand on ``process_view``, in which the CSRF check is done: Django asks the outermost for it.

    In the async chain it is a coroutine, so that the API pays no thread for passing by.
    """
    check = getattr(wrapped, "process_view", None)
    if check is None:
        return passing

    def process_view(request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        if request.path.startswith("/api/"):
            return None
        refused: HttpResponseBase | None = check(request, *view)
        return refused

    async def process_view_async(request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        if request.path.startswith("/api/"):
            return None
        refused: HttpResponseBase | None = await sync_to_async(check)(request, *view)
        return refused

    passing.process_view = process_view_async if is_async else process_view  # type: ignore[attr-defined]
    return passing


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]
    """Files in one piece: they are small, and Django cannot stream a file under ASGI."""

    @staticmethod
    def serve(static_file: Any, request: HttpRequest) -> HttpResponseBase:
        streamed = WhiteNoiseMiddleware.serve(static_file, request)
        whole = HttpResponse(b"".join(streamed), status=streamed.status_code)
        whole.headers = streamed.headers
        return whole


class SecurityHeaders:
    """Headers of every page: our own content only, no framing, no sniffing, no referrer outside."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        if iscoroutinefunction(self.get_response):
            return self.later(request)
        return self.secured(self.get_response(request))

    async def later(self, request: HttpRequest) -> HttpResponseBase:
        return self.secured(await self.get_response(request))

    @staticmethod
    def secured(response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return response


class InLine:
    """At most so many pages at the same time; the others wait in line.

    Each page in work has a thread and a database connection. Without this a rush of visitors
    would use up all connections that PostgreSQL gives, also those of the worker and of the API.
    """

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self.places = asyncio.Semaphore(settings.PAGES_AT_ONCE)
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        if iscoroutinefunction(self.get_response):
            return self.later(request)
        return self.get_response(request)

    async def later(self, request: HttpRequest) -> HttpResponseBase:
        async with self.places:
            try:
                response: HttpResponseBase = await self.get_response(request)
            finally:
                # Now, not when the last byte is sent: a slow reader must not hold a connection.
                await sync_to_async(_close_connection)()
            return response


def _close_connection() -> None:
    """That of the thread in which this runs."""
    connection.close()


security_headers = pages_only(SecurityHeaders)
static_files = pages_only(StaticFiles)
in_line = pages_only(InLine)
sessions = pages_only(SessionMiddleware)
common = pages_only(CommonMiddleware)
csrf = pages_only(CsrfViewMiddleware)
authentication = pages_only(AuthenticationMiddleware)
messages = pages_only(MessageMiddleware)
