# SPDX-License-Identifier: EUPL-1.2
"""Figures and margins in Dutch words: ``1,75 m``, ``4 cm te hoog``. No pronouns, so one form."""

from datetime import date
from decimal import Decimal

from gemeengoed.procedures.conditions import Operator
from gemeengoed.procedures.doors import rows_behind_door
from gemeengoed.procedures.explaining import Compared, ExplainedRow, Explanation, Status
from gemeengoed.procedures.table import Door, RuleKind, Source
from gemeengoed.procedures.values import Value
from gemeengoed.terms.dutch_dates import day_in_words

METRE = "m"
_ONE = {"dagen": "dag", "werkdagen": "werkdag", "weken": "week", "personen": "persoon"}
_OPERATORS = {
    Operator.BELOW: "minder dan",
    Operator.AT_MOST: "hoogstens",
    Operator.ABOVE: "meer dan",
    Operator.AT_LEAST: "minstens",
    Operator.IS_NOT: "niet",
}


_ELSE = "kijk naar een andere route"
_DOORS = {
    Door.DEVIATE: "afwijken van de beleidsregel (Awb 4:84)",
    Door.PLAN: "afwijken van het omgevingsplan (buitenplanse omgevingsplanactiviteit)",
    Door.HARDSHIP: "de hardheidsclausule van de verordening zelf",
    Door.OTHER_ROUTE: f"afwijken van de wet kan niet; {_ELSE}",
    Door.FACTS: "eerst het gegeven verbeteren",
}


def door_in_words(explanation: Explanation) -> str:
    """The lawful way on, for a colleague: ``A: afwijken van de beleidsregel (Awb 4:84)``.

    Empty where there is none. A hardheidsclausule is named, and told when it is lacking.
    """
    door = explanation.door
    if door is None:
        return ""
    rows = rows_behind_door(explanation.judgement, door)
    if door is Door.HARDSHIP:
        clauses = dict.fromkeys(_clause(row.source) for row in rows)
        return f"{door.value}: {_DOORS[door]}: {' en '.join(clauses)}"
    if (
        door is Door.OTHER_ROUTE
        and rows
        and all(row.rule_kind is RuleKind.ORDINANCE for row in rows)
    ):
        laws = " en ".join(dict.fromkeys(row.source.law for row in rows))
        return f"{door.value}: afwijken kan niet, {laws} heeft geen hardheidsclausule; {_ELSE}"
    return f"{door.value}: {_DOORS[door]}"


def _clause(source: Source) -> str:
    return f"artikel {source.hardship_clause} ({source.law})"


def row_in_words(explained: ExplainedRow) -> str:
    """A rule that is not met: ``Hoogte 1,76 m, hoogstens 1,75 m (1 cm te hoog)``."""
    widest = explained.widest
    if widest is None:
        return explained.row.otherwise or explained.row.label
    given = value_in_words(widest.given, widest.unit)
    return f"{widest.label} {given}, {demand_in_words(widest)} ({margin_in_words(explained)})"


def margin_in_words(explained: ExplainedRow) -> str:
    """``4 cm te hoog``; on a strict boundary what it must be; empty when nothing is measured.

    Of a demand that is met: how far the nearest boundary is.
    """
    if explained.status is Status.FITS:
        return _room_left(explained)
    widest = explained.widest
    if widest is None or widest.margin is None:
        return ""
    if widest.margin == 0:
        return f"precies op de grens, het moet {demand_in_words(widest)} zijn"
    words = explained.row.too_much if widest.is_above else explained.row.too_little
    return f"{amount(widest.margin, widest.unit)} {words}"


def _room_left(explained: ExplainedRow) -> str:
    nearest = explained.narrowest
    fits = explained.row.requires is not None and explained.applies is True
    if nearest is None or nearest.margin is None or not fits:
        return ""
    if nearest.margin == 0:
        return "precies op de grens, dat mag"
    return f"{amount(nearest.margin, nearest.unit)} binnen de grens"


def demand_in_words(compared: Compared) -> str:
    """``hoogstens 1,75 m``."""
    if compared.operator is Operator.AMONG and isinstance(compared.threshold, tuple):
        return " of ".join(value_in_words(each) for each in compared.threshold)
    words = _OPERATORS.get(compared.operator, "")
    return f"{words} {value_in_words(compared.threshold, compared.unit)}".strip()


def amount(number: Decimal, unit: str | None) -> str:
    """A difference: lengths below a metre in centimetres."""
    if unit == METRE and number < 1:
        return f"{_figure(number * 100)} cm"
    if number == 1 and unit in _ONE:
        return f"1 {_ONE[unit]}"
    return value_in_words(number, unit)


def value_in_words(value: Value | None, unit: str | None = None) -> str:
    """A value as people read it; lengths always with two decimals."""
    match value:
        case None:
            return "onbekend"
        case bool():
            return "ja" if value else "nee"
        case Decimal():
            figure = _figure(value, 2 if unit == METRE else 0)
            return f"{figure} {unit}" if unit else figure
        case date():
            return day_in_words(value)
        case tuple():
            return ", ".join(value)
    return value.replace("_", " ")


def _figure(number: Decimal, decimals: int = 0) -> str:
    """A decimal comma, at least so many decimals, and no zeros without meaning behind them."""
    whole, _, fraction = format(number.normalize(), "f").partition(".")
    fraction = fraction.ljust(decimals, "0")
    return f"{whole},{fraction}" if fraction else whole
