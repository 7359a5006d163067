# SPDX-License-Identifier: EUPL-1.2
"""Which web sites may show the widget of which municipality (CORS), and the API's own headers.

The list is the municipality's (gemeente.yaml, allowed_origins). No cookie is ever used by the
API, so credentials stay off.
"""

from collections.abc import Callable
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.content.queries import edition_of

PREFIX = "/api/v1/"
ALLOW = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Last-Event-ID",
    "Access-Control-Expose-Headers": "API-Version, Retry-After",
    "Access-Control-Max-Age": "600",
}


class CrossOrigin:
    """Middleware around the API only; pages pass by untouched."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        if iscoroutinefunction(self.get_response):
            return self._later(request)
        if request.path.startswith(PREFIX) and request.method == "OPTIONS":
            return self._with_headers(request, HttpResponse(status=204))
        return self._with_headers(request, self.get_response(request))

    async def _later(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(PREFIX) and request.method == "OPTIONS":
            return self._with_headers(request, HttpResponse(status=204))
        return self._with_headers(request, await self.get_response(request))

    def _with_headers(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not request.path.startswith(PREFIX):
            return response
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Cache-Control", "no-store")
        origin = request.headers.get("Origin")
        if origin:
            response.headers["Vary"] = "Origin"
            if origin in _allowed(request.path):
                response.headers["Access-Control-Allow-Origin"] = origin
                for name, value in ALLOW.items():
                    response.headers[name] = value
        return response


def _allowed(path: str) -> frozenset[str]:
    slug = path.removeprefix(PREFIX).split("/", 1)[0]
    try:
        return frozenset(edition_of(slug).municipality.allowed_origins)
    except UnknownMunicipalityError:
        return frozenset()
