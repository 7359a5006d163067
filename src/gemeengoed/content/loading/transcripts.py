# SPDX-License-Identifier: EUPL-1.2
"""transcripts.yaml: conversations that the check plays."""

from datetime import datetime
from typing import Any

from gemeengoed.content.loading.document import Entry
from gemeengoed.content.transcript import Transcript, TranscriptTurn
from gemeengoed.dialogue.incoming import Action
from gemeengoed.dialogue.logging_in import LEVELS
from gemeengoed.terms.clock import AMSTERDAM

EXPECTATIONS = (
    "ask",
    "again",
    "choices",
    "more",
    "summary",
    "receipt",
    "answer",
    "clarify",
    "say",
    "crisis",
    "intro",
    "why",
    "warn",
    "outcome",
    "told",
    "doubt",
    "beyond",
    "meaning",
    "ways",
    "text",
    "not",
)
_ALONE = ("summary", "receipt", "clarify", "ways")


def read_transcripts(entry: Entry | None) -> tuple[Transcript, ...]:
    """All conversations of one file."""
    return tuple(_transcript(item) for item in entry.items()) if entry else ()


def _transcript(entry: Entry) -> Transcript:
    table = entry.table(
        "name turns", "municipality now addresses fails premises public_planes facts people"
    )
    return Transcript(
        name=table.text("name"),
        turns=tuple(_turn(item) for item in table.items("turns")),
        municipality=table.text("municipality") or None,
        now=table.read("now", _moment, None),
        addresses=tuple(_address(item) for item in table.items("addresses")),
        fails=table.texts("fails"),
        premises=_facts(table.get("premises")),
        facts=_facts(table.get("facts")),
        people=table.texts("people"),
        public_planes=table.texts("public_planes") or ("voor",),
        place=entry.place,
    )


def _moment(entry: Entry) -> datetime | None:
    try:
        moment = datetime.fromisoformat(entry.text())
    except ValueError:
        entry.fail(f"{entry.text()!r} is not a moment", "write it as 2026-11-23T03:05")
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)


def _facts(entry: Entry | None) -> dict[str, str]:
    return {name: value.text() for name, _, value in entry.pairs()} if entry else {}


def _address(entry: Entry) -> dict[str, Any]:
    table = entry.table("straat huisnummer", "toevoeging postcode plaats")
    return {
        "straat": table.text("straat"),
        "huisnummer": table.read("huisnummer", Entry.whole, 0),
        "toevoeging": table.text("toevoeging"),
        "postcode": table.text("postcode"),
        "plaats": table.text("plaats"),
    }


def _turn(entry: Entry) -> TranscriptTurn:
    table = entry.table("", "resident choice action login file name value assistant")
    acts = ("resident", "choice", "action", "login", "file")
    done = [key for key in acts if key in table.found]
    if len(done) != 1:
        entry.fail("a turn has one of resident, choice, action, login, file", "split it into turns")
    action = table.read("action", lambda e: e.one_of(tuple(Action)), None)
    return TranscriptTurn(
        resident=table.text("resident") if "resident" in table.found else None,
        choice=table.text("choice") or None,
        action=action,
        login=table.read("login", lambda e: e.one_of(LEVELS), None),
        file=table.text("file") or None,
        name=table.text("name") or None,
        value=table.text("value") or None,
        expected=tuple(_expectation(item) for item in table.items("assistant")),
        place=entry.place,
    )


def _expectation(entry: Entry) -> str:
    expected = entry.text()
    kind, colon, rest = expected.partition(":")
    if kind not in EXPECTATIONS or (not (colon and rest) and kind not in _ALONE):
        entry.fail(f"{expected!r} cannot be expected", f"known are: {', '.join(EXPECTATIONS)}")
    return expected
