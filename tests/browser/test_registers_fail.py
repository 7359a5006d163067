# SPDX-License-Identifier: EUPL-1.2
"""Outside systems that are down, with the pages and the worker as they run: nothing is lost."""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Begin
from tests.browser.console import command
from tests.browser.morning import WAIT_SECONDS, Worker
from tests.browser.serving import Server
from tests.browser.test_moving import behaves, lives_alone, logs_in, types
from tests.browser.visiting import Visit
from tests.contract.identity import Identity

pytestmark = pytest.mark.timeout(1500)  # a worker that waits for its next try
IN_SYSTEM = "Opgenomen in het systeem van de gemeente"


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mailbox")


@pytest.fixture(scope="module")
def delivering(
    server: Server, environment: dict[str, str], mailbox: Path
) -> Iterator[dict[str, str]]:
    """A worker delivers; the environment for commands beside it. Afterwards all answers again."""
    worker = Worker({**environment, "GEMEENGOED_MAILBOX": str(mailbox)})
    yield environment
    worker.kill()
    for system in ("zaken", "berichten", "adressen"):
        behaves(environment, system, "normal")


def moved(visit: Visit, email: str) -> str:
    """From the line to the receipt; the number on it."""
    page = visit.go("/waterdam/chat")
    types(page, "ik verhuis 1 december naar lindelaan 33, alleen ik")
    logs_in(page, lives_alone("waterdam"))
    visit.press("Overslaan")
    visit.answer(email)
    visit.press("Ja, versturen")
    return number_on(page, "verhuizing is doorgegeven")


def number_on(page: Page, words: str) -> str:
    expect(page.get_by_text(words)).to_be_visible()
    found = re.search(r"WT-\d{4}-\d{4}", page.locator(".bubble-receipt").last.inner_text())
    assert found is not None
    return found[0]


def not_delivered(environment: Mapping[str, str]) -> str:
    """What staff reads of what could not be delivered."""
    # It ends with 1 when there is something.
    return command(environment, "outbox", "--gemeente", "waterdam", codes=(0, 1))


def until(holds: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.5)


def mails(mailbox: Path, number: str) -> list[str]:
    """The addresses to which something about this number went."""
    found = []
    for path in mailbox.rglob("*.eml"):
        mail = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
        if number in str(mail.get_body()):
            found.append(str(mail["To"]))
    return found


def test_a_zaakregister_that_is_down_is_caught_up_with_and_the_resident_sees_it(
    begin: Begin, identity: Identity, delivering: dict[str, str]
) -> None:
    behaves(delivering, "zaken", "down")
    with begin() as visit:
        visit.goes_to(identity.issuer)
        number = moved(visit, "jo@example.nl")  # the receipt waits for no register
        until(lambda: number in not_delivered(delivering), "staff does not see what waits")
        main = visit.go(f"/waterdam/mijn/{number}").get_by_role("main")
        expect(main).to_contain_text("Het team burgerzaken verwerkt het, uiterlijk op")
        expect(main).not_to_contain_text(IN_SYSTEM)
        behaves(delivering, "zaken", "normal")
        until(
            lambda: IN_SYSTEM in visit.go(f"/waterdam/mijn/{number}").inner_text("main"), IN_SYSTEM
        )
        assert number not in not_delivered(delivering)


def test_a_mail_that_cannot_go_out_goes_out_later_and_once(
    begin: Begin, identity: Identity, delivering: dict[str, str], mailbox: Path
) -> None:
    behaves(delivering, "berichten", "down")
    with begin() as visit:
        visit.goes_to(identity.issuer)
        number = moved(visit, "kim@example.nl")
        until(lambda: number in not_delivered(delivering), "staff does not see what waits")
        assert mails(mailbox, number) == []
        behaves(delivering, "berichten", "normal")
        until(lambda: number not in not_delivered(delivering), "it is never delivered")
        assert mails(mailbox, number) == ["kim@example.nl"]


def test_with_an_address_register_that_is_down_an_address_can_be_given_and_a_person_looks(
    begin: Begin, identity: Identity, delivering: dict[str, str]
) -> None:
    behaves(delivering, "adressen", "down")
    try:
        with begin() as visit:
            visit.goes_to(identity.issuer)
            page = visit.go("/waterdam/chat")
            types(page, "ik verhuis 1 december naar lindelaan 33, alleen ik")
            expect(page.get_by_text("De lijst met adressen doet het nu niet.")).to_be_visible()
            expect(visit.last).to_contain_text("Ligt dit adres in Waterdam?")
            visit.press("Ja, in deze gemeente")
            logs_in(page, lives_alone("waterdam"))
            visit.skip_what_may_be_skipped()
            visit.press("Ja, versturen")
            number = number_on(page, "verhuizing is aangenomen")
            main = visit.go(f"/waterdam/mijn/{number}").get_by_role("main")
            expect(main).to_contain_text("indelaan 33")
    finally:
        behaves(delivering, "adressen", "normal")
