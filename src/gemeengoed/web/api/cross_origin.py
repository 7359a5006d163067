# SPDX-License-Identifier: EUPL-1.2
"""The edge of the API: which web sites may use it (CORS), and what every answer has in common.

The list of web sites is the municipality's (gemeente.yaml, allowed_origins). No cookie is ever used
by the API, so credentials stay off.
"""

from collections.abc import Callable
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.content.queries import edition_of
from gemeengoed.web.api.openapi import API_VERSION
from gemeengoed.web.frame.problems import problem

PREFIX = "/api/v1/"
ALLOW = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Last-Event-ID",
    "Access-Control-Expose-Headers": "API-Version, Retry-After",
    "Access-Control-Max-Age": "600",
}
NOT_FOUND = ("Onbekend adres", "Dit adres bestaat niet in deze API.")
NOT_ALLOWED = ("Kan niet", "Dit kan niet met dit adres. De kop Allow zegt wat wel kan.")
OTHERWISE = ("Verzoek niet goed", "Het verzoek heeft niet de juiste vorm.")


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
        if not request.path.startswith(PREFIX):
            return self.get_response(request)
        if _is_preflight(request):
            return _finished(request, "OPTIONS", HttpResponse(status=204))
        method = _begun(request)
        return _finished(request, method, self.get_response(request))

    async def _later(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith(PREFIX):
            passed: HttpResponseBase = await self.get_response(request)
            return passed
        if _is_preflight(request):
            return _finished(request, "OPTIONS", HttpResponse(status=204))
        method = _begun(request)
        return _finished(request, method, await self.get_response(request))


def _is_preflight(request: HttpRequest) -> bool:
    """A browser asks beforehand whether a web site may send the request that it names."""
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers


def _begun(request: HttpRequest) -> str:
    """The method that was asked for. HEAD is answered as GET; the server leaves the body out."""
    method = request.method or ""
    if method == "HEAD":
        request.method = "GET"
    return method


def _finished(request: HttpRequest, method: str, response: HttpResponseBase) -> HttpResponseBase:
    """The answer with the headers of every answer; always a problem document when refused."""
    response = _in_api_form(method, response)
    response.headers["API-Version"] = API_VERSION
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


def _in_api_form(method: str, response: HttpResponseBase) -> HttpResponseBase:
    """Without pages of the framework (unknown address, wrong method) and without empty types."""
    allow = response.headers.get("Allow", "").replace("GET", "GET, HEAD")
    if method == "OPTIONS" and response.status_code == 405 and allow:
        response = HttpResponse(status=204, headers={"Allow": f"{allow}, OPTIONS"})
    elif response.status_code >= 400 and "text/html" in response.headers.get("Content-Type", ""):
        words = {404: NOT_FOUND, 405: NOT_ALLOWED}.get(response.status_code, OTHERWISE)
        headers = {"Allow": allow} if allow else None
        response = problem(response.status_code, *words, headers=headers)
    elif method == "HEAD" and response.streaming:
        response.close()  # an open stream has no end, and nobody reads it here
        response = HttpResponse(content_type=response.headers["Content-Type"])
    if response.status_code == 204:
        response.headers.pop("Content-Type", None)
    return response


def _allowed(path: str) -> frozenset[str]:
    slug = path.removeprefix(PREFIX).split("/", 1)[0]
    try:
        return frozenset(edition_of(slug).municipality.allowed_origins)
    except UnknownMunicipalityError:
        return frozenset()
