# SPDX-License-Identifier: EUPL-1.2
"""Whatever fails: one zaak with all its rollen, and one mail."""

import os
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from tests.unit.casework.submissions.conftest import (
    BSNS,
    NIGHT,
    Moment,
    bsns_in_register,
    hand_in_a_move,
    in_register,
    mails,
    town,
    zaken,
)
from tests.unit.casework.submissions.killing import KilledError, fragile

from gemeengoed.access.models import KnownPerson
from gemeengoed.accounts.models import User
from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework.submissions.errors import NotDeliveredYetError, SubmissionBusyError
from gemeengoed.casework.submissions.models import Delivery, DeliveryState, State, Submission
from gemeengoed.casework.submissions.operations_ending import withdraw
from gemeengoed.casework.submissions.operations_lifting import lift_out
from gemeengoed.casework.submissions.operations_processing import (
    close,
    log_answer,
    return_with_question,
)
from gemeengoed.casework.submissions.outbox import mail_steps, operations, running
from gemeengoed.casework.submissions.outbox.alone import alone
from gemeengoed.casework.submissions.outbox.operations import retry_stuck
from gemeengoed.casework.submissions.outbox.running import deliver
from gemeengoed.casework.submissions.outbox.steps import STEPS
from gemeengoed.casework.submissions.queries import stuck, to_be_tried_again
from gemeengoed.casework.submissions.queries_waiting import waiting
from gemeengoed.gateways.berichten.models import Behaviour as MailBehaviour
from gemeengoed.gateways.berichten.operations import set_behaviour as set_mail_behaviour
from gemeengoed.gateways.zaken.client import ZgwZaken
from gemeengoed.gateways.zaken.demo import DemoExchange
from gemeengoed.gateways.zaken.errors import ZakenTimeoutError
from gemeengoed.gateways.zaken.models import Behaviour, DemoZaak, DemoZaakregister, PartKind
from gemeengoed.gateways.zaken.operations import set_behaviour
from gemeengoed.gateways.zaken.registry import register_of
from gemeengoed.gateways.zaken.shapes import Rol, Roltype

Move = Callable[..., Submission]
LATER = NIGHT + timedelta(hours=7)
DRAWN = int(os.environ.get("KILLS", "30"))  # ``make crash`` does a hundred


def down(behaviour: Behaviour = Behaviour.DOWN) -> None:
    set_behaviour(municipality="waterdam", behaviour=behaviour)


def step(submission: Submission, name: str) -> Delivery:
    return submission.deliveries.get(step=name)


def whole(submission: Submission, settings: Any) -> None:
    """One zaak with all its rollen, in order, and one mail; everything marked as done."""
    assert zaken() == [submission.ontvangstnummer]
    assert bsns_in_register() == list(BSNS)
    for kind in (PartKind.EIGENSCHAP, PartKind.OBJECT, PartKind.STATUS):
        assert len(in_register(kind)) == 1, kind
    assert len(mails(settings)) == 1
    assert not submission.deliveries.exclude(state=DeliveryState.DELIVERED).exists()


def until_done(submission: Submission) -> None:
    """Try again as the queue does, with nothing failing any more."""
    deliver(submission.pk)


