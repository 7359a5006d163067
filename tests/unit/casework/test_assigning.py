# SPDX-License-Identifier: EUPL-1.2
"""Taking up, asking a colleague, accepting, declining, giving back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection
from tests.unit.casework.conftest import NIGHT

from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework import operations_history
from gemeengoed.casework.errors import (
    AlreadyFinishedError,
    NotAllowedError,
    NotFitError,
    NotOfferedError,
    NotYoursError,
    StaffError,
)
from gemeengoed.casework.models import CallOutcome, InterneTaak, TaakEvent, TaakEventKind
from gemeengoed.casework.operations import finish
from gemeengoed.casework.operations_assigning import (
    accept,
    decline,
    hand_over,
    return_to_pile,
    take_back,
    take_up,
)
from gemeengoed.casework.operations_contacts import log_call
from gemeengoed.casework.proposing import Obstacle
from gemeengoed.casework.queries import (
    history_of,
    offered_taken,
    own_taken,
    questions_of,
    taak_of,
    team_taken,
)
from gemeengoed.casework.queries_people import fits, ranking_for

SUMMARY = "Mevrouw Jansen wil weten wanneer zij kan verhuizen."


@pytest.fixture
def of_anja(open_one, anja) -> InterneTaak:
    return take_up(taak=open_one(), by=anja, now=NIGHT)


@pytest.fixture
def asked(of_anja, anja, bilal) -> InterneTaak:
    """Anja's, which Bilal is asked to take over."""
    return hand_over(taak=of_anja, by=anja, to=bilal, summary=SUMMARY, now=NIGHT)


def kinds(taak: InterneTaak) -> list[str]:
    return [event.kind for event in history_of(taak)]


def now_is(taak: InterneTaak) -> tuple[str, str]:
    """(whose it is, who is asked) as the table says."""
    row = taak_of("waterdam", taak.pk)
    return str(row.assignee or ""), str(row.offered_to or "")


class TestTakingUp:
    def test_it_leaves_the_pile_and_stands_in_the_history(self, of_anja, anja, bilal):
        assert own_taken("waterdam", anja) == [of_anja]
        assert team_taken("waterdam", anja) == []
        assert team_taken("waterdam", bilal) == [of_anja]
        assert kinds(of_anja) == ["opened", "assigned"]
        record = AuditRecord.objects.get(action="interne_taak.assigned")
        assert (record.actor, record.municipality) == (f"user:{anja.pk}", "waterdam")

    def test_twice_by_the_same_is_once(self, of_anja, anja):
        take_up(taak=of_anja, by=anja, now=NIGHT)

        assert kinds(of_anja) == ["opened", "assigned"]

    def test_what_a_colleague_has_cannot_be_taken(self, of_anja, bilal):
        with pytest.raises(NotYoursError) as error:
            take_up(taak=of_anja, by=bilal, now=NIGHT)

        assert error.value.who == "Anja"

    def test_who_is_the_resident_may_not(self, open_one, bilal):
        own = open_one(answers={"contact": "Bilal@Waterdam.example"})

        with pytest.raises(NotFitError):
            take_up(taak=own, by=bilal, now=NIGHT)
        with pytest.raises(NotFitError):
            finish(taak=own, by=bilal, result="ingetrokken", note="", now=NIGHT)

    def test_what_is_finished_is_told(self, open_one, anja, bilal):
        done = finish(taak=open_one(), by=anja, result="ingetrokken", note="", now=NIGHT)

        with pytest.raises(AlreadyFinishedError):
            take_up(taak=done, by=bilal, now=NIGHT)


