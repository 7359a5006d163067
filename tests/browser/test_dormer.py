# SPDX-License-Identifier: EUPL-1.2
"""Four dormers at the kitchen table: from the first question to the outcome, its reasons, the page
to keep, and the request for an exception.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Begin
from tests.browser.test_accessibility import axe_violations
from tests.browser.test_staff import log_in
from tests.browser.test_widget import ask, open_chat, press
from tests.browser.visiting import DESKTOP, PHONE, Visit
from tests.contract.talking import DORMER

SIZES = {"desktop": DESKTOP, "phone": PHONE}
NUMBER = re.compile(r"Het nummer is ([A-Z0-9-]+)")
MANY = 9  # questions that a dormer takes at most


@dataclass(frozen=True)
class Dormer:
    """answers: button (in brackets) or typed text, after the question. reads: words of the chat.
    keeps: words of the page to keep."""

    gemeente: str
    answers: tuple[str, ...]
    headline: str
    reads: tuple[str, ...]
    keeps: tuple[str, ...]
    has_change: bool = True


DORMERS = {
    "free": Dormer(
        gemeente="heidewoud",
        answers=("Marktstraat 3A", "[De achterkant]", "[Ja]", "1,60", "80 cm", "90 cm"),
        headline="Geen vergunning nodig",
        reads=("Er is geen vergunning nodig.", "meet alles nog eens na voordat de bouw begint"),
        keeps=(
            "Buren hebben rechten.",
            "stevig en veilig",
            "Ingevuld: 1,60 m",
            "De regel vraagt: hoogstens 1,75 m",
            "meer dan 0,50 m en minder dan 1,00 m",
        ),
        has_change=False,
    ),
    "a centimetre too high": Dormer(
        gemeente="waterdam",
        answers=("Touwslagersgang 3", "[De achterkant]", "[Ja]", "1,76"),
        headline="Vergunning nodig",
        reads=(
            "Dat moet hoogstens 1,75 m zijn: 1 cm te hoog",
            "Waarom? Een dakkapel blijft een klein deel van het dak.",
            "Dit is er voor de straat en de buurt, en wie er woont.",
            "Dit zou helpen. Hoogte van de dakkapel: 1,75 m.",
        ),
        keeps=(
            "Verschil: 1 cm te hoog",
            "artikel 2.29, onder b, onder 2°",
            "Plek op het dak",
            "Hoe verder",
        ),
    ),
    "a side that can be seen": Dormer(
        gemeente="waterdam",
        answers=("Touwslagersgang 1", "[Een zijkant]", "[Ja]", "1,60"),
        headline="Vergunning nodig",
        reads=(
            "past niet in de regels van Waterdam",
            "Dat moet hoogstens 1,50 m zijn: 10 cm te hoog",
            "Aan de straat valt een dakkapel meer op.",
            "Dit zou helpen. Hoogte van de dakkapel: 1,50 m.",
        ),
        keeps=("Welstandsnota Waterdam, artikel 4.2, onder b", "Verschil: 10 cm te hoog"),
    ),
    "a monument": Dormer(
        gemeente="waterdam",
        answers=("Molenweg 9",),
        headline="Vergunning nodig",
        reads=("Het huis is een monument.", "Elke verandering wordt daarom eerst bekeken."),
        keeps=("Dit is er voor iedereen, ook wie er later woont.", "artikel 2.30, lid 1"),
        has_change=False,
    ),
}


def play(visit: Visit, dormer: Dormer) -> None:
    """From "mag ik een dakkapel?" to the outcome."""
    visit.chat(dormer.gemeente)
    visit.ask("Mag ik een dakkapel?")
    for answer in dormer.answers:
        visit.press(answer[1:-1]) if answer.startswith("[") else visit.answer(answer)


def must_tell(visit: Visit, dormer: Dormer) -> None:
    """The outcome in the chat: its state in words and with a drawing, and the reasons."""
    head = visit.last.locator(".outcome-head")
    expect(head).to_contain_text(dormer.headline)
    expect(head.locator("svg")).to_have_count(1)
    for words in dormer.reads:
        expect(visit.last).to_contain_text(words)
    expect(visit.line("Adres")).to_contain_text(dormer.answers[0][:9])
    expect(visit.last.get_by_text("Dit zou helpen.")).to_have_count(int(dormer.has_change))


def must_keep(page: Page, dormer: Dormer) -> None:
    """The page to keep: what was judged, by which rules, and what it is not."""
    expect(page.get_by_role("heading", level=1)).to_have_text(dormer.headline)
    for words in (*dormer.keeps, "Dit is geen besluit", "23 november 2026", "narekenen"):
        expect(page.get_by_role("article")).to_contain_text(words)
    change = page.get_by_role("heading", name="Wat zou helpen")
    expect(change).to_have_count(int(dormer.has_change))
    for link in page.get_by_role("article").locator("a[href^=http]").all():
        assert (link.get_attribute("href") or "").startswith("https://")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", DORMERS)
def test_a_dormer_is_judged_explained_and_kept(begin: Begin, name: str, size: str) -> None:
    dormer = DORMERS[name]
    with begin(viewport=SIZES[size]) as visit:
        play(visit, dormer)
        must_tell(visit, dormer)
        assert visit.page.locator(".bubble-question").count() <= MANY
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]
        visit.page.get_by_role("link", name="Bewaar of print deze uitkomst").click()
        must_keep(visit.page, dormer)
        expect(visit.page.get_by_role("button", name="Afdrukken")).to_be_visible()
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]
        visit.page.get_by_role("link", name="Terug naar het gesprek").click()
        expect(visit.last.locator(".outcome-head")).to_contain_text(dormer.headline)


def test_the_resident_is_addressed_as_the_municipality_does(visit: Visit) -> None:
    visit.chat("heidewoud")
    visit.ask("Mag ik een dakkapel?")
    expect(visit.messages.filter(has_text="Ik kijk met je of")).to_have_count(1)
    visit.chat("waterdam")
    visit.ask("Mag ik een dakkapel?")
    expect(visit.messages.filter(has_text="Ik kijk met u of")).to_have_count(1)


def test_a_drawing_is_seen_with_its_question(visit: Visit) -> None:
    visit.come_back_to("waterdam", *DORMER[:4])
    drawing = visit.last.get_by_role("img", name=re.compile("^Een dakkapel in een schuin dak"))
    expect(drawing).to_be_visible()
    expect(drawing).to_have_js_property("naturalWidth", 340)
    visit.page.set_viewport_size({"width": 320, "height": 700})
    box = drawing.bounding_box()
    assert box is not None
    assert 250 < box["width"] <= 320


def test_the_reason_stands_on_a_line_of_its_own_and_quieter(visit: Visit) -> None:
    visit.come_back_to("waterdam", *DORMER)
    said, reason = visit.last.locator(".words li > p").all()
    expect(reason).to_contain_text("Waarom?")
    boxes = said.bounding_box(), reason.bounding_box()
    assert boxes[0]
    assert boxes[1]
    assert boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"]
    colours = [each.evaluate("(words) => getComputedStyle(words).color") for each in (said, reason)]
    assert colours[0] != colours[1]


def test_measures_that_contradict_each_other_are_asked_about_and_the_resident_decides(
    visit: Visit,
) -> None:
    visit.chat("waterdam")
    visit.ask("Mag ik een dakkapel aan de voorkant?")
    visit.answer("Touwslagersgang 3")
    visit.answer("1,45")
    doubt = visit.answer("6 meter")
    expect(doubt).to_contain_text("Dit is meer dan het dak breed is.")
    visit.press("Breedte van de dakkapel aanpassen")
    visit.answer("2,60")
    expect(visit.answer("2 m")).to_contain_text("Samen: 6,60 m")
    expect(visit.press("Ja, deze maten kloppen")).to_contain_text("in één lijn")
    visit.press("Ja")
    visit.press("Ja")
    expect(visit.last).to_contain_text("De maten passen niet bij elkaar.")
    visit.page.get_by_role("link", name="Bewaar of print deze uitkomst").click()
    expect(visit.page.get_by_role("article")).to_contain_text("Meet ze nog eens na.")


def test_the_other_ways_stay_buttons_after_one_was_taken(visit: Visit) -> None:
    play(visit, DORMERS["a centimetre too high"])
    expect(visit.press("Vergunning aanvragen")).to_contain_text("Dit kan ook nog:")
    visit.press("Vragen of een uitzondering kan")
    visit.ask("stop")
    visit.press("Hoogte van de dakkapel aanpassen")
    expect(visit.answer("1,80")).to_contain_text("5 cm te hoog")


def test_above_the_ridge_is_a_button_under_the_field(visit: Visit) -> None:
    visit.chat("oostermark")
    visit.ask("Mag ik een dakkapel?")
    for answer in ("[Weet ik niet]", "[De achterkant]", "[Ja]", "1,70", "80 cm"):
        visit.press(answer[1:-1]) if answer.startswith("[") else visit.answer(answer)
    button = visit.last.get_by_role("button", name="De dakkapel komt boven de nok uit")
    comes_after = "(field, button) => field.compareDocumentPosition(button) & 4"
    assert visit.last.get_by_role("textbox").evaluate(comes_after, button.element_handle())
    expect(visit.press("De dakkapel komt boven de nok uit")).to_contain_text("Hoe ver")
    expect(visit.answer("30 cm")).to_contain_text("0,30 m boven de nok")


def test_with_another_measure_the_same_dormer_is_free(visit: Visit) -> None:
    play(visit, DORMERS["a centimetre too high"])
    visit.press("Hoogte van de dakkapel aanpassen")
    visit.answer("1,75")
    visit.answer("80 cm")
    visit.answer("90 cm")
    expect(visit.last.locator(".outcome-head")).to_contain_text("Geen vergunning nodig")
    expect(visit.line("Hoogte van de dakkapel")).to_contain_text("1,75 m")
    visit.press("Wijzig plat dak op de dakkapel")
    visit.press("Nee")
    expect(visit.last).to_contain_text("Het dak van de dakkapel is niet plat.")


def test_a_request_for_an_exception_reaches_a_colleague_with_the_outcome(
    visit: Visit, begin: Begin
) -> None:
    play(visit, DORMERS["a side that can be seen"])
    visit.press("Vragen of een uitzondering kan")
    visit.answer("Mijn zoon is lang en slaapt op zolder.")
    visit.press("Nog niet")
    visit.answer("06 12345678")
    receipt = visit.press("Ja, versturen")
    found = NUMBER.search(receipt.inner_text())
    assert found
    expect(receipt).to_contain_text("De maten en de uitkomst zijn meegestuurd.")
    with begin() as colleague:
        page = log_in(colleague, "waterdam", "anja@waterdam.example")
        page.get_by_label("Zoek op nummer").fill(found.group(1))
        page.get_by_label("Zoek op nummer").press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Verzoek om een uitzondering")
        told = page.get_by_role("main")
        for words in (
            "Mijn zoon is lang en slaapt op zolder.",
            "Het plan past niet in de regels van de gemeente",
            "Hoogte van de dakkapel 1,60 m, hoogstens 1,50 m (10 cm te hoog)",
            "A: afwijken van de beleidsregel (Awb 4:84)",
            "Touwslagersgang 1",
            "5,40 m",
        ):
            expect(told).to_contain_text(words)


def test_a_dormer_from_question_to_exception_and_file_without_javascript(
    without_javascript: Visit, tmp_path: Path
) -> None:
    visit = without_javascript
    dormer = DORMERS["a centimetre too high"]
    page = visit.go("/waterdam/")
    page.get_by_label("Uw vraag").fill("Mag ik een dakkapel?")
    page.get_by_role("button", name="Stel de vraag").click()
    for answer in dormer.answers:
        visit.press(answer[1:-1]) if answer.startswith("[") else visit.answer(answer)
    must_tell(visit, dormer)

    page.get_by_role("link", name="Bewaar of print deze uitkomst").click()
    must_keep(page, dormer)
    expect(page.get_by_role("button", name="Afdrukken")).to_have_count(0)
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Bewaren als bestand").click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    assert file.name == "uitkomst-dakkapel-2026-11-23.html"
    page.get_by_role("link", name="Terug naar het gesprek").click()

    visit.press("Wijzig hoogte van de dakkapel")
    visit.answer("1,90")
    expect(visit.last).to_contain_text("15 cm te hoog")
    visit.press("Vragen of een uitzondering kan")
    visit.answer("Ik ben lang.")
    visit.press("Overslaan")
    visit.answer("06 12345678")
    expect(visit.press("Ja, versturen")).to_contain_text(NUMBER)


def test_the_saved_file_is_whole_without_the_server(begin: Begin, tmp_path: Path) -> None:
    with begin() as visit:
        visit.come_back_to("waterdam", *DORMER)
        page = visit.page
        page.get_by_role("link", name="Bewaar of print deze uitkomst").click()
        with page.expect_download() as downloading:
            page.get_by_role("link", name="Bewaren als bestand").click()
        file = tmp_path / "uitkomst.html"
        downloading.value.save_as(file)
    with begin(offline=True) as other:
        other.opens_files()
        other.page.goto(file.as_uri())
        must_keep(other.page, DORMERS["a centimetre too high"])
        colour = other.page.locator("h1").evaluate("(title) => getComputedStyle(title).color")
        assert colour == "rgb(112, 68, 0)"


def test_on_paper_there_is_the_outcome_with_its_addresses_and_nothing_to_press(
    visit: Visit,
) -> None:
    visit.come_back_to("waterdam", *DORMER)
    page = visit.page
    page.get_by_role("link", name="Bewaar of print deze uitkomst").click()
    page.emulate_media(media="print")
    expect(page.get_by_role("article")).to_be_visible()
    for gone in (".top", ".foot", ".acts"):
        expect(page.locator(gone)).to_be_hidden()
    sources = page.get_by_role("region", name="Bronnen")
    link = sources.locator("a[href^=http]").first
    written = link.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert "https://" in str(link.get_attribute("href"))
    assert "wetten.overheid.nl" in written


def test_the_widget_shows_the_drawing_the_outcome_and_a_way_to_keep_it(begin: Begin) -> None:
    with begin(bypass_csp=True) as visit:
        page = visit.go("/waterdam/")
        chat = open_chat(page)
        log = chat.get_by_role("log")
        ask(chat, "mag ik een dakkapel?")
        expect(log).to_contain_text("Om welk adres gaat het?")
        ask(chat, "Touwslagersgang 3")
        press(chat, "De achterkant")
        press(chat, "Ja")
        drawing = chat.get_by_role("img", name=re.compile("^Een dakkapel in een schuin dak"))
        expect(drawing).to_be_visible()
        expect(drawing).to_have_js_property("naturalWidth", 340)  # it has come whole
        ask(chat, "1,76")
        outcome = chat.locator(".receipt.attention")
        expect(outcome).to_contain_text("Uitkomst: Vergunning nodig")
        expect(outcome).to_contain_text("1 cm te hoog")
        assert axe_violations(page) == []
        press(chat, "Wijzig hoogte van de dakkapel")
        ask(chat, "1,80")
        expect(chat.locator(".receipt.attention").last).to_contain_text("5 cm te hoog")
        press(chat, "Bewaren of printen op de hele pagina")
        link = chat.locator("a[href*='/waterdam/chat/verder/']")
        address = link.get_attribute("href")
        assert address is not None
    with begin() as elsewhere:
        elsewhere.go(address[address.index("/waterdam") :])
        elsewhere.page.get_by_role("button", name="Ga verder").click()
        elsewhere.page.get_by_role("link", name="Bewaar of print deze uitkomst").last.click()
        expect(elsewhere.page.get_by_role("article")).to_contain_text("5 cm te hoog")
