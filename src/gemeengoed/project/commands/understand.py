# SPDX-License-Identifier: EUPL-1.2
"""What does the reader make of these lines? One JSON object a line, for tests and editors.

Needs no database: only the packs, and the model that was trained on them.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, TextIO

from gemeengoed.content.errors import NoPacksError, PackError, UnknownMunicipalityError
from gemeengoed.content.operations import publish
from gemeengoed.content.queries import edition_of, reader_of
from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.deciding import Decision, Verdict, decide_topic
from gemeengoed.language.reading import Context, Reader, Reading
from gemeengoed.language.values.telling import by_name
from gemeengoed.project.demo_names import demo_names
from gemeengoed.project.errors import CannotStartError
from gemeengoed.terms.clock import clock_from

HELP = "Laat zien wat de lezer van een vraag begrijpt"
_WORTH_TELLING = 0.01  # probability of an alternative

_NOTHING = Context()


class LineError(ValueError):
    """A line of the input that is neither text nor a JSON object with ``text``."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--gemeente", required=True, help="bijvoorbeeld waterdam")
    parser.add_argument("--today", type=date.fromisoformat, help="de dag van vandaag: 2026-11-23")


def run(arguments: argparse.Namespace) -> int:
    """Returns 0, or 2 when a line could not be read; raises CannotStartError."""
    try:
        publish()
        edition = edition_of(arguments.gemeente)
    except UnknownMunicipalityError as error:
        raise CannotStartError(f"Onbekende gemeente: {arguments.gemeente}") from error
    except (PackError, NoPacksError) as error:
        raise CannotStartError(str(error)) from error
    today = arguments.today or clock_from(None, lambda: datetime.now(UTC)).today()
    names = demo_names(arguments.gemeente)
    known = Context(
        streets=names.streets, places=names.places | {edition.municipality.name.lower()}
    )
    reader = reader_of(edition)
    return answer_lines(sys.stdin, sys.stdout, edition.catalogue, reader, today, known)


def answer_lines(
    lines: Iterable[str],
    output: TextIO,
    catalogue: Catalogue,
    reader: Reader,
    today: date,
    known: Context = _NOTHING,
) -> int:
    """Write what is understood of each line; the exit code tells whether all could be read.

    known: the names of streets and places that the reader is told with each line.
    """
    code = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            text, context = _asked(line, known)
        except LineError as error:
            print(f"regel {number}: {error}", file=sys.stderr)
            code = 2
            continue
        reading = reader.read(text, today=today, context=context)
        told = _told(reading, decide_topic(catalogue, reading, context.last_topic))
        output.write(json.dumps(told, ensure_ascii=False) + "\n")
    return code


def _asked(line: str, known: Context) -> tuple[str, Context]:
    """The text of a line and what went before: ``{"text": …, "last_topic": …}`` or plain text."""
    line = line.rstrip("\r\n")
    if not line.lstrip().startswith("{"):
        return line, known
    try:
        given = json.loads(line)
    except json.JSONDecodeError:
        return line, known  # a resident may begin with a brace too
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise LineError('een JSON-regel heeft de vorm {"text": "…"}')
    last_topic = given.get("last_topic")
    last_topic = last_topic if isinstance(last_topic, str) else None
    return given["text"], replace(known, last_topic=last_topic)


def _told(reading: Reading, decision: Decision) -> dict[str, Any]:
    told: dict[str, Any] = {
        "text": reading.text,
        "decision": decision.verdict.value,
        "topic": decision.topic,
        "confidence": _confidence(reading, decision),
        "alternatives": [
            {"topic": score.topic, "confidence": round(score.probability, 4)}
            for score in reading.topics
            if score.topic != decision.topic and score.probability >= _WORTH_TELLING
        ],
        "aspects": list(reading.aspects),
        "values": by_name(reading.values),
        "flags": sorted(flag.value for flag in reading.flags),
        "language": reading.language,
    }
    if reading.parts:
        told["parts"] = [
            {
                "text": part.text,
                "topic": part.best.topic if part.best else None,
                "aspects": list(part.aspects),
            }
            for part in reading.parts
        ]
    return told


def _confidence(reading: Reading, decision: Decision) -> float:
    """Of the topic that was decided on; without one, of the most probable topic."""
    if decision.verdict is Verdict.DISTRESS:
        return 1.0
    topic = decision.topic or (reading.best.topic if reading.best else None)
    found = next((score for score in reading.topics if score.topic == topic), None)
    return round(found.probability, 4) if found else 0.0
