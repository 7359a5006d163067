# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime
from pathlib import Path

import pytest
from tests.unit.content.small_pack import FILES, changed, edition, texts

from gemeengoed.content.edition import Edition
from gemeengoed.content.message import Message, MessageChoice
from gemeengoed.content.people import reachability
from gemeengoed.content.render import render
from gemeengoed.dialogue.replies import (
    Answer,
    Ask,
    Clarify,
    Crisis,
    Line,
    Receipt,
    Reply,
    Say,
    Summary,
    Warn,
    Why,
)
from gemeengoed.terms.clock import AMSTERDAM

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)
NIGHT = datetime(2026, 11, 23, 3, 5, tzinfo=AMSTERDAM)
NEXT_YEAR = datetime(2027, 1, 4, 10, 0, tzinfo=AMSTERDAM)
TEXTS = "basis/_assistent/teksten.yaml"


@pytest.fixture
def aastad(tmp_path: Path) -> Edition:
    return edition(tmp_path / "a")


@pytest.fixture
def beedorp(tmp_path: Path) -> Edition:
    return edition(tmp_path / "b", "beedorp")


def one(found: Edition, reply: Reply, at: datetime = MONDAY) -> Message:
    (message,) = render(found, [reply], at=at)
    return message


def test_an_asked_aspect_gives_that_block_and_no_page(aastad: Edition) -> None:
    message = one(aastad, Answer("pas", ("kosten",)))
    assert message.text == "De pas kost € 12,50."
    assert (message.kind, message.topic, message.aspect) == ("text", "pas", "kosten")


def test_several_aspects_come_in_one_message_in_the_asked_order(aastad: Edition) -> None:
    message = one(aastad, Answer("pas", ("afspraak", "kosten")))
    assert message.text == "Maak een afspraak.\n\nDe pas kost € 12,50."
    assert message.aspect is None


def test_without_an_aspect_the_default_ones_are_shown(aastad: Edition) -> None:
    message = one(aastad, Answer("pas", ()))
    assert message.text == "Komt u langs in Aastad?\n\nDe pas kost € 12,50."


def test_one_text_has_the_form_of_the_municipality(beedorp: Edition) -> None:
    assert one(beedorp, Answer("pas", ("hoe",))).text == "Kom je langs in Beedorp?"


def test_a_fee_that_changes_changes_on_its_day(aastad: Edition) -> None:
    assert one(aastad, Answer("pas", ("kosten",)), NEXT_YEAR).text == "De pas is gratis."


def test_a_missing_fact_shows_where_to_find_it_and_never_a_guess(beedorp: Edition) -> None:
    assert one(beedorp, Answer("pas", ("kosten",))).text == "Bel 088 222 22 22."


def test_when_nothing_can_be_shown_that_is_said(beedorp: Edition) -> None:
    message = one(beedorp, Answer("kind", ("duur",)))
    assert message.text == "«antwoord_onbekend»"


def test_an_aspect_the_topic_does_not_have_is_said_plainly(aastad: Edition) -> None:
    message = one(aastad, Answer("pas", ("bezwaar",)))
    assert message.text.startswith("«aspect_onbekend»\n\nKomt u langs")
    message = one(aastad, Answer("pas", ("kosten", "bezwaar")))
    assert message.text == "De pas kost € 12,50.\n\n«aspect_deels_onbekend»"


def test_an_answer_shows_its_sources_and_when_they_were_checked(aastad: Edition) -> None:
    shown = one(aastad, Answer("pas", ("kosten",))).to_json()["sources"]
    assert shown == [
        {
            "title": "Verordening 2026",
            "url": "https://www.aastad.example",
            "checked_on": "2026-01-02",
        },
        {"title": "Paswet", "url": "https://wet.example/pas", "checked_on": "2026-11-01"},
    ]


def test_a_fact_that_is_not_shown_is_no_source(aastad: Edition) -> None:
    titles = [source.title for source in one(aastad, Answer("pas", ("hoe",))).sources]
    assert titles == ["Paswet"]


def test_what_can_be_arranged_comes_first_among_the_buttons(aastad: Edition) -> None:
    assert one(aastad, Answer("kind", ())).choices == (
        MessageChoice("flow:vraag", "Vraag stellen"),
    )
    follow_up = one(aastad, Answer("pas", ())).choices
    assert follow_up == (MessageChoice("onderwerp:kind", "Pas voor een kind"),)


def test_a_topic_that_is_switched_off_is_no_button(tmp_path: Path) -> None:
    files = changed("gemeenten/aastad/gemeente.yaml", "form: u", "form: u\noff: {kind: Dicht}")
    assert one(edition(tmp_path, changes=files), Answer("pas", ())).choices == ()


def test_which_topic_is_meant_always_has_a_way_to_say_none(aastad: Edition) -> None:
    message = one(aastad, Clarify(("pas", "kind")))
    assert [choice.id for choice in message.choices] == [
        "onderwerp:pas",
        "onderwerp:kind",
        "onderwerp:geen",
    ]
    assert message.kind == "choices"


