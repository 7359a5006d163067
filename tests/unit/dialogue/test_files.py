# SPDX-License-Identifier: EUPL-1.2
"""A question that is answered by files: several, none, later, taken away, of somebody else."""

from tests.unit.dialogue.world import ARRIVAL, CATALOGUE, Talk, choice, step, with_flows

from gemeengoed.dialogue.flow import Flow, InputKind
from gemeengoed.dialogue.replies import Ask, Say, Summary
from gemeengoed.language.phrase import parse

PROOF = Flow(
    id="bewijs",
    topic="verhuizing",
    label="Bewijs sturen",
    submit="melding",
    term="termijn_lamp",
    receipt=parse("{nummer}"),
    steps=(
        step("naam", InputKind.TEXT, maximum=40),
        step(
            "bewijs",
            InputKind.FILE,
            maximum=3,
            optional=True,
            choices=(choice("later", "Later sturen", "later sturen", "nu niet"),),
        ),
        step("mail", InputKind.EMAIL, label="E-mailadres", optional=True),
    ),
)
ONE = Flow(
    id="een",
    topic="verhuizing",
    label="Eén bestand",
    submit="melding",
    term="termijn_lamp",
    receipt=parse("{nummer}"),
    steps=(step("bewijs", InputKind.FILE),),
)


def at_the_file(flow: Flow = PROOF) -> Talk:
    talk = Talk(catalogue=with_flows(flow, base=CATALOGUE)).chooses(f"flow:{flow.id}")
    if flow is PROOF:
        talk.says("An Jansen")
    assert asked(talk).step == "bewijs"
    return talk


def asked(talk: Talk) -> Ask:
    last = talk.replies[-1]
    assert isinstance(last, Ask), last
    return last


def names(talk: Talk) -> list[str]:
    assert talk.state.flow is not None
    value = talk.state.flow.answers["bewijs"].value
    return [each["name"] for each in value]


def test_several_files_come_one_after_the_other_until_it_is_said_that_it_was_all() -> None:
    talk = at_the_file().sends("contract.pdf")
    assert asked(talk).manner == "more"
    assert asked(talk).options == (("klaar", ""), ("weg:contract", "contract.pdf"))
    talk.sends("foto.jpg").chooses("klaar")
    assert asked(talk).step == "mail"
    assert names(talk) == ["contract.pdf", "foto.jpg"]


def test_that_it_was_all_may_be_typed() -> None:
    for words in ("dat was alles", "nee", "klaar", "sla over"):
        talk = at_the_file().sends("contract.pdf").says(words)
        assert asked(talk).step == "mail", words
        assert names(talk) == ["contract.pdf"]


def test_the_last_that_may_come_goes_on_by_itself() -> None:
    talk = at_the_file().sends("a.pdf").sends("b.pdf").sends("c.pdf")
    assert asked(talk).step == "mail"
    assert names(talk) == ["a.pdf", "b.pdf", "c.pdf"]


def test_without_a_number_one_file_is_the_answer() -> None:
    talk = at_the_file(ONE).sends("a.pdf")
    assert isinstance(talk.replies[-1], Summary)
    assert Say("bestand_ontvangen", values={"bestanden": "a.pdf"}) in talk.replies


def test_it_may_be_skipped_or_come_later() -> None:
    skipped = at_the_file().chooses("overslaan")
    assert asked(skipped).step == "mail"
    later = at_the_file().says("dat doe ik later sturen")
    assert asked(later).step == "mail"
    assert later.state.flow is not None
    assert later.state.flow.answers["bewijs"].value == "later"


def test_words_are_no_file() -> None:
    talk = at_the_file(ONE).says("hierbij mijn huurcontract")
    assert asked(talk).problem == "probleem_bestand"


def test_a_file_can_be_taken_away_again() -> None:
    talk = at_the_file().sends("a.pdf").sends("b.pdf").chooses("weg:a").chooses("klaar")
    assert names(talk) == ["b.pdf"]


def test_the_last_one_taken_away_leaves_the_question_as_it_was() -> None:
    talk = at_the_file().sends("a.pdf").chooses("weg:a")
    assert asked(talk).manner == "first"
    talk.chooses("klaar")
    assert Say("knop_onbekend") in talk.replies


def test_from_the_summary_one_more_can_be_added() -> None:
    talk = at_the_file().sends("a.pdf").chooses("klaar").chooses("overslaan")
    talk.does("change", "bewijs").sends("b.pdf").chooses("klaar")
    assert isinstance(talk.replies[-1], Summary)
    assert names(talk) == ["a.pdf", "b.pdf"]


def test_what_waits_for_the_scanner_is_told_and_holds_nothing_up() -> None:
    talk = at_the_file().sends("a.pdf", is_scanned=False)
    assert Say("bestand_wacht", kind="notice", values={"bestand": "a.pdf"}) in talk.replies
    assert asked(talk).manner == "more"


def test_a_file_that_nobody_asked_for_changes_nothing() -> None:
    talk = Talk().sends("a.pdf")
    assert talk.replies == (Say("bestand_niet_gevraagd"),)
    running = Talk().chooses(f"flow:{ARRIVAL.id}").sends("a.pdf")
    assert asked(running).step == "adres"


def test_who_logs_in_as_somebody_else_finds_no_files_of_the_first() -> None:
    for until in (lambda talk: talk, lambda talk: talk.chooses("klaar")):
        talk = at_the_file().logs_in("jan").sends("a.pdf")
        until(talk)
        talk.logs_in("an")
        assert talk.state.flow is not None
        assert "bewijs" not in talk.state.flow.answers
        assert asked(talk).step == "bewijs"
        assert asked(talk).manner == "first"