class TestHandingOver:
    def test_until_the_other_accepts_the_sender_stays_responsible(self, asked, anja, bilal):
        assert now_is(asked) == ("Anja", "Bilal")
        assert own_taken("waterdam", anja) == [asked]
        assert offered_taken("waterdam", bilal) == [asked]
        question = questions_of([asked])[asked.pk]
        assert (question.by, question.note) == (anja, SUMMARY)

    def test_accepting_makes_it_theirs(self, asked, bilal):
        accept(taak=asked, by=bilal, now=NIGHT)

        assert now_is(asked) == ("Bilal", "")
        assert kinds(asked) == ["opened", "assigned", "handed_over", "accepted"]

    def test_declining_leaves_it_with_the_sender_with_the_reason(self, asked, anja, bilal):
        decline(taak=asked, by=bilal, reason="Ik heb straks vrij", now=NIGHT)

        assert now_is(asked) == ("Anja", "")
        event = history_of(asked)[-1]
        assert (event.kind, event.by, event.to) == ("declined", bilal, anja)
        assert event.note == "Ik heb straks vrij"

    def test_who_declined_is_not_asked_again_but_may_take_it_up(self, asked, anja, bilal):
        decline(taak=asked, by=bilal, reason="", now=NIGHT)

        with pytest.raises(NotFitError):
            hand_over(taak=asked, by=anja, to=bilal, summary=SUMMARY, now=NIGHT)
        return_to_pile(taak=asked, by=anja, reason="Vakantie", now=NIGHT)
        take_up(taak=asked, by=bilal, now=NIGHT)
        assert now_is(asked) == ("Bilal", "")

    def test_asking_another_replaces_the_question(self, asked, anja, bilal, colleague):
        corine = colleague("Corine")
        hand_over(taak=asked, by=anja, to=corine, summary=SUMMARY, now=NIGHT)

        assert now_is(asked) == ("Anja", "Corine")
        with pytest.raises(NotOfferedError):
            accept(taak=asked, by=bilal, now=NIGHT)

    def test_the_sender_may_take_the_question_back(self, asked, anja, bilal):
        take_back(taak=asked, by=anja, now=NIGHT)
        take_back(taak=asked, by=anja, now=NIGHT)

        assert now_is(asked) == ("Anja", "")
        assert kinds(asked)[-2:] == ["handed_over", "taken_back"]
        with pytest.raises(NotOfferedError):
            accept(taak=asked, by=bilal, now=NIGHT)

    def test_the_sender_may_finish_it_all_the_same(self, asked, anja, bilal):
        finish(taak=asked, by=anja, result="ingetrokken", note="Toch zelf", now=NIGHT)

        with pytest.raises(AlreadyFinishedError):
            accept(taak=asked, by=bilal, now=NIGHT)
        assert offered_taken("waterdam", bilal) == []

    @pytest.mark.parametrize("to", ["anja", "elsewhere", "editor", "no_arabic"])
    def test_some_cannot_be_asked(self, open_one, anja, colleague, oostermark, to):
        taak = take_up(taak=open_one(language="nl"), by=anja, now=NIGHT)
        if to == "no_arabic":
            InterneTaak.objects.filter(pk=taak.pk).update(language="ar")
        whom = {
            "anja": lambda: anja,
            "elsewhere": lambda: colleague("Karima", where=oostermark),
            "editor": lambda: colleague("Gonda", "redacteur"),
            "no_arabic": lambda: colleague("Dennis"),
        }[to]()

        with pytest.raises(NotFitError):
            hand_over(taak=taak, by=anja, to=whom, summary=SUMMARY, now=NIGHT)
        assert now_is(taak) == ("Anja", "")

    def test_who_works_later_may_be_asked_all_the_same(self, of_anja, anja, colleague):
        fridays = colleague("Vera", hours={"vr": ["9:00-12:00"]})
        hand_over(taak=of_anja, by=anja, to=fridays, summary=SUMMARY, now=NIGHT)

        assert now_is(of_anja) == ("Anja", "Vera")

    def test_a_lent_colleague_counts_where_the_membership_is(
        self, open_one, colleague, oostermark, anja
    ):
        karima = colleague(
            "Karima", where=oostermark, lent_by=anja.membership_set.get().municipality
        )
        theirs = take_up(
            taak=open_one(municipality=oostermark, origin_key="elders"), by=karima, now=NIGHT
        )

        assert str(theirs.assignee) == "Karima"
        with pytest.raises(NotAllowedError):
            take_up(taak=open_one(), by=karima, now=NIGHT)


