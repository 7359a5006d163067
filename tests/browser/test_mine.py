# SPDX-License-Identifier: EUPL-1.2
""" "Mijn zaken" as a person uses it, the end of a log-in, and log-ins that cross each other."""

import re
from collections.abc import Callable

import psycopg
import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Begin
from tests.browser.test_accessibility import TOO_WIDE, axe_violations
from tests.browser.test_logging_in import PICTURES, PIETER, choose
from tests.browser.test_moving import lives_alone, logs_in, to_the_receipt, types
from tests.browser.visiting import DESKTOP, PHONE, Visit
from tests.contract.identity import Identity

MOVE = "ik verhuis 1 december naar lindelaan 33, alleen ik"
WARNED = "U wordt over minder dan 3 minuten uitgelogd."


def moved(visit: Visit, person: str = "") -> str:
    """From the line to the receipt; the number on it."""
    page = visit.go("/waterdam/chat")
    types(page, MOVE)
    logs_in(page, person or lives_alone("waterdam"))
    to_the_receipt(page)
    receipt = page.locator(".bubble-receipt").last.inner_text()
    found = re.search(r"WT-\d{4}-\d{4}", receipt)
    assert found is not None, receipt
    return found[0]


def to_the_question(visit: Visit, person: str = "") -> Page:
    """Logged in, half-way a move, with something still to answer."""
    page = visit.go("/waterdam/chat")
    types(page, MOVE)
    logs_in(page, person or lives_alone("waterdam"))
    return page


def look(visit: Visit, name: str) -> None:
    """Clean for axe on both screens, and no wider than the smallest."""
    page = visit.page
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/{name} {size['width']}.png", full_page=True)
        assert axe_violations(page) == [], name
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.evaluate(TOO_WIDE)
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]


def submissions(database: str) -> int:
    with psycopg.connect(database) as connection:
        row = connection.execute("SELECT count(*) FROM submissions_submission").fetchone()
    assert row is not None
    return int(row[0])


@pytest.fixture
def end_log_ins(prepared_database: str) -> Callable[[], None]:
    """As if nobody had done anything for a quarter of an hour."""

    def ended() -> None:
        with psycopg.connect(prepared_database, autocommit=True) as connection:
            connection.execute(
                "UPDATE access_residentsession SET used_at = used_at - interval '15 minutes'"
            )

    return ended


def test_a_move_is_followed_and_taken_back(begin: Begin, identity: Identity) -> None:
    with begin(bypass_csp=True) as visit:
        visit.goes_to(identity.issuer)
        number = moved(visit)
        page = visit.page
        receipt = page.locator(".bubble-receipt").last
        expect(receipt).to_contain_text("Ontvangen op maandag 23 november 2026 om 3.")
        expect(receipt).to_contain_text("Lindelaan 33")
        expect(receipt).to_contain_text("088 000 01 00")
        look(visit, "receipt")
        receipt.get_by_role("link", name="Mijn zaken").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Mijn zaken")
        look(visit, "mine with a move")
        page.get_by_role("link", name=re.compile(f"Verhuizing.*{number}")).click()
        main = page.get_by_role("main")
        expect(main).to_contain_text("Het team burgerzaken verwerkt het, uiterlijk op")
        expect(main).to_contain_text("Lindelaan 33")
        look(visit, "matter")
        page.get_by_role("link", name="Intrekken").click()
        look(visit, "take back")
        page.get_by_role("button", name="Ja, intrekken").click()
        expect(main).to_contain_text("Wij doen er niets meer mee.")
        look(visit, "matter taken back")
        visit.expect_refusals()
        visit.go(f"/waterdam/mijn/{number}/intrekken")
        expect(page.get_by_role("heading", level=1)).to_have_text("Intrekken kan niet meer")
        look(visit, "taken back already")


