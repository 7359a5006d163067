# SPDX-License-Identifier: EUPL-1.2
"""What looks wrong is accepted, told plainly and given to a person: each signal through real turns.

The table below is the list: what is the case, the row of procedure ``verhuizen`` that says so, and
the kind of interne_taak that it becomes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

import pytest
from django.conf import settings
from tests.unit.casework.movers import Resident, as_typed, empty_homes, somebody_at

from gemeengoed.casework.kinds import KINDS
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.content.operations import load
from gemeengoed.content.values import local_day
from gemeengoed.gateways.adressen.models import DemoAddress
from gemeengoed.gateways.brp.models import DemoPerson
from gemeengoed.gateways.brp.operations import set_signals

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("demo_municipalities"),
    pytest.mark.timeout(900),
]
TODAY = local_day(settings.CLOCK.now())
TOMORROW = TODAY + timedelta(days=1)
LONG_AGO = TODAY - timedelta(days=60)


def _nothing(mover: DemoPerson, new: DemoAddress) -> None:
    """Registers tell nothing special."""


def _lived_in(count: int) -> Callable[[DemoPerson, DemoAddress], None]:
    def fill(mover: DemoPerson, new: DemoAddress) -> None:
        for _ in range(count):
            somebody_at(new)

    return fill


def _with(**of: object) -> Callable[[DemoPerson, DemoAddress], None]:
    def mark(mover: DemoPerson, new: DemoAddress) -> None:
        DemoPerson.objects.filter(pk=mover.pk).update(**of)

    return mark


def _signalled(mover: DemoPerson, new: DemoAddress) -> None:
    set_signals(municipality="waterdam", addresses=[new.identification])


@dataclass(frozen=True)
class Case:
    """words: behind the sentence. registers: what is made so in them. by: answers to questions."""

    name: str
    row: str
    kind: str
    words: str = ""
    registers: Callable[[DemoPerson, DemoAddress], None] = _nothing
    before: str = ""  # said first
    later: str = ""  # said after the sentence
    by: Mapping[str, str] = field(default_factory=dict)
    age: int = 35
    moved: date = TOMORROW
    purpose: str = "woning"
    typed: str = ""  # another address than the new one
    told: str = "Ik neem"  # what the resident reads before the summary


ADDRESS, FAMILY = "verhuizing_adres", "verhuizing_gezin"
MAY, SAFE = "verhuizing_bevoegdheid", "verhuizing_veiligheid"
CASES = (
    Case("bedreigd", "G1", SAFE, before="ik word bedreigd door mijn ex", told="geheim te houden"),
    Case("opvang", "G1", SAFE, "ik zit nu in een opvanghuis", told="briefadres"),
    Case("geheim adres, gezegd", "G2", SAFE, "ik heb een geheim adres", told="blijft geheim"),
    Case("geheim adres, bekend", "G2", SAFE, registers=_with(is_secret=True)),
    Case("weigert", "S1", ADDRESS, registers=_lived_in(1), by={"toestemming": "geweigerd"},
         told="geen voorwaarde"),
    Case("geen bewijs", "S2", ADDRESS, registers=_lived_in(1), by={"toestemming": "geen-bewijs"}),
    Case("geen contract", "S3", ADDRESS, "het is zonder huurcontract"),
    Case("twijfel", "S4", ADDRESS, "ik weet niet of het adres klopt"),
    Case("veel mensen", "S5", ADDRESS, registers=_lived_in(6), told="veel mensen"),
    Case("kantoor", "S6", ADDRESS, purpose="kantoor", told="niet bedoeld om in te wonen"),
    Case("niet in de BAG", "S7", ADDRESS, typed="Nergensdwarsweg 99",
         by={"nieuw_adres": "adres:toch", "ligt_in": "hier"}, told="niet vinden"),
    Case("landelijk onderzoek", "S8", ADDRESS, registers=_signalled, told="recht op"),
    Case("geen woonadres", "S9", ADDRESS, "ik heb eigenlijk geen vast adres", told="briefadres"),
    Case("opname", "S10", ADDRESS, "ik word opgenomen"),
    Case("uit elkaar", "S11", FAMILY, "we gaan uit elkaar"),
    Case("ouders oneens", "S12", FAMILY, "de ouders zijn het niet eens over de kinderen"),
    Case("geen identiteitsbewijs", "S13", MAY, later="mijn paspoort is verlopen"),
    Case("iets anders", "S14", "indiening_bekijken", "het is op een boot"),
    Case("oud adres klopt niet", "S16", ADDRESS, by={"oud_adres_anders": "genoemd"}, words="OLD"),
    Case("in onderzoek", "S17", ADDRESS, registers=_with(is_under_investigation=True)),
    Case("onder curatele", "A12", MAY, registers=_with(has_guardian=True), told="curator"),
    Case("vijftien", "A2", FAMILY, age=15, told="ouder, voogd of verzorger"),
    Case("schade door de datum", "T6", "verhuizing_datum", "het kost me mijn toeslag",
         moved=LONG_AGO, told="echte datum"),
    Case("curator", "S15", MAY, "dit is voor mijn broer",
         by={"zelf_mee": "nee", "als_wat": "curator", "naam_ander": "Kees de Wit",
             "geboren": "3 mei 1950"}),
)  # fmt: skip


def hand_in(case: Case) -> tuple[Submission, str]:
    """Played through; what was handed in, and all that was read."""
    home, other = islice(empty_homes(), 2)
    new = next(each for each in empty_homes(case.purpose) if each.pk not in (home.pk, other.pk))
    mover = somebody_at(home, case.age)
    case.registers(mover, new)
    origin = f"van {as_typed(other)} " if case.words == "OLD" else ""
    words = "" if case.words == "OLD" else case.words
    who = "" if "als_wat" in case.by else "alleen ik"
    resident = Resident()
    if case.before:
        resident.says(case.before)
    resident.says(
        f"ik verhuis op {case.moved:%d-%m-%Y} {origin}naar {case.typed or as_typed(new)}. "
        f"{who}. {words}".strip()
    )
    if case.later:
        resident.says(case.later)
    messages = resident.answers(mover.bsn, case.by)
    assert messages[-1]["kind"] == "summary", messages[-1]
    receipt = resident.says(action="confirm")[-1]
    assert receipt["kind"] == "receipt", receipt
    read = "\n".join(message["text"] for message in resident.heard)
    return Submission.objects.get(conversation_id=resident.opened.conversation), read


def differences(case: Case) -> list[str]:
    try:
        submission, read = hand_in(case)
    except AssertionError as error:
        return [f"{case.name}: {str(error)[:300]}"]
    taak = submission.taak
    found = {
        "outcome": (submission.outcome, "bellen"),
        "kind": (taak.kind if taak else None, case.kind),
        "told": (case.told in read, True),
        "who and when": (KINDS[case.kind].who in read.lower() and "uiterlijk" in read, True),
        "why": (bool(taak and dict(taak.display).get("Waarom bekijken")), True),
    }
    return [f"{case.name}: {what} is {is_}, not {wanted}" for what, (is_, wanted) in found.items()
            if is_ != wanted]  # fmt: skip


def test_every_signal_is_accepted_told_and_given_to_the_right_person() -> None:
    found = [each for case in CASES for each in differences(case)]
    assert not found, "\n".join(found)


def test_every_row_that_lets_a_person_look_is_in_the_table_or_cannot_come_about_here() -> None:
    """A row of arrival or departure belongs to another way; the others are of one who declares."""
    loaded = load()
    procedure = loaded.packs.procedures["verhuizen"].procedure
    rows = {
        r.id for t in procedure.tables for r in t.rows if r.bubble_up and r.outcome[:6] == "bellen"
    }
    elsewhere = {"R2", "A7", "A8", "A9", "A11", "V2", "V11", "V12", "V13", "V16", "V18", "V19"}
    assert rows - {case.row for case in CASES} == elsewhere
    reasons = loaded.packs.flows["verhuizing"].flow.reasons
    assert {case.row for case in CASES} <= set(reasons)
