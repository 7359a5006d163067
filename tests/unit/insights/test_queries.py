# SPDX-License-Identifier: EUPL-1.2
"""Real talks are played and counted: from what is in the log and the tables, without a name."""

import uuid
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.unit.casework.submissions.conftest import worker

from gemeengoed.access.operations import remember_person
from gemeengoed.accounts.models import User
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.operations_ending import withdraw
from gemeengoed.casework.submissions.operations_lifting import lift_out
from gemeengoed.casework.submissions.operations_processing import close, return_with_question
from gemeengoed.conversations.operations import (
    erase_conversation,
    open_conversation,
    post_message,
    tell_log_in,
)
from gemeengoed.conversations.posted import Posted
from gemeengoed.conversations.queries import messages_after
from gemeengoed.gateways.brp.models import DemoPerson
from gemeengoed.insights.counting import FlowFigures
from gemeengoed.insights.queries import Counts, counts_of
from gemeengoed.insights.runs import SUMMARY
from gemeengoed.municipalities.models import Municipality
from gemeengoed.terms.clock import AMSTERDAM, Clock

# Effects have a connection of their own: what they need must be committed.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("demo_municipalities", "night"),
]
NIGHT = datetime(2026, 11, 23, 3, 5, tzinfo=AMSTERDAM)
AFTER = NIGHT + timedelta(days=2)
SENTENCE = "hoi ik verhuis 1 dec naar lindelaan 33 in waterdam, alleen ik, regel ff"
ANSWERS = {"toestemming": "akkoord", "wie": "alleen"}


@pytest.fixture
def night(settings: Any) -> None:
    settings.CLOCK = Clock(lambda: NIGHT)


class Resident:
    """One talk in Waterdam."""

    def __init__(self) -> None:
        opened = open_conversation(municipality="waterdam", origin=uuid.uuid4().hex, channel="test")
        self.talk, self.token = opened.conversation, opened.token

    def says(self, text: str | None = None, **fields: Any) -> dict[str, Any]:
        """Gives the last message of the answer."""
        posted = Posted(client_id=uuid.uuid4().hex, text=text, **fields)
        *_, last = post_message(
            municipality="waterdam", conversation=self.talk, token=self.token, posted=posted
        )
        return last

    def logs_in(self, person: DemoPerson) -> dict[str, Any]:
        known = remember_person(
            municipality=Municipality.objects.get(pk="waterdam"), bsn=person.bsn, actor="test"
        )
        self.token = tell_log_in(
            municipality="waterdam",
            conversation=self.talk,
            token=self.token,
            person=known,
            level="midden",
        )
        *_, last = messages_after(municipality="waterdam", conversation=self.talk, token=self.token)
        return last

    def comes_to_the_summary(self, person: DemoPerson) -> None:
        self.says(SENTENCE)
        last = self.logs_in(person)
        while last["kind"] != "summary":
            last = self.says(choice=ANSWERS.get(last["input"]["name"], "overslaan"))

    def moves(self, person: DemoPerson) -> Submission:
        self.comes_to_the_summary(person)
        assert self.says(action="confirm")["kind"] == "receipt"
        return Submission.objects.get(conversation_id=self.talk)


def people(number: int) -> list[DemoPerson]:
    """Grown-ups who live in Waterdam, at whose moves nobody need look."""
    found = DemoPerson.objects.filter(
        municipality_id="waterdam",
        born_on__lt=date(2000, 1, 1),
        is_secret=False,
        is_under_investigation=False,
        has_guardian=False,
    )
    return list(found.order_by("pk"))[:number]


def counted(since: date = date(2026, 11, 1), until: date = date(2026, 11, 30)) -> Counts:
    return counts_of("waterdam", since=since, until=until, now=AFTER)


def moves_counted() -> FlowFigures:
    found = counted().flows["verhuizing"]
    assert found is not None
    return found


def colleague() -> User:
    return worker("Anja", Municipality.objects.get(pk="waterdam"))


def test_moves_that_were_played_are_counted_with_what_became_of_them() -> None:
    submissions = [Resident().moves(person) for person in people(15)]
    by = colleague()
    ordinary = [each for each in submissions if each.taak_id is None]
    assert len(ordinary) == 15, "the rules lifted some out"
    for each in ordinary[:10]:
        close(submission=each, resultaat="Verwerkt", by=by, now=AFTER)
    for each in ordinary[10:]:
        lift_out(submission=each, reason="twijfel", note="", by=by, now=AFTER)
    found = moves_counted()
    assert (found.started, found.finished, found.stopped) == ("15", "15", "0")
    assert (found.closed, found.straight_through, found.lifted_out) == ("10", "10", "5")
    assert found.before_login == "1", "the log-in itself"


def test_where_people_stopped_is_told_by_step() -> None:
    for _ in range(10):
        Resident().says(SENTENCE)
    for person in people(5):
        Resident().comes_to_the_summary(person)
    found = moves_counted()
    assert (found.started, found.finished, found.stopped) == ("15", "0", "15")
    assert found.stopped_at == (("inloggen", "10"), (SUMMARY, "5"))


def test_a_change_of_the_resident_and_one_of_a_colleague_within_six_weeks_are_corrections() -> None:
    first, *others = people(10)
    Resident().moves(first)
    submissions = [Resident().moves(person) for person in others]
    Submission.objects.update(email="jo@example.nl", taak=None)
    by = colleague()
    again, asked, refused, too_late = submissions[:4]
    withdraw(submission=Submission.objects.get(pk=again.pk), now=NIGHT)
    Resident().moves(others[0])
    return_with_question(
        submission=Submission.objects.get(pk=asked.pk), question="Welk huis?", by=by, now=NIGHT
    )
    later = NIGHT + timedelta(weeks=5)
    close(submission=refused, resultaat="Niet verwerkt", by=by, now=later)
    close(submission=too_late, resultaat="Niet verwerkt", by=by, now=NIGHT + timedelta(weeks=7))
    found = moves_counted()
    assert found.corrected == "1–4"
    Resident().moves(others[4])
    Resident().moves(others[5])
    assert moves_counted().corrected == "5", "three, and two that were handed in anew"
    assert moves_counted().withdrawn == "1–4"


def test_a_talk_that_was_erased_is_counted_as_erased_and_as_nothing_else() -> None:
    residents = [Resident() for _ in range(15)]
    for resident in residents:
        resident.says(SENTENCE)
    for resident in residents[:5]:
        erase_conversation(
            municipality="waterdam", conversation=resident.talk, token=resident.token
        )
    found = counted()
    assert (found.talks, found.erased) == ("15", "5")
    assert moves_counted().started == "10"


def test_another_municipality_and_another_period_are_not_counted() -> None:
    for _ in range(10):
        Resident().says(SENTENCE)
    now = AFTER
    days = {"since": date(2026, 11, 1), "until": date(2026, 11, 30)}
    assert counts_of("heidewoud", **days, now=now).flows == {}
    assert counted(until=date(2026, 11, 22)).flows == {}
    assert counted(since=date(2026, 11, 23), until=date(2026, 11, 23)).flows != {}


def test_of_a_few_nothing_is_told_and_nothing_of_anybody_is_in_the_figures() -> None:
    Resident().says(SENTENCE)
    assert counted().flows == {"verhuizing": None}
    for person in people(10):
        Resident().moves(person)
    told = str(asdict(counted())).lower()
    assert "kerkstraat" not in told
    for person in people(10):
        assert person.family_name.lower() not in told
        assert person.bsn not in told
