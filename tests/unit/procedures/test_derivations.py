# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.procedures.derivations import (
    STEPS,
    derive,
    first_day_to_declare,
    half,
    kind_of_declaration,
    last_day_to_declare,
)
from gemeengoed.procedures.procedure import Combination, Derived, Kind, Procedure
from gemeengoed.terms.termijnenwet import DAYS_ON_A_PAR
from gemeengoed.terms.workdays import is_working_day, working_days_between

DATES = st.dates(date(2014, 1, 1), date(2099, 1, 1))
CANNOT_COME = "kan_niet_verschijnen_doktersverklaring"


@pytest.mark.parametrize(
    ("route", "direction", "signals", "kind"),
    [
        ("binnen_gemeente", "nvt", (), "verhuizing"),
        ("binnen_gemeente", None, (), "verhuizing"),
        ("andere_gemeente", "in", (), "verhuizing"),
        ("andere_gemeente", "uit", (), "verhuizing"),
        ("buitenland", "in", (), "vestiging"),
        ("buitenland", "in", (CANNOT_COME,), "vestiging_door_ander"),
        ("andere_gemeente", "in", ("uit_curacao",), "vestiging"),
        ("binnen_gemeente", "nvt", ("uit_curacao", CANNOT_COME), "vestiging_door_ander"),
        ("buitenland", "uit", (CANNOT_COME,), "vertrek"),
        ("buitenland", "uit", ("uit_curacao",), "vertrek"),
        ("buitenland", "nvt", (), "richting_onbekend"),
        ("buitenland", None, (), None),
        (None, "in", (), None),
        ("binnen_gemeente", "nvt", None, None),
    ],
)
def test_the_route_tells_which_declaration_it_is(route, direction, signals, kind):
    assert kind_of_declaration(route, direction, signals) == kind


@given(DATES)
def test_a_move_can_be_declared_from_exactly_four_weeks_before_whatever_day_that_is(moved):
    assert first_day_to_declare(moved, "verhuizing") == moved - timedelta(days=28)


@given(DATES)
def test_a_departure_can_be_declared_from_the_fifth_day_before_until_the_day_itself(leaves):
    assert first_day_to_declare(leaves, "vertrek") == leaves - timedelta(days=5)
    assert last_day_to_declare(leaves, "vertrek") == leaves


@given(DATES, st.sampled_from(["vestiging", "vestiging_door_ander"]))
def test_the_law_sets_no_first_day_for_an_arrival(came, kind):
    assert first_day_to_declare(came, kind) is None


@given(DATES, st.sampled_from(["verhuizing", "vestiging", "vestiging_door_ander"]))
def test_the_last_day_is_the_fifth_or_the_first_later_one_that_the_act_allows(moved, kind):
    last = last_day_to_declare(moved, kind)
    fifth = moved + timedelta(days=5)
    assert last >= fifth

    def is_end(day):
        working = is_working_day(day, DAYS_ON_A_PAR)
        return working and working_days_between(moved, day, DAYS_ON_A_PAR) >= 2

    assert is_end(last)
    assert not any(is_end(fifth + timedelta(days=n)) for n in range((last - fifth).days))


@pytest.mark.parametrize(
    ("moved", "last"),
    [
        (date(2026, 11, 12), date(2026, 11, 17)),  # an ordinary Tuesday
        (date(2026, 11, 16), date(2026, 11, 23)),  # Saturday
        (date(2026, 11, 17), date(2026, 11, 23)),  # Sunday
        (date(2026, 4, 1), date(2026, 4, 7)),  # Easter Monday
        (date(2026, 4, 2), date(2026, 4, 8)),  # one working day between Good Friday and Easter
        (date(2026, 4, 22), date(2026, 4, 28)),  # King's Day
        (date(2026, 12, 20), date(2026, 12, 28)),  # Christmas, then a weekend
        (date(2025, 12, 24), date(2025, 12, 30)),  # Christmas leaves one working day
        (date(2026, 5, 9), date(2026, 5, 18)),  # Ascension Day, the Friday on a par, a weekend
    ],
)
def test_the_last_day_around_weekends_and_holidays(moved, last):
    assert last_day_to_declare(moved, "verhuizing") == last


@pytest.mark.parametrize("step", [first_day_to_declare, last_day_to_declare])
@pytest.mark.parametrize(
    ("day", "kind"), [(None, "verhuizing"), (date(2026, 12, 1), None), (None, None)]
)
def test_a_day_or_kind_that_is_not_known_gives_no_border(step, day, kind):
    assert step(day, kind) is None


def test_no_direction_has_no_last_day():
    assert last_day_to_declare(date(2026, 12, 1), "richting_onbekend") is None


def test_half_of_what_is_not_known_is_not_known():
    assert half(Decimal("4.5")) == Decimal("2.25")
    assert half(None) is None


def test_a_derived_fact_follows_from_the_others():
    derived = (Derived("helft", "Helft", "half", ("geheel",), Kind.LENGTH),)
    procedure = Procedure("p", "P", {}, derived, (), (), Combination.CHAIN)
    assert derive(procedure, {"geheel": Decimal(4)})["helft"] == Decimal(2)
    assert derive(procedure, {}) == {}


def test_a_pack_can_name_every_step():
    assert set(STEPS) == {
        "half",
        "remainder",
        "kind_of_declaration",
        "first_day_to_declare",
        "last_day_to_declare",
    }