def test_a_crisis_text_is_whole_and_without_buttons(tmp_path: Path) -> None:
    topic = (
        "id: nood-112\nlabel: Acuut gevaar\nkind: nood\nfollow_up: [pas]\n"
        'allow: [{text: "112", reason: Landelijk}]\n'
        "blocks:\n  - {id: bel, aspect: wat, text: Bel 112.}\n"
        "  - {id: blijf, aspect: wat, text: Blijf waar het veilig is.}\n"
    )
    known = FILES["basis/_assistent/onderwerpen.yaml"] + "nood-112: Gevaar\n"
    files: dict[str, str | None] = {
        "basis/nood-112/onderwerp.yaml": topic,
        "basis/_assistent/onderwerpen.yaml": known,
    }
    message = one(edition(tmp_path, changes=files), Crisis("nood-112"))
    assert message.text == "Bel 112.\n\nBlijf waar het veilig is."
    assert (message.kind, message.choices, message.sources) == ("notice", (), ())


def test_a_question_tells_what_it_takes_and_where_we_are(aastad: Edition) -> None:
    shown = one(aastad, Ask("vraag", "soort", 1, 2)).to_json()
    assert shown["text"] == "Wat wilt u weten?"
    assert shown["choices"] == [{"id": "kort", "label": "Kort"}, {"id": "lang", "label": "Lang"}]
    assert shown["input"]["type"] == "choice"
    assert shown["input"]["name"] == "soort"
    assert shown["step"] == {"number": 1, "of": 2}


def test_a_question_asked_again_has_other_words_after_what_was_wrong(aastad: Edition) -> None:
    message = one(
        aastad,
        Ask(
            "vraag",
            "uitleg",
            2,
            2,
            "again",
            problem="probleem_tekst_lang",
            problem_values={"maximum": "80"},
        ),
    )
    assert message.text == "«probleem_tekst_lang» 80\n\nVertel het anders."


def test_an_optional_question_can_be_skipped_by_a_button(aastad: Edition) -> None:
    message = one(aastad, Ask("vraag", "uitleg", 2, 2))
    assert message.choices == (MessageChoice("overslaan", "«knop_overslaan»"),)


def test_addresses_that_were_found_are_choices_and_one_may_insist(aastad: Edition) -> None:
    found = (("adres:1", "Kerkstraat 1, Aastad"), ("adres:toch", ""))
    labels = [
        choice.label for choice in one(aastad, Ask("vraag", "soort", 1, 2, options=found)).choices
    ]
    assert labels[-2:] == ["Kerkstraat 1, Aastad", "«knop_adres_toch»"]


def test_a_step_without_a_reason_of_its_own_says_so(aastad: Edition) -> None:
    assert one(aastad, Why("vraag", "soort")).text == "«geen_uitleg»"


def test_a_warning_is_a_notice(aastad: Edition) -> None:
    message = one(aastad, Warn("vraag", "soort", "lang"))
    assert (message.kind, message.text) == ("notice", "Dat duurt even.")


def test_a_summary_has_every_line_to_be_changed(aastad: Edition) -> None:
    lines = (Line("soort", "Soort", "kort", "kort"), Line("uitleg", "Uitleg", "2026-11-30"))
    shown = one(aastad, Summary("vraag", lines)).to_json()
    assert shown["kind"] == "summary"
    assert [(line["value"], line["changeable"]) for line in shown["lines"]] == [
        ("Kort", True),
        ("maandag 30 november 2026", True),
    ]


def test_a_receipt_names_the_promise_in_words(aastad: Edition) -> None:
    values = {"nummer": "A-1", "uiterlijk": "2026-11-30", "wie": "een collega"}
    message = one(aastad, Receipt("vraag", (Line("soort", "Soort", "kort", "kort"),), values))
    assert message.text == (
        "Uiterlijk maandag 30 november 2026 belt een collega u over Kort. Nummer A-1."
    )
    assert not message.lines[0].changeable


def test_what_a_resident_typed_cannot_become_a_link(aastad: Edition) -> None:
    reply = Say("adres_onbekend", values={"gegeven": "[klik](https://kwaad.example) *x* <b>"})
    assert one(aastad, reply).text == (
        r"«adres_onbekend» \[klik\](https://kwaad.example) \*x\* \<b\>"
    )


def test_at_night_another_text_is_said_of_a_person(aastad: Edition) -> None:
    assert one(aastad, Say("medewerker", kind="handover"), MONDAY).text == "«medewerker»"
    night = one(aastad, Say("medewerker", kind="handover"), NIGHT)
    assert (night.kind, night.text) == ("handover", "«medewerker_buiten_openingstijd»")


def test_any_text_may_have_a_variant_for_the_night(tmp_path: Path) -> None:
    files: dict[str, str | None] = {TEXTS: texts() + 'begin_buiten_openingstijd: "Goedenavond."\n'}
    assert one(edition(tmp_path, changes=files), Say("begin"), NIGHT).text == "Goedenavond."


def test_buttons_under_a_text_are_named_by_texts(aastad: Edition) -> None:
    message = one(aastad, Say("weet_ik_niet", choices=(("flow:vraag", "knop_terugbellen"),)))
    assert message.choices == (MessageChoice("flow:vraag", "«knop_terugbellen»"),)


def test_whether_a_person_can_be_reached_is_told_with_the_moment(
    aastad: Edition, beedorp: Edition
) -> None:
    assert reachability(aastad, MONDAY).is_open
    later = reachability(aastad, NIGHT)
    assert not later.is_open
    assert later.sentence == "«bereikbaar_later» maandag 23 november 2026 om 9.00 uur"
    never = reachability(beedorp, MONDAY)
    assert (never.is_open, never.opens_at, never.sentence) == (False, None, "«bereikbaar_nooit»")
