# SPDX-License-Identifier: EUPL-1.2
"""The rule tables of the dormer say what the law says: compared with a second writing of it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.real_packs import real_packs as packs
from tests.unit.content.dormer_law import (
    HEIDEWOUD_CENTRE,
    HEIDEWOUD_OUTSIDE,
    HIDDEN_SIDE,
    LOCAL_FACTS,
    NATIONAL_FACTS,
    POSSIBLE,
    REAR,
    VALUES,
    WATERDAM_STREET,
    WIDE_STREET,
    Dormer,
    failing_national,
    local,
    margins,
    national,
)

from gemeengoed.content.procedures import procedure_on
from gemeengoed.procedures.doors import door_of
from gemeengoed.procedures.errors import NoVersionError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import explain
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import UNKNOWN, Procedure

DAY = date(2026, 11, 23)
LAST_DAY_OF_BOR, FIRST_DAY_OF_BBL = date(2023, 12, 31), date(2024, 1, 1)
MUNICIPALITIES = ("waterdam", "heidewoud", "oostermark")
MOST_UNKNOWN = 3
AT_THE_STREET = (WATERDAM_STREET, WIDE_STREET, HEIDEWOUD_CENTRE, HEIDEWOUD_OUTSIDE)
CENTIMETRE = Decimal("0.01")
# What makes a dormer better in the eyes of every rule, and what makes it worse.
BETTER = {"height": -1, "below_ridge": 1, "left": 1, "right": 1, "width": -1, "plane_width": 1}


@cache
def rules(municipality: str, id: str, day: date = DAY) -> Procedure:
    edition = packs().editions[municipality]
    found = procedure_on(edition.procedures, edition.facts, id, day)
    assert found is not None
    return found


def facts_of(plan: Dormer, names: Mapping[str, str]) -> dict[str, object]:
    return {name: getattr(plan, field) for field, name in names.items()}


def judged(
    municipality: str, id: str, plan: Dormer, unknown: Collection[str] = (), day: date = DAY
) -> Judgement:
    names = NATIONAL_FACTS if id == "dakkapel" else LOCAL_FACTS
    facts = {n: v for n, v in facts_of(plan, names).items() if n not in {names[f] for f in unknown}}
    return evaluate(rules(municipality, id, day), facts, day)


dormers = st.builds(Dormer, **{field: st.sampled_from(values) for field, values in VALUES.items()})
# Mostly in order, so that the one thing that is not decides: drawn at random most fail somewhere.
nearly_fine = st.builds(
    lambda plan, changes: replace(plan, **dict(changes)),
    st.sampled_from((REAR, HIDDEN_SIDE, *AT_THE_STREET)),
    st.lists(
        st.sampled_from(tuple(VALUES)).flatmap(
            lambda field: st.tuples(st.just(field), st.sampled_from(VALUES[field]))
        ),
        max_size=3,
    ),
)
plans = dormers | nearly_fine
measures = st.fixed_dictionaries(
    {
        field: st.integers(low, 700).map(lambda count: count * CENTIMETRE)
        for field, low in {**dict.fromkeys(BETTER, 1), "underside": 0, "below_ridge": -400}.items()
    }
)
national_fields = st.sets(st.sampled_from(sorted(NATIONAL_FACTS)), max_size=MOST_UNKNOWN)
local_fields = st.sets(st.sampled_from(sorted(LOCAL_FACTS)), max_size=MOST_UNKNOWN)
municipalities = st.sampled_from(MUNICIPALITIES)


def completions(plan: Dormer, unknown: set[str]) -> Iterator[Dormer]:
    """Every whole plan that this one may turn out to be, as far as a rule can tell them apart."""
    names = sorted(unknown)
    for values in product(*(POSSIBLE[name] for name in names)):
        yield replace(plan, **dict(zip(names, values, strict=True)))


# --- the national rule ----------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(plans, st.sampled_from((DAY, FIRST_DAY_OF_BBL, LAST_DAY_OF_BOR)))
def test_the_national_table_says_what_the_law_says_on_and_beside_every_boundary(
    plan: Dormer, day: date
) -> None:
    judgement = judged("waterdam", "dakkapel", plan, day=day)
    assert (judgement.shown, door_of(judgement)) == national(plan, day)
    assert {row.row.id for row in judgement.failed} == failing_national(plan, day)


@settings(max_examples=100, deadline=None)
@given(plans, national_fields)
def test_the_national_rule_is_settled_exactly_when_nothing_missing_can_change_it(
    plan: Dormer, unknown: set[str]
) -> None:
    judgement = judged("waterdam", "dakkapel", plan, unknown)
    may_become = {national(each, DAY)[0] for each in completions(plan, unknown)}
    assert judgement.shown == (may_become.pop() if len(may_become) == 1 else UNKNOWN)


@settings(max_examples=100, deadline=None)
@given(nearly_fine, st.sets(st.sampled_from(("height", "underside"))), st.integers(150, 450))
def test_where_the_height_of_the_roof_is_known_the_room_below_the_ridge_follows(
    plan: Dormer, unknown: set[str], roof: int
) -> None:
    facts = facts_of(plan, NATIONAL_FACTS) | {"dak_hoogte_m": roof * CENTIMETRE}
    for field in ("below_ridge", *unknown):
        del facts[NATIONAL_FACTS[field]]
    judgement = evaluate(rules("waterdam", "dakkapel"), facts, DAY)
    if _can_be_free(plan, unknown, roof * CENTIMETRE):
        assert judgement.shown == (UNKNOWN if unknown else "vergunningvrij")
    else:
        assert (judgement.shown, door_of(judgement)) == ("vergunning_nodig", "D")


def _can_be_free(plan: Dormer, unknown: set[str], roof: Decimal) -> bool:
    """Whether some height and some place under the ridge are left with which it needs no permit."""
    lowest = replace(
        plan,
        height=Decimal(0) if "height" in unknown else plan.height,
        underside=Decimal("0.51") if "underside" in unknown else plan.underside,
        below_ridge=Decimal("0.51"),
    )
    underside = Decimal("0.50") if "underside" in unknown else plan.underside  # or a hair above
    fits_under = underside + lowest.height < roof - Decimal("0.50")
    return fits_under and not failing_national(lowest, DAY)


# --- with the rules of the municipality ----------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(municipalities, plans)
def test_each_municipality_says_what_its_own_rules_say_and_by_which_door(
    municipality: str, plan: Dormer
) -> None:
    judgement = judged(municipality, "dakkapel-lokaal", plan)
    assert (judgement.shown, door_of(judgement)) == local(municipality, plan, DAY)
    assert judgement.also == ()  # nobody is told both that it fits and that it does not


@settings(max_examples=100, deadline=None)
@given(municipalities, plans, local_fields)
def test_a_local_outcome_is_given_exactly_when_nothing_missing_changes_it_and_so_is_its_door(
    municipality: str, plan: Dormer, unknown: set[str]
) -> None:
    """In the centre of Heidewoud and outside it a dormer may be refused by rules of two kinds."""
    judgement = judged(municipality, "dakkapel-lokaal", plan, unknown)
    may_become = {local(municipality, each, DAY) for each in completions(plan, unknown)}
    outcomes = {outcome for outcome, _ in may_become}
    assert judgement.shown == (outcomes.pop() if len(outcomes) == 1 else UNKNOWN)
    assert door_of(judgement) == (may_become.pop()[1] if len(may_become) == 1 else None)


@pytest.mark.parametrize("plan", AT_THE_STREET)
@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_on_each_boundary_at_the_street_and_a_centimetre_beside_it_the_rules_are_exact(
    municipality: str, plan: Dormer
) -> None:
    lengths = (field for field in LOCAL_FACTS if isinstance(getattr(plan, field), Decimal))
    beside = [
        replace(plan, **{f: getattr(plan, f) + by * CENTIMETRE}) for f in lengths for by in (-1, 1)
    ]
    for each in (plan, *beside):
        judgement = judged(municipality, "dakkapel-lokaal", each)
        assert (judgement.shown, door_of(judgement)) == local(municipality, each, DAY), each


def test_before_2024_no_local_rules_are_known_and_none_are_applied() -> None:
    with pytest.raises(NoVersionError):
        judged("waterdam", "dakkapel-lokaal", WATERDAM_STREET, day=LAST_DAY_OF_BOR)


@given(dormers)
def test_only_the_kind_of_building_tells_the_last_day_of_the_bor_from_the_first_of_the_bbl(
    plan: Dormer,
) -> None:
    before = judged("waterdam", "dakkapel", plan, day=LAST_DAY_OF_BOR)
    after = judged("waterdam", "dakkapel", plan, day=FIRST_DAY_OF_BBL)
    if before.shown != after.shown:
        assert plan.building != "woning"
        assert (before.shown, after.shown) == ("vergunning_nodig", "vergunningvrij")
    laws = [{row.row.source.law for row in each.tables[0].rows} for each in (before, after)]
    assert laws == [{"Besluit omgevingsrecht, bijlage II"}, {"Besluit bouwwerken leefomgeving"}]


# --- measures -------------------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(
    municipalities,
    plans,
    st.sampled_from(sorted(BETTER)),
    st.integers(1, 60).map(lambda count: count * CENTIMETRE),
)
def test_a_better_measure_never_makes_the_outcome_worse(
    municipality: str, plan: Dormer, field: str, by: Decimal
) -> None:
    better = replace(plan, **{field: max(getattr(plan, field) + BETTER[field] * by, CENTIMETRE)})
    if (getattr(better, field) - getattr(plan, field)) * BETTER[field] < 0:
        return  # it was there already
    for id in ("dakkapel", "dakkapel-lokaal"):
        procedure = rules(municipality, id)
        before, after = (judged(municipality, id, each) for each in (plan, better))
        assert procedure.rank(after.outcome or "") >= procedure.rank(before.outcome or "")


@settings(max_examples=100, deadline=None)
@given(municipalities, plans, measures)
def test_a_margin_is_exactly_what_the_measure_is_off(
    municipality: str, plan: Dormer, lengths: Mapping[str, Decimal]
) -> None:
    measured = replace(plan, **lengths)
    for id in ("dakkapel", "dakkapel-lokaal"):
        failed = explain(judged(municipality, id, measured)).failed
        told = {row.row.id: row.widest.margin for row in failed if row.widest is not None}
        wanted = margins(municipality, measured)
        assert told == {row: wanted[row] for row in told}


@settings(max_examples=100, deadline=None)
@given(municipalities, plans)
def test_what_has_a_number_is_told_with_its_margin(municipality: str, plan: Dormer) -> None:
    for id in ("dakkapel", "dakkapel-lokaal"):
        for row in explain(judged(municipality, id, plan)).failed:
            assert (row.widest is not None) == (row.row.id in margins(municipality, plan))
