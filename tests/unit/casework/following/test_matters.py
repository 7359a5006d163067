# SPDX-License-Identifier: EUPL-1.2
"""What a resident sees of what they handed in: where it is, who has it, what comes next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from tests.unit.casework.submissions.conftest import CONVERSATION, NIGHT, Moment

from gemeengoed.accounts.models import User
from gemeengoed.casework.following.queries import matter_by_number, matters_of
from gemeengoed.casework.following.shapes import Matter, Standing
from gemeengoed.casework.models import CallOutcome, InterneTaak
from gemeengoed.casework.operations import finish, open_interne_taak
from gemeengoed.casework.operations_assigning import take_up
from gemeengoed.casework.operations_contacts import log_call, plan_call
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.operations_ending import withdraw
from gemeengoed.casework.submissions.operations_processing import close, return_with_question
from gemeengoed.casework.submissions.outbox.running import deliver
from gemeengoed.conversations.models import Conversation
from gemeengoed.municipalities.models import Municipality

Move = Callable[..., Submission]
LATER = NIGHT + timedelta(hours=7)
LATEST = NIGHT + timedelta(days=1)


def seen(submission: Submission) -> Matter:
    found = matter_by_number("waterdam", submission.ontvangstnummer)
    assert found is not None
    return found


def steps(matter: Matter) -> list[str]:
    return [step.key.removeprefix("zaak_stap_") for step in matter.steps]


def initiator(submission: Submission) -> UUID:
    return UUID(submission.participants[0]["person"])


def talk(municipality: Municipality) -> None:
    Conversation.objects.create(
        id=CONVERSATION, municipality=municipality, token_hashes=[], opened_at=NIGHT
    )


def test_what_was_just_handed_in_waits_for_the_team_until_the_promised_day(move: Move) -> None:
    matter = seen(move())
    assert steps(matter) == ["ontvangen", "klaar"]
    assert matter.steps[0].at == NIGHT
    assert not matter.steps[1].is_done
    assert matter.steps[1].values == {"dag": "donderdag 26 november 2026"}
    assert matter.who == "het team burgerzaken"
    assert matter.due_on == date(2026, 11, 26)
    assert dict(matter.lines)["Verhuisdatum"] == "1 december 2026"
    assert matter.can_be_withdrawn


def test_once_it_is_in_the_register_that_is_a_step(move: Move) -> None:
    submission = move()
    deliver(submission.pk)
    assert steps(seen(submission)) == ["ontvangen", "systeem", "klaar"]


def test_what_a_colleague_does_is_told_by_name_in_order(
    move: Move, waterdam: Municipality, anja: User, moment: Moment
) -> None:
    talk(waterdam)
    submission = move(outcome="bellen")
    taak = InterneTaak.objects.get()
    assert seen(submission).who == "een medewerker van burgerzaken"
    moment.now = LATER
    take_up(taak=taak, by=anja, now=LATER)
    return_with_question(submission=submission, question="Welk huis?", by=anja, now=LATEST)
    plan_call(taak=taak, by=anja, at=LATEST + timedelta(hours=2), now=LATER)
    planned = seen(submission)
    assert planned.who == "Anja"
    assert planned.planned_at == LATEST + timedelta(hours=2)
    assert steps(planned) == ["ontvangen", "collega", "vraag", "belt", "hoort"]
    log_call(taak=taak, by=anja, outcome=CallOutcome.SPOKEN, note="ze huilde", now=LATEST)
    matter = seen(submission)
    assert "gesproken" in steps(matter)
    told = " ".join(message.text for message in matter.messages)
    assert told.count("Welk huis?") == 1
    assert f"**{taak.reference}** opgepakt" in told
    assert "huilde" not in str(matter.steps) + told


def test_the_end_tells_how_it_ended(move: Move, anja: User) -> None:
    submission = move()
    close(submission=submission, resultaat="Verwerkt", by=anja, now=LATER)
    matter = seen(submission)
    assert matter.standing is Standing.DONE
    assert steps(matter) == ["ontvangen", "afgehandeld"]
    assert matter.steps[-1].values == {"resultaat": "verwerkt"}
    assert matter.over_at == LATER
    assert not matter.can_be_withdrawn


def test_what_was_taken_back_is_so_also_for_the_colleague_who_would_have_called(
    move: Move, anja: User
) -> None:
    submission = move(outcome="bellen")
    withdraw(submission=submission, now=LATER)
    matter = seen(submission)
    assert matter.standing is Standing.WITHDRAWN
    assert steps(matter) == ["ontvangen", "ingetrokken"]
    taak = InterneTaak.objects.get()
    assert (taak.status, taak.result, taak.handled_at) == ("afgehandeld", "ingetrokken", LATER)
    assert not matter.can_be_withdrawn


def test_a_call_that_was_finished_before_it_was_taken_back_stays_as_it_was(
    move: Move, anja: User
) -> None:
    submission = move(outcome="bellen")
    taak = InterneTaak.objects.get()
    take_up(taak=taak, by=anja, now=NIGHT)
    finish(taak=taak, by=anja, result="nagekeken_terug", note="", now=NIGHT)
    withdraw(submission=submission, now=LATER)
    taak.refresh_from_db()
    assert (taak.result, taak.handled_at) == ("nagekeken_terug", NIGHT)


def test_the_number_of_the_call_leads_to_what_it_is_about(move: Move) -> None:
    submission = move(outcome="bellen")
    found = matter_by_number("waterdam", InterneTaak.objects.get().reference)
    assert found is not None
    assert found.reference == submission.ontvangstnummer


def test_who_is_only_named_in_it_sees_where_it_is_and_nothing_of_anybody(move: Move) -> None:
    submission = move()
    partner = UUID(submission.participants[1]["person"])
    (matter,) = matters_of("waterdam", partner, None)
    assert matter.reference == submission.ontvangstnummer
    assert (matter.lines, matter.messages, matter.email) == ((), (), "")
    assert not matter.can_be_withdrawn
    (own,) = matters_of("waterdam", initiator(submission), None)
    assert own == replace(seen(submission), is_own=True)


def test_somebody_else_sees_nothing_and_another_municipality_neither(move: Move) -> None:
    submission = move()
    assert matters_of("waterdam", uuid4(), None) == []
    assert matters_of("heidewoud", initiator(submission), CONVERSATION) == []
    assert matter_by_number("heidewoud", submission.ontvangstnummer) is None


def test_what_was_handed_in_while_registers_knew_nobody_is_found_by_its_conversation(
    move: Move,
) -> None:
    submission = move(participants=[])
    (matter,) = matters_of("waterdam", uuid4(), CONVERSATION)
    assert matter.reference == submission.ontvangstnummer
    assert matter.can_be_withdrawn


def test_a_thing_is_there_once_though_a_colleague_looks_at_it_and_the_newest_is_first(
    move: Move, waterdam: Municipality
) -> None:
    submission = move(outcome="bellen")
    call = open_interne_taak(
        municipality=waterdam,
        kind="terugbelverzoek",
        topic="gesprek-medewerker",
        term_days=2,
        answers={},
        display={"Telefoonnummer": "06 12345678"},
        origin_key="b",
        conversation_id=CONVERSATION,
        now=LATER,
    )
    found = matters_of("waterdam", initiator(submission), CONVERSATION)
    assert [each.reference for each in found] == [call.reference, submission.ontvangstnummer]
    assert found[0].can_be_withdrawn
    assert found[0].lines == (("Telefoonnummer", "06 12345678"),)


@pytest.mark.parametrize(
    ("answers", "email"),
    [
        ({"contact": "jo@example.nl"}, "jo@example.nl"),
        ({"contact": "0612345678"}, ""),
        ({"email": "jo@example.nl"}, "jo@example.nl"),
        ({}, ""),
    ],
)
def test_an_interne_taak_is_followed_by_the_address_that_was_left(
    waterdam: Municipality, answers: dict[str, str], email: str
) -> None:
    taak = open_interne_taak(
        municipality=waterdam,
        kind="melding_straatverlichting",
        topic="melding-straatverlichting",
        term_days=2,
        answers=answers,
        display={},
        origin_key="c",
        conversation_id=CONVERSATION,
        now=NIGHT,
    )
    found = matter_by_number("waterdam", taak.reference)
    assert found is not None
    assert found.email == email
