# SPDX-License-Identifier: EUPL-1.2
"""When it goes wrong a visitor reads a sentence in Dutch, and nothing of our insides."""

import pytest
from django.http import HttpResponse
from django.test import Client

from gemeengoed.web.resident import pages

pytestmark = pytest.mark.usefixtures("demo_municipalities")


def must_be_a_page(answer: HttpResponse, status: int) -> str:
    text = answer.content.decode()
    assert answer.status_code == status
    assert '<html lang="nl">' in text
    assert text.count("<h1") == 1
    assert "Traceback" not in text
    return text


def test_an_address_that_leads_nowhere() -> None:
    for address in ("/nergens/", "/waterdam/nergens", "/water%00dam/", "/waterdam/chat/verder/"):
        assert "bestaat niet" in must_be_a_page(Client().get(address), 404)


def test_a_message_of_a_size_that_nobody_types() -> None:
    answer = Client().post("/waterdam/chat", {"text": "x" * 300_000})
    assert "korter" in must_be_a_page(answer, 400)


def test_a_form_without_its_token() -> None:
    answer = Client(enforce_csrf_checks=True).post("/waterdam/chat", {"text": "hallo"})
    assert "niet verstuurd" in must_be_a_page(answer, 403)


def test_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("Jan de Vries")

    monkeypatch.setattr(pages, "cards_of", broken)
    answer = Client(raise_request_exception=False).get("/waterdam/")
    assert "Vries" not in must_be_a_page(answer, 500)