def test_a_call_that_is_no_longer_needed_is_taken_back_with_the_reason(
    begin: Begin, identity: Identity, prepared_database: str
) -> None:
    with begin(bypass_csp=True) as visit:
        visit.goes_to(identity.issuer)
        page = visit.chat("waterdam")
        visit.ask("ik wil teruggebeld worden")
        visit.answer("06 12 34 56 78")
        visit.answer("mijn vergunning is niet verlengd")
        visit.press("In de ochtend")
        visit.skip_what_may_be_skipped()
        receipt = visit.press("Ja, versturen").inner_text()
        found = re.search(r"WT-\d{4}-\d{4}", receipt)
        assert found is not None, receipt
        types(page, MOVE)
        logs_in(page, lives_alone("waterdam"))  # who it is, is known from here on
        visit.go("/waterdam/mijn")
        page.get_by_role("link", name=re.compile(found[0])).click()
        look(visit, "call")
        page.get_by_role("link", name="Intrekken").click()
        look(visit, "call, no longer needed")
        page.get_by_label(re.compile("Waarom is het niet meer nodig")).fill("Het is al geregeld")
        page.get_by_role("button", name="Ja, intrekken").click()
        main = page.get_by_role("main")
        expect(main).to_contain_text("Ingetrokken")
        look(visit, "call, taken back")
        assert told_to_the_colleague(prepared_database, found[0]) == "Het is al geregeld"


def told_to_the_colleague(database: str, number: str) -> str:
    with psycopg.connect(database) as connection:
        row = connection.execute(
            "SELECT note FROM casework_internetaak WHERE reference = %s", [number]
        ).fetchone()
    assert row is not None
    return str(row[0])


def test_all_of_it_works_without_javascript(begin: Begin, identity: Identity) -> None:
    with begin(java_script_enabled=False) as visit:
        visit.goes_to(identity.issuer)
        number = moved_without_javascript(visit)
        page = visit.go("/waterdam/mijn")
        expect(page.get_by_text("vanzelf uitgelogd")).to_be_visible()
        page.get_by_role("link", name=re.compile(number)).click()
        page.get_by_role("link", name="Intrekken").click()
        page.get_by_role("button", name="Ja, intrekken").click()
        expect(page.get_by_role("main")).to_contain_text("Wij doen er niets meer mee.")


def moved_without_javascript(visit: Visit) -> str:
    page = visit.go("/waterdam/chat")
    page.locator("textarea").last.fill(MOVE)
    page.get_by_role("button", name="Versturen").click()
    logs_in(page, lives_alone("waterdam"))
    to_the_receipt(page)
    found = re.search(r"WT-\d{4}-\d{4}", page.locator(".bubble-receipt").last.inner_text())
    assert found is not None
    return found[0]


def test_the_pages_with_a_code_are_clean_and_say_what_to_do(begin: Begin) -> None:
    with begin(bypass_csp=True) as visit:
        page = visit.go("/waterdam/mijn-zaken")
        look(visit, "follow")
        visit.expect_refusals()
        page.get_by_label("Ontvangstnummer").fill("WT-1234-5678")
        page.get_by_role("button", name="Stuur een code").click()
        expect(page.get_by_role("alert")).to_contain_text("Dat nummer kan niet kloppen")
        look(visit, "follow, wrong number")
        page.get_by_label("Ontvangstnummer").fill("wt 12345671")
        page.get_by_role("button", name="Stuur een code").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Vul de code in")
        look(visit, "code")
        page.get_by_label("Code van 6 cijfers").fill("12 34 56")
        page.get_by_role("button", name="Verder").click()
        expect(page.get_by_role("alert")).to_contain_text("nog 4 keer")
        look(visit, "code, wrong")


def test_the_end_is_told_beforehand_and_put_off_without_losing_what_is_typed(
    begin: Begin, identity: Identity
) -> None:
    with begin(bypass_csp=True) as visit:
        visit.goes_to(identity.issuer)
        page = to_the_question(visit)
        page.clock.install()
        visit.go("/waterdam/chat")
        field = page.locator("textarea, input[type=text], input[type=tel]").last
        field.fill("ik was hier")
        expect(page.get_by_text(WARNED)).to_have_count(0)
        page.clock.fast_forward("12:30")
        expect(page.get_by_role("alert").filter(has_text=WARNED)).to_be_visible()
        expect(field).to_be_focused()
        look(visit, "ending")
        page.get_by_role("button", name="Blijf ingelogd").click()
        expect(page.get_by_text("U blijft ingelogd.")).to_be_attached()
        expect(page.get_by_role("button", name="Blijf ingelogd")).to_have_count(0)
        expect(field).to_have_value("ik was hier")
        expect(field).to_be_focused()


