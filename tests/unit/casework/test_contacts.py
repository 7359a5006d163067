# SPDX-License-Identifier: EUPL-1.2
"""Calling the resident: what is logged, what it finishes, and what it cannot say."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import DataError, connection, transaction
from tests.unit.casework.conftest import NIGHT

from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework.errors import NotYoursError, StaffError, WrongResultError
from gemeengoed.casework.models import (
    NOTE_AT_MOST,
    CallOutcome,
    InterneTaak,
    Klantcontact,
    Status,
)
from gemeengoed.casework.operations import finish
from gemeengoed.casework.operations_assigning import take_up
from gemeengoed.casework.operations_contacts import log_call, plan_call
from gemeengoed.casework.queries import contacts_of, history_of, taak_of


@pytest.fixture
def of_anja(open_one, anja) -> InterneTaak:
    return take_up(taak=open_one(), by=anja, now=NIGHT)


def test_a_contact_tells_who_when_and_how_it_went(of_anja, anja):
    log_call(
        taak=of_anja, by=anja, outcome=CallOutcome.SPOKEN, note="Belt morgen terug.", now=NIGHT
    )

    (contact,) = contacts_of(of_anja)
    assert (contact.by, contact.at, contact.outcome) == (anja, NIGHT, "gesproken")
    assert contact.reached
    assert (contact.channel, contact.note) == ("telefoon", "Belt morgen terug.")
    assert taak_of("waterdam", of_anja.pk).status == Status.OPEN
    record = AuditRecord.objects.get(action="interne_taak.call_logged")
    assert record.details == {"outcome": "gesproken"}


@pytest.mark.parametrize(
    ("outcome", "reached"),
    [
        (CallOutcome.SPOKEN, True),
        (CallOutcome.SPOKEN_LATER, True),
        (CallOutcome.NO_ANSWER, False),
        (CallOutcome.VOICEMAIL, False),
        (CallOutcome.WRONG_NUMBER, False),
    ],
)
def test_only_who_was_spoken_with_was_reached(of_anja, anja, outcome, reached):
    contact = log_call(taak=of_anja, by=anja, outcome=outcome, note="", now=NIGHT)

    assert contact.reached is reached


def test_a_call_can_finish_at_once(of_anja, anja):
    log_call(
        taak=of_anja,
        by=anja,
        outcome=CallOutcome.SPOKEN,
        note="Geregeld.",
        result="gesproken_geregeld",
        now=NIGHT,
    )

    done = taak_of("waterdam", of_anja.pk)
    assert (done.status, done.result, done.note) == (Status.DONE, "gesproken_geregeld", "Geregeld.")
    assert [event.kind for event in history_of(done)][-2:] == ["call_logged", "finished"]


@pytest.mark.parametrize(
    ("outcome", "result"),
    [
        (CallOutcome.NO_ANSWER, "gesproken_geregeld"),
        (CallOutcome.SPOKEN, "niet_bereikt_brief"),
        (CallOutcome.SPOKEN, "gemaakt"),  # of another kind
        (CallOutcome.SPOKEN, "verzonnen"),
    ],
)
def test_a_result_that_does_not_fit_leaves_nothing(of_anja, anja, outcome, result):
    with pytest.raises(WrongResultError):
        log_call(taak=of_anja, by=anja, outcome=outcome, note="", result=result, now=NIGHT)

    assert not Klantcontact.objects.exists()
    assert taak_of("waterdam", of_anja.pk).status == Status.OPEN
    assert not AuditRecord.objects.filter(action="interne_taak.call_logged").exists()


def test_spoken_with_nobody_is_no_result(of_anja, anja):
    with pytest.raises(WrongResultError):
        finish(taak=of_anja, by=anja, result="gesproken_geregeld", note="", now=NIGHT)

    log_call(taak=of_anja, by=anja, outcome=CallOutcome.SPOKEN, note="", now=NIGHT)
    finish(taak=of_anja, by=anja, result="gesproken_geregeld", note="", now=NIGHT)
    assert taak_of("waterdam", of_anja.pk).status == Status.DONE


def test_only_who_has_it_logs_and_plans(of_anja, bilal):
    with pytest.raises(NotYoursError):
        log_call(taak=of_anja, by=bilal, outcome=CallOutcome.SPOKEN, note="", now=NIGHT)
    with pytest.raises(NotYoursError):
        plan_call(taak=of_anja, by=bilal, at=NIGHT + timedelta(hours=7), now=NIGHT)


def test_a_moment_is_kept_until_the_call(of_anja, anja):
    at = NIGHT + timedelta(hours=7)
    plan_call(taak=of_anja, by=anja, at=at, now=NIGHT)
    assert taak_of("waterdam", of_anja.pk).planned_at == at

    log_call(taak=of_anja, by=anja, outcome=CallOutcome.VOICEMAIL, note="", now=at)
    assert taak_of("waterdam", of_anja.pk).planned_at is None


def test_a_moment_that_has_passed_is_refused(of_anja, anja):
    with pytest.raises(WrongResultError):
        plan_call(taak=of_anja, by=anja, at=NIGHT, now=NIGHT)


def test_a_note_fits_the_klantinteracties_api(of_anja, anja):
    whole = "x" * NOTE_AT_MOST
    log_call(taak=of_anja, by=anja, outcome=CallOutcome.SPOKEN, note=whole, now=NIGHT)

    assert contacts_of(of_anja)[0].note == whole
    with pytest.raises(DataError), transaction.atomic():
        log_call(taak=of_anja, by=anja, outcome=CallOutcome.SPOKEN, note=whole + "x", now=NIGHT)


@pytest.mark.django_db(transaction=True)
def test_of_two_calls_that_finish_at_the_same_moment_one_is_stored(of_anja, anja):
    together = Barrier(2)

    def one(_):
        together.wait()
        try:
            log_call(
                taak=of_anja,
                by=anja,
                outcome=CallOutcome.SPOKEN,
                note="",
                result="gesproken_geregeld",
                now=NIGHT,
            )
        except StaffError as error:
            return error
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(2) as threads:
        told = list(threads.map(one, range(2)))

    assert [each for each in told if each is None] == [None]
    assert Klantcontact.objects.count() == 1
