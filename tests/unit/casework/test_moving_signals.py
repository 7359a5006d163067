# SPDX-License-Identifier: EUPL-1.2
"""What looks wrong is accepted, told plainly and given to a person: each signal through real turns.

The table below is the list: what is the case, the row of procedure ``verhuizen`` that says so, and
the kind of interne_taak that it becomes. looked_at.py plays a case and says what must hold.
"""

from dataclasses import replace

import pytest
from tests.unit.casework.looked_at import (
    LONG_AGO,
    Case,
    differences,
    lived_in,
    living_with,
    made,
    packs,
    play,
    rows,
    signalled,
)
from tests.unit.casework.movers import Resident

from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.terms.dutch_dates import day_in_words

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("demo_municipalities"),
    pytest.mark.timeout(900),
]

ADDRESS, FAMILY = "verhuizing_adres", "verhuizing_gezin"
MAY, SAFE = "verhuizing_bevoegdheid", "verhuizing_veiligheid"
OTHER = {"zelf_mee": "nee", "naam_ander": "Kees de Wit", "geboren": "3 mei 1950"}
CASES = (
    Case("bedreigd", "G1", SAFE, before="ik word bedreigd door mijn ex"),
    Case("opvang", "G1", SAFE, "ik zit nu in een opvanghuis"),
    Case("geheim adres, gezegd", "G2", SAFE, "ik heb een geheim adres"),
    Case("geheim adres, bekend", "G2", SAFE, registers=made(is_secret=True)),
    Case("weigert", "S1", ADDRESS, registers=lived_in(1), by={"toestemming": "geweigerd"}),
    Case("geen bewijs", "S2", ADDRESS, registers=lived_in(1), by={"toestemming": "geen-bewijs"}),
    Case("geen contract", "S3", ADDRESS, "het is zonder huurcontract"),
    Case("twijfel", "S4", ADDRESS, "ik weet niet of het adres klopt"),
    Case("veel mensen", "S5", ADDRESS, registers=lived_in(6)),
    Case("kantoor", "S6", ADDRESS, purpose="kantoor"),
    Case("niet in de BAG", "S7", ADDRESS, typed="Nergensdwarsweg 99",
         by={"nieuw_adres": "adres:toch", "ligt_in": "hier"}),
    Case("landelijk onderzoek", "S8", ADDRESS, registers=signalled),
    Case("geen woonadres", "S9", ADDRESS, "ik heb eigenlijk geen vast adres"),
    Case("opname", "S10", ADDRESS, "ik word opgenomen"),
    Case("uit elkaar", "S11", FAMILY, "we gaan uit elkaar"),
    Case("ouders oneens", "S12", FAMILY, "de ouders zijn het niet eens over de kinderen"),
    Case("geen identiteitsbewijs", "S13", MAY, later="mijn paspoort is verlopen"),
    Case("iets anders", "S14", "indiening_bekijken", "het is op een boot"),
    Case("oud adres klopt niet", "S16", ADDRESS, by={"oud_adres_anders": "genoemd"}, words="OLD"),
    Case("in onderzoek", "S17", ADDRESS, registers=made(is_under_investigation=True)),
    Case("onder curatele", "A12", MAY, registers=made(has_guardian=True)),
    Case("vijftien", "A2", FAMILY, age=15),
    Case("schade door de datum", "T6", "verhuizing_datum", "het kost me mijn toeslag",
         moved=LONG_AGO),
    Case("curator", "S15", MAY, "dit is voor mijn broer",
         who="", by={"als_wat": "curator", **OTHER}),
    # for another, and of who comes along
    Case("een kind van twaalf zonder de ouder", "V2", FAMILY, "dit is voor mijn dochter", who="",
         registers=living_with("Noor", 12, is_child=True),
         by={"zelf_mee": "nee", "als_wat": "ouder", "wie_verhuist": "Noor"}),
    Case("een kind dat apart gaat wonen", "V2", FAMILY, "mijn zoon gaat bij zijn vader wonen",
         who="", registers=living_with("Daan", 9, is_child=True),
         by={"zelf_mee": "ja", "wie": "ik en Daan"}),
    Case("zeventien, voor een ouder die komt inwonen", "A7", MAY, "dit is voor mijn moeder",
         age=17, who="", by={"als_wat": "inwonen", **OTHER}),
    Case("een brief van wie het zelf niet kan", "V11", MAY, "dit is voor mijn moeder", who="",
         by={"als_wat": "familie", "machtiging": "schriftelijk", **OTHER}),
    Case("huisgenoot met een verklaring van de instelling", "V12", MAY, who="ik en Sam",
         registers=living_with("Sam", 40), by={"wie": "ik en Sam", "machtiging": "instelling"}),
    Case("onder curatele, door een gemachtigde", "V13", MAY, who="",
         words="dit is voor mijn broer, die staat onder curatele",
         by={"als_wat": "gemachtigde", "machtiging": "schriftelijk", **OTHER}),
)  # fmt: skip