def test_what_is_typed_when_it_ends_is_there_again_after_logging_in(
    begin: Begin, identity: Identity, end_log_ins: Callable[[], None]
) -> None:
    with begin(bypass_csp=True) as visit:
        visit.goes_to(identity.issuer)
        person = lives_alone("waterdam")
        page = to_the_question(visit, person)
        page.clock.install()
        visit.go("/waterdam/chat")
        page.locator("textarea, input[type=text], input[type=tel]").last.fill("mijn lange verhaal")
        visit.expect_refusals()
        end_log_ins()
        page.clock.fast_forward("15:05")
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Log opnieuw in om verder te gaan"
        )
        expect(page.get_by_text("Wat u had getypt, staat er nog")).to_be_visible()
        expect(page.get_by_text("mijn lange verhaal")).to_have_count(0)
        look(visit, "shut, with what was typed")
        page.get_by_role("link", name="Inloggen met DigiD").click()
        page.get_by_role("link", name="Inloggen met DigiD").click()
        choose(page, person)
        page.wait_for_url("**/waterdam/chat")
        page.wait_for_function(
            "typed => [...document.querySelectorAll('[data-talk] :is(textarea, input)')]"
            ".some((field) => field.value === typed)",
            arg="mijn lange verhaal",
        )


def test_on_mijn_zaken_nothing_stays_on_the_screen_when_it_ends(
    begin: Begin, identity: Identity, end_log_ins: Callable[[], None]
) -> None:
    with begin() as visit:
        visit.goes_to(identity.issuer)
        page = visit.go("/waterdam/inloggen")
        page.get_by_role("link", name="Inloggen met DigiD").click()
        choose(page, PIETER)
        expect(page.get_by_text(PIETER)).to_be_visible()
        page.clock.install()
        page.reload()
        end_log_ins()
        page.clock.fast_forward("15:05")
        expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")
        expect(page.get_by_text(PIETER)).to_have_count(0)


def test_somebody_else_who_logs_in_half_way_sees_and_sends_nothing_of_the_first(
    begin: Begin, identity: Identity, prepared_database: str
) -> None:
    with begin() as visit:
        visit.goes_to(identity.issuer)
        page = to_the_question(visit)
        before = submissions(prepared_database)
        other = visit.another_tab()
        other.goes_to(identity.issuer)
        other.go("/waterdam/inloggen")
        other.page.get_by_role("link", name="Inloggen met DigiD").click()
        choose(other.page, PIETER)
        expect(other.page.get_by_text(PIETER)).to_be_visible()
        expect(other.page.get_by_role("main")).not_to_contain_text("Lindelaan")
        visit.expect_refusals()
        other.expect_refusals()
        button = page.get_by_role("main").get_by_role("button")
        button.filter(has_text=re.compile("Overslaan|Zij vertrekken|Ja, versturen")).last.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Log opnieuw in om verder te gaan"
        )
        page.get_by_role("link", name="Inloggen met DigiD").click()
        page.wait_for_url("**/waterdam/chat")
        expect(page.get_by_text("lindelaan")).to_have_count(0)  # a conversation of their own
        assert submissions(prepared_database) == before


def test_sent_in_two_windows_it_is_handed_in_once(
    begin: Begin, identity: Identity, prepared_database: str
) -> None:
    with begin() as visit:
        visit.goes_to(identity.issuer)
        page = to_the_question(visit)
        before = submissions(prepared_database)
        confirm = page.get_by_role("button", name="Ja, versturen")
        skip = page.get_by_role("button", name="Overslaan")
        while not confirm.count():
            own = page.locator(".bubble-own").count()
            skip.last.click()
            expect(page.locator(".bubble-own")).to_have_count(own + 1)
        other = visit.another_tab()
        other.without_line()
        other.chat("waterdam")
        confirm.click()
        expect(page.locator(".bubble-receipt")).to_have_count(1)
        if other.page.get_by_role("button", name="Ja, versturen").count():
            other.page.get_by_role("button", name="Ja, versturen").click()
        expect(other.page.locator(".bubble-receipt")).to_have_count(1)
        assert submissions(prepared_database) == before + 1


