# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed decide``: cases from a file by the rules of a municipality, a line of JSON each."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from gemeengoed.content.errors import NoPacksError, PackError
from gemeengoed.content.keeping import kept_or_loaded
from gemeengoed.project.clock import clock_from_environment
from gemeengoed.project.deciding import Decided, Deciding
from gemeengoed.project.errors import CannotStartError

HELP = "Beoordeel gevallen uit een bestand met de regels van een gemeente"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("procedure", nargs="?", help="bijvoorbeeld dakkapel")
    parser.add_argument("--gemeente", help="naam van de map in packs/gemeenten")
    parser.add_argument("--facts", type=Path, help="een bestand: .csv of .json")
    parser.add_argument("--date", type=date.fromisoformat, help="dag van beoordeling: 2026-11-23")
    parser.add_argument("--explain", action="store_true", help="met de hele uitleg per geval")
    parser.add_argument("--receipts", type=Path, help="schrijf hier per geval een bewijs")
    parser.add_argument("--replay", type=Path, help="zulke bewijzen: kom er hetzelfde uit?")
    parser.add_argument("--packs", type=Path, help="een andere map dan packs/")


def run(arguments: argparse.Namespace) -> int:
    """Exit code 1 when a case cannot be judged or a receipt does not hold; else 0."""
    try:
        deciding = Deciding(kept_or_loaded(arguments.packs).editions)
    except (NoPacksError, PackError) as error:
        raise CannotStartError(str(error)) from error
    if arguments.replay is not None:
        return _print(deciding.replays(_receipts(arguments.replay)), arguments)
    if None in (arguments.procedure, arguments.gemeente, arguments.facts):
        raise CannotStartError("Nodig: een procedure, --gemeente en --facts; of alleen --replay.")
    day = arguments.date or clock_from_environment(os.environ).today()
    cases = deciding.cases(arguments.procedure, arguments.gemeente, arguments.facts, day)
    return _print(cases, arguments)


def _receipts(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStartError(f"{path} is niet te lezen: {error}") from error
    return [line for line in text.splitlines() if line.strip()]


def _print(decided: Iterator[Decided], arguments: argparse.Namespace) -> int:
    receipts: list[str] = []
    try:
        return _print_each(decided, arguments, receipts)
    finally:  # also when nobody reads on: what was printed is proved
        if arguments.receipts is not None:
            text = "".join(f"{line}\n" for line in receipts)
            arguments.receipts.write_text(text, encoding="utf-8")


def _print_each(
    decided: Iterator[Decided], arguments: argparse.Namespace, receipts: list[str]
) -> int:
    """Each case as it is judged, its receipt before it is printed."""
    code = 0
    for each in decided:
        if each.receipt is not None:
            receipts.append(json.dumps(each.receipt.to_json(), ensure_ascii=False))
        line = each.line(with_explanation=arguments.explain)
        print(json.dumps(line, ensure_ascii=False))
        if each.error is not None:
            print(each.error, file=sys.stderr)
            code = 1
    return code
