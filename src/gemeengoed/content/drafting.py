# SPDX-License-Identifier: EUPL-1.2
"""A procedure that came from elsewhere as the text of a procedure.yaml, for an editor to complete.

What the other side did not tell is marked as to be filled in, in places where the loader refuses
that mark: a draft cannot be published by accident.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import yaml

from gemeengoed.procedures.conditions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    FactNamed,
    Not,
    Operator,
    comparisons_in,
)
from gemeengoed.procedures.dmn.annotations import TO_FILL_IN, is_complete
from gemeengoed.procedures.errors import DmnFault, DmnRefusedError
from gemeengoed.procedures.procedure import Derived, Input, Kind, Outcome, Procedure
from gemeengoed.procedures.table import Row, RuleKind, Source, Table
from gemeengoed.procedures.values import Value, as_written

_LIKE_A_TEST = re.compile(r"[<>=!]|(?:in|has)\s")  # a word that must not be read as an operator
_NAMES_A_FACT = "@"
_LAW_KEYS = ("law", "version", "url", "valid_from", "valid_to", "hardship_clause")


def draft(procedure: Procedure, remarks: Sequence[str] = ()) -> str:
    """The text; remarks stand above it as comments.

    Raises DmnRefusedError for a word that a test in a file cannot be written with.
    """
    laws = _laws(procedure)
    data = {
        "id": procedure.id,
        "label": procedure.label,
        **_if_any("sources", {name: _law(source) for source, name in laws.items()}),
        "inputs": {each.name: _input(each, procedure) for each in procedure.inputs.values()},
        **_if_any("derived", [_derived(each) for each in procedure.derived]),
        "outcomes": [_outcome(each) for each in procedure.outcomes],
        "tables": [_table(table, laws) for table in procedure.tables],
    }
    comments = "".join(f"# {remark}\n" for remark in remarks)
    return comments + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)


def _if_any(key: str, value: Any) -> dict[str, Any]:
    return {key: value} if value else {}


# --- sources: a law with its version, once --------------------------------------------------------


def _laws(procedure: Procedure) -> Mapping[tuple[Any, ...], str]:
    """A short name for each law that rows name."""
    rows = (row for table in procedure.tables for row in table.rows if is_complete(row))
    laws = dict.fromkeys(_law_of(row.source) for row in rows)
    return {law: f"bron_{number}" for number, law in enumerate(laws, 1)}


def _law_of(source: Source) -> tuple[Any, ...]:
    until, clause = source.valid_to, source.hardship_clause or None
    return (source.law, source.version, source.url, source.valid_from, until, clause)


def _law(law: tuple[Any, ...]) -> dict[str, Any]:
    named = zip(_LAW_KEYS, law, strict=True)
    return {key: value for key, value in named if value is not None}


# --- facts and outcomes ---------------------------------------------------------------------------


def _input(declared: Input, procedure: Procedure) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": declared.kind.value, "label": declared.label}
    if declared.options:
        found["options"] = list(declared.options)
    if declared.kind is Kind.NUMBER:
        found |= _if_any("minimum", _minimum(declared, procedure))
        found |= _if_any("maximum", _plain(declared.maximum))
        found |= {"step": _plain(declared.step)} if declared.step != 1 else {}
    return found


def _minimum(declared: Input, procedure: Procedure) -> Any:
    """What a file must say because it is not 0: a number below 0 may be meant."""
    if declared.minimum is not None:
        return _plain(declared.minimum)
    rows = (row for table in procedure.tables for row in table.rows)
    thresholds = (
        each.threshold
        for row in rows
        for each in comparisons_in(row.hits)
        if each.fact == declared.name
    )
    below = any(isinstance(number, Decimal) and number < 0 for number in thresholds)
    return TO_FILL_IN if below else None


def _plain(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


def _derived(derived: Derived) -> dict[str, Any]:
    return {
        "name": derived.name,
        "label": derived.label,
        "step": derived.step,
        "takes": list(derived.takes),
        "kind": derived.kind.value,
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    shown = {} if outcome.shown == outcome.id else {"shown": outcome.shown}
    is_no = {"is_no": True} if outcome.is_no else {}
    return {"id": outcome.id, "label": outcome.label, **shown, **is_no}


# --- tables ---------------------------------------------------------------------------------------


def _table(table: Table, laws: Mapping[tuple[Any, ...], str]) -> dict[str, Any]:
    return {
        "id": table.id,
        "label": table.label,
        "hit_policy": table.hit_policy.value,
        **_if_any("otherwise", table.otherwise),
        "rows": [_row(row, laws) for row in table.rows],
    }


def _row(row: Row, laws: Mapping[tuple[Any, ...], str]) -> dict[str, Any]:
    told = is_complete(row)
    of = laws[_law_of(row.source)] if told else TO_FILL_IN
    words = {"too_much": row.too_much, "too_little": row.too_little} if told else {}
    words |= _if_any("not_met", row.otherwise)
    return {
        "id": row.id,
        "label": row.label,
        "when": _condition(row.when),
        **({} if row.requires is None else {"requires": _condition(row.requires)}),
        "outcome": row.outcome,
        "rule_kind": RuleKind(row.rule_kind).value if told else TO_FILL_IN,
        "source": {"of": of, "article": row.source.article},
        "purpose": {"text": row.purpose.text, "protects": row.purpose.protects},
        **({"bubble_up": True} if row.bubble_up else {}),
        **words,
    }


def _condition(condition: Condition) -> dict[str, Any]:
    match condition:
        case Comparison():
            return _comparison(condition)
        case Not(part):
            return {"not": _condition(part)}
        case AnyOf(parts):
            return {"any": [_condition(part) for part in parts]}
        case AllOf(parts):
            return _together([_condition(part) for part in parts])


def _together(parts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """One mapping where no key stands there twice, else a list of them."""
    listed = list(parts)
    keys = [key for part in listed for key in part]
    if len(keys) == len(set(keys)):
        return {key: value for part in listed for key, value in part.items()}
    return {"all": listed}


def _comparison(comparison: Comparison) -> dict[str, Any]:
    fact, operator, threshold = comparison.fact, comparison.operator, comparison.threshold
    if isinstance(threshold, FactNamed):
        return {fact: f"{operator} {_NAMES_A_FACT}{threshold.name}"}
    if operator is Operator.AMONG and isinstance(threshold, tuple):
        if any("," in word or word.startswith(_NAMES_A_FACT) for word in threshold):
            same = (Comparison(fact, Operator.IS, word) for word in threshold)
            return {"any": [_comparison(each) for each in same]}
        return {fact: f"in {', '.join(threshold)}"}
    return {fact: _test(fact, operator, threshold)}


def _test(fact: str, operator: Operator, threshold: Value) -> str:
    text = as_written(threshold)
    if text.startswith(_NAMES_A_FACT):
        raise DmnRefusedError([DmnFault(fact, f"een woord kan niet beginnen met @: {text}")])
    if operator is Operator.IS and not _LIKE_A_TEST.match(text):
        return text
    return f"{operator} {text}"