def case(name: str) -> Case:
    return next(each for each in CASES if each.name == name)


def test_every_signal_is_accepted_told_and_given_to_the_right_person() -> None:
    found = [each for case in CASES for each in differences(case)]
    assert not found, "\n".join(found)


def test_every_row_that_lets_a_person_look_is_in_the_table_or_cannot_come_about_here() -> None:
    """A row of arrival or departure belongs to another way; the others are of one who declares."""
    calls = {id for id, row in rows().items() if row.bubble_up and row.outcome[:6] == "bellen"}
    elsewhere = {"R2", "A8", "A9", "A11", "V16", "V18", "V19"}
    assert calls - {case.row for case in CASES} == elsewhere
    assert {case.row for case in CASES} <= set(packs().packs.flows["verhuizing"].flow.reasons)


def test_from_abroad_nothing_is_handed_in_and_a_colleague_calls_who_wants_that() -> None:
    resident = Resident()
    resident.says("ik verhuis op 1 december 2026 naar kerkstraat 22 in waterdam")
    assert "alleen aan de balie" in resident.says("ik kom uit duitsland")[-1]["text"]
    resident.says(choice="flow:terugbelverzoek")
    by = {"telefoon": "06 12345678", "onderwerp": "ik kom uit duitsland", "dagdeel": "ochtend"}
    assert resident.answers("", by)[-1]["kind"] == "summary"
    receipt = resident.says(action="confirm")[-1]
    taak = InterneTaak.objects.get()
    assert receipt["kind"] == "receipt"
    assert taak.reference in receipt["text"]
    assert day_in_words(taak.due_on) in receipt["text"]
    assert (taak.kind, taak.team) == ("terugbelverzoek", "klantcontact")
    assert "duitsland" in str(taak.display)
    assert not Submission.objects.exists()


def test_what_is_in_order_for_one_stays_so_when_a_person_looks_at_another() -> None:
    apart = case("een kind dat apart gaat wonen")
    with_both = replace(
        apart,
        registers=lambda mover, new: (
            apart.registers(mover, new),
            living_with("Fenna", 17, is_child=True)(mover, new),
            living_with("Sam", 40)(mover, new),
        ),
        by={"zelf_mee": "ja", "wie": "iedereen", "machtiging": "schriftelijk"},
    )
    played = play(with_both)
    outcomes = {each["name"].split()[0]: each["outcome"] for each in played.submission.participants}
    assert outcomes["Daan"] == "bellen"
    assert outcomes["Fenna"] == outcomes["Sam"] == "direct"


def test_a_child_that_a_parent_picks_takes_part_and_the_parent_only_declares() -> None:
    played = play(case("een kind van twaalf zonder de ouder"))
    parent, child = played.submission.participants
    assert (parent["relation"], parent["outcome"]) == ("aangever", "")
    assert (child["relation"], child["outcome"]) == ("kind", "bellen")
    assert child["name"].startswith("Noor ")
    assert "Noor" in dict(played.submission.display)["Wie verhuist"]
