# SPDX-License-Identifier: EUPL-1.2
"""One visitor with one browser window, and what they do on the chat page and elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request
from tests.contract.talking import Talk
from tests.contract.talking import begin as begin_talk

DESKTOP = {"width": 1280, "height": 900}
PATIENCE = 100_000  # milliseconds for a page or a change of it, on a busy machine
PHONE = {"width": 390, "height": 844}
BUBBLES = "#gesprek .bubbles > li"


class Visit:
    """faults: what the browser complained about or fetched elsewhere; must be empty at the end."""

    def __init__(self, page: Page, url: str, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.url = url
        self.faults: list[str] = []
        self.refusals_expected = False
        self.also: tuple[str, ...] = ()  # beginnings of addresses that may be asked for too
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        is_refusal = "Failed to load resource" in message.text
        if message.type in ("error", "warning") and not (is_refusal and self.refusals_expected):
            self.faults.append(f"console: {message.text} ({message.location.get('url')})")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.url}/", "data:", *self.also)):
            self.faults.append(f"request to elsewhere: {request.url}")

    def expect_refusals(self) -> None:
        """The browser notes every answer of 400 and above; here they are meant to come."""
        self.refusals_expected = True

    def opens_files(self) -> None:
        """A saved file is opened from the disk."""
        self.also = ("file:",)

    def goes_to(self, other: str) -> None:
        """The way leads by another site, such as that of DigiD, which sends its own pages."""
        self.also = (f"{other}/",)

    def without_line(self) -> None:
        """The pages hear nothing of what is added elsewhere, as in an old browser."""
        self.page.context.add_init_script("delete window.EventSource")

    def go(self, path: str) -> Page:
        self.page.goto(self.url + path)
        return self.page

    def chat(self, gemeente: str) -> Page:
        return self.go(f"/{gemeente}/chat")

    @property
    def messages(self) -> Locator:
        return self.page.locator(BUBBLES)

    @property
    def last(self) -> Locator:
        return self.messages.last

    @property
    def own(self) -> Locator:
        """What the resident said."""
        return self.page.locator(f"{BUBBLES}.bubble-own")

    @property
    def composer(self) -> Locator:
        return self.page.locator("#bericht")

    def come_back_to(self, gemeente: str, *steps: dict[str, str]) -> Talk:
        """Open the chat page in a conversation that is so far already."""
        address = {"X-Forwarded-For": self.origin}
        talk = begin_talk(
            httpx.Client(base_url=self.url, headers=address, timeout=PATIENCE / 1000), gemeente
        )
        for step in steps:
            talk.send(**step)
        cookie = {"name": f"gg_gesprek_{gemeente}", "value": f"{talk.id}.{talk.token}"}
        place = {"domain": "127.0.0.1", "path": f"/{gemeente}/chat"}
        self.page.context.add_cookies([cookie | place])  # type: ignore[list-item]
        self.chat(gemeente)
        return talk

    def another_tab(self) -> "Visit":
        """The same visitor, who has the same page open twice."""
        return Visit(self.page.context.new_page(), self.url, self.origin)

    def ask(self, text: str) -> Locator:
        """Type where there is a place to type and send; gives the newest message."""
        if not self.composer.count():
            return self.answer(text)
        self.composer.fill(text)
        return self._after(self.page.get_by_role("button", name="Versturen", exact=True))

    def answer(self, text: str) -> Locator:
        """Type in the field of the open question and send; gives the newest message."""
        field = self.last.get_by_role("textbox")
        field.fill(text)
        return self._after(self.last.get_by_role("button", name="Verder", exact=True))

    def press(self, name: str) -> Locator:
        """Press the newest button of this name; gives the newest message."""
        return self._after(self.page.get_by_role("button", name=name, exact=True).last)

    def _after(self, button: Locator) -> Locator:
        self.page.bring_to_front()  # a tab in the background hardly watches
        before = self.last.get_attribute("id") or ""
        button.click()
        # Watched in the page itself: quicker than asking again and again from here.
        self.page.locator(f"{BUBBLES}:last-child:not(#{before})").wait_for(state="attached")
        # Without JavaScript it is a new page, which may not be there to its end.
        self.page.wait_for_load_state("domcontentloaded")
        return self.last

    def report_lamp(self, address: str) -> Locator:
        """From the first question of the report to its summary."""
        self.press("De lamp brandt niet")
        self.answer(address)
        self.press("Eén lamp")
        return self.skip_what_may_be_skipped()

    def skip_what_may_be_skipped(self) -> Locator:
        while self.last.get_by_role("button", name="Overslaan", exact=True).count():
            self.press("Overslaan")
        return self.last

    def line(self, label: str) -> Locator:
        """The line of the newest summary or receipt with this label."""
        lines = self.page.locator("dl.lines").last.locator("div")
        return lines.filter(has=self.page.locator("dt", has_text=label))


@contextmanager
def visiting(browser: Browser, url: str, origin: str, **options: Any) -> Iterator[Visit]:
    """A visitor from this address; afterwards it must have gone without a fault.

    Nothing glides unless a test asks for ``reduced_motion="no-preference"``: each click would wait
    until the page lies still.
    """
    context = browser.new_context(
        locale="nl-NL",
        extra_http_headers={"X-Forwarded-For": origin},
        **{"viewport": DESKTOP, "reduced_motion": "reduce", **options},
    )
    context.set_default_timeout(PATIENCE)
    try:
        visit = Visit(context.new_page(), url, origin)
        yield visit
        assert not visit.faults, visit.faults
    finally:
        context.close()
