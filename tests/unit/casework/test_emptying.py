# SPDX-License-Identifier: EUPL-1.2
"""A year after it was finished, an interne_taak says nothing of a person any more."""

from datetime import timedelta

import pytest
from tests.unit.casework.conftest import NIGHT

from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework.models import (
    CallOutcome,
    InterneTaak,
    Klantcontact,
    Status,
    TaakEvent,
)
from gemeengoed.casework.operations import empty_finished, finish
from gemeengoed.casework.operations_assigning import hand_over, take_up
from gemeengoed.casework.operations_contacts import log_call
from gemeengoed.casework.queries import history_of
from gemeengoed.terms.clock import Clock

KEEP = timedelta(days=365)


@pytest.fixture
def later(settings):
    """later(days): it is so many days after NIGHT."""

    def moved(days: float) -> None:
        settings.CLOCK = Clock(lambda: NIGHT + timedelta(days=days))

    return moved


def test_what_says_something_of_a_person_goes_and_what_can_be_counted_stays(open_one, anja, later):
    before = finish(
        taak=open_one(), by=anja, result="ingetrokken", note="Mevrouw Jansen gebeld", now=NIGHT
    )
    later(366)

    assert empty_finished(keep=KEEP) == 1
    after = InterneTaak.objects.get(pk=before.pk)
    assert (after.answers, after.display, after.note, after.handled_by) == ({}, [], "", None)
    assert after.origin_key != before.origin_key, "it is made of the answers"
    assert after.emptied_at == NIGHT + timedelta(days=366)
    for stays in ("reference", "kind", "topic", "status", "opened_at", "due_on", "handled_at"):
        assert getattr(after, stays) == getattr(before, stays)


def test_history_and_contacts_are_emptied_with_it(open_one, anja, bilal, later):
    taak = take_up(taak=open_one(), by=anja, now=NIGHT)
    hand_over(taak=taak, by=anja, to=bilal, summary="Mevrouw Jansen belde", now=NIGHT)
    log_call(
        taak=taak,
        by=anja,
        outcome=CallOutcome.SPOKEN,
        note="Mevrouw Jansen gebeld",
        result="gesproken_geregeld",
        now=NIGHT,
    )
    later(366)
    empty_finished(keep=KEEP)

    left = [str(list(rows.objects.values())) for rows in (InterneTaak, TaakEvent, Klantcontact)]
    assert "Jansen" not in "".join(left)
    assert {(event.by, event.to) for event in TaakEvent.objects.all()} == {(None, None)}
    assert [event.kind for event in history_of(taak)] == [
        "opened",
        "assigned",
        "handed_over",
        "call_logged",
        "finished",
    ]
    contact = Klantcontact.objects.get()
    assert (contact.by, contact.note, contact.reached) == (None, "", True)
    assert InterneTaak.objects.get().assignee is None


def test_it_counts_from_the_day_that_it_was_finished(open_one, anja, later):
    finished = NIGHT + timedelta(days=300)
    finish(taak=open_one(), by=anja, result="ingetrokken", note="gebeld", now=finished)
    later(300 + 365)

    assert empty_finished(keep=KEEP) == 0
    later(300 + 365.1)
    assert empty_finished(keep=KEEP) == 1


def test_an_open_one_stays_however_old(open_one, later):
    taak = open_one()
    later(4000)

    assert empty_finished(keep=KEEP) == 0
    assert InterneTaak.objects.get(pk=taak.pk, status=Status.OPEN).answers == taak.answers


def test_two_of_one_municipality_are_emptied_once_and_recorded(open_one, anja, later):
    for key in ("a", "b"):
        finish(
            taak=open_one(origin_key=key), by=anja, result="ingetrokken", note="gebeld", now=NIGHT
        )
    later(366)

    assert empty_finished(keep=KEEP) == 2
    assert empty_finished(keep=KEEP) == 0
    record = AuditRecord.objects.get(action="interne_taak.emptied")
    assert record.details == {"count": 2}