class TestProposing:
    """What the tables say of colleagues, as proposing.py weighs it."""

    def names(self, taak: InterneTaak) -> list[str]:
        return [str(proposal) for proposal in ranking_for(taak, NIGHT).proposals]

    def test_who_likes_it_is_proposed_with_the_reason(self, open_one, colleague):
        colleague("Anja", competences={"verhuizen": 4}, preferences={"bellen": "liever_niet"})
        bilal = colleague("Bilal", competences={"verhuizen": 3}, preferences={"bellen": "graag"})
        taak = open_one(topic="verhuizen-binnen-gemeente")
        for key in ("a", "b"):
            take_up(taak=open_one(origin_key=key), by=bilal, now=NIGHT)

        assert self.names(taak) == [
            "Bilal: belt graag, verhuizen 3, 2 open taken",
            "Anja: belt liever niet, verhuizen 4, geen open taken",
        ]

    def test_who_spoke_with_this_resident_goes_before_others(self, open_one, anja, bilal):
        earlier = take_up(taak=open_one(), by=bilal, now=NIGHT)
        log_call(
            taak=earlier,
            by=bilal,
            outcome=CallOutcome.SPOKEN,
            note="",
            result="gesproken_geregeld",
            now=NIGHT,
        )
        again = open_one(origin_key="nog-een-wens")
        other = open_one(origin_key="iemand-anders", conversation_id=uuid4())

        assert self.names(again)[0] == "Bilal: sprak de inwoner eerder, geen open taken"
        assert self.names(other)[0].startswith("Anja")

    def test_who_has_it_had_it_or_declined_it_is_not_proposed(self, asked, bilal, colleague):
        corine = colleague("Corine")
        accept(taak=asked, by=bilal, now=NIGHT)
        taak = hand_over(
            taak=taak_of("waterdam", asked.pk), by=bilal, to=corine, summary="x", now=NIGHT
        )
        decline(taak=taak, by=corine, reason="", now=NIGHT)
        ranking = ranking_for(taak_of("waterdam", asked.pk), NIGHT)

        assert ranking.proposals == ()
        told = {each.candidate.name: each.obstacle for each in ranking.excluded}
        assert told == {"Anja": Obstacle.LET_GO, "Corine": Obstacle.DECLINED}

    def test_nobody_from_elsewhere_and_no_editor_is_among_them(
        self, open_one, anja, colleague, oostermark
    ):
        colleague("Karima", where=oostermark)
        colleague("Gonda", "redacteur")

        assert self.names(open_one()) == ["Anja: geen open taken"]

    def test_however_many_colleagues_it_takes_as_many_queries(
        self, open_one, colleague, django_assert_num_queries
    ):
        taak = open_one()
        colleague("Anja")
        with django_assert_num_queries(6):
            ranking_for(taak, NIGHT)
        for name in ("Bilal", "Corine", "Dennis", "Els"):
            colleague(name)
        with django_assert_num_queries(6):
            ranking_for(taak, NIGHT)

    def test_what_lies_on_the_pile_tells_whom_it_suits(self, open_one, anja, colleague):
        bilal = colleague("Bea", competences={"verhuizen": 3}, preferences={"bellen": "graag"})
        moving = open_one(topic="verhuizen-binnen-gemeente")
        lamp = open_one(kind="melding_straatverlichting", origin_key="lamp")

        assert fits([moving, lamp], bilal, NIGHT) == {moving.pk: "belt graag, verhuizen 3"}
        assert fits([moving, lamp], anja, NIGHT) == {}
        assert fits([], bilal, NIGHT) == {}


class TestGivingBack:
    def test_it_lies_on_the_pile_with_the_reason(self, asked, anja, bilal):
        return_to_pile(taak=asked, by=anja, reason="Ik ben er een week niet", now=NIGHT)

        assert now_is(asked) == ("", "")
        assert offered_taken("waterdam", bilal) == []
        assert history_of(asked)[-1].note == "Ik ben er een week niet"

    def test_who_leads_may_do_it_for_another_who_is_away(self, asked, colleague):
        return_to_pile(
            taak=asked, by=colleague("Els", "teamleider"), reason="Anja is ziek", now=NIGHT
        )

        assert now_is(asked) == ("", "")

    def test_who_leads_may_ask_somebody_for_what_is_of_nobody(self, open_one, bilal, colleague):
        farid, taak = colleague("Farid", "coordinator"), open_one()
        hand_over(taak=taak, by=farid, to=bilal, summary=SUMMARY, now=NIGHT)
        decline(taak=taak, by=bilal, reason="Nee", now=NIGHT)

        assert now_is(taak) == ("", "")


