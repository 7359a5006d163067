# SPDX-License-Identifier: EUPL-1.2
"""The bench of moves plays what it says: each kind comes to its end, with its own questions."""

import uuid
from dataclasses import replace

import pytest

from gemeengoed.access.operations import remember_person
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.conversations.operations import open_conversation, post_message, tell_log_in
from gemeengoed.conversations.posted import Posted
from gemeengoed.conversations.queries import messages_after
from gemeengoed.municipalities.models import Municipality
from gemeengoed.project.bench.move_report import as_tables
from gemeengoed.project.bench.movers import Registers
from gemeengoed.project.bench.moves import KINDS, PLAIN, Kind, StuckError, end_of, reply_to
from gemeengoed.project.bench.moving import KindMeasured, Load, MovesMeasured, Times
from gemeengoed.project.demo_identity import REGISTERS
from gemeengoed.terms.clock import Clock, parse_moment

WATERDAM = Registers.of(REGISTERS / "waterdam")


def asked_in(kind: Kind) -> list[str]:
    """What was asked until the end of this kind, in one talk in this process."""
    opened = open_conversation(municipality="waterdam", origin=uuid.uuid4().hex, channel="test")
    token, bsn, home = opened.token, kind.who(WATERDAM)[0], next(kind.homes(WATERDAM))
    reply = {"text": kind.line.format(home=home)}
    asked: list[str] = []
    for _ in range(15):
        *_, last = post_message(
            municipality="waterdam",
            conversation=opened.conversation,
            token=token,
            posted=Posted(client_id=uuid.uuid4().hex, **reply),
        )
        if end_of(last) == "login":
            asked.append("(login)")
            token = log_in(opened.conversation, token, bsn)
            *_, last = messages_after(
                municipality="waterdam", conversation=opened.conversation, token=token
            )
        if end_of(last) == kind.ends:
            return asked
        asked += [last["input"]["name"]] if end_of(last) == "question" else []
        reply = reply_to(kind, last, home)
    raise AssertionError(f"no end: {asked}")


def log_in(conversation: uuid.UUID, token: str, bsn: str) -> str:
    waterdam = Municipality.objects.get(pk="waterdam")
    person = remember_person(municipality=waterdam, bsn=bsn, actor="test")
    return tell_log_in(
        municipality="waterdam",
        conversation=conversation,
        token=token,
        person=person,
        level="midden",
    )


@pytest.mark.django_db(transaction=True)
def test_each_kind_of_move_comes_to_its_end_with_its_own_questions(
    demo_municipalities: None, settings
) -> None:
    settings.CLOCK = Clock(lambda: parse_moment("2026-11-23T03:05"))
    asked = {kind.name: asked_in(kind) for kind in KINDS if kind.who(WATERDAM)}
    assert asked[PLAIN.name][0] == "(login)", "nothing is asked before it"
    assert asked["from another municipality"] == asked[PLAIN.name]
    for name in ("somebody lives there already", "who lives there refuses"):
        assert "toestemming" in asked[name]
    bare = asked["nothing told but that one moves"]
    assert bare.index("(login)") == 2, "address and day come first"
    receipts = sum(kind.ends == "receipt" for kind in KINDS if kind.who(WATERDAM))
    assert Submission.objects.count() == receipts


def test_a_move_that_cannot_go_on_says_where() -> None:
    question = {
        "kind": "question",
        "choices": [],
        "input": {"type": "text", "name": "schoenmaat", "optional": False},
    }
    with pytest.raises(StuckError, match="schoenmaat"):
        reply_to(PLAIN, question, "Kerkstraat 22 in Waterdam")


def test_people_and_homes_are_those_that_the_kinds_ask_for() -> None:
    alone, families = WATERDAM.alone(), WATERDAM.with_partner_and_child()
    assert alone
    assert families
    assert not set(alone) & set(families)
    assert not set(WATERDAM.free()) & set(WATERDAM.lived_in())


def test_the_report_tells_whether_the_aim_is_met_and_what_could_not_be_measured() -> None:
    times = Times.of([1.0, 2.0, 3.0])
    kind = KindMeasured("plain", False, 20, 0.0, 2.0, 2.0, times, times, times)
    measured = MovesMeasured([kind], ["abroad"], Load(1.5, 9, times, times, times, 300, 40))
    told = as_tables(measured, "2 cores")
    assert "| plain | 20 | 0 | 2 | 2 | yes | 2 / 3 / 3 |" in told
    assert "a summary: met (0)." in told
    assert "nobody in the registers can: abroad." in told
    worse = replace(measured, kinds=[replace(kind, before=4.0)])
    assert "a summary: not met (4)." in as_tables(worse, "2 cores")