def test_back_after_sending_and_sending_again_hands_in_nothing_more(
    begin: Begin, identity: Identity, prepared_database: str
) -> None:
    with begin(java_script_enabled=False) as visit:
        visit.goes_to(identity.issuer)
        before = submissions(prepared_database)
        number = moved_without_javascript(visit)
        page = visit.page
        page.go_back()
        again = page.get_by_role("button", name="Ja, versturen")
        if again.count():
            again.click()
        visit.chat("waterdam")
        expect(page.locator(".bubble-receipt")).to_have_count(1)
        expect(page.locator(".bubble-receipt")).to_contain_text(number)
        assert submissions(prepared_database) == before + 1


def test_the_same_link_opens_on_one_other_device_only_and_none_after_logging_in(
    begin: Begin, identity: Identity
) -> None:
    with begin() as visit, begin() as phone, begin() as stranger:
        visit.goes_to(identity.issuer)
        page = visit.go("/waterdam/chat")
        types(page, MOVE)
        expect(page.get_by_role("link", name="Inloggen met DigiD")).to_be_visible()
        page.get_by_role("button", name="Verder op een ander apparaat").click()
        link = page.locator(".bubble a[href*='/chat/verder/']").last
        expect(link).to_be_visible()
        address = str(link.get_attribute("href")).removeprefix(visit.url)
        phone.go(address).get_by_role("button", name="Ga verder").click()
        expect(phone.page.get_by_text("lindelaan 33").first).to_be_visible()
        stranger.expect_refusals()
        stranger.go(address).get_by_role("button", name="Ga verder").click()
        expect(stranger.page.get_by_role("heading", level=1)).to_have_text(
            "Deze link werkt niet meer"
        )
        phone.expect_refusals()
        page.get_by_role("link", name="Inloggen met DigiD").last.click()
        page.get_by_role("link", name="Inloggen met DigiD").click()
        choose(page, lives_alone("waterdam"))
        expect(page.get_by_text("ingelogd. We gaan verder")).to_be_visible()
        phone.chat("waterdam")
        expect(phone.page.get_by_role("heading", level=1)).to_have_text(
            "Het gesprek gaat ergens anders verder"
        )
        expect(phone.page.get_by_text("lindelaan")).to_have_count(0)


def test_from_the_widget_one_logs_in_on_our_own_pages_and_the_widget_keeps_nothing(
    begin: Begin, identity: Identity
) -> None:
    with begin(bypass_csp=True) as visit:
        visit.goes_to(identity.issuer)
        page = visit.go("/waterdam/")
        chat = page.locator("gemeengoed-chat")
        chat.get_by_role("button", name="Stel uw vraag").click()
        chat.get_by_role("textbox").fill(MOVE)
        chat.get_by_role("textbox").press("Enter")
        log_in = chat.get_by_role("button", name="Inloggen met DigiD (nieuw venster)")
        expect(log_in).to_be_visible()
        look(visit, "widget, log in")
        with visit.page.context.expect_page() as opened:
            log_in.click()
        window = opened.value
        window.get_by_role("link", name="Inloggen met DigiD").click()
        choose(window, lives_alone("waterdam"))
        expect(window.get_by_text("ingelogd. We gaan verder")).to_be_visible()
        expect(window.get_by_text("lindelaan 33").first).to_be_visible()
        visit.expect_refusals()
        page.bring_to_front()
        expect(chat.get_by_text("U bent ingelogd")).to_be_visible()
        expect(chat.get_by_text("lindelaan")).to_have_count(0)
        look(visit, "widget, moved")
        onward = chat.get_by_role("link", name=re.compile("Verder met het gesprek"))
        assert str(onward.get_attribute("href")).endswith("/waterdam/chat")
        page.reload()
        chat.get_by_role("button", name="Stel uw vraag").click()
        expect(chat.get_by_text("U bent ingelogd")).to_be_visible()
        chat.get_by_role("button", name="Nieuw gesprek zonder inloggen").click()
        expect(chat.get_by_role("log")).to_contain_text("chatbot")