class TestDelivering:
    def test_what_was_handed_in_becomes_one_zaak_with_everything(
        self, move: Move, settings: Any
    ) -> None:
        submission = move()
        deliver(submission.pk)
        whole(submission, settings)
        zaak = register_of("waterdam").find("waterdam", submission.ontvangstnummer)
        assert zaak is not None
        told = register_of("waterdam").read("waterdam", zaak.url)
        assert [rol.roltype for rol in told.rollen] == ["initiator"] + ["belanghebbende"] * 2
        assert [rol.toelichting for rol in told.rollen] == ["melder", "echtgenoot", "kind"]
        assert told.rollen[0].contact is not None
        assert told.rollen[0].contact.email == "jo@example.nl"
        assert told.status is not None
        assert told.status.omschrijving == "Ontvangen"
        assert told.toelichting.startswith("Verhuisdatum: 1 december 2026\n")
        assert Submission.objects.get().state == State.IN_REGISTER
        assert Submission.objects.get().zaak_url == zaak.url

    def test_days_are_business_time_also_when_it_is_delivered_much_later(
        self, move: Move, moment: Moment
    ) -> None:
        submission = move()
        moment.now = NIGHT + timedelta(days=2)
        deliver(submission.pk)
        body = DemoZaak.objects.get().body
        assert body["startdatum"] == "2026-11-23"
        assert in_register(PartKind.STATUS)[0]["datumStatusGezet"] == "2026-11-23T02:05:00Z"

    def test_doing_it_again_changes_nothing(self, move: Move, settings: Any) -> None:
        submission = move()
        for _ in range(3):
            deliver(submission.pk)
        Delivery.objects.update(state=DeliveryState.WAITING)
        deliver(submission.pk)
        whole(submission, settings)

    def test_one_that_is_gone_is_nothing_to_do(self, move: Move) -> None:
        submission = move()
        Submission.objects.all().delete()
        deliver(submission.pk)
        assert zaken() == []

    def test_closing_sets_the_resultaat_and_then_the_end_status(
        self, move: Move, anja: User, moment: Moment, settings: Any
    ) -> None:
        submission = move()
        deliver(submission.pk)
        moment.now = LATER
        close(submission=submission, resultaat="Verwerkt", by=anja, now=LATER)
        for _ in range(2):
            deliver(submission.pk)
        zaak = register_of("waterdam").read("waterdam", Submission.objects.get().zaak_url)
        assert (zaak.is_closed, zaak.resultaat) == (True, "Verwerkt")
        assert len(in_register(PartKind.STATUS)) == 2
        assert Submission.objects.get().state == State.CLOSED
        assert len(mails(settings)) == 2

    def test_what_is_withdrawn_before_the_register_knew_becomes_one_zaak_that_ends_so(
        self, move: Move, moment: Moment, settings: Any
    ) -> None:
        submission = move()
        withdraw(submission=submission, now=NIGHT)
        deliver(submission.pk)
        zaak = register_of("waterdam").read("waterdam", Submission.objects.get().zaak_url)
        assert (zaak.is_closed, zaak.resultaat) == (True, "Ingetrokken")
        assert bsns_in_register() == list(BSNS)
        assert Submission.objects.get().state == State.WITHDRAWN

    def test_every_question_is_its_own_mail(self, move: Move, anja: User, settings: Any) -> None:
        submission = move()
        for question in ("Welk huisnummer?", "En vanaf wanneer?"):
            return_with_question(submission=submission, question=question, by=anja, now=NIGHT)
            log_answer(submission=submission, answer="22", by=anja, now=NIGHT)
        deliver(submission.pk)
        texts = [path.read_text() for path in mails(settings)]
        assert sum("Welk huisnummer?" in text for text in texts) == 1
        assert sum("En vanaf wanneer?" in text for text in texts) == 1


