# SPDX-License-Identifier: EUPL-1.2
"""The flow of a move and ``gemeengoed decide verhuizen`` never disagree.

Households, ages, dates and who lives there already are drawn; the flow is played through real turns
with the demo's registers; what the command says of the same case, written down here a second time,
must be the outcome of the whole and of every person, and what the resident reads: whether it goes
on or a colleague looks and why, and of whom it is not ready yet.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.real_packs import real_packs
from tests.unit.casework.movers import Resident, as_typed, empty_homes, somebody_at

from gemeengoed.casework.submissions.models import Submission
from gemeengoed.content.values import local_day
from gemeengoed.conversations.models import Conversation
from gemeengoed.gateways.brp.models import DemoPerson
from gemeengoed.project.deciding import Deciding

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("demo_municipalities"),
    pytest.mark.timeout(900),
]
TODAY = local_day(django_settings.CLOCK.now())
HANDED_IN = {"direct", "te_laat_maar_verwerkt", "bellen", "onbekend"}
BONDS = {"echtgenoot": "huwelijk", "geregistreerd_partner": "geregistreerd partnerschap"}
CONSENT = {
    "akkoord": "",
    "vertrekken": "",
    "contract": "geen_toestemming_wel_huurcontract",
    "geweigerd": "hoofdbewoner_weigert",
    "geen-bewijs": "geen_toestemming_geen_bewijs",
}


@dataclass(frozen=True)
class Mover:
    relation: str  # as the command names it
    age: int
    comes: bool = True
    is_secret: bool = False


@dataclass(frozen=True)
class Case:
    age: int
    household: tuple[Mover, ...]
    letter: str
    there: int
    consent: str
    days: int  # from today to the move

    @property
    def moved(self) -> date:
        return TODAY + timedelta(self.days)

    def written(self, mover: Mover) -> str:
        """As the command names who comes along; a statement says that one cannot do it oneself."""
        is_patient = mover.relation == "huisgenoot" and self.letter == "instelling"
        return f"{'patient_kan_zelf_niet' if is_patient else mover.relation}:{mover.age}"

    @property
    def coming(self) -> tuple[Mover, ...]:
        return tuple(each for each in self.household if each.comes)

    def row(self) -> dict[str, str]:
        """The case as a line of the command's file."""
        coming = self.coming
        signals = [CONSENT[self.consent] if self.there else ""]
        if not (self.there and self.consent == "vertrekken"):
            signals.append(f"personen_op_adres:{self.there + len(coming) + 1}")
        if any(each.is_secret for each in coming):
            signals.append("geheim_adres")
        has_stranger = any(each.relation == "huisgenoot" for each in coming)
        return {
            "id": "a",
            "aangever_relatie": "zelf",
            "aangever_leeftijd": str(self.age),
            "medeverhuizers": ";".join(self.written(each) for each in coming),
            "zelfde_nieuwe_adres": "ja",
            "machtiging": {"instelling": "verklaring_instelling"}.get(self.letter, self.letter)
            if has_stranger
            else "nvt",
            "aangiftedatum": TODAY.isoformat(),
            "verhuisdatum": self.moved.isoformat(),
            "route": "binnen_gemeente",
            "richting": "nvt",
            "signalen": ";".join(filter(None, signals)),
        }


