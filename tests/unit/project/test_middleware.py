# SPDX-License-Identifier: EUPL-1.2
"""Pages are guarded, in the sync chain of tests and in the async one of the server."""

import pytest
from asgiref.sync import async_to_sync
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from gemeengoed.project.middleware import csrf

requests = RequestFactory(enforce_csrf_checks=True)


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("page")


async def page_async(request: HttpRequest) -> HttpResponse:
    return HttpResponse("page")


def refused_in(chain: str, request: HttpRequest) -> HttpResponse | None:
    if chain == "sync":
        middleware = csrf(page)
        middleware(request)
        return middleware.process_view(request, page, (), {})
    middleware = csrf(page_async)
    async_to_sync(middleware)(request)
    return async_to_sync(middleware.process_view)(request, page, (), {})


@pytest.mark.parametrize("chain", ["sync", "async"])
class TestCsrf:
    def test_a_form_without_its_token_is_refused(self, chain):
        assert refused_in(chain, requests.post("/waterdam/werk")).status_code == 403

    def test_reading_a_page_needs_no_token(self, chain):
        assert refused_in(chain, requests.get("/waterdam/werk")) is None

    def test_the_api_has_no_cookie_and_needs_no_token(self, chain):
        assert refused_in(chain, requests.post("/api/v1/waterdam/conversations")) is None
