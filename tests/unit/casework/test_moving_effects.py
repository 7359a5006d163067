# SPDX-License-Identifier: EUPL-1.2
"""A whole move through real turns, with the demo's registers: from one sentence to a submission."""

from typing import Any
from uuid import UUID

import pytest
from tests.unit.casework.movers import Resident

from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.queries import submissions_of
from gemeengoed.conversations.errors import TokenRefusedError
from gemeengoed.conversations.models import Conversation, Event, EventKind
from gemeengoed.conversations.queries import overview
from gemeengoed.dialogue.events import event_from_json, fold
from gemeengoed.dialogue.state import State
from gemeengoed.gateways.brp.demo import DemoPersons
from gemeengoed.gateways.brp.models import Behaviour, DemoPerson
from gemeengoed.gateways.brp.operations import set_behaviour
from gemeengoed.terms.clock import Clock

# Effects have a connection of their own: what they need must be committed.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("demo_municipalities"),
]
SENTENCE = "hoi ik verhuis 1 dec naar kerkstraat 22 in waterdam, alleen ik, regel ff"


def somebody(**of: Any) -> DemoPerson:
    return DemoPerson.objects.filter(municipality_id="waterdam", **of).order_by("pk")[0]


def with_partner_and_child() -> tuple[DemoPerson, DemoPerson]:
    child = next(each for each in DemoPerson.objects.order_by("pk") if _lives_with_parent(each))
    return DemoPerson.objects.get(bsn=child.parent_bsns[0]), child


def _lives_with_parent(child: DemoPerson) -> bool:
    if not child.parent_bsns or child.municipality_id != "waterdam":
        return False
    parent = DemoPerson.objects.filter(bsn=child.parent_bsns[0]).first()
    return parent is not None and parent.address_id == child.address_id


def answered_to_the_summary(resident: Resident, messages: list[Any]) -> list[Any]:
    """Answer what is still asked: nobody objects, no phone, no mail."""
    for _ in range(6):
        if messages[-1]["kind"] == "summary":
            return messages
        step = messages[-1]["input"]["name"]
        choice = {"toestemming": "akkoord", "wie": "alleen"}.get(step, "overslaan")
        messages = resident.says(choice=choice)
    raise AssertionError(f"no summary, but {messages[-1]}")


def last_messages(resident: Resident) -> list[Any]:
    found = Event.objects.filter(
        conversation_id=resident.opened.conversation, kind=EventKind.MESSAGE
    )
    return [event.body for event in found.order_by("seq")]


def moved(resident: Resident, bsn: str, sentence: str = SENTENCE) -> UUID:
    resident.says(sentence)
    person = resident.logs_in(bsn)
    answered_to_the_summary(resident, last_messages(resident))
    messages = resident.says(action="confirm")
    assert messages[-1]["kind"] == "receipt", messages[-1]
    return person


def test_one_sentence_a_log_in_and_a_yes_become_one_submission_with_its_people() -> None:
    resident = Resident()
    person = moved(resident, somebody(bond="").bsn)
    (submission,) = submissions_of("waterdam", person)
    assert submission.outcome == "direct"
    assert submission.eigenschappen == {"datumVerhuizing": "2026-12-01"}
    assert submission.address is not None
    assert submission.address["street"] == "Kerkstraat"
    assert [each["person"] for each in submission.participants] == [str(person)]
    assert not InterneTaak.objects.exists()


def test_pressing_yes_twice_hands_in_once() -> None:
    resident = Resident()
    moved(resident, somebody(bond="").bsn)
    resident.says(action="confirm")
    assert Submission.objects.count() == 1


def test_a_child_that_comes_along_is_chosen_by_name_and_takes_part() -> None:
    parent, child = with_partner_and_child()
    resident = Resident()
    resident.says("ik verhuis 1 december naar kerkstraat 22 in waterdam")
    person = resident.logs_in(parent.bsn)
    asked = last_messages(resident)[-1]
    assert asked["input"]["type"] == "persons"
    messages = resident.says(f"ik en {child.given_names.split()[0]}")
    answered_to_the_summary(resident, messages)
    resident.says(action="confirm")
    (submission,) = submissions_of("waterdam", person)
    assert {each["relation"] for each in submission.participants} >= {"aangever", "kind"}


def test_no_event_of_the_talk_holds_a_bsn() -> None:
    parent, child = with_partner_and_child()
    resident = Resident()
    resident.says("ik verhuis 1 december naar kerkstraat 22 in waterdam")
    resident.logs_in(parent.bsn)
    resident.says(choice="iedereen")
    row = Conversation.objects.get(pk=resident.opened.conversation)
    bodies = [str(event.body) for event in Event.objects.filter(conversation=row)]
    for bsn in (parent.bsn, child.bsn):
        assert bsn not in str(row.state)
        assert not [body for body in bodies if bsn in body]


