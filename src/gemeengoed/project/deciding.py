# SPDX-License-Identifier: EUPL-1.2
"""Cases and receipts in, judgements out: the work of ``gemeengoed decide``."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from gemeengoed.content.edition import Edition
from gemeengoed.content.procedures import procedure_on
from gemeengoed.procedures.errors import ProceduresError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import Compared, ExplainedRow, Explanation, explain
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.receipt import Receipt, receipt_of, replay
from gemeengoed.procedures.values import as_written
from gemeengoed.procedures.wording import (
    demand_in_words,
    door_in_words,
    margin_in_words,
    value_in_words,
)
from gemeengoed.project.errors import CannotStartError

_ID = "id"


@dataclass(frozen=True, slots=True)
class Decided:
    """One case: an explanation with its receipt, or what was wrong with it (Dutch)."""

    id: str
    explanation: Explanation | None = None
    receipt: Receipt | None = None
    error: str | None = None

    def line(self, *, with_explanation: bool) -> dict[str, Any]:
        """The case as one JSON object."""
        if self.explanation is None:
            return {_ID: self.id, "outcome": None, "error": self.error}
        line = _line(self.id, self.explanation)
        return {**line, "explanation": _explained(self.explanation)} if with_explanation else line


class Deciding:
    """Judges by the rules of these editions."""

    def __init__(self, editions: Mapping[str, Edition]) -> None:
        self._editions = editions

    def cases(self, procedure: str, municipality: str, path: Path, day: date) -> Iterator[Decided]:
        """Every case of a file. Raises CannotStartError for the file, the procedure, the place."""
        rules = self.procedure(procedure, municipality, day)
        return (decided(rules, municipality, case, day) for case in read_cases(path))

    def replays(self, lines: Iterable[str]) -> Iterator[Decided]:
        """Every receipt again; one that does not hold is an error of that line."""
        return (self._replay(line, number) for number, line in enumerate(lines, 1))

    def procedure(self, id: str, municipality: str, day: date) -> Procedure:
        """The rules of a municipality on that day. Raises CannotStartError."""
        edition = self._editions.get(municipality)
        if edition is None:
            known = ", ".join(sorted(self._editions))
            raise CannotStartError(f"Onbekende gemeente: {municipality}. Bekend: {known}.")
        if id not in edition.procedures:
            known = ", ".join(sorted(edition.procedures))
            raise CannotStartError(f"Onbekende procedure: {id}. Bekend: {known}.")
        procedure = procedure_on(edition.procedures, edition.facts, id, day)
        if procedure is None:
            raise CannotStartError(f"{municipality} heeft voor {id} geen eigen regels ingevuld.")
        return procedure

    def _replay(self, line: str, number: int) -> Decided:
        id = f"regel {number}"
        try:
            receipt = Receipt.from_json(json.loads(line))
            id = receipt.id or id
            day = date.fromisoformat(receipt.day)
            rules = self.procedure(receipt.procedure, receipt.municipality, day)
            return Decided(id, explain(replay(receipt, rules)), receipt)
        except (ProceduresError, CannotStartError, json.JSONDecodeError) as error:
            return Decided(id, error=f"{id}: {error}")


def decided(rules: Procedure, municipality: str, case: dict[str, Any], day: date) -> Decided:
    """One case as read_cases gives it; facts that cannot be are the error of that case."""
    id = str(case.pop(_ID, ""))
    try:
        judgement = evaluate(rules, read_facts(rules, case), day)
    except ProceduresError as error:
        return Decided(id, error=f"{id}: {error}")
    return Decided(id, explain(judgement), receipt_of(judgement, municipality, id))


def read_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a .csv or .json file (a list, one object, or a line each).

    Raises CannotStartError with a sentence when it cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        cases = _from_csv(text) if path.suffix.lower() == ".csv" else _from_json(text)
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as error:
        raise CannotStartError(f"{path} is niet te lezen: {error}") from error
    for number, case in enumerate(cases, 1):
        case.setdefault(_ID, str(number))
    return cases


def _from_csv(text: str) -> list[dict[str, Any]]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    cases = list(reader)
    for number, case in enumerate(cases, 2):
        if None in case or None in case.values():
            raise ValueError(f"regel {number} heeft niet evenveel kolommen als de kop")
    return cases


def _from_json(text: str) -> list[dict[str, Any]]:
    try:
        found = json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError:
        found = [
            json.loads(line, parse_float=Decimal) for line in text.splitlines() if line.strip()
        ]
    cases = found if isinstance(found, list) else [found]
    if not all(isinstance(case, dict) for case in cases):
        raise ValueError("verwacht een object per geval")
    return cases


def _line(id: str, explanation: Explanation) -> dict[str, Any]:
    judgement = explanation.judgement
    line: dict[str, Any] = {
        _ID: id,
        "outcome": judgement.shown,
        "failed_conditions": [_failed(row) for row in explanation.failed],
        "unknown": list(explanation.unknown),
        "also": list(judgement.also),
        "door": explanation.door.value if explanation.door else None,
    }
    if judgement.per_item:
        line["per_item"] = dict(judgement.per_item)
    return line


def _failed(row: ExplainedRow) -> dict[str, Any]:
    widest = row.widest
    margin = None if widest is None or widest.margin is None else float(widest.margin)
    return {_ID: row.row.id, "margin": margin, "unit": widest.unit if widest else None}


def _explained(explanation: Explanation) -> dict[str, Any]:
    change = explanation.change
    return {
        "rows": [_row(row) for row in explanation.rows],
        "way_on": door_in_words(explanation) or None,
        "nearest_change": None
        if change is None
        else {
            "facts": {name: as_written(value) for name, value in change.values.items()},
            "outcome": change.outcome,
        },
    }


def _row(row: ExplainedRow) -> dict[str, Any]:
    source = row.row.source
    return {
        _ID: row.row.id,
        "label": row.row.label,
        "status": row.status.value,
        "item": row.item,
        "margin": margin_in_words(row),
        "compared": [_compared(each) for each in row.compared],
        "rule_kind": row.row.rule_kind.value,
        "source": f"{source.law}, artikel {source.article} (tekst van {source.version})",
        "url": source.url,
        "purpose": row.row.purpose.text,
        "protects": row.row.purpose.protects,
        "bubble_up": row.row.bubble_up,
    }


def _compared(each: Compared) -> dict[str, Any]:
    told: dict[str, Any] = {
        "fact": each.fact,
        "given": value_in_words(each.given, each.unit),
        "demand": demand_in_words(each),
    }
    if (by := each.filled_by) is not None:
        day = by.checked_on.isoformat() if by.checked_on else None
        told["filled_by"] = {"source": by.title, "url": by.url or None, "checked_on": day}
    return told
