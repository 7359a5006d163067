# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed evaluate``: how well the packs' held-back test questions are understood.

Needs no database. Nothing is learned from these questions, by the model nor by its thresholds.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gemeengoed.project.errors import CannotStartError

if TYPE_CHECKING:
    from gemeengoed.content.loaded import Loaded
    from gemeengoed.content.value_sentence import ValueSentence
    from gemeengoed.language.reading import Reader
    from gemeengoed.project.evaluating.outcomes import Answered
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
    from gemeengoed.project.evaluating.figures import figures, regressions  # noqa: PLC0415
    from gemeengoed.project.evaluating.report import as_lines, regression_lines  # noqa: PLC0415

    earlier = _earlier(arguments.compare) if arguments.compare else []
    try:
        loaded = publish()
    except (PackError, NoPacksError) as error:
        raise CannotStartError(str(error)) from error
    reader = current().reader
    slug = arguments.gemeente or min(loaded.editions)
    if slug not in loaded.editions:
        raise CannotStartError(f"Onbekende gemeente: {slug}")
    asked = list(_asked(loaded, slug, reader))
    told, values = figures(asked), _values(loaded, reader)
    worse = regressions(earlier, asked)
    if arguments.json:
        print(json.dumps(_plain(told, values, asked, worse), ensure_ascii=False, indent=1))
    else:
        compared = regression_lines(worse) if arguments.compare else []
        print("\n".join([*as_lines(told, values), *compared]))
    return 0


def _asked(loaded: "Loaded", slug: str, reader: "Reader") -> "Iterator[Answered]":
    from gemeengoed.dialogue.deciding import decide_topic  # noqa: PLC0415 (quick --help)
    from gemeengoed.language.reading import Context  # noqa: PLC0415
    from gemeengoed.project.evaluating.outcomes import TODAY, answered  # noqa: PLC0415

    catalogue = loaded.editions[slug].catalogue
    packs = loaded.packs
    pairs = [(each.text, topic) for topic, all_ in packs.test_questions.items() for each in all_]
    for text, expected in [*pairs, *((each.text, None) for each in packs.test_negatives)]:
        reading = reader.read(text, today=TODAY, context=Context())
        yield answered(text, expected, reading, decide_topic(catalogue, reading))


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


def _earlier(path: Path) -> list[dict[str, object]]:
    try:
        questions: list[dict[str, object]] = json.loads(path.read_text("utf-8"))["questions"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotStartError(f"{path} is geen uitvoer van evaluate --json: {error}") from error
    return questions


def _plain(
    told: Any, values: "ValueFigures | None", asked: "list[Answered]", worse: "list[Answered]"
) -> dict[str, Any]:
    return {
        **asdict(told),
        "values": asdict(values) if values else None,
        "worse": [asdict(each) for each in worse],
        "questions": [asdict(each) for each in asked],
    }
