# SPDX-License-Identifier: EUPL-1.2
"""Inside a flow: one question at a time, whatever a resident does with it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.unit.dialogue.world import (
    CATALOGUE,
    LAMP,
    MOVE,
    TODAY,
    Outside,
    Talk,
    read,
    switched_off,
    symbols,
    with_flows,
)

from gemeengoed.dialogue.effects import AddressChecked, CheckAddress, OpenTaak, TaakOpened
from gemeengoed.dialogue.engine import context_for, decide, go_on
from gemeengoed.dialogue.incoming import Incoming
from gemeengoed.dialogue.replies import Answer, Receipt, Say, Summary
from gemeengoed.language.reading import Distress, Reading, TopicScore, Value


def lamp() -> Talk:
    return Talk().chooses("flow:lamp")


def lamp_at_summary() -> Talk:
    talk = lamp().says("kapot").says("Kerkstraat 12").says("een lamp")
    return talk.says("443").says("bij de school").says("06-12345678")


def call_at_summary() -> Talk:
    return (
        Talk().chooses("flow:terugbellen").says("06-12345678").says("mijn bouwplan").says("Jansen")
    )


# --- asking ---------------------------------------------------------------------------------


def test_a_button_begins_with_the_first_question() -> None:
    talk = lamp()
    assert talk.said == ["intro:lamp", "ask:wat"]
    assert (talk.asked.number, talk.asked.of) == (1, 6)


def test_a_clear_wish_begins_it_too() -> None:
    assert Talk().says("ik wil een lantaarn melden").said == ["intro:lamp", "ask:wat"]


def test_a_question_about_it_is_answered_not_begun() -> None:
    talk = Talk().says("hoe lang duurt het met zo'n lantaarn?")
    assert talk.replies == (Answer("straatverlichting", ("duur",)),)


def test_only_its_name_shows_what_there_is() -> None:
    assert Talk().says("lantaarn").said == ["answer:straatverlichting"]


def test_what_the_first_message_tells_is_told_back_and_not_asked_again() -> None:
    talk = Talk().says("lantaarn kapot op de Kerkstraat 12, paal 443")
    assert talk.said == ["intro:lamp", "say:ook_begrepen", "ask:aantal"]
    told = talk.reply("say:ook_begrepen")
    assert isinstance(told, Say)
    expected = "Wat er is: De lamp brandt niet; Plaats: Kerkstraat 12, Waterdam; Paal: 443"
    assert told.values == {"antwoorden": expected}
    assert talk.answers["mastnummer"] == "443"


def test_the_number_of_questions_shrinks_but_never_grows() -> None:
    talk = lamp()
    assert talk.asked.of == 6
    assert talk.chooses("gevaar").asked.of == 5


def test_a_step_whose_condition_fails_is_not_asked() -> None:
    talk = lamp().chooses("gevaar")
    assert talk.said == ["warn:wat", "ask:plaats"]
    assert talk.says("Kerkstraat 12").said == ["ask:mastnummer"]


def test_an_answer_that_no_longer_counts_is_not_handed_in() -> None:
    talk = lamp_at_summary().does("change", "wat", "gevaar")
    assert "aantal" not in talk.summary
    talk.does("confirm")
    assert "aantal" not in talk.outside.tasks[0].answers


# --- answers of each kind -------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "kapot",
        "De lamp brandt niet",
        "brandt niet meer",
        "de eerste",
        "1",
        "brant niet",
        "hij is kapott",
    ],
)
def test_a_choice_is_named_in_many_ways(words: str) -> None:
    assert lamp().says(words).answers == {"wat": "kapot"}


@pytest.mark.parametrize("words", ["hij knippert of is scheef", "kapot, nee scheef", "de lamp"])
def test_a_choice_that_could_be_two_is_asked_again(words: str) -> None:
    assert lamp().says(words).said == ["again:wat"]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("31 november", "probleem_datum_bestaat_niet"),
        ("10 november", "probleem_datum_te_vroeg"),
        ("31 december", "probleem_datum_te_laat"),
        ("binnenkort", "probleem_datum"),
        ("2026-02-31", "probleem_datum_bestaat_niet"),
    ],
)
def test_what_is_wrong_with_a_date_is_told(words: str, problem: str) -> None:
    talk = moving().says("van Kerkstraat 1 naar Lindelaan 2").says(words)
    assert talk.asked.problem == problem
    assert "datum" not in talk.answers


def moving() -> Talk:
    return Talk().chooses("flow:verhuizen")


def at_date() -> Talk:
    return moving().says("van Kerkstraat 1 naar Lindelaan 2")


@pytest.mark.parametrize("words", ["1 december", "2026-12-01"])
def test_a_date_in_words_or_from_a_date_field(words: str) -> None:
    talk = at_date().says(words)
    assert talk.answers["datum"] == "2026-12-01"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("0", "probleem_getal_te_klein"),
        ("12", "probleem_getal_te_groot"),
        ("veel", "probleem_getal"),
    ],
)
def test_what_is_wrong_with_a_number_is_told(words: str, problem: str) -> None:
    assert at_date().says("1 december").says(words).asked.problem == problem


@pytest.mark.parametrize("words", ["3", "drie", "met drie mensen", "3 personen"])
def test_a_number_in_digits_or_words(words: str) -> None:
    assert at_date().says("1 december").says(words).answers["personen"] == 3


class TestLength:
    def at_length(self) -> Talk:
        return at_date().says("1 december").says("2")

    @pytest.mark.parametrize("words", ["250 cm", "2,5 meter"])
    def test_is_kept_in_metres(self, words: str) -> None:
        talk = self.at_length().says(words)
        assert talk.answers["hoogte"] == 2.5
        assert talk.state.flow is not None
        assert talk.state.flow.answers["hoogte"].label == "2,50 m"

    def test_without_a_unit_the_unit_is_asked_and_the_number_kept(self) -> None:
        talk = self.at_length().says("250")
        assert talk.asked.problem == "probleem_lengte"
        assert talk.says("cm").answers["hoogte"] == 2.5

    def test_the_unit_does_not_save_a_length_that_cannot_be(self) -> None:
        talk = self.at_length().says("250").says("meter")
        assert talk.asked.problem == "probleem_getal_te_groot"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("ab", "probleem_tekst_kort"),
        ("x" * 61, "probleem_tekst_lang"),
        ("🙂🙂🙂", "probleem_onbegrepen"),
    ],
)
def test_what_is_wrong_with_a_text_is_told(words: str, problem: str) -> None:
    talk = Talk().chooses("flow:terugbellen").says("06-12345678").says(words)
    assert talk.asked.problem == problem
    assert "onderwerp" not in talk.answers


@pytest.mark.parametrize(
    "words",
    [
        "mijn paspoort",
        "verhuizing",
        "over de kosten van een rijbewijs",
        "bel mij terug om het hele lange verhaal van mijn bouwplan te horen",
    ],
)
def test_a_text_that_names_a_topic_is_a_text(words: str) -> None:
    talk = Talk().chooses("flow:terugbellen").says("06-12345678").says(words[:60])
    assert talk.said == ["ask:naam"]


@pytest.mark.parametrize("words", ["ja", "nee"])
def test_a_bare_yes_is_no_text(words: str) -> None:
    talk = Talk().chooses("flow:terugbellen").says("06-12345678").says(words)
    assert talk.said == ["again:onderwerp"]


def test_an_email_or_a_phone_number_is_a_contact() -> None:
    talk = lamp().says("kapot").says("Kerkstraat 12").says("een").says("sla over").says("sla over")
    assert talk.asked.step == "contact"
    assert talk.says("jan@voorbeeld.example").answers["contact"] == "jan@voorbeeld.example"


# --- several values, with their roles -------------------------------------------------------


def test_two_addresses_in_one_sentence_go_where_their_words_send_them() -> None:
    talk = moving().says("van Lindelaan 8 naar Kerkstraat 22 op 1 december")
    checks = [effect for effect in talk.effects if isinstance(effect, CheckAddress)]
    assert [(c.step, c.street, c.number) for c in checks] == [
        ("van", "Lindelaan", 8),
        ("naar", "Kerkstraat", 22),
    ]
    assert set(talk.answers) == {"van", "naar", "datum"}
    assert talk.said == ["say:ook_begrepen", "ask:personen"]


def test_of_two_addresses_the_one_that_is_not_found_is_asked_about() -> None:
    talk = moving().says("van Lindelaan 8 naar Kerkstraat 999")
    assert set(talk.answers) == {"van"}
    assert (talk.asked.step, talk.asked.problem) == ("naar", "adres_bestaat_niet")


def test_only_the_new_address_first_still_asks_the_old_one() -> None:
    talk = moving().says("naar Kerkstraat 22")
    assert set(talk.answers) == {"naar"}
    assert talk.asked.step == "van"


# --- corrections ----------------------------------------------------------------------------


def test_toch_niet_nummer_16_changes_the_house_number_and_checks_it() -> None:
    talk = lamp().says("kapot").says("Kerkstraat 12").says("toch niet, nummer 16")
    assert talk.said == ["say:genoteerd", "ask:aantal"]
    assert talk.answers["plaats"]["huisnummer"] == 16  # type: ignore[index]
    assert isinstance(talk.effects[0], CheckAddress)
    assert talk.effects[0].street == "Kerkstraat"


def test_a_correction_that_does_not_exist_keeps_the_old_answer_until_there_is_a_new_one() -> None:
    talk = lamp().says("kapot").says("Kerkstraat 12").says("toch niet, nummer 999")
    assert talk.asked.step == "plaats"
    assert talk.answers["plaats"]["huisnummer"] == 12  # type: ignore[index]
    talk.chooses(talk.asked.options[1][0])
    assert talk.answers["plaats"]["huisnummer"] == 99  # type: ignore[index]
    assert talk.asked.step == "aantal"


def test_the_phone_number_is_corrected_while_something_else_is_asked() -> None:
    talk = Talk().chooses("flow:terugbellen").says("06-12345678")
    talk.says("nee, ik bedoel 06-87654321")
    assert talk.said == ["say:genoteerd", "ask:onderwerp"]
    assert talk.answers == {"telefoon": "+31687654321"}


def test_a_number_meant_for_the_open_question_is_not_a_correction_of_another() -> None:
    talk = Talk().chooses("flow:terugbellen").says("06-123").says("ik bedoel 06-12345678")
    assert talk.said == ["ask:onderwerp"]


def test_a_choice_is_corrected_by_its_words() -> None:
    talk = lamp().says("kapot").says("toch niet, hij flikkert")
    assert talk.said == ["say:genoteerd", "ask:plaats"]
    assert talk.answers == {"wat": "knippert"}


def test_toch_niet_alone_goes_back() -> None:
    assert lamp().says("kapot").says("toch niet").said == ["ask:wat"]


def test_with_a_role_the_right_one_of_two_addresses_is_corrected() -> None:
    talk = at_date().says("ik bedoel van Lindelaan 9")
    assert talk.answers["van"]["straat"] == "Lindelaan"  # type: ignore[index]
    assert talk.answers["naar"]["huisnummer"] == 2  # type: ignore[index]


# --- back, stop, again, skip, don't know, why -----------------------------------------------


@pytest.mark.parametrize("press", [lambda t: t.says("terug"), lambda t: t.does("back")])
def test_back_asks_the_step_before_and_keeps_its_answer(press) -> None:  # type: ignore[no-untyped-def]
    talk = press(lamp().says("kapot").says("Kerkstraat 12"))
    assert talk.said == ["ask:plaats"]
    assert set(talk.answers) == {"wat", "plaats"}
    assert press(talk).said == ["ask:wat"]
    assert press(talk).said == ["say:eerste_vraag", "ask:wat"]
    assert talk.says("flikkert").said == ["ask:aantal"]
    assert talk.answers["wat"] == "knippert"


def test_back_from_the_summary_asks_the_last_question() -> None:
    talk = lamp_at_summary().says("terug")
    assert talk.said == ["ask:contact"]
    assert talk.says("sla over").said == ["summary"]


def test_yes_keeps_the_answer_of_a_question_that_was_opened_again() -> None:
    talk = lamp_at_summary().does("change", "plaats").says("ja klopt")
    assert talk.summary["plaats"] == "Kerkstraat 12, Waterdam"


def test_stopping_an_empty_flow_asks_nothing() -> None:
    talk = lamp().says("stop")
    assert talk.said == ["say:gestopt"]
    assert talk.state.flow is None


@pytest.mark.parametrize(
    "sure",
    [
        lambda t: t.says("ja"),
        lambda t: t.says("stop"),
        lambda t: t.chooses("ja"),
        lambda t: t.does("cancel"),
        lambda t: t.chooses("stoppen"),
    ],
)
def test_stopping_with_answers_asks_once(sure) -> None:  # type: ignore[no-untyped-def]
    talk = lamp().says("kapot").says("stop")
    assert talk.said == ["say:zeker_stoppen"]
    sure(talk)
    assert talk.said == ["say:gestopt"]
    assert talk.state.flow is None


@pytest.mark.parametrize(
    "no", [lambda t: t.says("nee"), lambda t: t.chooses("nee"), lambda t: t.chooses("verder")]
)
def test_not_stopping_goes_on_where_we_were(no) -> None:  # type: ignore[no-untyped-def]
    talk = no(lamp().says("kapot").says("stop"))
    assert talk.said[0] in ("say:verder_waar_we_waren", "say:verder_met")
    assert talk.said[1:] == ["ask:plaats"]
    assert talk.answers == {"wat": "kapot"}


def test_an_answer_instead_of_yes_or_no_is_an_answer() -> None:
    assert lamp().says("kapot").says("stop").says("Kerkstraat 12").said == ["ask:aantal"]


def test_a_cancelled_flow_leaves_no_answers_behind() -> None:
    talk = lamp().says("kapot").says("stop").says("ja").chooses("flow:lamp")
    assert talk.answers == {}


def test_starting_again_asks_the_first_question_and_forgets() -> None:
    talk = lamp().says("kapot").says("opnieuw")
    assert talk.said == ["say:opnieuw", "ask:wat"]
    assert talk.answers == {}


@pytest.mark.parametrize("words", ["sla over", "weet ik niet", "nee", "nee dank je"])
def test_an_optional_step_may_be_skipped(words: str) -> None:
    talk = Talk().chooses("flow:terugbellen").says("06-12345678").says("bouwplan").says(words)
    assert talk.said == ["summary"]
    assert talk.summary["naam"] == "–"


def test_the_button_skips_an_optional_step_only() -> None:
    talk = Talk().chooses("flow:terugbellen").chooses("overslaan")
    assert talk.said == ["say:knop_onbekend", "ask:telefoon"]
    talk.says("06-12345678").says("bouwplan").chooses("overslaan")
    assert talk.said == ["summary"]


def test_no_with_more_words_is_a_text() -> None:
    talk = lamp().says("kapot").says("Kerkstraat 12").says("een").says("sla over")
    talk.says("nee, maar het is gevaarlijk bij de oversteek")
    assert talk.answers["toelichting"] == "nee, maar het is gevaarlijk bij de oversteek"


@pytest.mark.parametrize("words", ["weet ik niet", "sla over", "qwerty"])
def test_a_required_question_is_asked_differently_then_with_choices_then_a_person(
    words: str,
) -> None:
    talk = lamp()
    assert talk.says(words).said[-1] == "again:wat"
    assert talk.says(words).said[-1] == "choices:wat"
    assert talk.says(words).said[-2:] == ["say:medewerker_nodig", "choices:wat"]
    assert talk.says("kapot").said == ["ask:plaats"]


def test_what_was_filled_in_stays_when_a_person_is_offered_and_taken() -> None:
    talk = lamp().says("kapot").says("Kerkstraat 12")
    for _ in range(3):
        talk.says("qwerty")
    talk.says("ja") if talk.asked.step != "aantal" else talk.chooses("flow:terugbellen")
    assert talk.said == ["say:geparkeerd", "intro:terugbellen", "ask:telefoon"]
    assert set(talk.state.parked[0].answers) == {"wat", "plaats"}


def test_why_is_told_and_the_question_asked_again() -> None:
    talk = Talk().chooses("flow:terugbellen").says("waarom vraag je dat")
    assert talk.said == ["why:telefoon", "ask:telefoon"]
    assert lamp().says("waarom vraag je dat").said == ["say:geen_uitleg", "ask:wat"]


# --- something else in the middle -----------------------------------------------------------


def test_a_side_question_is_answered_and_the_open_question_repeated() -> None:
    talk = lamp().says("kapot").says("wat kost een paspoort eigenlijk?")
    assert talk.said == ["answer:paspoort", "say:verder_waar_we_waren", "ask:plaats"]


def test_a_side_question_at_a_text_step_is_a_question() -> None:
    talk = Talk().chooses("flow:terugbellen").says("06-12345678").says("wat kost een paspoort?")
    assert talk.said[0] == "answer:paspoort"
    assert talk.asked.step == "onderwerp"


def test_a_side_question_keeps_the_options_on_offer() -> None:
    talk = lamp().says("kapot").says("Kerkstraat 999")
    options = talk.asked.options
    assert talk.says("wat kost een paspoort?").asked.options == options


def test_a_phone_number_beside_a_side_question_is_taken() -> None:
    talk = (
        Talk().chooses("flow:terugbellen").says("wat kost een paspoort? mijn nummer is 06-12345678")
    )
    assert talk.said[0] == "answer:paspoort"
    assert talk.asked.step == "onderwerp"


def test_a_question_about_this_flow_is_answered_from_its_topic() -> None:
    talk = lamp().says("hoe lang duurt dat?")
    assert talk.replies[0] == Answer("straatverlichting", ("duur",))
    assert talk.asked.step == "wat"


def test_a_side_question_at_the_summary_shows_the_summary_again() -> None:
    talk = lamp_at_summary().says("wat kost een paspoort?")
    assert talk.said == ["answer:paspoort", "say:verder_waar_we_waren", "summary"]


def test_a_person_in_the_middle_is_told_and_nothing_is_lost() -> None:
    talk = lamp().says("kapot").says("ik wil een mens spreken")
    assert talk.said == ["say:medewerker", "ask:plaats"]
    assert talk.answers == {"wat": "kapot"}


def test_a_call_back_in_the_middle_parks_and_is_offered_again_afterwards() -> None:
    talk = lamp().says("kapot").says("bel mij op 06-12345678")
    assert talk.said == ["say:geparkeerd", "intro:terugbellen", "say:ook_begrepen", "ask:onderwerp"]
    talk.says("bouwplan").says("Jansen").does("confirm")
    assert talk.said == ["receipt", "say:verder_met_geparkeerd"]
    assert talk.chooses("verder").said == ["say:verder_met", "ask:plaats"]
    assert talk.answers == {"wat": "kapot"}


def test_what_is_parked_may_be_dropped() -> None:
    talk = lamp().says("kapot").chooses("flow:terugbellen").says("stop")
    assert talk.said == ["say:gestopt", "say:verder_met_geparkeerd"]
    assert talk.chooses("vergeet").state.parked == ()


def test_another_flow_wanted_in_the_middle_begins_and_the_first_waits() -> None:
    talk = moving().says("van Kerkstraat 1").says("er is een lantaarn kapot hier")
    assert talk.said == ["say:geparkeerd", "intro:lamp", "say:ook_begrepen", "ask:plaats"]


def test_going_back_and_forth_between_flows_loses_nothing() -> None:
    talk = lamp().says("kapot").chooses("flow:terugbellen").says("06-12345678")
    assert talk.chooses("flow:lamp").said == ["say:geparkeerd", "say:verder_met", "ask:plaats"]
    assert talk.answers == {"wat": "kapot"}
    talk.chooses("flow:terugbellen")
    assert talk.answers == {"telefoon": "+31612345678"}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("bedankt", "answer:gesprek-dank"),
        ("hallo", "answer:gesprek-groet"),
        ("belachelijk", "say:boos"),
    ],
)
def test_a_courtesy_in_the_middle_is_no_answer(words: str, first: str) -> None:
    talk = lamp().says("kapot").says(words)
    assert (talk.said[0], talk.asked.step) == (first, "plaats")


def test_distress_goes_before_the_flow_and_the_flow_stays() -> None:
    talk = lamp_at_summary()
    talk.says("er is brand", replace(read("er is brand"), distress=Distress.DANGER))
    assert talk.said == ["crisis:nood-112", "say:verder_waar_we_waren"]
    talk.says("ja")
    assert talk.outside.tasks == []
    assert talk.said[-1] == "summary"


def test_distress_in_a_changed_line_goes_first_too() -> None:
    talk = lamp_at_summary().does("change", "toelichting", "er is brand")
    assert talk.said[0] == "crisis:nood-112"


def test_another_language_in_the_middle_is_told_with_the_question() -> None:
    assert lamp().says("what is the question please").said == ["say:niet_nederlands", "again:wat"]


# --- summary and handing in -----------------------------------------------------------------


@pytest.mark.parametrize(
    "yes",
    [
        lambda t: t.does("confirm"),
        lambda t: t.chooses("ja"),
        lambda t: t.says("ja"),
        lambda t: t.says("klopt"),
    ],
)
def test_a_clear_yes_hands_in_exactly_what_was_shown(yes) -> None:  # type: ignore[no-untyped-def]
    talk = lamp_at_summary()
    shown = talk.summary
    yes(talk)
    assert talk.said == ["receipt"]
    (taak,) = talk.outside.tasks
    assert dict(zip(shown, taak.display.values(), strict=True)) == shown
    assert (taak.kind, taak.topic, taak.term) == ("melding", "straatverlichting", "termijn_lamp")
    assert taak.answers["mastnummer"] == "443"
    assert talk.state.flow is None


def test_the_receipt_tells_number_day_and_who() -> None:
    receipt = call_at_summary().does("confirm").replies[0]
    assert isinstance(receipt, Receipt)
    assert receipt.values == {"nummer": "T-1", "uiterlijk": "2026-12-01", "wie": "een collega"}


@pytest.mark.parametrize("again", [lambda t: t.does("confirm"), lambda t: t.chooses("ja")])
def test_confirming_twice_hands_in_once_and_tells_the_number(again) -> None:  # type: ignore[no-untyped-def]
    talk = call_at_summary().does("confirm")
    again(talk)
    assert talk.replies == (Say("al_ingediend", values={"nummer": "T-1"}),)
    assert len(talk.outside.tasks) == 1


@pytest.mark.parametrize(
    "words", ["ja maar het is nummer 16", "ja, telefoonnummer klopt niet", "hmm", "nee"]
)
def test_anything_but_a_clear_yes_does_not_hand_in(words: str) -> None:
    talk = call_at_summary().says(words)
    assert talk.outside.tasks == []
    assert talk.state.flow is not None


def test_no_asks_what_to_change_and_shows_the_summary() -> None:
    assert call_at_summary().says("nee").said == ["say:wat_wijzigen", "summary"]
    assert call_at_summary().chooses("nee").said == ["say:wat_wijzigen", "summary"]


def test_a_line_named_is_opened() -> None:
    assert call_at_summary().says("het telefoonnummer klopt niet").said == ["ask:telefoon"]


def test_a_new_value_at_the_summary_changes_its_line_and_must_be_confirmed_again() -> None:
    talk = call_at_summary().says("06-87654321")
    assert talk.summary["telefoon"] == "06 87 65 43 21"
    assert talk.outside.tasks == []
    talk.says("ja")
    assert talk.outside.tasks[0].answers["telefoon"] == "+31687654321"


def test_a_line_is_changed_by_its_button_and_the_summary_shown_again() -> None:
    talk = lamp_at_summary().does("change", "wat")
    assert talk.said == ["ask:wat"]
    assert talk.chooses("knippert").summary["wat"] == "De lamp knippert"


@pytest.mark.parametrize("value", ["knippert", "De lamp knippert", "flikkert"])
def test_a_line_is_changed_with_the_value_at_once(value: str) -> None:
    assert lamp_at_summary().does("change", "wat", value).summary["wat"] == "De lamp knippert"


def test_an_address_is_changed_with_the_value_at_once() -> None:
    talk = lamp_at_summary().does("change", "plaats", "Lindelaan 3")
    assert talk.summary["plaats"] == "Lindelaan 3, Waterdam"


def test_a_change_that_is_wrong_keeps_the_old_answer() -> None:
    talk = call_at_summary().does("change", "telefoon", "abc")
    assert talk.asked.problem == "probleem_telefoon"
    assert talk.answers["telefoon"] == "+31612345678"


@pytest.mark.parametrize("name", ["bestaat_niet", None, "huurbaas"])
def test_changing_what_is_not_there_does_no_harm(name: str | None) -> None:
    talk = lamp_at_summary().does("change", name)
    assert talk.said == ["say:knop_onbekend", "summary"]


def test_confirming_before_the_summary_does_nothing() -> None:
    talk = lamp().says("kapot").does("confirm")
    assert talk.said == ["say:niets_te_doen", "ask:plaats"]
    assert talk.outside.tasks == []


def test_thumbs_at_the_summary_leave_it_on_top() -> None:
    talk = call_at_summary().does("feedback", "9", "up")
    assert talk.said == ["say:dank_oordeel", "summary"]


def test_a_failure_loses_nothing_and_can_be_tried_again() -> None:
    talk = call_at_summary()
    talk.outside.fails.add("OpenTaak")
    talk.does("confirm")
    assert talk.said == ["say:indienen_mislukt", "summary"]
    told = talk.replies[0]
    assert isinstance(told, Say)
    assert told.choices == (("ja", "knop_opnieuw_proberen"),)
    talk.outside.fails.clear()
    assert talk.chooses("ja").said == ["receipt"]


def test_a_taak_for_a_person_is_about_what_was_talked_of() -> None:
    talk = Talk().says("paspoort").says("kunt u mij terugbellen").says("06-12345678")
    talk.says("mijn vraag").says("sla over").says("ja")
    assert talk.outside.tasks[0].topic == "paspoort"


# --- later, and other editions --------------------------------------------------------------


LATER = pytest.mark.parametrize(
    "later", [lambda t: t.chooses("bewaar"), lambda t: t.says("ik ga later verder")]
)
LINK = Say(
    "bewaard",
    kind="notice",
    values={"link": "https://waterdam.example/verder/abc", "tot": "2026-11-30"},
)


@LATER
def test_after_the_link_to_go_on_later_the_open_question_stands_there_again(
    later: Callable[[Talk], Talk],
) -> None:
    talk = lamp().says("kapot")
    open_question = talk.replies[-1]
    assert later(talk).replies == (LINK, open_question)
    assert talk.says("Kerkstraat 12").said == ["ask:aantal"]


@LATER
def test_after_the_link_the_addresses_that_were_found_can_still_be_chosen(
    later: Callable[[Talk], Talk],
) -> None:
    talk = later(lamp().says("kapot").says("Kerkstraat 120"))
    assert talk.replies[0] == LINK
    assert [label for _, label in talk.asked.options][:1] == ["Kerkstraat 97, Waterdam"]
    assert talk.chooses(talk.asked.options[0][0]).said == ["ask:aantal"]


@LATER
def test_after_the_link_the_summary_is_on_top_again_and_can_be_confirmed(
    later: Callable[[Talk], Talk],
) -> None:
    talk = later(lamp_at_summary())
    assert talk.said == ["say:bewaard", "summary"]
    assert talk.does("confirm").said == ["receipt"]


def test_outside_a_flow_the_link_is_all() -> None:
    assert Talk().chooses("bewaar").replies == (LINK,)


def test_no_link_is_told_and_the_question_stays() -> None:
    talk = Talk(outside=Outside({"MakeResumeLink"})).chooses("flow:lamp").chooses("bewaar")
    assert talk.said == ["say:bewaren_mislukt", "ask:wat"]


def test_coming_back_tells_where_we_were() -> None:
    talk = lamp().says("kapot").chooses("verder")
    assert talk.said == ["say:verder_met", "ask:plaats"]
    told = talk.replies[0]
    assert isinstance(told, Say)
    values = {"naam": "Kapotte lamp melden", "antwoorden": "Wat er is: De lamp brandt niet"}
    assert told.values == values


def test_a_flow_that_is_gone_ends_and_the_message_is_still_heard() -> None:
    talk = lamp().says("kapot")
    talk.catalogue = with_flows(MOVE)
    assert talk.says("wat kost een paspoort").said == ["say:gestopt", "answer:paspoort"]
    assert talk.state.flow is None


def test_a_flow_whose_topic_is_switched_off_ends_with_a_person() -> None:
    talk = lamp().says("kapot")
    talk.catalogue = switched_off("straatverlichting")
    assert talk.says("Kerkstraat 12").said == ["say:onderwerp_uit"]
    assert talk.state.flow is None
    assert talk.chooses("flow:lamp").said == ["say:onderwerp_uit"]


def test_in_another_edition_what_fits_is_kept_and_the_rest_is_asked() -> None:
    talk = lamp_at_summary()
    steps = [step for step in LAMP.steps if step.name not in ("mastnummer", "contact")]
    steps[0] = replace(steps[0], choices=steps[0].choices[1:])
    talk.catalogue = with_flows(replace(LAMP, steps=tuple(steps)))
    talk.does("confirm")
    assert talk.outside.tasks == []
    assert talk.asked.step == "wat"
    assert set(talk.answers) == {"plaats", "aantal", "toelichting"}


def test_a_text_is_not_the_answer_to_a_question_that_is_gone() -> None:
    talk = lamp().says("kapot").says("Kerkstraat 12").says("een")
    steps = tuple(step for step in LAMP.steps if step.name != "mastnummer")
    talk.catalogue = with_flows(replace(LAMP, steps=steps))
    talk.says("443")
    assert talk.asked.step == "toelichting"
    assert "toelichting" not in talk.answers


def test_a_step_that_is_new_in_this_edition_is_asked_before_handing_in() -> None:
    talk = call_at_summary()
    extra = replace(LAMP.steps[0], name="extra")
    flow = CATALOGUE.flows["terugbellen"]
    talk.catalogue = with_flows(replace(flow, steps=(*flow.steps, extra)))
    talk.does("confirm")
    assert talk.outside.tasks == []
    assert talk.asked.step == "extra"


@pytest.mark.parametrize(
    "choice", ["kapot", "onzin", "adres:1", "flow:bestaat-niet", "onderwerp:x"]
)
def test_an_old_button_repeats_the_open_question(choice: str) -> None:
    talk = lamp().says("kapot").says("Kerkstraat 12")
    before = talk.answers
    assert talk.chooses(choice).said == ["say:knop_onbekend", "ask:aantal"]
    assert talk.answers == before


def test_a_topic_button_in_the_middle_is_answered_and_we_go_on() -> None:
    talk = lamp().chooses("onderwerp:paspoort")
    assert talk.said == ["answer:paspoort", "say:verder_waar_we_waren", "ask:wat"]


def test_open_taak_is_the_only_thing_a_confirmation_asks_for() -> None:
    talk = call_at_summary().does("confirm")
    assert [type(effect) for effect in talk.effects] == [OpenTaak]


def test_after_a_side_question_dat_is_about_that_question() -> None:
    talk = lamp().says("wat kost een paspoort?").says("en hoe lang duurt dat?")
    assert talk.replies[0] == Answer("paspoort", ("duur",))


def test_after_the_next_answer_dat_is_about_the_flow_again() -> None:
    talk = lamp().says("wat kost een paspoort?").says("kapot").says("hoe lang duurt dat?")
    assert talk.replies[0] == Answer("straatverlichting", ("duur",))
    assert context_for(talk.catalogue, talk.state).last_topic == "straatverlichting"


def test_in_a_call_back_dat_is_about_what_was_talked_of_before() -> None:
    talk = Talk().says("paspoort").chooses("flow:terugbellen").says("wat kost dat?")
    assert talk.replies[0] == Answer("paspoort", ("kosten",))


def test_what_a_message_tells_of_another_step_is_taken_and_the_question_stays() -> None:
    talk = lamp().says("Kerkstraat 12")
    assert talk.said == ["say:ook_begrepen", "ask:wat"]
    assert set(talk.answers) == {"plaats"}


def test_a_line_that_is_not_right_is_opened_also_in_the_middle() -> None:
    talk = Talk().chooses("flow:terugbellen").says("06-12345678")
    assert talk.says("het telefoonnummer klopt niet").said == ["ask:telefoon"]


def test_no_with_a_new_value_is_a_correction() -> None:
    talk = lamp().says("kapot").says("Kerkstraat 12").says("nee, nummer 16")
    assert talk.said == ["say:genoteerd", "ask:aantal"]


def test_a_call_back_that_gets_stuck_does_not_offer_a_call_back() -> None:
    talk = Talk().chooses("flow:terugbellen")
    for _ in range(3):
        talk.says("heb ik niet")
    assert talk.said == ["say:verplicht_uitleg", "choices:telefoon"]


def test_not_knowing_is_not_taken_for_a_complaint() -> None:
    complaint = (TopicScore("gesprek-klagen-over-bot", 0.95),)
    talk = lamp().says("weet ik niet", replace(read("weet ik niet"), topics=complaint))
    assert talk.said == ["say:verplicht_uitleg", "again:wat"]
    talk = lamp().says("dat heb ik niet", replace(read("dat heb ik niet"), topics=complaint))
    assert talk.said == ["again:wat"]


def test_a_complaint_in_anger_is_heard_in_the_middle() -> None:
    complaint = (TopicScore("gesprek-klagen-over-bot", 0.95),)
    angry = replace(read("waardeloos"), topics=complaint)
    assert lamp().says("waardeloos", angry).said[0] == "say:boos"


def test_who_are_you_is_answered_in_the_middle() -> None:
    talk = lamp().says("wie ben je?")
    assert talk.said[0] == "answer:gesprek-wie-ben-je"


def test_results_that_nobody_waits_for_change_nothing() -> None:
    talk = lamp().says("kapot")
    opened = TaakOpened("T-9", "2026-12-01", "een collega")
    outcome = go_on(talk.catalogue, talk.state, [opened], today=TODAY)
    assert outcome.replies == (Say("niets_te_doen"),)
    assert outcome.state == talk.state


def test_a_result_that_never_came_is_a_failure() -> None:
    talk = call_at_summary()
    asked = decide(talk.catalogue, talk.state, Incoming(choice="ja"), today=TODAY)
    outcome = go_on(talk.catalogue, asked.state, [], today=TODAY)
    assert symbols(outcome.replies) == ["say:indienen_mislukt", "summary"]


def test_after_a_turn_that_was_cut_off_the_summary_must_be_confirmed_anew() -> None:
    talk = call_at_summary()
    cut_off = decide(talk.catalogue, talk.state, Incoming(choice="ja"), today=TODAY)
    talk.state = cut_off.state
    assert talk.chooses("ja").said[-1] == "summary"
    assert talk.outside.tasks == []


def test_a_line_of_a_choice_names_it_so_that_its_label_can_be_shown_in_each_voice() -> None:
    shown = lamp_at_summary().replies[-1]
    assert isinstance(shown, Summary)
    assert {line.name: line.choice for line in shown.lines if line.choice} == {
        "wat": "kapot",
        "aantal": "een",
    }


def test_of_two_lengths_the_one_with_the_name_of_the_step_is_taken() -> None:
    talk = at_date().says("1 december").says("2")
    breadth, height = Value("breedte", 1.5, 0, 1), Value("hoogte", 3.0, 2, 3)
    talk.says("1,5 meter breed en 3 hoog", Reading("x hoog", values=(breadth, height)))
    assert talk.answers["hoogte"] == 3.0


def test_results_for_a_flow_that_is_gone_meanwhile_do_no_harm() -> None:
    talk = lamp().says("kapot")
    text = "Kerkstraat 12"
    asked = decide(talk.catalogue, talk.state, Incoming(text=text, reading=read(text)), today=TODAY)
    for catalogue in (with_flows(MOVE), with_flows(replace(LAMP, steps=LAMP.steps[:1]))):
        outcome = go_on(catalogue, asked.state, [AddressChecked("plaats")], today=TODAY)
        assert outcome.replies
        assert not outcome.effects


def test_where_nothing_can_be_chosen_the_second_time_brings_some_help() -> None:
    talk = Talk().chooses("flow:terugbellen").says("qwerty")
    assert talk.said == ["again:telefoon"]
    assert talk.says("qwerty").said == ["why:telefoon", "choices:telefoon"]


@pytest.mark.parametrize(("words", "chosen"), [("ja hoor", "ja"), ("nee, nog niet", "nee")])
def test_a_yes_or_no_question_takes_yes_and_no_in_any_words(words: str, chosen: str) -> None:
    talk = at_date().says("1 december").says("2").says("sla over").says("jan@voorbeeld.example")
    assert talk.asked.step == "eigenaar"
    assert talk.says(words).answers["eigenaar"] == chosen


def test_the_answer_decides_which_question_follows() -> None:
    talk = at_date().says("1 december").says("3").says("sla over").says("jan@voorbeeld.example")
    assert talk.chooses("nee").asked.step == "huurbaas"
    assert talk.says("De Verhuurder").asked.step == "kinderen"


@pytest.mark.parametrize("choice", ["anders", "onderwerp:geen"])
def test_buttons_of_the_talk_in_the_middle_keep_the_question_open(choice: str) -> None:
    assert lamp().chooses(choice).said == ["say:geen_van_deze", "ask:wat"]


def test_nothing_is_filled_in_silently() -> None:
    """A choice of a step that may not even count is not taken from words in passing."""
    talk = Talk().says("ik wil een lantaarn melden, meerdere, eigenlijk meer lampen")
    assert talk.said == ["intro:lamp", "ask:wat"]
    assert talk.answers == {}


def test_the_shortest_and_the_longest_text_that_may_be() -> None:
    talk = Talk().chooses("flow:terugbellen").says("06-12345678")
    assert talk.says("abc").said == ["ask:naam"]
    assert talk.does("change", "onderwerp", "x" * 60).answers["onderwerp"] == "x" * 60


def test_yes_and_no_to_stopping_are_no_answers_to_a_yes_or_no_question() -> None:
    talk = at_date().says("1 december").says("2").says("sla over").says("jan@voorbeeld.example")
    talk.says("stop").chooses("nee")
    assert "eigenaar" not in talk.answers
    assert talk.asked.step == "eigenaar"
    assert talk.says("stop").chooses("ja").state.flow is None


def test_a_skipped_step_that_became_required_is_asked() -> None:
    talk = Talk().chooses("flow:terugbellen").says("06-12345678").says("bouwplan").says("sla over")
    flow = CATALOGUE.flows["terugbellen"]
    required = replace(flow.steps[2], optional=False)
    talk.catalogue = with_flows(replace(flow, steps=(*flow.steps[:2], required)))
    assert talk.does("confirm").asked.step == "naam"


def test_a_bare_number_corrects_the_address_that_was_given_not_the_one_that_is_asked() -> None:
    talk = moving().says("van Kerkstraat 1").says("toch niet, nummer 16")
    assert talk.answers["van"]["huisnummer"] == 16  # type: ignore[index]
    assert talk.asked.step == "naar"


def test_a_street_that_is_meant_answers_the_address_that_is_asked() -> None:
    talk = moving().says("van Kerkstraat 1").says("ik bedoel Lindelaan 9")
    assert talk.answers["van"]["straat"] == "Kerkstraat"  # type: ignore[index]
    assert talk.answers["naar"]["straat"] == "Lindelaan"  # type: ignore[index]


def test_a_number_completes_the_address_of_which_the_street_is_known() -> None:
    talk = moving().says("van Kerkstraat 1").says("naar Lindelaan").says("ik bedoel nummer 9")
    assert talk.answers["van"]["huisnummer"] == 1  # type: ignore[index]
    assert talk.answers["naar"]["huisnummer"] == 9  # type: ignore[index]


@pytest.mark.parametrize(
    "words",
    [
        "bedankt voor het snelle repareren van vorige keer",
        "waardeloos dat het hier al weken donker is",
    ],
)
def test_a_whole_sentence_of_thanks_or_anger_is_a_text(words: str) -> None:
    talk = lamp().says("kapot").says("Kerkstraat 12").says("een lamp").says("sla over").says(words)
    assert talk.answers["toelichting"] == words


def test_naming_the_matter_again_is_no_side_question() -> None:
    assert lamp().says("kapot").says("die lantaarn dus").said == ["again:plaats"]


def test_yes_to_a_question_with_choices_is_not_taken_for_the_offered_person() -> None:
    talk = lamp()
    for _ in range(3):
        talk.says("qwerty")
    assert talk.says("ja").state.parked == ()
    assert talk.asked.step == "wat"


def test_stop_without_a_running_flow_drops_the_one_that_waits() -> None:
    talk = lamp().says("kapot").chooses("flow:terugbellen").says("stop").says("stop")
    assert talk.said == ["say:gestopt"]
    assert talk.state.parked == ()


@pytest.mark.parametrize("number", [1, 9])
def test_the_limits_of_a_number_may_be_given(number: int) -> None:
    assert at_date().says("1 december").says(str(number)).answers["personen"] == number


def test_a_date_in_a_side_question_is_no_answer() -> None:
    talk = at_date().says("wat kost een paspoort op 1 december?")
    assert talk.said[0] == "answer:paspoort"
    assert "datum" not in talk.answers