ages = st.sampled_from((0, 15, 16, 17, 18, 40))
# A partner once; a demo register knows no parents of parents.
relatives = st.builds(
    Mover,
    st.sampled_from(("kind", "ouder", "huisgenoot")),
    ages,
    st.booleans(),
    st.sampled_from((False, False, False, True)),
).filter(lambda mover: mover.relation != "huisgenoot" or not mover.is_secret)
partners = st.builds(
    Mover, st.sampled_from(("echtgenoot", "geregistreerd_partner")), st.just(41), st.booleans()
)
households = st.tuples(
    st.lists(partners, max_size=1),
    st.lists(relatives, max_size=2, unique_by=lambda m: (m.relation, m.age)),
).map(lambda drawn: (*drawn[0], *drawn[1]))
cases = st.builds(
    Case,
    age=st.sampled_from((15, 16, 17, 18, 40)),
    household=st.tuples(
        st.lists(partners, max_size=1),
        st.lists(relatives, max_size=2, unique_by=lambda m: (m.relation, m.age)),
    ).map(lambda drawn: (*drawn[0], *drawn[1])),
    letter=st.sampled_from(("schriftelijk", "nee", "instelling")),
    there=st.sampled_from((0, 0, 1, 4, 6)),
    consent=st.sampled_from(sorted(CONSENT)),
    days=st.sampled_from((-60, -9, -6, -5, -4, 0, 1, 27, 28, 29, 40)),
)


def decided(case: Case, folder: Path) -> dict[str, Any]:
    """What the command says."""
    file = folder / "geval.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(case.row()))
        writer.writeheader()
        writer.writerow(case.row())
    (line,) = Deciding(real_packs().editions).cases("verhuizen", "waterdam", file, TODAY)
    return line.line(with_explanation=False)


@dataclass(frozen=True)
class Played:
    """per_person, names: by who comes along as the command names them. told: what the resident
    read last before the summary, with the outcome; empty where nothing is special."""

    outcome: str
    told: str
    movers: str = ""  # as the procedure read them
    per_person: dict[str, str] = field(default_factory=dict)
    receipt: str = ""
    names: dict[str, str] = field(default_factory=dict)


def played(case: Case) -> Played:
    home, new = islice(empty_homes(), 2)
    own = somebody_at(home, case.age)
    names = {member: _member(own, home, member) for member in case.household}
    for _ in range(case.there):
        somebody_at(new)
    resident = Resident()
    resident.says(f"ik verhuis op {case.moved:%d-%m-%Y} naar {as_typed(new)}")
    coming = [names[member] for member in case.coming]
    who = f"ik en {' en '.join(coming)}" if coming else "alleen ik"
    by = {"wie": who, "machtiging": case.letter, "toestemming": case.consent}
    messages = resident.answers(own.bsn, by)
    if messages[-1]["kind"] != "summary":
        state = Conversation.objects.get(pk=resident.opened.conversation).state
        return Played(state["settled"]["outcome"], messages[-1]["text"])
    told = messages[-2]["text"] if messages[-2]["kind"] == "notice" else ""
    receipt = resident.says(action="confirm")[-1]["text"]
    submission = Submission.objects.get(conversation_id=resident.opened.conversation)
    written = {names[member]: case.written(member) for member in case.household}
    each = {
        written[p["name"].split()[0]]: p["outcome"]
        for p in submission.participants
        if p["relation"] != "aangever"
    }
    by_written = {case.written(member): names[member] for member in case.coming}
    movers = submission.receipt["facts"].get("medeverhuizers", "")
    return Played(submission.receipt["outcome"], told, movers, each, receipt, by_written)


def _member(own: DemoPerson, home: Any, member: Mover) -> str:
    of: dict[str, Any] = {"is_secret": member.is_secret}
    if member.relation == "kind":
        of["parent_bsns"] = [own.bsn]
    other = somebody_at(home, member.age, **of)
    if member.relation == "ouder":
        own.parent_bsns = [*own.parent_bsns, other.bsn]
    elif member.relation in BONDS:
        own.partner_bsn = other.bsn
        own.bond = BONDS[member.relation]
    own.save()
    return other.given_names


def reasons_of(rows: set[str]) -> set[str]:
    """What the resident reads of these rows of the procedure, where it has words for them."""
    reasons = real_packs().packs.flows["verhuizing"].flow.reasons
    return {reasons[row].render("u", {}).strip() for row in rows & set(reasons)}