def test_the_state_after_a_move_is_the_fold_of_the_log() -> None:
    resident = Resident()
    moved(resident, somebody(bond="").bsn)
    row = Conversation.objects.get(pk=resident.opened.conversation)
    decided = Event.objects.filter(conversation=row, kind=EventKind.DECIDED).order_by("seq")
    events = [event_from_json(e) for event in decided for e in event.body["events"]]
    assert fold(events) == State.from_json(row.state)


def test_a_brp_that_is_down_loses_nothing_and_a_person_looks() -> None:
    resident = Resident()
    resident.says(SENTENCE)
    set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)
    resident.logs_in(somebody(bond="").bsn)
    messages = answered_to_the_summary(resident, last_messages(resident))
    assert messages[-1]["kind"] == "summary"
    set_behaviour(municipality="waterdam", behaviour=Behaviour.NORMAL)
    assert resident.says(action="confirm")[-1]["kind"] == "receipt"
    submission = Submission.objects.get()
    assert submission.outcome == "onbekend"
    assert submission.taak is not None


def test_a_brp_that_hangs_when_it_is_handed_in_is_waited_for_by_nobody() -> None:
    resident = Resident()
    resident.says(SENTENCE)
    mover = somebody(bond="")
    resident.logs_in(mover.bsn)
    answered_to_the_summary(resident, last_messages(resident))
    set_behaviour(municipality="waterdam", behaviour=Behaviour.SLOW, delay=30)
    assert resident.says(action="confirm")[-1]["kind"] == "receipt"
    (own,) = Submission.objects.get().participants
    assert own["family_name"] == mover.family_name


def test_a_brp_that_hangs_all_along_loses_nothing_and_the_resident_finds_it_back() -> None:
    resident = Resident()
    resident.says(SENTENCE)
    set_behaviour(municipality="waterdam", behaviour=Behaviour.SLOW, delay=30)
    person = resident.logs_in(somebody(bond="").bsn)
    answered_to_the_summary(resident, last_messages(resident))
    assert resident.says(action="confirm")[-1]["kind"] == "receipt"
    (submission,) = submissions_of("waterdam", person)
    assert submission.outcome == "onbekend"
    assert submission.taak is not None


def test_a_slow_brp_is_asked_once_in_a_talk_and_anew_in_another(monkeypatch, settings) -> None:
    moment = settings.CLOCK.now()
    settings.CLOCK = Clock(lambda: moment)  # what is kept for minutes, however long a turn takes
    asked: list[str] = []
    household_of = DemoPersons.household_of

    def counted(self: DemoPersons, municipality: str, bsn: str) -> Any:
        asked.append(bsn)
        return household_of(self, municipality, bsn)

    monkeypatch.setattr(DemoPersons, "household_of", counted)
    parent, child = with_partner_and_child()
    for talk in (1, 2):
        resident = Resident()
        resident.says("ik verhuis 1 december naar kerkstraat 22 in waterdam")
        resident.logs_in(parent.bsn)
        answered_to_the_summary(resident, resident.says(f"ik en {child.given_names.split()[0]}"))
        assert asked == [parent.bsn] * talk
        row = Conversation.objects.get(pk=resident.opened.conversation)
        assert "born_on" not in str(row.state)  # no more of it is stored than before


def test_what_was_said_of_danger_counts_also_when_the_brp_is_silent() -> None:
    resident = Resident()
    resident.says(f"{SENTENCE}. ik zit in een opvanghuis")
    set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)
    resident.logs_in(somebody(bond="").bsn)
    answered_to_the_summary(resident, last_messages(resident))
    resident.says(action="confirm")
    taak = Submission.objects.get().taak
    assert taak is not None
    assert taak.kind == "verhuizing_veiligheid"


def test_after_logging_in_no_earlier_token_opens_the_talk_any_more() -> None:
    resident = Resident()
    resident.says(SENTENCE)
    person = resident.logs_in(somebody(bond="").bsn)
    with pytest.raises(TokenRefusedError):
        overview(
            municipality="waterdam",
            conversation=resident.opened.conversation,
            token=resident.opened.token,
        )
    known = overview(
        municipality="waterdam", conversation=resident.opened.conversation, token=resident.token
    )
    assert known.login_person == str(person)
    assert known.login_level == "midden"
