# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed dmn``: a procedure out as DMN 1.3, decision tables of others in."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from gemeengoed.content.drafting import draft
from gemeengoed.content.errors import NoPacksError, PackError
from gemeengoed.content.keeping import kept_or_loaded
from gemeengoed.procedures.dmn.as_procedure import Decision
from gemeengoed.procedures.dmn.reading import Model, read_dmn
from gemeengoed.procedures.dmn.results import result_of
from gemeengoed.procedures.dmn.rules import Policy
from gemeengoed.procedures.dmn.writing import write_dmn
from gemeengoed.procedures.errors import DmnRefusedError, ProceduresError
from gemeengoed.project.clock import clock_from_environment
from gemeengoed.project.deciding import Decided, Deciding, decided, read_cases
from gemeengoed.project.errors import CannotStartError

HELP = "Wissel beslistabellen uit in DMN: dmn export, dmn import"

_TO_DO = (
    "Overgenomen uit DMN {version}. Vul aan waar 'in te vullen' staat, en welke uitkomst is_no is."
)
_NOT_IN_A_FILE = (
    "{name}: {policy} telt regels op; dat kan een procedure.yaml niet. --facts kan wel."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    directions = parser.add_subparsers(dest="direction", required=True)
    out = directions.add_parser("export", help="schrijf een procedure als DMN 1.3")
    out.add_argument("procedure", help="bijvoorbeeld dakkapel")
    out.add_argument("--gemeente", required=True, help="naam van de map in packs/gemeenten")
    out.add_argument("--packs", type=Path, help="een andere map dan packs/")
    inward = directions.add_parser("import", help="lees DMN 1.1 tot en met 1.5, ook STTR")
    inward.add_argument("file", type=Path, help="een bestand met beslistabellen")
    inward.add_argument("--tabel", help="naam van één tabel; anders de tabellen bovenaan")
    inward.add_argument("--facts", type=Path, help="beoordeel deze gevallen: .csv of .json")
    for each in (out, inward):
        each.add_argument("--date", type=date.fromisoformat, help="dag van beoordeling: 2026-11-23")


def run(arguments: argparse.Namespace) -> int:
    """Exit code 1 when a case cannot be judged; else 0."""
    day = arguments.date or clock_from_environment(os.environ).today()
    try:
        if arguments.direction == "export":
            return _export(arguments, day)
        return _import(arguments, day)
    except (NoPacksError, PackError) as error:
        raise CannotStartError(str(error)) from error
    except DmnRefusedError as error:
        faults = "\n".join(f"  {fault}" for fault in error.faults)
        raise CannotStartError(f"Dit kan niet worden uitgewisseld:\n{faults}") from error
    except ProceduresError as error:
        raise CannotStartError(str(error)) from error


def _export(arguments: argparse.Namespace, day: date) -> int:
    deciding = Deciding(kept_or_loaded(arguments.packs).editions)
    procedure = deciding.procedure(arguments.procedure, arguments.gemeente, day)
    print(write_dmn(procedure, day), end="")
    return 0


def _import(arguments: argparse.Namespace, day: date) -> int:
    model = _read(arguments.file)
    chosen = _chosen(model, arguments.tabel)
    if arguments.facts is None:
        remarks = [_TO_DO.format(version=model.version), *model.notices]
        print("---\n".join(_draft(decision, remarks) for decision in chosen), end="")
        return 0
    if len(chosen) != 1:
        raise CannotStartError(f"Kies met --tabel: {', '.join(each.name for each in chosen)}.")
    for notice in model.notices:
        print(notice, file=sys.stderr)
    code = 0
    for line in _judged(model, chosen[0], arguments.facts, day):
        print(json.dumps(line, ensure_ascii=False, default=_plain))
        code = 1 if line.get("error") else code
    return code


def _read(path: Path) -> Model:
    try:
        return read_dmn(path.read_bytes())
    except OSError as error:
        raise CannotStartError(f"{path} is niet te lezen: {error}") from error


def _chosen(model: Model, name: str | None) -> list[Decision]:
    if name is None:
        return [model.decisions[each] for each in model.top]
    if name not in model.decisions:
        known = ", ".join(model.decisions)
        raise CannotStartError(f"Onbekende tabel: {name}. Bekend: {known}.")
    return [model.decisions[name]]


def _draft(decision: Decision, remarks: list[str]) -> str:
    if decision.policy in (Policy.SUM, Policy.COUNT):
        message = _NOT_IN_A_FILE.format(name=decision.name, policy=decision.policy)
        raise CannotStartError(message)
    return draft(decision.procedure, remarks)


def _judged(model: Model, decision: Decision, path: Path, day: date) -> Iterator[dict[str, Any]]:
    """A line per case: what decide says, and the result as DMN has it."""
    for case in read_cases(path):
        mine = {model.facts.get(name, name): value for name, value in case.items()}
        unused = set(model.facts.values()) - set(decision.procedure.inputs)
        case = {name: value for name, value in mine.items() if name not in unused}
        yield _line(decision, decided(decision.procedure, "", case, day))


def _line(decision: Decision, judged: Decided) -> dict[str, Any]:
    line = judged.line(with_explanation=False)
    if judged.explanation is None:
        return line
    try:
        result = result_of(decision, judged.explanation.judgement)
    except DmnRefusedError as error:
        return {**line, "outcome": None, "error": str(error)}
    return {**line, "result": result.value} if result.is_settled else line


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else str(value)