def purposes_of(rows: set[str]) -> set[str]:
    """Why these rows of the procedure exist, as the resident reads it."""
    procedure = real_packs().editions["waterdam"].catalogue.rulebook.on("verhuizen", TODAY)
    assert procedure is not None
    return {row.purpose.text for table in procedure.tables for row in table.rows if row.id in rows}


# What the receipt says, by the outcome of what is handed in; and what it then does not say.
RECEIPTS = {
    "direct": ("verhuizing is doorgegeven", "belt u"),
    "te_laat_maar_verwerkt": ("verhuizing is doorgegeven", "belt u"),
    "bellen": ("belt u uiterlijk", "verhuizing is doorgegeven"),
}


def words_disagree(case: Case, wanted: dict[str, Any], found: Played) -> list[str]:
    """What the resident reads that is not what the command says."""
    failed = {each["id"] for each in wanted["failed_conditions"]}
    everything = reasons_of(set(real_packs().packs.flows["verhuizing"].flow.reasons))
    said = {reason for reason in everything if reason in found.told}
    faults = [f"said: {each}" for each in said - reasons_of(failed)]
    if wanted["outcome"] == "te_vroeg":  # then every rule is explained, in its own words
        faults += [f"unsaid: {why}" for why in purposes_of(failed) if why not in found.told]
        return faults + ([] if "kan nog niet" in found.told else [found.told])
    faults += [f"unsaid: {each}" for each in reasons_of(failed) - said]
    whole = wanted["outcome"]
    if whole not in HANDED_IN:
        whole = next(each for each in RECEIPTS if each in {*wanted["also"], "direct"})
        whole = "te_laat_maar_verwerkt" if "T2" in failed else whole
    does, does_not = RECEIPTS[whole]
    if does not in found.receipt or does_not in found.receipt:
        faults.append(f"{whole}: {found.receipt}")
    if ("telt dan vandaag" in found.told) != (wanted["outcome"] == "te_laat_maar_verwerkt"):
        faults.append(f"the day that counts: {found.told}")
    if ("Eerder wordt het nieuwe adres niet verwerkt" in found.receipt) != ("G2" in failed):
        faults.append(f"safety: {found.receipt}")
    for written, name in found.names.items():
        waits = wanted["per_item"][written] not in HANDED_IN
        if (name in found.told, name in found.receipt) != (waits, waits):
            faults.append(f"{written} waits: {waits}, but: {found.told} / {found.receipt}")
    return faults


def never_disagree(tmp_path: Path) -> Callable[[], None]:
    @example(Case(40, (Mover("kind", 15), Mover("huisgenoot", 30)), "nee", 0, "akkoord", 1))
    @example(Case(40, (Mover("huisgenoot", 30),), "nee", 0, "akkoord", -60))
    @example(Case(40, (Mover("huisgenoot", 30),), "instelling", 0, "akkoord", 1))
    @example(Case(40, (Mover("kind", 15, is_secret=True),), "nee", 1, "geweigerd", 1))
    @example(Case(15, (), "nee", 0, "akkoord", 1))
    @example(Case(15, (), "nee", 0, "akkoord", 29))
    @example(
        Case(
            15,
            (Mover("echtgenoot", 41), Mover("kind", 0, comes=False)),
            "schriftelijk",
            0,
            "akkoord",
            -60,
        )
    )
    @settings(max_examples=12, deadline=None)
    @given(cases)
    def each(case: Case) -> None:
        wanted = decided(case, tmp_path)
        found = played(case)
        assert found.outcome == wanted["outcome"], case.row()
        if wanted["outcome"] != "te_vroeg":
            as_read = sorted(found.movers.split(";"))
            assert as_read == sorted(case.row()["medeverhuizers"].split(";"))
            assert found.per_person == wanted.get("per_item", {}), case.row()
        assert not words_disagree(case, wanted, found), case.row()

    return each


def test_the_flow_and_the_command_never_disagree(tmp_path: Path) -> None:
    never_disagree(tmp_path)()
