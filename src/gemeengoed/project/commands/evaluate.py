# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed evaluate``: how well the packs' held-back test questions are understood.

Needs no database. Nothing is learned from these questions, by the model nor by its thresholds.
"""

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gemeengoed.project.errors import CannotStartError

if TYPE_CHECKING:
    from gemeengoed.content.loaded import Loaded
    from gemeengoed.content.value_sentence import ValueSentence
    from gemeengoed.language.reading import Reader
    from gemeengoed.project.evaluating.figures import Asked
    from gemeengoed.project.evaluating.values import ValueFigures

HELP = "Meet hoe goed de toetsvragen van de packs worden begrepen"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--gemeente", help="bijvoorbeeld waterdam; anders de eerste")
    parser.add_argument("--json", action="store_true", help="alles, ook per vraag")
    parser.add_argument(
        "--compare", type=Path, metavar="FILE", help="een eerdere uitvoer van --json"
    )


def run(arguments: argparse.Namespace) -> int:
    """Returns 0: the figures are a measurement. Raises CannotStartError."""
    from gemeengoed.content.errors import NoPacksError, PackError  # noqa: PLC0415 (quick --help)
    from gemeengoed.content.operations import publish  # noqa: PLC0415
    from gemeengoed.content.published import current  # noqa: PLC0415
    from gemeengoed.project.evaluating.asking import ask_base, ask_own  # noqa: PLC0415
    from gemeengoed.project.evaluating.figures import (  # noqa: PLC0415
        figures,
        regressions,
        shares,
    )
    from gemeengoed.project.evaluating.report import as_lines, regression_lines  # noqa: PLC0415

    earlier = _right_in(arguments.compare) if arguments.compare else set()
    try:
        loaded = publish()
    except (PackError, NoPacksError) as error:
        raise CannotStartError(str(error)) from error
    reader = current().reader
    slug = arguments.gemeente or min(loaded.editions)
    if slug not in loaded.editions:
        raise CannotStartError(f"Onbekende gemeente: {slug}")
    asked = list(ask_base(loaded.packs, loaded.editions[slug], reader))
    in_own_words = list(ask_own(loaded.packs, loaded.editions, reader))
    told, own, values = figures(asked), shares(in_own_words), _values(loaded, reader)
    asked += in_own_words
    worse = regressions(earlier, asked)
    if arguments.json:
        parts = {"own_words": own, "values": values, "worse": worse, "questions": asked}
        plain = {**asdict(told), **{name: _plain(part) for name, part in parts.items()}}
        print(json.dumps(plain, ensure_ascii=False, indent=1))
    else:
        compared = regression_lines(worse) if arguments.compare else []
        print("\n".join([*as_lines(told, own, values), *compared]))
    return 0


def _values(loaded: "Loaded", reader: "Reader") -> "ValueFigures | None":
    """None where there are no sentences. The reader is told the streets of all municipalities."""
    from gemeengoed.language.reading import Context  # noqa: PLC0415 (quick --help)
    from gemeengoed.language.values.telling import by_name  # noqa: PLC0415
    from gemeengoed.project.demo_names import demo_names_of_all  # noqa: PLC0415
    from gemeengoed.project.evaluating.values import value_figures  # noqa: PLC0415

    names = demo_names_of_all(loaded.editions)
    context = Context(streets=names.streets, places=names.places)

    def read(sentence: "ValueSentence") -> "Mapping[str, str | int | float]":
        return by_name(reader.read(sentence.text, today=sentence.today, context=context).values)

    sentences = loaded.packs.value_sentences
    return value_figures(sentences, read) if sentences else None


def _right_in(path: Path) -> "set[Asked]":
    """The questions that an earlier ``--json`` told were right."""
    from gemeengoed.project.evaluating.outcomes import Outcome  # noqa: PLC0415 (quick --help)

    try:
        questions = json.loads(path.read_text("utf-8"))["questions"]
        right = [each for each in questions if each["outcome"] == Outcome.RIGHT]
        return {(each["text"], each["expected"]) for each in right}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotStartError(f"{path} is geen uitvoer van evaluate --json: {error}") from error


def _plain(part: Any) -> Any:
    if isinstance(part, list):
        return [asdict(each) for each in part]
    return asdict(part) if part else None
