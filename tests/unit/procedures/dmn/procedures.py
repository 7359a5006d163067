# SPDX-License-Identifier: EUPL-1.2
"""Small procedures for tests, and all kinds of them for hypothesis."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from gemeengoed.procedures.conditions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    FactNamed,
    Not,
    Operator,
)
from gemeengoed.procedures.procedure import (
    Combination,
    Derived,
    Input,
    Kind,
    Outcome,
    Procedure,
)
from gemeengoed.procedures.table import HitPolicy, Purpose, Row, RuleKind, Source, Table
from gemeengoed.procedures.values import Facts

D = Decimal
SOURCE = Source("Wet op proeven", "1, lid 2", "2026", "https://www.example.nl", date(2024, 1, 1))
PURPOSE = Purpose("Zo blijft het eerlijk.", "iedereen")
WORDS = ("x", "y, z", 'een "q"')
INPUTS = (
    Input("vlak", Kind.CHOICE, "Dakvlak", options=WORDS),
    Input("plat", Kind.YES_NO, "Plat dak"),
    Input("hoogte", Kind.LENGTH, "Hoogte", unit="m", minimum=D(0), maximum=D(9)),
    Input("breedte", Kind.NUMBER, "Breedte"),
    Input("dag", Kind.DATE, "Dag"),
)
HALF = Derived("halve", "De helft", "half", ("breedte",), Kind.NUMBER)
OUTCOMES = (
    Outcome("nee", "Het mag niet", "nee", is_no=True),
    Outcome("misschien", "Het kan", "misschien"),
    Outcome("ja", "Het mag", "ja"),
    Outcome("klaar", "Klaar", "klaar"),
)
_ENDS = (Operator.BELOW, Operator.AT_MOST, Operator.ABOVE, Operator.AT_LEAST)
_BOTH = (*_ENDS, Operator.IS, Operator.IS_NOT)
_NUMBERS = [D("0.5"), D("1.75"), D(2)]
_DAYS = [date(2024, 1, 1), date(2026, 11, 24)]


def row(id: str, outcome: str, when: Condition, requires: Condition | None = None) -> Row:
    return Row(
        id, f"Rij {id}", outcome, RuleKind.PLAN, SOURCE, PURPOSE, when=when, requires=requires
    )


def table(id: str, policy: HitPolicy, rows: Sequence[Row], otherwise: str | None = None) -> Table:
    return Table(id, f"Tabel {id}", policy, tuple(rows), otherwise)


def procedure(tables: Sequence[Table], combination: Combination = Combination.CHAIN) -> Procedure:
    inputs = {each.name: each for each in INPUTS}
    return Procedure("proef", "Een proef", inputs, (HALF,), tuple(tables), OUTCOMES, combination)


def comparisons() -> st.SearchStrategy[Condition]:
    """Every kind of comparison that a cell can have."""
    words = st.sampled_from(WORDS)
    is_or_not = st.sampled_from((Operator.IS, Operator.IS_NOT))
    numbers = st.sampled_from([*_NUMBERS, FactNamed("hoogte"), FactNamed("halve")])
    return st.one_of(
        st.builds(Comparison, st.just("vlak"), is_or_not, words),
        st.builds(
            Comparison,
            st.just("vlak"),
            st.just(Operator.AMONG),
            st.lists(words, min_size=1, max_size=2).map(tuple),
        ),
        st.builds(Comparison, st.just("plat"), is_or_not, st.booleans()),
        st.builds(Comparison, st.just("hoogte"), st.sampled_from(_BOTH), numbers),
        st.builds(Comparison, st.just("dag"), st.sampled_from(_BOTH), st.sampled_from(_DAYS)),
    )


def conditions() -> st.SearchStrategy[Condition]:
    def larger(part: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(part, min_size=1, max_size=3).map(tuple)
        return st.one_of(st.builds(AllOf, several), st.builds(AnyOf, several), st.builds(Not, part))

    return st.recursive(comparisons(), larger, max_leaves=5)


def tables(id: str) -> st.SearchStrategy[Table]:
    """Tables in which the first or the leading row counts."""
    outcomes = st.sampled_from([each.id for each in OUTCOMES[:3]])
    parts = st.tuples(outcomes, conditions(), st.none() | conditions())
    rows = st.lists(parts, min_size=1, max_size=3)
    policies = st.sampled_from((HitPolicy.FIRST, HitPolicy.COLLECT))
    return st.builds(
        lambda policy, parts, otherwise: table(
            id,
            policy,
            [row(f"{id}{number}", *part) for number, part in enumerate(parts)],
            otherwise,
        ),
        policies,
        rows,
        outcomes,
    )


def tables_apart(id: str) -> st.SearchStrategy[Table]:
    """Tables in which at most one row hits, or all that hit agree."""
    parts = st.tuples(*(conditions() for _ in WORDS))
    policies = st.sampled_from((HitPolicy.UNIQUE, HitPolicy.ANY))
    return st.builds(
        lambda policy, extra: table(
            id,
            policy,
            [
                row(f"{id}{word[0]}", outcome.id, AllOf((_is(word), each)))
                for word, outcome, each in zip(WORDS, OUTCOMES[:3], extra, strict=True)
            ],
            "nee",
        ),
        policies,
        parts,
    )


def all_facts() -> st.SearchStrategy[Facts]:
    """Every fact, on and beside the thresholds."""
    numbers = st.sampled_from([D(0), D("0.5"), D("0.51"), D("1.75"), D(2), D("3.5"), D(4)])
    return st.fixed_dictionaries(
        {
            "vlak": st.sampled_from(WORDS),
            "plat": st.booleans(),
            "hoogte": numbers,
            "breedte": numbers,
            "dag": st.sampled_from([*_DAYS, date(2025, 1, 1)]),
        }
    )


def _is(word: str) -> Condition:
    return Comparison("vlak", Operator.IS, word)
