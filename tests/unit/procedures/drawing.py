# SPDX-License-Identifier: EUPL-1.2
"""Random procedures, and every case of them that can matter: for properties."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

from hypothesis import strategies as st
from tests.unit.procedures.making import fact, number, row, table, words, yes_no

from gemeengoed.procedures.conditions import AllOf, AnyOf, Comparison, Condition, Not, Operator
from gemeengoed.procedures.procedure import Input, Kind
from gemeengoed.procedures.table import Row, Table
from gemeengoed.procedures.values import Facts, Value

INPUTS = (
    yes_no("plat"),
    words("vlak", "voor", "zij", "achter"),
    number("hoogte", "0", "10"),
    number("diepte", None, None),
    fact("dag", "date"),
    fact("signalen", "list", "brand", "water"),
)
_BY_NAME = {each.name: each for each in INPUTS}
_FIRST = date(2026, 1, 1)
_ORDERS = [Operator(sign) for sign in ("<", "<=", ">", ">=", "=", "!=")]
_SAME = [Operator.IS, Operator.IS_NOT]
_HALVES = st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(1)])
_TINY = Decimal("0.001")

OPERATORS = {
    "plat": (_SAME, st.booleans()),
    "vlak": (_SAME, st.sampled_from(_BY_NAME["vlak"].options)),
    "hoogte": (_ORDERS, _HALVES),
    "diepte": (_ORDERS, _HALVES),
    "dag": (_ORDERS, st.integers(0, 2).map(lambda days: _FIRST + timedelta(days))),
    "signalen": ([Operator.HAS], st.sampled_from(_BY_NAME["signalen"].options)),
}


@st.composite
def comparisons(draw: st.DrawFn, names: Sequence[str] = tuple(OPERATORS)) -> Comparison:
    name = draw(st.sampled_from(names))
    operators, thresholds = OPERATORS[name]
    return Comparison(name, draw(st.sampled_from(operators)), draw(thresholds))


def conditions(names: Sequence[str] = tuple(OPERATORS)) -> st.SearchStrategy[Condition]:
    def deeper(part: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(part, min_size=1, max_size=3).map(tuple)
        return st.one_of(parts.map(AllOf), parts.map(AnyOf), part.map(Not))

    return st.recursive(comparisons(names), deeper, max_leaves=4)


@st.composite
def rows(draw: st.DrawFn, outcomes: str = "abc") -> tuple[Row, ...]:
    names = draw(st.lists(st.sampled_from(tuple(OPERATORS)), min_size=1, max_size=3, unique=True))
    found = []
    for place in range(draw(st.integers(1, 3))):
        when = draw(conditions(names))
        demand = draw(st.none() | conditions(names))
        found.append(row(f"r{place}", when, draw(st.sampled_from(outcomes)), requires=demand))
    return tuple(found)


@st.composite
def tables(draw: st.DrawFn, policies: str = "UAFC", id: str = "tabel") -> Table:
    otherwise = draw(st.none() | st.sampled_from("abc"))
    return table(draw(st.sampled_from(policies)), *draw(rows()), id=id, otherwise=otherwise)


def points(declared: Input, compared: Sequence[Comparison]) -> tuple[Value, ...]:
    """Values of every kind that these comparisons can tell apart."""
    thresholds = [each.threshold for each in compared if each.fact == declared.name]
    match declared.kind:
        case Kind.YES_NO:
            return (True, False)
        case Kind.CHOICE:
            return declared.options
        case Kind.LIST:
            return ((), ("brand",), ("water",), ("brand", "water"))
        case Kind.DATE:
            days = {t for t in thresholds if isinstance(t, date)} or {_FIRST}
            return tuple({day + timedelta(move) for day in days for move in (-1, 0, 1)})
    numbers = {t for t in thresholds if isinstance(t, Decimal)} or {Decimal(1)}
    around = {number + move for number in numbers for move in (-_TINY, 0, _TINY)}
    low, high = declared.minimum, declared.maximum
    return tuple(
        each for each in around if (low is None or each >= low) and (high is None or each <= high)
    )


def cases(compared: Sequence[Comparison], names: Sequence[str]) -> Iterator[Facts]:
    """All facts that matter, in every combination."""
    for values in product(*(points(_BY_NAME[name], compared) for name in names)):
        yield dict(zip(names, values, strict=True))
