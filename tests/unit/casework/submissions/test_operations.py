# SPDX-License-Identifier: EUPL-1.2
"""Handing in, withdrawing, closing, lifting out and asking: stored at once, told outside later."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.unit.casework.submissions.conftest import (
    BSNS,
    CONVERSATION,
    NIGHT,
    Moment,
    family,
    hand_in_a_move,
    town,
    worker,
)

from gemeengoed.accounts.models import User
from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework.models import InterneTaak, Status
from gemeengoed.casework.queries import open_taken
from gemeengoed.casework.references import read_reference
from gemeengoed.casework.submissions import operations, operations_lifting
from gemeengoed.casework.submissions.errors import (
    AlreadyOverError,
    SubmissionRefusedError,
    UnknownResultaatError,
    UnknownSubmissionError,
)
from gemeengoed.casework.submissions.models import Delivery, DeliveryState, State, Submission
from gemeengoed.casework.submissions.operations import empty_over
from gemeengoed.casework.submissions.operations_ending import withdraw
from gemeengoed.casework.submissions.operations_lifting import lift_out
from gemeengoed.casework.submissions.operations_processing import (
    close,
    return_with_question,
)
from gemeengoed.casework.submissions.participants import participant_of
from gemeengoed.casework.submissions.queries import (
    is_handed_in,
    submission_by_number,
    submission_of,
)
from gemeengoed.casework.submissions.queries_waiting import waiting
from gemeengoed.gateways.berichten.models import Behaviour as MailBehaviour
from gemeengoed.gateways.berichten.operations import set_behaviour as set_mail_behaviour
from gemeengoed.gateways.zaken.models import Behaviour, DemoZaak
from gemeengoed.gateways.zaken.operations import set_behaviour
from gemeengoed.municipalities.models import Municipality

Move = Callable[..., Submission]
LATER = NIGHT + timedelta(hours=7)


def steps(submission: Submission) -> set[str]:
    return set(submission.deliveries.values_list("step", flat=True))


def jobs(submission: Submission) -> list[ProcrastinateJob]:
    return list(ProcrastinateJob.objects.filter(lock=f"submission:{submission.pk}"))


class TestHandingIn:
    def test_it_holds_what_the_resident_confirmed(self, move: Move) -> None:
        submission = Submission.objects.get(pk=move().pk)
        assert submission.state == State.ACCEPTED
        assert submission.handed_in_at == NIGHT
        assert submission.due_on == date(2026, 11, 26)
        assert submission.display[0] == ["Verhuisdatum", "1 december 2026"]
        assert submission.conversation_id == CONVERSATION
        assert read_reference(submission.ontvangstnummer) == submission.ontvangstnummer

    def test_nobody_outside_is_asked_or_told(self, move: Move) -> None:
        set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)
        set_mail_behaviour(municipality="waterdam", behaviour=MailBehaviour.DOWN)
        assert move().pk
        assert not DemoZaak.objects.exists()

    def test_the_job_knows_ids_only_and_keeps_the_order_of_one_submission(self, move: Move) -> None:
        submission = move()
        (job,) = jobs(submission)
        assert job.args == {"submission": str(submission.pk)}
        assert job.task_name == "submissions.deliver"

    def test_every_step_is_there_from_the_beginning(self, move: Move) -> None:
        every = {"zaak", "rollen", "eigenschappen", "zaakobject", "status", "receipt_mail"}
        assert steps(move()) == every
        plain = move(origin_key="b", email="", address=None, eigenschappen={}, participants=[])
        assert steps(plain) == {"zaak", "status"}

    def test_no_column_no_record_and_no_job_holds_a_bsn(self, move: Move) -> None:
        move()
        stored = [
            *Submission.objects.values(),
            *Delivery.objects.values(),
            *AuditRecord.objects.values(),
            *ProcrastinateJob.objects.values(),
        ]
        assert stored
        assert all(bsn not in str(row) for row in stored for bsn in BSNS)

    def test_participants_come_back_as_they_were(self, move: Move, waterdam: Municipality) -> None:
        told = family(waterdam)
        assert [participant_of(each) for each in move().participants] == told
        assert "Jansen" not in repr(told)

    def test_the_same_wish_again_gives_the_same_one_and_no_second_job(self, move: Move) -> None:
        first = move()
        assert move(outcome="bellen").pk == first.pk
        assert is_handed_in("waterdam", "een-wens")
        assert Submission.objects.count() == len(jobs(first)) == 1
        assert AuditRecord.objects.filter(action="submission.handed_in").count() == 1
        assert not InterneTaak.objects.exists()

    def test_all_faults_are_told_at_once_and_nothing_is_stored(
        self, move: Move, waterdam: Municipality
    ) -> None:
        first, *others = family(waterdam)
        with pytest.raises(SubmissionRefusedError) as refused:
            move(
                outcome="te_vroeg",
                email="jo",
                phone="bel maar",
                eigenschappen={"datumVerhuizing": "1 december"},
                participants=[first, first, *others],
            )
        assert len(refused.value.faults) == 6, refused.value.faults
        assert "1 december" not in str(refused.value)
        assert not Submission.objects.exists()
        with pytest.raises(SubmissionRefusedError):
            move(kind="dakkapel")

    def test_at_an_outcome_for_a_person_an_interne_taak_is_opened_with_everything(
        self, move: Move
    ) -> None:
        submission = move(outcome="bellen")
        taak = open_taken("waterdam")[0]
        assert submission.taak == taak
        assert taak.due_on == submission.due_on
        lines = dict(taak.display)
        assert lines["Ontvangstnummer"] == submission.ontvangstnummer
        assert lines["Verhuisdatum"] == "1 december 2026"
        assert waiting("waterdam") == []

    def test_when_the_interne_taak_cannot_be_opened_nothing_is_stored_and_no_job_waits(
        self, move: Move, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full_disk(**_: Any) -> None:
            raise OSError

        monkeypatch.setattr(operations_lifting, "open_interne_taak", full_disk)
        with pytest.raises(OSError), transaction.atomic():  # noqa: PT011 (any: raised just above)
            move(outcome="bellen")
        assert not Submission.objects.exists()
        assert not ProcrastinateJob.objects.filter(task_name="submissions.deliver").exists()

    def test_a_number_is_never_that_of_an_interne_taak(
        self, move: Move, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        taken = InterneTaak.objects.get(pk=move(outcome="bellen").taak_id).reference
        offered = iter([taken, move(origin_key="b").ontvangstnummer, "WT-0000-0000"])
        monkeypatch.setattr(operations, "new_reference", lambda _: next(offered))
        assert move(origin_key="c").ontvangstnummer == "WT-0000-0000"


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_with_one_key_there_is_one(
    published: None, moment: Moment
) -> None:
    waterdam = town("waterdam")
    people = family(waterdam)
    together = Barrier(6)

    def one(_: int) -> str:
        together.wait()
        try:
            made = hand_in_a_move(waterdam, outcome="bellen", participants=people)
            return made.ontvangstnummer
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        numbers = set(threads.map(one, range(6)))
    submission = Submission.objects.get()
    assert numbers == {submission.ontvangstnummer}
    assert len(jobs(submission)) == InterneTaak.objects.count() == 1
    assert submission.deliveries.count() == 6


class TestEnding:
    def test_a_colleague_closes_it_and_the_register_and_the_resident_will_be_told(
        self, move: Move, anja: User
    ) -> None:
        submission = close(submission=move(), resultaat="Verwerkt", by=anja, now=LATER)
        assert (submission.state, submission.resultaat) == (State.CLOSED, "Verwerkt")
        assert (submission.closed_at, submission.closed_by) == (LATER, anja)
        assert {"resultaat", "end_status", "closing_mail"} < steps(submission)
        assert len(jobs(submission)) == 2
        record = AuditRecord.objects.get(action="submission.closed")
        assert record.actor == f"user:{anja.pk}"

    def test_the_interne_taak_that_it_was_lifted_out_to_is_finished_with_it(
        self, move: Move, anja: User
    ) -> None:
        submission = move(outcome="bellen")
        close(submission=submission, resultaat="Niet verwerkt", by=anja, now=LATER)
        taak = InterneTaak.objects.get()
        assert (taak.status, taak.note) == (Status.DONE, "Niet verwerkt")

    def test_a_resultaat_that_the_kind_has_not_is_refused(self, move: Move, anja: User) -> None:
        with pytest.raises(UnknownResultaatError):
            close(submission=move(), resultaat="Ingetrokken", by=anja, now=LATER)

    def test_a_resident_withdraws_it_once(self, move: Move) -> None:
        submission = move()
        for _ in range(2):
            withdrawn = withdraw(submission=submission, now=LATER)
        assert (withdrawn.state, withdrawn.resultaat) == (State.WITHDRAWN, "Ingetrokken")
        assert {"resultaat", "end_status", "withdrawal_mail"} < steps(submission)
        assert AuditRecord.objects.filter(action="submission.withdrawn").count() == 1

    def test_what_is_over_stays_as_it_is(self, move: Move, anja: User) -> None:
        closed = close(submission=move(), resultaat="Verwerkt", by=anja, now=LATER)
        for attempt in (
            lambda: withdraw(submission=closed, now=LATER),
            lambda: close(submission=closed, resultaat="Verwerkt", by=anja, now=LATER),
            lambda: lift_out(submission=closed, reason="adres", note="", by=anja, now=LATER),
            lambda: return_with_question(submission=closed, question="?", by=anja, now=LATER),
        ):
            with pytest.raises(AlreadyOverError):
                attempt()
        assert Submission.objects.get().state == State.CLOSED

    def test_one_that_is_gone_is_told(self, move: Move) -> None:
        submission = move()
        Submission.objects.all().delete()
        with pytest.raises(UnknownSubmissionError):
            withdraw(submission=submission, now=LATER)

    def test_the_database_holds_none_that_is_over_without_a_moment_and_a_resultaat(
        self, move: Move
    ) -> None:
        submission = move()
        for wrong in ({}, {"closed_at": LATER}, {"resultaat": "Verwerkt"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Submission.objects.filter(pk=submission.pk).update(state="closed", **wrong)


@pytest.mark.django_db(transaction=True)
def test_of_a_colleague_who_closes_and_a_resident_who_withdraws_at_once_one_wins(
    published: None, moment: Moment
) -> None:
    submission = hand_in_a_move(town("waterdam"))
    anja = worker("Anja", Municipality.objects.get())
    together = Barrier(2)

    def one(act: Callable[[], Submission]) -> str:
        together.wait()
        try:
            return act().state
        except AlreadyOverError as error:
            return f"already {error.state}"
        finally:
            connection.close()

    acts = (
        lambda: withdraw(submission=submission, now=LATER),
        lambda: close(submission=submission, resultaat="Verwerkt", by=anja, now=LATER),
    )
    with ThreadPoolExecutor(2) as threads:
        told = sorted(threads.map(one, acts))
    state = Submission.objects.get().state
    assert told == sorted([state, f"already {state}"])
    assert submission.deliveries.filter(step="resultaat").count() == 1


class TestLookingAtIt:
    def test_one_that_looks_wrong_goes_to_a_person_once(self, move: Move, anja: User) -> None:
        submission = move()
        why = {"reason": "geen_woning", "by": anja, "now": LATER}
        first = lift_out(submission=submission, note="Het is een garage", **why)
        assert lift_out(submission=submission, note="?", **why) == first
        told = dict(first.display)["Waarom bekijken"]
        assert told == "Het adres is geen woning: Het is een garage"
        assert (first.team, first.activity) == ("burgerzaken", "controleren")
        assert first.due_on == submission.due_on
        record = AuditRecord.objects.get(action="submission.lifted_out")
        assert record.details["reason"] == "geen_woning"
        assert "garage" not in str(record.details)


class TestQueries:
    def test_the_list_has_the_most_urgent_first_and_only_ordinary_open_ones_of_here(
        self, move: Move, anja: User
    ) -> None:
        late = move(origin_key="a", term_days=9)
        soon = move(origin_key="b", term_days=1)
        sooner = move(origin_key="c", term_days=1, now=NIGHT - timedelta(minutes=5))
        close(submission=move(origin_key="d"), resultaat="Verwerkt", by=anja, now=LATER)
        move(origin_key="e", outcome="bellen")
        hand_in_a_move(town("heidewoud"))
        assert waiting("waterdam") == [sooner, soon, late]

    def test_one_of_another_municipality_does_not_exist_here(self, move: Move) -> None:
        submission = move()
        assert submission_of("waterdam", submission.pk) == submission
        assert submission_by_number("waterdam", submission.ontvangstnummer) == submission
        assert submission_by_number("heidewoud", submission.ontvangstnummer) is None
        with pytest.raises(UnknownSubmissionError):
            submission_of("heidewoud", submission.pk)


class TestEmptying:
    KEEP = timedelta(days=365)

    def over(self, move: Move, anja: User, *, delivered: bool = True) -> Submission:
        submission = close(submission=move(), resultaat="Verwerkt", by=anja, now=LATER)
        if delivered:
            submission.deliveries.update(state=DeliveryState.DELIVERED)
        return submission

    def test_what_says_something_of_a_person_goes_and_what_can_be_counted_stays(
        self, move: Move, anja: User, moment: Moment
    ) -> None:
        before = self.over(move, anja)
        moment.now = LATER + timedelta(days=365)
        assert empty_over(keep=self.KEEP) == 0
        moment.now = LATER + timedelta(days=366)
        assert empty_over(keep=self.KEEP) == 1
        assert empty_over(keep=self.KEEP) == 0
        after = Submission.objects.get(pk=before.pk)
        assert (after.answers, after.display, after.participants) == ({}, [], [])
        assert (after.email, after.phone, after.address, after.closed_by) == ("", "", None, None)
        assert after.origin_key != before.origin_key
        for stays in ("ontvangstnummer", "kind", "state", "resultaat", "closed_at", "due_on"):
            assert getattr(after, stays) == getattr(before, stays)

    def test_what_is_open_or_not_delivered_stays_however_old(
        self, move: Move, anja: User, moment: Moment
    ) -> None:
        self.over(move, anja, delivered=False)
        move(origin_key="open")
        moment.now = LATER + timedelta(days=4000)
        assert empty_over(keep=self.KEEP) == 0
        assert all(each.display for each in Submission.objects.all())
