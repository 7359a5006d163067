# SPDX-License-Identifier: EUPL-1.2
"""A move as the procedure reads it; judged by the real procedure of the packs."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.casework.moving import ALONE, EVERYBODY, Move, facts_of, registered_in_words
from gemeengoed.content.operations import Loaded, load
from gemeengoed.gateways.adressen.shapes import Address, Purpose
from gemeengoed.gateways.brp.shapes import Bond, Household, Member, Person, Relation
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.reading import read_facts

TODAY = date(2026, 11, 23)


@cache
def loaded() -> Loaded:
    return load()


def judged(move: Move, day: date, municipality: str = "waterdam") -> Judgement:
    procedure = loaded().editions[municipality].catalogue.rulebook.on("verhuizen", TODAY)
    assert procedure is not None
    told = {**facts_of(move), "verhuisdatum": day.isoformat()}
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


THERE = frozenset({"1"})
SPOUSE = member(2, Relation.PARTNER, 41, Bond.MARRIAGE)
CHILD = member(3, Relation.CHILD, 8)
LODGER = member(4, Relation.OTHER, 30)


def move(*members: Member, **more: object) -> Move:
    household = Household(person(1), members)
    told = {"lives_here": True, "chosen": EVERYBODY, "new_address": address(), **more}
    return Move(TODAY, household, **told)  # type: ignore[arg-type]


IN_TIME = TODAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("what", "told", "outcome"),
    [
        ("alone", move(chosen=ALONE), "direct"),
        ("a family", move(SPOUSE, CHILD), "direct"),
        ("only the child comes along", move(SPOUSE, CHILD, chosen=[CHILD.person.bsn]), "direct"),
        ("a lodger without a letter", move(LODGER), "machtiging_nodig"),
        ("a lodger with a letter", move(LODGER, authorisation="schriftelijk"), "direct"),
        ("a lodger who stays", move(SPOUSE, LODGER, chosen=[SPOUSE.person.bsn]), "direct"),
        ("the main occupant refuses", move(consent="geweigerd", already_there=THERE), "bellen"),
        ("no consent but a contract", move(consent="contract", already_there=THERE), "direct"),
        ("no proof at all", move(consent="geen-bewijs", already_there=THERE), "bellen"),
        ("a holiday home", move(new_address=address(Purpose.HOLIDAY_HOME)), "bellen"),
        ("an address that the register has not", move(new_address=None), "bellen"),
        ("from another municipality", move(lives_here=False), "direct"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_move_is_judged_by_what_is_the_case(what: str, told: Move, outcome: str) -> None:
    assert judged(told, IN_TIME).shown == outcome


def test_seven_at_an_address_is_looked_at_in_waterdam_and_not_in_oostermark() -> None:
    full = move(chosen=ALONE, already_there=frozenset(map(str, range(6))), consent="akkoord")
    assert judged(full, IN_TIME).shown == "bellen"
    assert judged(full, IN_TIME, "oostermark").shown == "direct"


def test_who_leaves_the_address_is_not_counted() -> None:
    full = move(chosen=ALONE, already_there=frozenset(map(str, range(9))), consent="vertrekken")
    assert judged(full, IN_TIME).shown == "direct"


def test_nobody_is_asked_for_an_authorisation_for_family() -> None:
    assert facts_of(move(SPOUSE, CHILD))["machtiging_telt"] == "nee"
    assert facts_of(move(LODGER))["machtiging_telt"] == "ja"
    assert facts_of(move(LODGER, chosen=ALONE))["machtiging_telt"] == "nee"


def test_who_is_not_in_the_registers_is_left_unknown_and_not_guessed() -> None:
    unknown = Move(TODAY, None, None, ALONE, address())
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
