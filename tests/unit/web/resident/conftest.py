# SPDX-License-Identifier: EUPL-1.2
"""A browser of a resident, without JavaScript: it fills in the forms that the page shows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from django.http import HttpResponse
from django.test import Client

from gemeengoed.terms.clock import Clock

TUESDAY = datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))


class Page(HTMLParser):
    """What the tests want to know of a page: hidden fields, buttons, fields, the text."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.status = response.status_code
        self.html = response.content.decode()
        self.forms: list[dict[str, str]] = []
        self.buttons: dict[tuple[str, str], dict[str, str]] = {}  # (name, value) -> its form
        self.fields: dict[str, dict[str, str]] = {}
        self.words: list[str] = []
        self.feed(self.html)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        elif tag in ("input", "textarea") and self.forms:
            if given.get("type") == "hidden":
                self.forms[-1][given["name"]] = given["value"]
            else:
                self.fields[given["name"]] = {**given, "key": self.forms[-1].get("key", "")}
        elif tag == "button" and "name" in given:
            self.buttons[given["name"], given["value"]] = self.forms[-1]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@dataclass
class Browser:
    """One browser with the municipality open; every act follows the redirect, as browsers do."""

    client: Client
    slug: str
    page: Page

    @property
    def chat(self) -> str:
        return f"/{self.slug}/chat"

    def look(self, address: str | None = None) -> Page:
        self.page = Page(self.client.get(address or self.chat))
        return self.page

    def send(self, key: str | None = None, **values: str) -> Page:
        """Send values with the key of the form; that of the text field when none is given."""
        field = self.page.fields.get("text") or self.page.fields["day"]
        data = {
            "csrfmiddlewaretoken": self.client.cookies["csrftoken"].value,
            "key": key or field["key"],
            **values,
        }
        self.page = Page(self.client.post(self.chat, data, follow=True))
        return self.page

    def press(self, name: str, value: str) -> Page:
        """Press a button that is on the page."""
        form = self.page.buttons[name, value]
        return self.send(key=form["key"], **{name: value})


@pytest.fixture(autouse=True)
def business_time(settings) -> None:
    settings.CLOCK = Clock(lambda: TUESDAY)


@pytest.fixture
def browse(demo_municipalities: None) -> Callable[..., Browser]:
    def opened(slug: str = "waterdam") -> Browser:
        client = Client(enforce_csrf_checks=True)
        return Browser(client, slug, Page(client.get(f"/{slug}/chat")))

    return opened