ACTS: dict[str, Callable[..., object]] = {
    "take_up": lambda taak, by, other: take_up(taak=taak, by=by, now=NIGHT),
    "hand_over": lambda taak, by, other: hand_over(
        taak=taak, by=by, to=other, summary="x", now=NIGHT
    ),
    "accept": lambda taak, by, other: accept(taak=taak, by=by, now=NIGHT),
    "decline": lambda taak, by, other: decline(taak=taak, by=by, reason="", now=NIGHT),
    "take_back": lambda taak, by, other: take_back(taak=taak, by=by, now=NIGHT),
    "return_to_pile": lambda taak, by, other: return_to_pile(
        taak=taak, by=by, reason="x", now=NIGHT
    ),
    "finish": lambda taak, by, other: finish(
        taak=taak, by=by, result="ingetrokken", note="x", now=NIGHT
    ),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("who", ["elsewhere", "editor", "left"])
def test_who_does_not_work_here_can_do_nothing(asked, bilal, colleague, oostermark, act, who):
    somebody = {
        "elsewhere": lambda: colleague("Karima", where=oostermark),
        "editor": lambda: colleague("Gonda", "redacteur"),
        "left": lambda: colleague("Weg"),
    }[who]()
    if who == "left":
        somebody.is_active = False
        somebody.save()
    before = TaakEvent.objects.count()

    with pytest.raises(NotAllowedError):
        ACTS[act](asked, somebody, bilal)
    assert now_is(asked) == ("Anja", "Bilal")
    assert TaakEvent.objects.count() == before


@pytest.mark.parametrize("act", sorted(set(ACTS) - {"accept", "decline"}))
def test_who_has_it_not_can_only_look(asked, bilal, colleague, act):
    with pytest.raises(NotYoursError):
        ACTS[act](asked, colleague("Corine"), bilal)
    assert now_is(asked) == ("Anja", "Bilal")


@pytest.mark.parametrize("act", ["accept", "decline"])
def test_who_was_not_asked_cannot_answer(asked, colleague, bilal, act):
    with pytest.raises(NotOfferedError):
        ACTS[act](asked, colleague("Corine"), bilal)


def test_a_change_without_its_record_does_not_happen(of_anja, anja, bilal, monkeypatch):
    def refuse(**_):
        raise RuntimeError("the audit is full")

    monkeypatch.setattr(operations_history, "record", refuse)
    with pytest.raises(RuntimeError):
        hand_over(taak=of_anja, by=anja, to=bilal, summary=SUMMARY, now=NIGHT)
    assert now_is(of_anja) == ("Anja", "")
    assert kinds(of_anja) == ["opened", "assigned"]


def test_the_audit_does_not_tell_what_was_written(asked, bilal):
    decline(taak=asked, by=bilal, reason="Jansen is mijn tante", now=NIGHT)

    assert "Jansen" not in str(list(AuditRecord.objects.values()))


def at_the_same_moment(*acts: Callable[[], object]) -> list[object]:
    """What came of each: None, or the error."""
    together = Barrier(len(acts))

    def one(act: Callable[[], object]) -> object:
        together.wait()
        try:
            act()
        except StaffError as error:
            return error
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_at_the_same_moment_one_has_it_and_the_other_is_told(
    open_one, anja, bilal
):
    taak = open_one()
    told = at_the_same_moment(
        lambda: take_up(taak=taak, by=anja, now=NIGHT),
        lambda: take_up(taak=taak, by=bilal, now=NIGHT),
    )

    (error,) = [each for each in told if each is not None]
    assert isinstance(error, NotYoursError)
    assert error.who == now_is(taak)[0]
    assert kinds(taak) == ["opened", "assigned"]


@pytest.mark.django_db(transaction=True)
def test_accepting_while_it_is_given_back_leaves_one_of_the_two(asked, anja, bilal):
    told = at_the_same_moment(
        lambda: accept(taak=asked, by=bilal, now=NIGHT),
        lambda: return_to_pile(taak=asked, by=anja, reason="Weg", now=NIGHT),
    )

    assert len([each for each in told if each is None]) == 1
    last = kinds(asked)[-1]
    assert now_is(asked) == (("Bilal", "") if last == TaakEventKind.ACCEPTED else ("", ""))


@pytest.mark.django_db(transaction=True)
def test_accepting_while_it_is_finished_leaves_one_of_the_two(asked, anja, bilal):
    told = at_the_same_moment(
        lambda: accept(taak=asked, by=bilal, now=NIGHT),
        lambda: finish(taak=asked, by=anja, result="ingetrokken", note="x", now=NIGHT),
    )

    assert len([each for each in told if each is None]) == 1
    assert kinds(asked).count("accepted") + kinds(asked).count("finished") == 1


def test_the_history_is_in_the_order_in_which_things_happened(asked, bilal):
    accept(taak=asked, by=bilal, now=NIGHT + timedelta(hours=1))
    finish(taak=asked, by=bilal, result="ingetrokken", note="", now=NIGHT + timedelta(hours=2))

    moments = [event.at for event in history_of(asked)]
    assert moments == sorted(moments)
