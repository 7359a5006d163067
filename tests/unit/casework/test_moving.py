# SPDX-License-Identifier: EUPL-1.2
"""A move as the procedure reads it; judged by the real procedure of the packs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.real_packs import real_packs as loaded

from gemeengoed.casework.acting import ActingFor
from gemeengoed.casework.moving import ALONE, EVERYBODY, Move, facts_of, registered_in_words
from gemeengoed.gateways.adressen.shapes import Address, Purpose
from gemeengoed.gateways.brp.shapes import Bond, Household, Member, Person, Relation, Residents
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.reading import read_facts

TODAY = date(2026, 11, 23)


def judged(move: Move, day: date, municipality: str = "waterdam") -> Judgement:
    procedure = loaded().editions[municipality].catalogue.rulebook.on("verhuizen", TODAY)
    assert procedure is not None
    told = {"machtiging": "nee", **facts_of(move), "verhuisdatum": day.isoformat()}
    known = {name: value for name, value in told.items() if name in procedure.inputs}
    return evaluate(procedure, read_facts(procedure, known), TODAY)


def born(years: int) -> date:
    return date(TODAY.year - years, 1, 1)


def person(number: int, age: int = 40) -> Person:
    return Person(f"99999{number:04}", "Sam", "", "Jansen", born(age), "1" * 16, date(2010, 1, 1))


def member(number: int, relation: Relation, age: int, bond: Bond | None = None) -> Member:
    return Member(person(number, age), relation, bond)


def address(purpose: Purpose = Purpose.HOME) -> Address:
    id = "0999200000000001"
    return Address(
        id, id, id, "waterdam", "Kerkstraat", 22, "", "9991AB", "Waterdam", purpose, 0, 0
    )


SPOUSE = member(2, Relation.PARTNER, 41, Bond.MARRIAGE)
CHILD = member(3, Relation.CHILD, 8)
LODGER = member(4, Relation.OTHER, 30)


GUARDED = replace(SPOUSE, person=replace(SPOUSE.person, has_guardian=True))
SECRET = replace(SPOUSE, person=replace(SPOUSE.person, is_secret=True))
SIGNALLED = Residents(has_signal=True)
BORN = date(1950, 5, 3)
GUARDED_ONE = ActingFor("gemachtigde", BORN, has_guardian=True)


def move(*members: Member, **more: object) -> Move:
    household = Household(person(1), members)
    told = {"lives_here": True, "chosen": EVERYBODY, "new_address": address(), **more}
    return Move(TODAY, household, **told)  # type: ignore[arg-type]


def apart(age: int) -> Move:
    child = member(3, Relation.CHILD, age)
    return move(SPOUSE, child, chosen=[child.person.bsn], acting=ActingFor("ouder"))


IN_TIME = TODAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("what", "told", "outcome"),
    [
        ("alone", move(chosen=ALONE), "direct"),
        ("a family", move(SPOUSE, CHILD), "direct"),
        ("only the child comes along", move(SPOUSE, CHILD, chosen=[CHILD.person.bsn]), "direct"),
        ("a lodger without a letter", move(LODGER), "machtiging_nodig"),
        ("a lodger who stays", move(SPOUSE, LODGER, chosen=[SPOUSE.person.bsn]), "direct"),
        ("a holiday home", move(new_address=address(Purpose.HOLIDAY_HOME)), "bellen"),
        ("an address that the register has not", move(new_address=None), "bellen"),
        ("from another municipality", move(lives_here=False), "direct"),
        ("a curator for who is not found yet", move(acting=ActingFor("curator", BORN)), "bellen"),
        ("by letter for who is under curatele", move(acting=GUARDED_ONE), "bellen"),
        ("a parent for a child that moves apart", apart(8), "bellen"),
        ("a child of sixteen that moves apart", apart(16), "machtiging_nodig"),
        ("in an office", move(new_address=address(Purpose.OFFICE)), "bellen"),
        ("a spouse who is under curatele", move(GUARDED), "bellen"),
        ("a spouse who is under geheimhouding", move(SECRET), "bellen"),
        ("an address that the national research points at", move(there=SIGNALLED), "bellen"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_move_is_judged_by_what_is_the_case(what: str, told: Move, outcome: str) -> None:
    assert judged(told, IN_TIME).shown == outcome


def test_seven_at_an_address_is_looked_at_in_waterdam_and_not_in_oostermark() -> None:
    full = move(chosen=ALONE, there=Residents(hidden=6), consent="akkoord")
    assert judged(full, IN_TIME).shown == "bellen"
    assert judged(full, IN_TIME, "oostermark").shown == "direct"


def test_who_leaves_the_address_is_not_counted() -> None:
    full = move(chosen=ALONE, there=Residents(hidden=9), consent="vertrekken")
    assert judged(full, IN_TIME).shown == "direct"


def test_who_comes_to_live_with_a_grown_up_child_is_declared_by_that_child() -> None:
    """2.49 lid 1 a and lid 5: the new address is that of the child already."""
    there = replace(address(), id="1" * 16)
    acting = ActingFor("inwonen", BORN)
    facts = facts_of(move(acting=acting, new_address=there, chosen=ALONE))
    assert facts["aangever_relatie"] == "meerderjarig_kind_woont_al_op_nieuw_adres"
    assert facts["medeverhuizers"] == "ouder:76"
    assert facts["zelfde_nieuwe_adres"] == "ja"
    elsewhere = facts_of(move(acting=acting, chosen=ALONE))
    assert elsewhere["zelfde_nieuwe_adres"] == "nee"


def test_a_statement_of_the_institution_says_that_a_lodger_cannot_do_it() -> None:
    told = facts_of(move(SPOUSE, LODGER, letter="instelling"))
    assert told["medeverhuizers"] == "echtgenoot:41;patient_kan_zelf_niet:30"


def test_for_who_is_under_curatele_only_the_guardian_is_not_asked_by_what_right() -> None:
    by_letter = evaluated_rows(move(acting=GUARDED_ONE))
    by_guardian = evaluated_rows(move(acting=ActingFor("curator", BORN, has_guardian=True)))
    assert "V13" in by_letter
    assert "V13" not in by_guardian


def evaluated_rows(told: Move) -> set[str]:
    return {row.row.id for row in judged(told, IN_TIME).failed}


def test_who_was_born_on_29_february_counts_from_1_march() -> None:
    born = ActingFor("curator", date(2008, 2, 29))
    assert born.item(date(2026, 2, 28)) == "curandus:17"
    assert born.item(date(2026, 3, 1)) == "curandus:18"


def test_a_letter_is_left_unknown_until_it_is_asked() -> None:
    assert "machtiging" not in facts_of(move(LODGER))
    assert facts_of(move(SPOUSE))["machtiging"] == "nvt"


def test_the_old_address_is_compared_only_where_it_is_known() -> None:
    assert "oud_adres_klopt" not in facts_of(move())
    assert facts_of(move(old_address="1" * 16))["oud_adres_klopt"] == "ja"
    assert facts_of(move(old_address="2" * 16))["oud_adres_klopt"] == "nee"


def test_a_silent_brp_makes_nothing_sure() -> None:
    silent = Move(TODAY, None, None, ALONE, new_address=address(), there=None)
    assert "route" not in facts_of(silent)
    assert judged(silent, IN_TIME).shown == "onbekend"


def test_nobody_is_asked_for_an_authorisation_for_family() -> None:
    assert facts_of(move(SPOUSE, CHILD))["machtiging_telt"] == "nee"
    assert facts_of(move(LODGER))["machtiging_telt"] == "ja"
    assert facts_of(move(LODGER, chosen=ALONE))["machtiging_telt"] == "nee"


def test_who_is_not_in_the_registers_is_left_unknown_and_not_guessed() -> None:
    unknown = Move(TODAY, None, None, ALONE, new_address=address())
    assert judged(unknown, IN_TIME).shown == "onbekend"


def test_a_child_of_fifteen_cannot_declare_alone() -> None:
    child = Move(
        TODAY, Household(person(1, 15)), lives_here=True, chosen=ALONE, new_address=address()
    )
    assert judged(child, IN_TIME).shown not in ("direct", "te_laat_maar_verwerkt")


def households() -> st.SearchStrategy[tuple[Member, ...]]:
    kinds = st.sampled_from([Relation.CHILD, Relation.PARENT, Relation.OTHER])
    one = st.builds(member, st.integers(10, 9999), kinds, st.integers(0, 99))
    return st.lists(one, max_size=6, unique_by=lambda m: m.person.bsn).map(tuple)


@given(members=households(), data=st.data(), days=st.integers(-40, 60))
def test_any_choice_of_the_household_is_judged_and_family_never_needs_a_letter(
    members: tuple[Member, ...], data: st.DataObject, days: int
) -> None:
    chosen = data.draw(st.lists(st.sampled_from([m.person.bsn for m in members] or ["-"])))
    told = move(*members, chosen=chosen)
    outcome = judged(told, TODAY + timedelta(days=days))
    assert outcome.outcome is not None
    strangers = [m for m in told.movers if m.relation is Relation.OTHER]
    needs_letter = "machtiging_nodig" in {outcome.shown, *outcome.also}
    if not strangers and not list(_grown_children(told)):
        assert not needs_letter
    if strangers:
        assert needs_letter


def _grown_children(told: Move) -> Iterator[Member]:
    return (m for m in told.movers if m.person.age_on(TODAY) >= 16)


@pytest.mark.parametrize(
    ("facts", "home", "told"),
    [
        (
            {"signalen": "personen_op_adres:3", "route": "binnen_gemeente"},
            "Lindelaan 8, 1994 BE Waterdam",
            ["Lindelaan 8, 1994 BE Waterdam", "Ja, woning", "3 personen"],
        ),
        (
            {"signalen": "bag_gebruik:winkel;personen_op_adres:1", "route": "andere_gemeente"},
            "",
            ["Niet in deze gemeente ingeschreven", "Ja, winkel", "1 persoon"],
        ),
        ({"signalen": "adres_niet_in_bag"}, "", ["Niet bekend", "Staat er niet in"]),
        ({}, "", ["Niet bekend", "Niet nagekeken"]),  # the registers did not answer
    ],
)
def test_a_colleague_reads_what_registers_said(facts, home, told) -> None:
    assert [value for _, value in registered_in_words(facts, home)] == told
