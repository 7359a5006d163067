# SPDX-License-Identifier: EUPL-1.2
import asyncio
from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.test import RequestFactory

from gemeengoed.web.api.cross_origin import CrossOrigin

OWN_SITE = "https://www.waterdam.example"
PATH = "/api/v1/waterdam/conversations"

Ask = Callable[[HttpRequest, HttpResponseBase], HttpResponseBase]


def ask_sync(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    response: HttpResponseBase = CrossOrigin(lambda _: answer)(request)
    return response


def ask_async(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    async def view(_: HttpRequest) -> HttpResponseBase:
        return answer

    async def asked() -> HttpResponseBase:
        response: HttpResponseBase = await CrossOrigin(view)(request)
        return response

    return asyncio.run(asked())


@pytest.fixture(params=[ask_sync, ask_async], ids=["sync", "async"])
def ask(request: pytest.FixtureRequest, published: None) -> Ask:
    found: Ask = request.param
    return found


def test_pages_pass_by_untouched(ask: Ask) -> None:
    page = HttpResponse("een pagina", status=404)
    response = ask(RequestFactory().get("/waterdam/", headers={"Origin": OWN_SITE}), page)
    assert response is page
    assert "API-Version" not in response.headers
    assert "Access-Control-Allow-Origin" not in response.headers


def test_a_preflight_is_answered_without_asking_the_view(ask: Ask) -> None:
    headers = {"Origin": OWN_SITE, "Access-Control-Request-Method": "POST"}
    response = ask(RequestFactory().options(PATH, headers=headers), HttpResponse(status=500))
    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Origin"] == OWN_SITE


@pytest.mark.parametrize("origin", ["https://evil.example", "null", OWN_SITE.upper()])
def test_a_site_that_is_not_on_the_list_gets_no_leave(ask: Ask, origin: str) -> None:
    response = ask(RequestFactory().get(PATH, headers={"Origin": origin}), HttpResponse("{}"))
    assert "Access-Control-Allow-Origin" not in response.headers
    assert response.headers["Vary"] == "Origin"


def test_an_unknown_municipality_has_no_list(ask: Ask) -> None:
    request = RequestFactory().get("/api/v1/nergens", headers={"Origin": OWN_SITE})
    assert "Access-Control-Allow-Origin" not in ask(request, HttpResponse("{}")).headers


@pytest.mark.parametrize("status", [400, 404, 405, 500])
def test_a_page_of_the_framework_becomes_a_problem_document(ask: Ask, status: int) -> None:
    response = ask(RequestFactory().get(PATH), HttpResponse("<h1>Not Found</h1>", status=status))
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.status_code == status


@pytest.mark.django_db  # closing a response looks whether a connection of an earlier test is there
def test_head_reaches_the_view_as_get_and_does_not_wait_for_a_stream(ask: Ask) -> None:
    request = RequestFactory().head(PATH)
    endless = StreamingHttpResponse(iter(lambda: b"x", b""), content_type="text/event-stream")
    response = ask(request, endless)
    assert request.method == "GET"
    assert not response.streaming
    assert response.headers["Content-Type"] == "text/event-stream"