class TestKilled:
    """The worker dies before or after any call to the outside, or before it could note it."""

    def test_at_every_single_call_and_then_again_it_becomes_whole(
        self, waterdam: Any, settings: Any
    ) -> None:
        calls = 0
        while True:
            calls += 1
            submission = hand_in_a_move(waterdam, origin_key=f"wens {calls}")
            register, box, fate = fragile(calls)
            try:
                deliver(submission.pk, zaken=register, berichten=box)
            except KilledError:
                until_done(submission)
            whole(submission, settings)
            forget(settings)
            if fate.left:  # there were fewer calls than that: all were struck
                break
        assert calls > 25

    @pytest.mark.slow
    @pytest.mark.timeout(600)
    def test_many_times_between_drawn_steps_in_drawn_orders_it_becomes_whole(
        self, waterdam: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        chance = random.Random(2026)  # noqa: S311 (repeatable, no secret)
        killed = 0
        for number in range(DRAWN):
            submission = hand_in_a_move(waterdam, origin_key=f"wens {number}")
            for _ in range(chance.randint(1, 6)):
                killed += kill_once(submission, chance, monkeypatch)
            until_done(submission)
            whole(submission, settings)
            forget(settings)
        assert killed > DRAWN

    def test_a_lost_answer_is_as_harmless_as_a_death(self, waterdam: Any, settings: Any) -> None:
        chance = random.Random(112)  # noqa: S311 (repeatable, no secret)

        def lost() -> ZakenTimeoutError:
            return ZakenTimeoutError("waterdam", "lost")

        for number in range(20):
            submission = hand_in_a_move(waterdam, origin_key=f"wens {number}")
            for _ in range(3):
                register, _, _ = fragile(chance.randint(1, 30), lost)
                with suppress(NotDeliveredYetError):
                    deliver(submission.pk, zaken=register)
            until_done(submission)
            whole(submission, settings)
            forget(settings)


def kill_once(
    submission: Submission, chance: random.Random, monkeypatch: pytest.MonkeyPatch
) -> int:
    """Die between two steps, in the middle of one, or before a note of it; 1 when it died."""

    def die(**_: Any) -> None:
        raise KilledError

    register, box, _ = fragile(chance.randint(1, 34))
    with monkeypatch.context() as patch:
        if chance.random() < 0.3:
            patch.setattr(running, "mark_delivered", die)
        try:
            deliver(submission.pk, zaken=register, berichten=box)
        except KilledError:
            return 1
    return 0


def forget(settings: Any) -> None:
    """The register and the mailbox as new, for the next one."""
    DemoZaak.objects.all().delete()
    for path in mails(settings):
        path.unlink()


class TestTwoAtOnce:
    def test_the_second_is_told_that_it_is_busy_and_does_nothing(self, move: Move) -> None:
        submission = move()

        def elsewhere() -> str:
            try:
                deliver(submission.pk)
            except SubmissionBusyError:
                return "busy"
            finally:
                connection.close()
            return "done"

        with alone(submission.pk), ThreadPoolExecutor(1) as threads:
            assert threads.submit(elsewhere).result() == "busy"
        assert zaken() == []

    @pytest.mark.django_db(transaction=True)
    def test_six_workers_make_one_zaak_with_each_rol_once(
        self, published: None, moment: Moment, settings: Any
    ) -> None:
        submission = hand_in_a_move(town("waterdam"))
        together = Barrier(6)

        def work(_: int) -> bool:
            together.wait()
            try:
                deliver(submission.pk)
            except SubmissionBusyError:
                return False
            finally:
                connection.close()
            return True

        with ThreadPoolExecutor(6) as threads:
            assert any(threads.map(work, range(6)))
        until_done(submission)
        whole(submission, settings)

    @pytest.mark.django_db(transaction=True)
    def test_a_worker_that_dies_lets_go(self, published: None, moment: Moment) -> None:
        submission = hand_in_a_move(town("waterdam"))

        def die() -> None:
            held = alone(submission.pk)
            held.__enter__()
            connection.connection.close()  # as when its process is gone

        with ThreadPoolExecutor(1) as threads:
            threads.submit(die).result()
        until = time.monotonic() + 100  # the server notices a moment later
        while zaken() == [] and time.monotonic() < until:
            with suppress(SubmissionBusyError):
                deliver(submission.pk)
        assert zaken() == [submission.ontvangstnummer]

    def test_what_is_closed_in_the_middle_of_delivering_is_closed_whole(
        self, move: Move, anja: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        submission = move()
        what_waits = running._waiting

        def close_and_ask(id: UUID) -> list[Delivery]:
            close(submission=submission, resultaat="Verwerkt", by=anja, now=NIGHT)
            return what_waits(id)

        monkeypatch.setattr(running, "_waiting", close_and_ask)
        deliver(submission.pk)
        assert stuck("waterdam") == []
        zaak = register_of("waterdam").read("waterdam", Submission.objects.get().zaak_url)
        assert (zaak.is_closed, zaak.resultaat) == (True, "Verwerkt")


class TestFailing:
    def test_while_the_register_is_down_the_resident_gets_the_receipt(
        self, move: Move, settings: Any
    ) -> None:
        submission = move()
        down()
        with pytest.raises(NotDeliveredYetError) as failed:
            deliver(submission.pk)
        assert failed.value.steps == ["zaak"]
        assert len(mails(settings)) == 1
        assert Submission.objects.get().state == State.ACCEPTED

    def test_a_failed_try_is_counted_and_listed_and_goes_on_where_it_ended(
        self, move: Move, settings: Any
    ) -> None:
        submission = move()
        down()
        for _ in range(3):
            with pytest.raises(NotDeliveredYetError):
                deliver(submission.pk)
        (listed,) = to_be_tried_again("waterdam")
        assert (listed.step, listed.tries, listed.problem) == ("zaak", 3, "is down")
        assert stuck("waterdam") == to_be_tried_again("heidewoud") == []
        down(Behaviour.NORMAL)
        deliver(submission.pk)
        assert to_be_tried_again("waterdam") == []
        whole(submission, settings)

    @pytest.mark.parametrize("behaviour", [Behaviour.DOWN, Behaviour.WRONG, Behaviour.SLOW])
    def test_however_the_register_fails_it_becomes_whole_afterwards(
        self, move: Move, settings: Any, behaviour: Behaviour
    ) -> None:
        submission = move()
        set_behaviour(municipality="waterdam", behaviour=behaviour, delay=9)
        impatient = ZgwZaken(DemoExchange(time_limit=0.01))
        with pytest.raises(NotDeliveredYetError):
            deliver(submission.pk, zaken=impatient)
        down(Behaviour.NORMAL)
        until_done(submission)
        whole(submission, settings)

    def test_while_the_mail_is_down_the_register_is_filled(self, move: Move, settings: Any) -> None:
        submission = move()
        set_mail_behaviour(municipality="waterdam", behaviour=MailBehaviour.DOWN)
        with pytest.raises(NotDeliveredYetError) as failed:
            deliver(submission.pk)
        assert failed.value.steps == ["receipt_mail"]
        assert Submission.objects.get().state == State.IN_REGISTER
        set_mail_behaviour(municipality="waterdam", behaviour=MailBehaviour.NORMAL)
        until_done(submission)
        whole(submission, settings)

    def test_a_clock_of_the_register_that_is_behind_is_waited_for(
        self, move: Move, moment: Moment, settings: Any
    ) -> None:
        submission = move()
        moment.now = NIGHT - timedelta(seconds=30)
        with pytest.raises(NotDeliveredYetError) as failed:
            deliver(submission.pk)
        assert failed.value.steps == ["status"]
        moment.now = NIGHT + timedelta(seconds=30)
        until_done(submission)
        whole(submission, settings)

    def test_a_fault_of_ours_is_noted_without_its_text_and_raised(
        self, move: Move, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        submission = move()

        def broken(*_: Any) -> None:
            raise ValueError("jo@example.nl")

        monkeypatch.setattr(mail_steps, "_moment_in_words", broken)
        with pytest.raises(ValueError, match="jo@"):
            deliver(submission.pk)
        assert step(submission, "receipt_mail").problem == "ValueError"
        assert zaken() == [submission.ontvangstnummer]


class TestRefused:
    def test_what_is_refused_for_good_is_listed_and_holds_up_only_what_needs_it(
        self, move: Move, anja: User
    ) -> None:
        submission = move(eigenschappen={"kleurVerhuiswagen": "rood"})
        close(submission=submission, resultaat="Verwerkt", by=anja, now=NIGHT)
        deliver(submission.pk)
        (listed,) = stuck("waterdam")
        assert (listed.step, listed.submission) == ("eigenschappen", submission)
        assert listed.problem == "no-such-type in eigenschappen"
        assert step(submission, "status").state == DeliveryState.DELIVERED
        assert step(submission, "end_status").state == DeliveryState.WAITING
        assert AuditRecord.objects.filter(action="submission.stuck").count() == 1

    def test_when_somebody_set_it_right_it_goes_on_and_is_whole(
        self, move: Move, settings: Any
    ) -> None:
        register = DemoZaakregister.objects.get(pk="waterdam")
        catalogue = register.catalogue
        DemoZaakregister.objects.update(catalogue=[])
        submission = move()
        deliver(submission.pk)
        assert [each.step for each in stuck("waterdam")] == ["zaak"]
        assert waiting("waterdam")[0].stuck_steps == 1  # type: ignore[attr-defined]
        DemoZaakregister.objects.update(catalogue=catalogue)
        assert retry_stuck(submission=submission, actor="t") == 1
        assert retry_stuck(submission=submission, actor="t") == 0
        deliver(submission.pk)
        whole(submission, settings)

    def test_another_initiator_in_the_register_is_for_a_person_to_look_at(self, move: Move) -> None:
        submission = move()
        register, box, _ = fragile(4)  # dies when the zaak is there
        with pytest.raises(KilledError):
            deliver(submission.pk, zaken=register, berichten=box)
        zaak = register_of("waterdam").find("waterdam", submission.ontvangstnummer)
        assert zaak is not None
        other = Rol(Roltype.INITIATOR, "Anders", "999995078")
        register_of("waterdam").add_rol("waterdam", zaak.url, other)
        deliver(submission.pk)
        assert [each.problem for each in stuck("waterdam")] == ["another is the initiator"]
        assert bsns_in_register() == ["999995078"]

    def test_a_zaak_that_somebody_closed_with_another_resultaat_is_for_a_person(
        self, move: Move, anja: User
    ) -> None:
        submission = move()
        deliver(submission.pk)
        url = Submission.objects.get().zaak_url
        register_of("waterdam").set_resultaat("waterdam", url, "Niet verwerkt")
        close(submission=submission, resultaat="Verwerkt", by=anja, now=NIGHT)
        deliver(submission.pk)
        assert [each.problem for each in stuck("waterdam")] == ["another resultaat"]

    def test_a_status_that_a_colleague_set_in_the_register_stays(self, move: Move) -> None:
        submission = move()
        register, _, _ = fragile(4)
        with pytest.raises(KilledError):
            deliver(submission.pk, zaken=register)
        zaak = register_of("waterdam").find("waterdam", submission.ontvangstnummer)
        assert zaak is not None
        register_of("waterdam").set_status("waterdam", zaak.url, "In behandeling", NIGHT)
        deliver(submission.pk)
        assert len(in_register(PartKind.STATUS)) == 1

    def test_a_person_whose_bsn_is_not_kept_any_more_is_listed(self, move: Move) -> None:
        submission = move()
        KnownPerson.objects.all().delete()
        deliver(submission.pk)
        assert [each.problem for each in stuck("waterdam")] == ["the BSN is not kept any more"]
        assert bsns_in_register() == []

    def test_nothing_that_is_kept_or_logged_of_a_failure_holds_a_bsn_or_an_address(
        self, move: Move, caplog: pytest.LogCaptureFixture
    ) -> None:
        submission = move()
        for strike in range(3, 20):
            register, _, _ = fragile(strike, lambda: ZakenTimeoutError("waterdam", "lost"))
            try:
                deliver(submission.pk, zaken=register)
            except NotDeliveredYetError:
                continue
        told = (
            f"{caplog.text} {list(Delivery.objects.values())} {list(AuditRecord.objects.values())}"
        )
        assert "lost" in told
        assert all(secret not in told for secret in (*BSNS, "jo@example.nl", "Pieters"))


def test_lifting_out_stops_no_delivery(move: Move, anja: User, settings: Any) -> None:
    submission = move()
    lift_out(submission=submission, reason="twijfel", note="vreemd", by=anja, now=NIGHT)
    deliver(submission.pk)
    whole(submission, settings)


def test_every_step_that_may_wait_is_on_the_list_and_needs_only_earlier_ones() -> None:
    names = [each.name for each in STEPS]
    assert len(names) == len(set(names))
    for number, each in enumerate(STEPS):
        assert set(each.needs) <= set(names[:number])
    assert set(operations.FILLS_THE_REGISTER) <= set(names)
