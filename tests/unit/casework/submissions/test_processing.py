# SPDX-License-Identifier: EUPL-1.2
"""The morning: ordinary ones are processed, asked about or lifted out; nothing is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from tests.unit.casework.submissions.conftest import (
    NIGHT,
    Moment,
    hand_in_a_move,
    town,
    worker,
)

from gemeengoed.accounts.models import User
from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework.errors import (
    AlreadyFinishedError,
    NotAllowedError,
    NotYoursError,
    StaffError,
    WrongResultError,
)
from gemeengoed.casework.models import CallOutcome, InterneTaak, Klantcontact, Status
from gemeengoed.casework.operations_assigning import take_up
from gemeengoed.casework.submissions.errors import (
    AlreadyOverError,
    NotWaitingError,
    NoWayToReachError,
)
from gemeengoed.casework.submissions.models import State, Submission
from gemeengoed.casework.submissions.operations_ending import conclude, withdraw
from gemeengoed.casework.submissions.operations_lifting import lift_out
from gemeengoed.casework.submissions.operations_processing import (
    close,
    log_answer,
    look_at,
    process,
    return_with_question,
)
from gemeengoed.casework.submissions.queries_waiting import (
    asked,
    count_waiting,
    next_to_process,
    place_of,
    waiting,
)
from gemeengoed.casework.submissions.reasons import REASONS
from gemeengoed.casework.submissions.taking_effect import takes_effect_on
from gemeengoed.conversations.models import Event, EventKind
from gemeengoed.conversations.operations import open_conversation
from gemeengoed.municipalities.models import Municipality

Move = Callable[..., Submission]
MORNING = NIGHT + timedelta(hours=5, minutes=30)


@pytest.fixture
def talk(waterdam: Municipality) -> Any:
    """The id of a conversation in which the resident can be told something."""
    return open_conversation(municipality="waterdam", origin="o", channel="t").conversation


def told(talk: Any) -> list[str]:
    notices = Event.objects.filter(conversation_id=talk, kind=EventKind.NOTICE).order_by("seq")
    return [event.body["text"] for event in notices]


def lifted(move: Move, anja: User, **of: Any) -> tuple[Submission, InterneTaak]:
    submission = move(**of)
    taak = lift_out(submission=submission, reason="twijfel", note="", by=anja, now=MORNING)
    return submission, taak


class TestProcessing:
    def test_it_ends_as_processed_and_the_resident_hears_from_which_day_the_address_counts(
        self, move: Move, anja: User, talk: Any
    ) -> None:
        submission = process(submission=move(conversation_id=talk), by=anja, now=MORNING)
        assert (submission.state, submission.resultaat) == (State.CLOSED, "Verwerkt")
        (text,) = told(talk)
        assert f"Anja heeft uw verhuizing **{submission.ontvangstnummer}** verwerkt" in text
        assert "geldt vanaf dinsdag 1 december 2026. Tot die dag geldt het oude" in text

    def test_of_a_move_that_was_declared_too_late_the_day_of_declaring_counts(
        self, move: Move, anja: User, talk: Any
    ) -> None:
        moved_on = {"eigenschappen": {"datumVerhuizing": "2026-11-01"}}
        process(submission=move(conversation_id=talk, **moved_on), by=anja, now=MORNING)
        (text,) = told(talk)
        assert text.endswith("Het nieuwe adres geldt vanaf maandag 23 november 2026.")

    @pytest.mark.parametrize(
        ("moved_on", "counts_from"),
        [
            ("2026-11-24", date(2026, 11, 24)),
            ("2026-11-18", date(2026, 11, 18)),  # five days ago: the last day to declare it
            ("2026-11-17", date(2026, 11, 17)),  # its fifth day is a Sunday
            ("2026-11-15", date(2026, 11, 23)),
        ],
    )
    def test_declared_in_time_the_day_of_the_move_counts_and_else_that_of_declaring(
        self, moved_on: str, counts_from: date
    ) -> None:
        declared_on = date(2026, 11, 23)
        assert takes_effect_on({"datumVerhuizing": moved_on}, declared_on) == counts_from

    def test_the_second_colleague_is_told_who_was_first(
        self, move: Move, anja: User, bilal: User
    ) -> None:
        submission = process(submission=move(), by=bilal, now=MORNING)
        with pytest.raises(AlreadyOverError) as error:
            process(submission=submission, by=anja, now=MORNING)
        assert error.value.sentence == "Bilal heeft dit al afgehandeld."

    def test_who_does_not_work_here_can_do_nothing(self, move: Move, waterdam: Any) -> None:
        submission = move()
        strangers = (
            worker("Karima", town("oostermark")),
            worker("Gonda", waterdam, "redacteur"),
        )
        for stranger in strangers:
            who = {"submission": submission, "by": stranger, "now": MORNING}
            for attempt in (
                lambda who=who: look_at(**who),
                lambda who=who: process(**who),
                lambda who=who: close(resultaat="Verwerkt", **who),
                lambda who=who: lift_out(reason="adres", note="", **who),
                lambda who=who: return_with_question(question="?", **who),
                lambda who=who: log_answer(answer="!", **who),
            ):
                with pytest.raises(NotAllowedError):
                    attempt()
        assert Submission.objects.get().state == State.ACCEPTED


@pytest.mark.django_db(transaction=True)
def test_of_two_colleagues_at_once_one_processes_and_the_other_is_told(
    published: None, moment: Moment
) -> None:
    waterdam = town("waterdam")
    submission = hand_in_a_move(waterdam)
    colleagues = [worker(name, waterdam) for name in ("Anja", "Bilal")]
    together = Barrier(2)

    def one(colleague: User) -> str:
        together.wait()
        try:
            process(submission=submission, by=colleague, now=MORNING)
        except AlreadyOverError as error:
            return error.sentence
        else:
            return "processed"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        said = set(threads.map(one, colleagues))
    first = Submission.objects.select_related("closed_by").get().closed_by
    assert said == {"processed", f"{first} heeft dit al afgehandeld."}
    assert submission.deliveries.filter(step="resultaat").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_one_who_processes_and_one_who_lifts_out_at_once_the_second_is_told(
    published: None, moment: Moment
) -> None:
    waterdam = town("waterdam")
    submission = hand_in_a_move(waterdam)
    anja, bilal = (worker(name, waterdam) for name in ("Anja", "Bilal"))
    together = Barrier(2)

    def one(act: Callable[[], Any]) -> bool:
        together.wait()
        try:
            act()
        except (AlreadyOverError, NotWaitingError):
            return False
        else:
            return True
        finally:
            connection.close()

    acts = (
        lambda: process(submission=submission, by=anja, now=MORNING),
        lambda: lift_out(submission=submission, reason="twijfel", note="", by=bilal, now=MORNING),
    )
    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(one, acts)) == [False, True]
    is_closed = Submission.objects.get().state == State.CLOSED
    assert InterneTaak.objects.count() == (0 if is_closed else 1)


class TestAsking:
    def ask(self, submission: Submission, by: User) -> Submission:
        question = "Welk huisnummer\nis het?"
        return return_with_question(submission=submission, question=question, by=by, now=MORNING)

    def test_it_waits_for_the_answer_and_the_resident_is_asked_in_the_talk_and_by_mail(
        self, move: Move, anja: User, talk: Any
    ) -> None:
        submission = self.ask(move(conversation_id=talk), anja)
        assert waiting("waterdam") == []
        assert asked("waterdam") == [submission]
        assert submission.deliveries.filter(step="question_mail").count() == 1
        (text,) = told(talk)
        assert text.startswith("Anja heeft een vraag over uw verhuizing")
        assert "Welk huisnummer is het? Bel met het antwoord 088 000 01 00" in text

    def test_the_answer_brings_it_back_to_its_place_with_question_and_answer(
        self, move: Move, anja: User, bilal: User
    ) -> None:
        first, second = move(), move(origin_key="b", now=NIGHT + timedelta(minutes=1))
        self.ask(first, anja)
        log_answer(submission=first, answer="22 A", by=bilal, now=MORNING)
        assert waiting("waterdam") == [first, second]
        (kept,) = Submission.objects.get(pk=first.pk).questions
        assert (kept["answer"], kept["answered_by"]) == ("22 A", bilal.pk)

    def test_an_answer_is_noted_once(self, move: Move, anja: User) -> None:
        submission = self.ask(move(), anja)
        log_answer(submission=submission, answer="22 A", by=anja, now=MORNING)
        with pytest.raises(NotWaitingError):
            log_answer(submission=submission, answer="22 B", by=anja, now=MORNING)

    def test_while_it_waits_for_the_answer_it_is_not_processed_nor_asked_again(
        self, move: Move, anja: User
    ) -> None:
        submission = self.ask(move(), anja)
        with pytest.raises(NotWaitingError):
            process(submission=submission, by=anja, now=MORNING)
        with pytest.raises(NotWaitingError):
            self.ask(submission, anja)

    def test_who_gave_no_address_cannot_be_asked_by_mail(self, move: Move, anja: User) -> None:
        with pytest.raises(NoWayToReachError):
            self.ask(move(email=""), anja)

    def test_what_is_withdrawn_waits_no_longer(self, move: Move, anja: User) -> None:
        submission = self.ask(move(), anja)
        withdraw(submission=submission, now=MORNING)
        assert asked("waterdam") == []


class TestLiftingOut:
    def test_the_resident_hears_that_a_person_looks_and_by_when_but_not_why(
        self, move: Move, anja: User, talk: Any
    ) -> None:
        lifted(move, anja, conversation_id=talk)
        (text,) = told(talk)
        assert "Een medewerker kijkt eerst naar uw verhuizing" in text
        assert "donderdag 26 november 2026" in text
        assert "wijfel" not in text

    @pytest.mark.parametrize("reason", [each.id for each in REASONS])
    def test_each_reason_makes_work_for_a_team_that_there_is(
        self, move: Move, anja: User, reason: str
    ) -> None:
        taak = lift_out(submission=move(), reason=reason, note="x", by=anja, now=MORNING)
        assert (taak.team, taak.area) == ("burgerzaken", "verhuizen")

    @pytest.mark.parametrize(("reason", "note"), [("zomaar", "x"), ("anders", " ")])
    def test_without_a_reason_it_stays_where_it_is(
        self, move: Move, anja: User, reason: str, note: str
    ) -> None:
        submission = move()
        with pytest.raises(WrongResultError):
            lift_out(submission=submission, reason=reason, note=note, by=anja, now=MORNING)
        assert waiting("waterdam") == [submission]

    def test_back_from_who_looked_it_waits_again_and_can_be_lifted_out_again(
        self, move: Move, anja: User
    ) -> None:
        submission, taak = lifted(move, anja)
        conclude(taak=taak, by=anja, result="nagekeken_terug", note="Klopt", now=MORNING)
        assert waiting("waterdam") == [submission]
        again = lift_out(submission=submission, reason="te_vol", note="", by=anja, now=MORNING)
        assert again.pk != taak.pk
        assert waiting("waterdam") == []


class TestConcluding:
    def test_a_call_and_its_result_end_the_submission_in_one_act(
        self, move: Move, anja: User, talk: Any
    ) -> None:
        submission, taak = lifted(move, anja, conversation_id=talk)
        taak = take_up(taak=taak, by=anja, now=MORNING)
        conclude(
            taak=taak,
            by=anja,
            outcome=CallOutcome.SPOKEN,
            note="Huurcontract gezien",
            result="gesproken_verwerkt",
            now=MORNING,
        )
        submission.refresh_from_db()
        assert (submission.state, submission.resultaat) == (State.CLOSED, "Verwerkt")
        assert InterneTaak.objects.get().status == Status.DONE
        assert Klantcontact.objects.get().reached
        assert {"resultaat", "end_status", "closing_mail"} <= set(
            submission.deliveries.values_list("step", flat=True)
        )
        assert "verwerkt. Het nieuwe adres geldt vanaf" in told(talk)[-1]

    @pytest.mark.parametrize(
        ("result", "state", "resultaat", "words"),
        [
            ("gesproken_niet_verwerkt", State.CLOSED, "Niet verwerkt", "is niet verwerkt"),
            ("ingetrokken", State.WITHDRAWN, "Ingetrokken", "ingetrokken, omdat u dat vroeg"),
        ],
    )
    def test_it_can_end_in_other_ways_and_the_resident_hears_which(
        self, move: Move, anja: User, talk: Any, result: str, state: str, resultaat: str, words: str
    ) -> None:
        submission, taak = lifted(move, anja, conversation_id=talk)
        taak = take_up(taak=taak, by=anja, now=MORNING)
        spoken = {"outcome": CallOutcome.SPOKEN, "note": "", "now": MORNING}
        conclude(taak=taak, by=anja, result=result, **spoken)
        submission.refresh_from_db()
        assert (submission.state, submission.resultaat) == (state, resultaat)
        assert words in told(talk)[-1]

    def test_not_spoken_is_not_processed(self, move: Move, anja: User) -> None:
        submission, taak = lifted(move, anja)
        with pytest.raises(WrongResultError):
            conclude(taak=taak, by=anja, result="gesproken_verwerkt", note="", now=MORNING)
        submission.refresh_from_db()
        assert submission.state == State.ACCEPTED

    def test_a_call_without_a_result_leaves_both_open(self, move: Move, anja: User) -> None:
        _, taak = lifted(move, anja)
        taak = take_up(taak=taak, by=anja, now=MORNING)
        conclude(taak=taak, by=anja, outcome=CallOutcome.NO_ANSWER, note="", now=MORNING)
        assert (waiting("waterdam"), InterneTaak.objects.get().status) == ([], Status.OPEN)

    def test_only_who_has_it_ends_it(self, move: Move, anja: User, bilal: User) -> None:
        submission, taak = lifted(move, anja)
        take_up(taak=taak, by=bilal, now=MORNING)
        with pytest.raises(NotYoursError):
            conclude(taak=taak, by=anja, result="nagekeken_verwerkt", note="", now=MORNING)
        with pytest.raises(NotYoursError):
            close(submission=submission, resultaat="Verwerkt", by=anja, now=MORNING)
        submission.refresh_from_db()
        assert submission.state == State.ACCEPTED

    def test_who_withdraws_leaves_nobody_with_work(
        self, move: Move, anja: User, bilal: User
    ) -> None:
        submission, taak = lifted(move, anja)
        take_up(taak=taak, by=bilal, now=MORNING)
        withdraw(submission=submission, now=MORNING)
        taak.refresh_from_db()
        assert (taak.status, taak.result, taak.handled_by) == (Status.DONE, "ingetrokken", None)
        with pytest.raises(AlreadyFinishedError) as error:
            conclude(taak=taak, by=bilal, result="nagekeken_verwerkt", note="", now=MORNING)
        assert "de inwoner heeft het ingetrokken" in error.value.sentence


class TestTheList:
    @pytest.fixture
    def three(self, move: Move) -> list[Submission]:
        return [
            move(origin_key=str(number), now=NIGHT + timedelta(minutes=number))
            for number in range(3)
        ]

    def test_each_has_its_place(self, three: list[Submission], anja: User) -> None:
        places = [place_of(each) for each in three]
        assert [(each.number, each.total) for each in places if each] == [(1, 3), (2, 3), (3, 3)]
        process(submission=three[0], by=anja, now=MORNING)
        assert place_of(three[0]) is None
        last = place_of(three[2])
        assert last is not None
        assert (last.number, last.total) == (2, 2)

    def test_the_next_is_the_one_after_it_also_when_that_is_done(
        self, three: list[Submission], anja: User
    ) -> None:
        first, second, third = three
        assert next_to_process("waterdam", anja, MORNING) == first
        process(submission=first, by=anja, now=MORNING)
        assert next_to_process("waterdam", anja, MORNING, after=first) == second
        assert next_to_process("waterdam", anja, MORNING, after=second) == third
        assert next_to_process("waterdam", anja, MORNING, after=third) is None

    def test_two_colleagues_are_led_to_different_ones(
        self, three: list[Submission], anja: User, bilal: User
    ) -> None:
        look_at(submission=three[0], by=anja, now=MORNING)
        assert next_to_process("waterdam", bilal, MORNING) == three[1]
        assert next_to_process("waterdam", anja, MORNING) == three[0]
        assert next_to_process("waterdam", bilal, MORNING + timedelta(minutes=10)) == three[0]

    def test_who_goes_on_leaves_the_earlier_one_to_others(
        self, three: list[Submission], anja: User, bilal: User
    ) -> None:
        for each in three[:2]:
            look_at(submission=each, by=anja, now=MORNING)
        assert next_to_process("waterdam", bilal, MORNING) == three[0]

    def test_who_opens_what_another_has_open_sees_that(
        self, three: list[Submission], anja: User, bilal: User
    ) -> None:
        look_at(submission=three[0], by=anja, now=MORNING)
        assert look_at(submission=three[0], by=bilal, now=MORNING).held_by == anja

    def test_a_long_list_comes_in_pages(self, three: list[Submission]) -> None:
        assert waiting("waterdam", first=1, at_most=1) == [three[1]]
        assert count_waiting("waterdam") == 3

    def test_another_municipality_has_a_list_of_its_own(
        self, three: list[Submission], anja: User
    ) -> None:
        town("heidewoud")
        assert count_waiting("heidewoud") == 0
        assert next_to_process("heidewoud", anja, MORNING) is None

    def test_looking_at_one_is_recorded(self, three: list[Submission], anja: User) -> None:
        look_at(submission=three[0], by=anja, now=MORNING)
        record = AuditRecord.objects.get(action="submission.looked_at")
        assert (record.actor, record.reason) == (f"user:{anja.pk}", "verwerken")
        assert record.subject == f"submission:{three[0].pk}"


def test_every_error_of_a_colleague_has_a_sentence_for_them() -> None:
    for error in (AlreadyOverError, NotWaitingError, NoWayToReachError):
        assert issubclass(error, StaffError)
