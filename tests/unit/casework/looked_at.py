# SPDX-License-Identifier: EUPL-1.2
"""A move at which a person must look, played from one sentence to the receipt and beyond."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from django.conf import settings
from tests.real_packs import real_packs as packs
from tests.unit.casework.movers import Resident, as_typed, empty_homes, somebody_at

from gemeengoed.casework.kinds import KINDS, WHY_LOOK
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.content.values import local_day
from gemeengoed.gateways.adressen.models import DemoAddress
from gemeengoed.gateways.brp.models import DemoPerson
from gemeengoed.gateways.brp.operations import set_signals
from gemeengoed.procedures.table import Row
from gemeengoed.terms.dutch_dates import day_in_words

TODAY = local_day(settings.CLOCK.now())
TOMORROW = TODAY + timedelta(days=1)
LONG_AGO = TODAY - timedelta(days=60)

Registered = Callable[[DemoPerson, DemoAddress], None]


def nothing(mover: DemoPerson, new: DemoAddress) -> None:
    """Registers tell nothing special."""


def lived_in(count: int) -> Registered:
    def fill(mover: DemoPerson, new: DemoAddress) -> None:
        for _ in range(count):
            somebody_at(new)

    return fill


def living_with(name: str, age: int, *, is_child: bool = False) -> Registered:
    """Somebody at the address of who moves; else nobody of theirs."""

    def move_in(mover: DemoPerson, new: DemoAddress) -> None:
        home = DemoAddress.objects.get(identification=mover.address_id)
        parents = [mover.bsn] if is_child else []
        somebody_at(home, age, given_names=name, parent_bsns=parents)

    return move_in


def made(**of: object) -> Registered:
    def mark(mover: DemoPerson, new: DemoAddress) -> None:
        DemoPerson.objects.filter(pk=mover.pk).update(**of)

    return mark


def signalled(mover: DemoPerson, new: DemoAddress) -> None:
    set_signals(municipality="waterdam", addresses=[new.identification])


@dataclass(frozen=True)
class Case:
    """words: behind the sentence. registers: what is made so in them. by: answers to questions."""

    name: str
    row: str
    kind: str
    words: str = ""
    registers: Registered = nothing
    before: str = ""  # said first
    later: str = ""  # said after the sentence
    by: Mapping[str, str] = field(default_factory=dict)
    age: int = 35
    moved: date = TOMORROW
    purpose: str = "woning"
    typed: str = ""  # another address than the new one
    who: str = "alleen ik"


@dataclass(frozen=True)
class Played:
    """receipt: its text. read: all that the resident read, the receipt too."""

    submission: Submission
    receipt: str
    read: str
    resident: Resident


def play(case: Case) -> Played:
    """From the sentence to the receipt. AssertionError where it does not get there."""
    home, other = islice(empty_homes(), 2)
    new = next(each for each in empty_homes(case.purpose) if each.pk not in (home.pk, other.pk))
    mover = somebody_at(home, case.age)
    case.registers(mover, new)
    origin = f"van {as_typed(other)} " if case.words == "OLD" else ""
    words = "" if case.words == "OLD" else case.words
    resident = Resident()
    if case.before:
        resident.says(case.before)
    resident.says(
        f"ik verhuis op {case.moved:%d-%m-%Y} {origin}naar {case.typed or as_typed(new)}. "
        f"{case.who}. {words}".strip()
    )
    if case.later:
        resident.says(case.later)
    messages = resident.answers(mover.bsn, case.by)
    assert messages[-1]["kind"] == "summary", messages[-1]
    receipt = resident.says(action="confirm")[-1]
    assert receipt["kind"] == "receipt", receipt
    read = "\n".join(message["text"] for message in resident.heard)
    submission = Submission.objects.get(conversation_id=resident.opened.conversation)
    return Played(submission, receipt["text"], read, resident)


def rows() -> dict[str, Row]:
    """All rows of the procedure by id."""
    procedure = packs().packs.procedures["verhuizen"].procedure
    return {row.id: row for table in procedure.tables for row in table.rows}


def reason(row: str) -> str:
    """Why a person looks, as a resident of Waterdam reads it."""
    return packs().packs.flows["verhuizing"].flow.reasons[row].render("u", {}).strip()


def differences(case: Case) -> list[str]:
    """What is not as it must be; empty when all is."""
    try:
        played = play(case)
        return [f"{case.name}: {each}" for each in _differences(case, played)]
    except AssertionError as error:
        return [f"{case.name}: {str(error)[:300]}"]


def _differences(case: Case, played: Played) -> Iterator[str]:
    submission, receipt, taak = played.submission, played.receipt, played.submission.taak
    if submission.outcome != "bellen":
        yield f"the outcome is {submission.outcome}"
    if submission.ontvangstnummer not in receipt:
        yield f"no number on {receipt}"
    if reason(case.row) not in played.read:
        yield f"not told why: {played.read}"
    kind = KINDS[case.kind]
    if kind.who not in receipt.lower() or day_in_words(submission.due_on) not in receipt:
        yield f"not told who does it by when: {receipt}"
    if taak is None or (taak.kind, taak.team, taak.goal) != (kind.id, kind.team, kind.action):
        yield f"the interne_taak is {taak and taak.kind}"
        return
    why = dict(taak.display)[WHY_LOOK]
    if not any(words in why for words in _explanations(rows()[case.row])):
        yield f"the colleague reads no rule: {why}"
    if taak.due_on != submission.due_on:
        yield f"promised {submission.due_on}, and the colleague reads {taak.due_on}"
    answer = played.resident.says("wat kost een paspoort")[-1]
    if answer.get("topic") != "paspoort":
        yield f"the talk does not go on: {answer}"


def _explanations(row: Row) -> tuple[str, ...]:
    """How row_in_words may begin or end: its label, or how far it is off."""
    return tuple(filter(None, (row.otherwise or row.label, row.too_much, row.too_little)))
