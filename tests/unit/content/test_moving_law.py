# SPDX-License-Identifier: EUPL-1.2
"""The rule tables of moving say what the law says: compared with a second writing of it."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.real_packs import real_packs as packs
from tests.unit.content.moving_law import FAMILY_STAYS, ORDER, Declaration, Mover, last_day, outcome

from gemeengoed.content.procedures import procedure_on
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.reading import read_facts
from gemeengoed.terms.moving import move_window

DAY = date(2026, 11, 23)
THRESHOLDS = {"waterdam": 6, "heidewoud": 4, "oostermark": 8}
CARRYING = ("personen_op_adres", "bag_gebruik", "drempel")  # words with a value: drawn apart
# Months with Easter, King's Day, Ascension, Whitsun, Christmas and New Year in them.
days = st.one_of(
    st.dates(date(2026, 3, 20), date(2026, 6, 5)),
    st.dates(date(2026, 11, 1), date(2027, 1, 10)),
)


@cache
def rules(municipality: str) -> Procedure:
    edition = packs().editions[municipality]
    found = procedure_on(edition.procedures, edition.facts, "verhuizen", DAY)
    assert found is not None
    return found


def options(name: str, field: int | None = None) -> list[str]:
    declared = rules("waterdam").inputs[name]
    return list(declared.options if field is None else declared.fields[field].options)


PLAIN = Declaration(
    who="zelf",
    age=35,
    movers=(),
    same_address=True,
    mandate="nvt",
    declared=DAY,
    moved=date(2026, 12, 1),
    route="binnen_gemeente",
    direction="nvt",
    signals=frozenset(),
    persons=None,
    use_of_building=None,
)


def written(it: Declaration) -> dict[str, str]:
    words = sorted(it.signals)
    if it.persons is not None:
        words.append(f"personen_op_adres:{it.persons}")
    if it.use_of_building is not None:
        words.append(f"bag_gebruik:{it.use_of_building}")
    return {
        "aangever_relatie": it.who,
        "aangever_leeftijd": str(it.age),
        "medeverhuizers": ";".join(mover.written for mover in it.movers),
        "zelfde_nieuwe_adres": "ja" if it.same_address else "nee",
        "machtiging": it.mandate,
        "aangiftedatum": it.declared.isoformat(),
        "verhuisdatum": it.moved.isoformat(),
        "route": it.route,
        "richting": it.direction,
        "signalen": ";".join(words),
    }


def judged(municipality: str, it: Declaration) -> Judgement:
    own = rules(municipality)
    return evaluate(own, read_facts(own, written(it)), DAY)


ages = st.sampled_from((0, 15, 16, 17, 18, 40))
lazily = st.deferred
movers = st.builds(Mover, lazily(lambda: st.sampled_from(options("medeverhuizers", 0))), ages)
signals = lazily(
    lambda: st.sampled_from([each for each in options("signalen") if each not in CARRYING])
)
# Mostly one thing is otherwise, so that not everything is a case for a colleague.
fields: dict[str, st.SearchStrategy[object]] = {
    "who": lazily(lambda: st.sampled_from(options("aangever_relatie"))),
    "age": ages,
    "movers": st.lists(movers, min_size=1, max_size=3, unique=True).map(tuple),
    "same_address": st.booleans(),
    "mandate": lazily(lambda: st.sampled_from(options("machtiging"))),
    "declared": st.integers(-35, 15).map(timedelta),
    "moved": days,
    "route": lazily(lambda: st.sampled_from(options("route"))),
    "direction": lazily(lambda: st.sampled_from(options("richting"))),
    "signals": st.lists(signals, min_size=1, max_size=3).map(frozenset),
    "persons": st.sampled_from((4, 5, 6, 7, 8, 9)),
    "use_of_building": st.sampled_from(("wonen", "woonfunctie", "winkel", "gezondheidszorg")),
}


@st.composite
def declarations(draw: st.DrawFn) -> Declaration:
    names = draw(st.lists(st.sampled_from(sorted(fields)), max_size=6, unique=True))
    changes = {name: draw(fields[name]) for name in names}
    moved = changes.get("moved", PLAIN.moved)
    assert isinstance(moved, date)
    after = changes.pop("declared", PLAIN.declared - PLAIN.moved)
    assert isinstance(after, timedelta)
    return replace(PLAIN, **changes, declared=moved + after)  # type: ignore[arg-type]


@st.composite
def departures(draw: st.DrawFn) -> Declaration:
    """To another country, where most turns on who stays."""
    stays = draw(
        st.sampled_from((*sorted(FAMILY_STAYS), "hele_gezin_vertrekt", "samenlevingscontract"))
    )
    more = draw(
        st.sampled_from(("kan_niet_verschijnen_doktersverklaring", "schade_door_datum", stays))
    )
    it = draw(declarations())
    return replace(
        it,
        route="buitenland",
        direction="uit",
        signals=frozenset((stays, more)),
        moved=it.declared + timedelta(draw(st.integers(-1, 6))),
    )


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(THRESHOLDS)), declarations() | departures())
def test_the_tables_of_moving_say_what_the_law_says_in_the_agreed_order(
    municipality: str, it: Declaration
) -> None:
    judgement = judged(municipality, it)
    said = (judgement.shown, list(judgement.also), dict(judgement.per_item))
    assert said == outcome(it, THRESHOLDS[municipality]), written(it)


EVERYBODY = lazily(
    lambda: st.just(
        tuple(
            Mover(relation, age)
            for relation in options("medeverhuizers", 0)
            for age in (0, 15, 16, 17, 18, 40)
        )
    )
)


@settings(max_examples=25, deadline=None)
@given(declarations() | departures(), EVERYBODY, st.sampled_from((15, 17, 18)))
def test_for_whom_somebody_may_declare_is_what_the_law_says_for_everybody_at_once(
    it: Declaration, everybody: tuple[Mover, ...], age: int
) -> None:
    whole = replace(it, movers=everybody, age=age)
    wanted = outcome(whole, THRESHOLDS["waterdam"])[2]
    assert dict(judged("waterdam", whole).per_item) == wanted, written(it)


def test_the_outcomes_lead_in_the_agreed_order() -> None:
    assert tuple(each.id for each in rules("waterdam").outcomes) == ORDER


@given(days)
def test_the_last_day_of_a_move_is_counted_by_the_algemene_termijnenwet(moved: date) -> None:
    assert move_window(moved).latest == last_day(moved)


@settings(max_examples=30, deadline=None)
@given(days)
def test_a_move_can_be_declared_from_four_weeks_before_it_and_in_time_up_to_the_last_day(
    moved: date,
) -> None:
    first, last = moved - timedelta(weeks=4), last_day(moved)
    around = {
        first - timedelta(1): "te_vroeg",
        first: "direct",
        moved: "direct",
        last: "direct",
        last + timedelta(1): "te_laat_maar_verwerkt",
    }
    for declared, wanted in around.items():
        assert judged("waterdam", replace(PLAIN, moved=moved, declared=declared)).shown == wanted
