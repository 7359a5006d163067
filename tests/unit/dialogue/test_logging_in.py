# SPDX-License-Identifier: EUPL-1.2
"""Logging in late, what registers know by it, and handing in by a procedure."""

from tests.unit.dialogue.world import ARRIVAL, Outside, Talk

from gemeengoed.dialogue.effects import FactsGathered, GatherFacts, PersonFound
from gemeengoed.dialogue.replies import Ask, Receipt, Say, Summary


def asked(talk: Talk) -> str:
    last = talk.replies[-1]
    assert isinstance(last, Ask), last
    return last.step


def at_the_log_in(outside: Outside | None = None) -> Talk:
    talk = Talk(outside=outside or Outside()).chooses(f"flow:{ARRIVAL.id}")
    talk.says("van Lindelaan 8 naar Kerkstraat 22")
    assert asked(talk) == "inloggen"
    return talk


def test_registers_are_asked_only_after_logging_in_and_once_for_the_same_answers() -> None:
    talk = at_the_log_in()
    assert not any(isinstance(effect, GatherFacts) for effect in talk.effects)
    talk.logs_in()
    assert [type(effect) for effect in talk.effects] == [GatherFacts]
    talk.says("wat kost een paspoort?")
    assert not talk.effects


def test_who_is_logged_in_already_is_not_asked_again() -> None:
    talk = Talk().logs_in().chooses(f"flow:{ARRIVAL.id}").says("naar Kerkstraat 22")
    assert asked(talk) == "wie"


def test_a_lower_level_than_asked_is_not_enough() -> None:
    assert asked(at_the_log_in().logs_in(level="basis")) == "inloggen"


def test_people_are_chosen_by_button_by_name_or_all_together() -> None:
    for chooses, value in (
        (lambda talk: talk.chooses("persoon:1"), "sam"),
        (lambda talk: talk.says("ik en Sam"), "sam"),
        (lambda talk: talk.chooses("iedereen"), "iedereen"),
        (lambda talk: talk.says("ik alleen"), "alleen"),
    ):
        talk = at_the_log_in().logs_in()
        chooses(talk)
        assert talk.state.flow is not None
        assert talk.state.flow.answers["wie"].value == value


def test_a_person_who_is_not_of_the_household_cannot_be_chosen() -> None:
    talk = at_the_log_in().logs_in().chooses("persoon:9")
    assert asked(talk) == "wie"


def test_who_lives_alone_is_not_asked_who_comes_along() -> None:
    alone = Outside(facts=FactsGathered({"anderen": "0"}))
    assert asked(at_the_log_in(alone).logs_in()) == "mail"


def test_a_fact_of_a_register_decides_whether_a_question_counts() -> None:
    full = Outside(facts=FactsGathered({"anderen": "2"}, (PersonFound("sam", "Sam Jansen"),)))
    assert asked(at_the_log_in(full).logs_in().chooses("alleen")) == "anderen"


def test_silent_registers_are_told_and_the_questions_are_asked() -> None:
    talk = at_the_log_in(Outside(fails={"GatherFacts"})).logs_in()
    assert Say("gegevens_niet_bereikbaar", kind="notice") in talk.replies
    assert asked(talk) == "wie"


def test_another_person_who_logs_in_half_way_finds_nothing_of_the_first() -> None:
    talk = at_the_log_in().logs_in("jan").chooses("persoon:1")
    talk.logs_in("an")
    assert Say("ander_ingelogd", kind="notice") in talk.replies
    assert talk.state.flow is not None
    assert "wie" not in talk.state.flow.answers
    assert asked(talk) == "wie"


def test_handing_in_carries_the_person_and_the_ruling_and_gives_a_receipt() -> None:
    talk = at_the_log_in().logs_in().chooses("alleen").chooses("overslaan")
    assert isinstance(talk.replies[-1], Summary)
    talk.does("confirm")
    (handed_in,) = talk.outside.submissions
    assert handed_in.person == "jan"
    assert handed_in.ruling["outcome"] == "onbekend"
    receipt = talk.replies[-1]
    assert isinstance(receipt, Receipt)
    assert receipt.outcome == "onbekend"


def test_without_digid_the_flow_is_left_for_a_person_and_nothing_is_handed_in() -> None:
    talk = at_the_log_in().chooses("zonder")
    assert talk.state.flow is None
    assert any(isinstance(reply, Say) and reply.kind == "handover" for reply in talk.replies)
    assert talk.outside.submissions == []
