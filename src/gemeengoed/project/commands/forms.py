# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed forms propose``: alternations for a text in the je-form, to look at or to write."""

import argparse
import difflib
import sys
from pathlib import Path

from gemeengoed.content.proposing_forms import propose_for_file
from gemeengoed.language.forms.proposing import Unsure, propose
from gemeengoed.project.errors import CannotStartError

HELP = "Stelt voor een je-tekst {je-vorm|u-vorm} voor; twijfelt het, dan laat het de plek staan"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("propose",))
    parser.add_argument("text", help="een tekst, een bestand, of - voor wat er binnenkomt")
    parser.add_argument("--write", action="store_true", help="schrijf het in het packbestand")


def run(arguments: argparse.Namespace) -> int:
    """Returns 1 when a place is left for a person to decide; raises CannotStartError."""
    path = Path(arguments.text)
    if len(arguments.text) < 255 and path.suffix == ".yaml":
        return _of_pack_file(path, arguments.write)
    if arguments.write:
        raise CannotStartError("--write kan alleen bij een packbestand (.yaml)")
    proposal = propose(_text_of(arguments.text, path))
    print(proposal.marked)
    for unsure in proposal.unsure:
        print(_line("", unsure), file=sys.stderr)
    return 1 if proposal.unsure else 0


def _text_of(argument: str, path: Path) -> str:
    if argument == "-":
        return sys.stdin.read().rstrip("\n")
    if len(argument) < 255 and path.is_file():
        return path.read_text(encoding="utf-8").rstrip("\n")
    return argument


def _of_pack_file(path: Path, write: bool) -> int:
    """A diff, or with write the file itself."""
    try:
        proposal = propose_for_file(path)
        if write and proposal.after != proposal.before:
            path.write_text(proposal.after, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStartError(f"{path} kan niet worden gelezen of geschreven: {error}") from error
    if not write:
        before, after = (t.splitlines(keepends=True) for t in (proposal.before, proposal.after))
        sys.stdout.writelines(difflib.unified_diff(before, after, str(path), str(path)))
    for place, unsure in proposal.unsure:
        print(_line(f"{place}: ", unsure), file=sys.stderr)
    return 1 if proposal.unsure else 0


def _line(where: str, unsure: Unsure) -> str:
    return f"{where}twijfel bij '… {unsure.words} …': {unsure.why}"
