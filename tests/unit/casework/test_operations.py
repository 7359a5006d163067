# SPDX-License-Identifier: EUPL-1.2
"""Opening and finishing interne taken."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from tests.unit.casework.conftest import CONVERSATION, NIGHT

from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework import operations, operations_history
from gemeengoed.casework.errors import (
    AlreadyFinishedError,
    ReferencesExhaustedError,
    UnknownKindError,
    UnknownTaakError,
)
from gemeengoed.casework.models import InterneTaak, Status
from gemeengoed.casework.operations import finish
from gemeengoed.casework.queries import finished_taken, open_taken, taak_by_reference, taak_of


class TestOpening:
    def test_it_holds_what_the_resident_confirmed(self, open_one):
        taak = InterneTaak.objects.get(pk=open_one().pk)

        assert taak.answers == {"telefoon": "+31612345678"}
        assert taak.display == [["Telefoonnummer", "06 12345678"], ["Wanneer", "In de ochtend"]]
        assert (taak.status, taak.topic) == (Status.OPEN, "gesprek-medewerker")
        assert taak.conversation_id == CONVERSATION
        assert taak.opened_at == NIGHT

    @pytest.mark.parametrize(
        ("now", "days", "due"),
        [
            (NIGHT, 2, date(2026, 11, 25)),
            (NIGHT.replace(day=27), 1, date(2026, 11, 30)),  # a Friday
            (NIGHT.replace(month=12, day=24), 1, date(2026, 12, 28)),  # Christmas
        ],
    )
    def test_the_promise_counts_working_days_from_the_dutch_day(self, open_one, now, days, due):
        assert open_one(now=now, term_days=days).due_on == due

    def test_the_same_wish_again_gives_the_same_one(self, open_one):
        first = open_one()

        assert open_one(topic="iets-anders").pk == first.pk
        assert InterneTaak.objects.count() == 1
        assert AuditRecord.objects.filter(action="interne_taak.opened").count() == 1

    def test_the_same_key_in_another_municipality_is_another_wish(self, open_one, oostermark):
        assert open_one().pk != open_one(municipality=oostermark).pk

    def test_the_record_tells_who_and_what_but_not_what_was_typed(self, open_one):
        taak = open_one()
        record = AuditRecord.objects.get(action="interne_taak.opened")

        assert record.municipality == "waterdam"
        assert record.subject == f"interne_taak:{taak.pk}"
        assert record.details == {"kind": "terugbelverzoek", "due_on": "2026-11-25"}

    def test_without_a_record_there_is_no_taak(self, open_one, monkeypatch):
        def refuse(**_):
            raise RuntimeError("the audit is full")

        monkeypatch.setattr(operations_history, "record", refuse)
        with pytest.raises(RuntimeError):
            open_one()
        assert not InterneTaak.objects.exists()

    def test_a_kind_that_nobody_takes_on_is_refused(self, open_one):
        with pytest.raises(UnknownKindError):
            open_one(kind="melding_ufo")
        assert not InterneTaak.objects.exists()

    def test_a_number_that_is_taken_is_drawn_again(self, open_one, monkeypatch):
        drawn = iter(["WT-1111-1111", "WT-1111-1111", "WT-2222-2222"])
        monkeypatch.setattr(operations, "new_reference", lambda _: next(drawn))

        assert open_one(origin_key="a").reference == "WT-1111-1111"
        assert open_one(origin_key="b").reference == "WT-2222-2222"

    def test_when_no_number_is_free_it_says_so_instead_of_trying_for_ever(
        self, open_one, monkeypatch
    ):
        monkeypatch.setattr(operations, "new_reference", lambda _: "WT-1111-1111")
        open_one(origin_key="a")

        with pytest.raises(ReferencesExhaustedError):
            open_one(origin_key="b")


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_one_is_opened_and_all_get_it(open_one):
    at_once = 8
    together = Barrier(at_once)

    def one(_):
        together.wait()
        try:
            return open_one().reference
        finally:
            connection.close()

    with ThreadPoolExecutor(at_once) as threads:
        references = set(threads.map(one, range(at_once)))

    assert len(references) == 1
    assert InterneTaak.objects.count() == 1
    assert AuditRecord.objects.filter(action="interne_taak.opened").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_finish_at_the_same_moment_the_second_is_told(open_one, anja, bilal):
    taak = open_one()
    together = Barrier(2)

    def one(who):
        together.wait()
        try:
            finish(taak=taak, by=who, result="ingetrokken", note=f"gebeld door {who}", now=NIGHT)
        except AlreadyFinishedError as error:
            return error.by
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(2) as threads:
        told = list(threads.map(one, (anja, bilal)))

    done = taak_of("waterdam", taak.pk)
    assert sorted(told, key=str) == sorted([None, str(done.handled_by)], key=str)
    assert done.note == f"gebeld door {done.handled_by}"
    assert AuditRecord.objects.filter(action="interne_taak.finished").count() == 1


class TestFinishing:
    def test_it_tells_who_when_and_what_came_of_it(self, open_one, anja):
        later = NIGHT + timedelta(hours=7)
        done = finish(taak=open_one(), by=anja, result="ingetrokken", note="Gesproken.", now=later)

        assert (done.status, done.handled_at, done.handled_by) == (Status.DONE, later, anja)
        assert done.note == "Gesproken."
        record = AuditRecord.objects.get(action="interne_taak.finished")
        assert (record.actor, record.municipality) == (f"user:{anja.pk}", "waterdam")

    def test_a_second_time_is_refused_and_changes_nothing(self, open_one, anja):
        done = finish(taak=open_one(), by=anja, result="ingetrokken", note="Eerste", now=NIGHT)

        with pytest.raises(AlreadyFinishedError) as error:
            finish(taak=done, by=anja, result="ingetrokken", note="Tweede", now=NIGHT)
        assert error.value.by == "Anja"
        assert InterneTaak.objects.get().note == "Eerste"

    def test_one_that_is_gone_is_told(self, open_one, anja):
        taak = open_one()
        InterneTaak.objects.all().delete()

        with pytest.raises(UnknownTaakError):
            finish(taak=taak, by=anja, result="ingetrokken", note="", now=NIGHT)

    def test_the_database_holds_no_finished_one_without_a_moment(self, open_one):
        taak = open_one()

        with pytest.raises(IntegrityError), transaction.atomic():
            InterneTaak.objects.filter(pk=taak.pk).update(status=Status.DONE)


class TestQueries:
    def test_open_ones_come_most_urgent_first_and_only_of_this_municipality(
        self, open_one, oostermark, anja
    ):
        late = open_one(origin_key="laat", term_days=9)
        soon = open_one(origin_key="snel", term_days=1)
        open_one(origin_key="elders", municipality=oostermark)
        finish(taak=open_one(origin_key="klaar"), by=anja, result="ingetrokken", note="", now=NIGHT)

        assert open_taken("waterdam") == [soon, late]

    def test_finished_ones_are_those_of_the_dutch_day(self, open_one, anja):
        done = finish(
            taak=open_one(),
            by=anja,
            result="ingetrokken",
            note="",
            now=NIGHT.replace(hour=0, minute=30),
        )

        assert finished_taken("waterdam", on=date(2026, 11, 23)) == [done]
        assert finished_taken("waterdam", on=date(2026, 11, 22)) == []

    def test_one_of_another_municipality_does_not_exist_here(self, open_one):
        taak = open_one()

        assert taak_of("waterdam", taak.pk) == taak
        assert taak_by_reference("waterdam", taak.reference) == taak
        assert taak_by_reference("oostermark", taak.reference) is None
        with pytest.raises(UnknownTaakError):
            taak_of("oostermark", taak.pk)
