# SPDX-License-Identifier: EUPL-1.2
"""The player: a transcript against engine, reader and texts; tells every turn that differs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import Fault
from gemeengoed.content.message import Message
from gemeengoed.content.playing.outside import Outside
from gemeengoed.content.render import render
from gemeengoed.content.transcript import Transcript, TranscriptTurn
from gemeengoed.dialogue.engine import context_for, decide, go_on
from gemeengoed.dialogue.incoming import Action, FileTold, Incoming
from gemeengoed.dialogue.outcome import Outcome
from gemeengoed.dialogue.replies import (
    Answer,
    Ask,
    Clarify,
    Crisis,
    Doubted,
    Intro,
    Judged,
    Meaning,
    Receipt,
    Reply,
    Say,
    Summary,
    Told,
    Warn,
    WaysOn,
    Why,
)
from gemeengoed.dialogue.state import Login, State
from gemeengoed.language.reading import Reader, Reading
from gemeengoed.terms.clock import AMSTERDAM

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)  # a Monday morning: everybody is at work
ROUNDS = 5  # of effects within one turn


@dataclass(frozen=True, slots=True)
class Played:
    """What one turn gave: the symbols and the messages made of them."""

    symbols: tuple[str, ...]
    messages: tuple[Message, ...]


class Player:
    """Plays one conversation in one municipality."""

    def __init__(self, transcript: Transcript, edition: Edition, reader: Reader) -> None:
        self._transcript = transcript
        self._edition = edition
        self._reader = reader
        self._now = transcript.now or NOW
        self._state = State()
        self.outside = Outside(transcript, edition, self._now)

    def turn(self, turn: TranscriptTurn) -> Played:
        """Let the resident do this; gives back what is said."""
        incoming = Incoming(
            text=turn.resident,
            choice=turn.choice,
            action=Action(turn.action) if turn.action else None,
            login=Login("inwoner", turn.login) if turn.login else None,
            file=FileTold(turn.file.casefold(), turn.file) if turn.file else None,
            name=turn.name,
            value=turn.value,
            reading=self._read(turn.resident if turn.resident is not None else turn.value),
        )
        today = self._now.astimezone(AMSTERDAM).date()
        outcome = decide(self._edition.catalogue, self._state, incoming, today=today)
        replies = list(outcome.replies)
        for _ in range(ROUNDS):
            if not outcome.effects:
                break
            outcome = self._carried_on(outcome)
            replies += outcome.replies
        self._state = outcome.state
        symbols = tuple(symbol_of(reply) for reply in replies)
        return Played(symbols, render(self._edition, replies, at=self._now))

    def _carried_on(self, outcome: Outcome) -> Outcome:
        results = [self.outside.carry_out(effect) for effect in outcome.effects]
        today = self._now.astimezone(AMSTERDAM).date()
        return go_on(self._edition.catalogue, outcome.state, results, today=today)

    def _read(self, text: str | None) -> Reading | None:
        if not text:
            return None
        known = self._transcript.addresses
        context = replace(
            context_for(self._edition.catalogue, self._state),
            streets=frozenset(str(address["straat"]).lower() for address in known),
            places=frozenset(str(address["plaats"]).lower() for address in known) - {""},
        )
        today = self._now.astimezone(AMSTERDAM).date()
        return self._reader.read(text, today=today, context=context)


def play(transcript: Transcript, edition: Edition, reader: Reader) -> tuple[Fault, ...]:
    """Every turn in which something else was said than expected; none when it went as written."""
    player = Player(transcript, edition, reader)
    faults: list[Fault] = []
    for turn in transcript.turns:
        played = player.turn(turn)
        for difference in differences(turn.expected, played):
            said = ", ".join(played.symbols) or "nothing"
            message = f"{transcript.name!r} in {edition.municipality.name}: {difference}"
            faults.append(Fault(turn.place, message, f"what was said: {said}"))
    return tuple(faults)


def play_all(
    transcripts: Sequence[Transcript], editions: Sequence[Edition], reader: Reader
) -> tuple[int, tuple[Fault, ...]]:
    """How many conversations were played, and all that went otherwise."""
    pairs = [
        (transcript, edition)
        for transcript in transcripts
        for edition in editions
        if transcript.municipality in (None, edition.municipality.slug)
    ]
    faults = [fault for pair in pairs for fault in play(*pair, reader)]
    return len(pairs), tuple(faults)


def differences(expected: Sequence[str], played: Played) -> list[str]:
    """What is expected and was not said, in this order, and what must not be said and was."""
    missing: list[str] = []
    symbols = list(played.symbols)
    spoken = spoken_words(played.messages)
    for wanted in expected:
        kind, _, words = wanted.partition(":")
        if kind == "text":
            if words not in spoken:
                missing.append(f"the words {words!r} do not occur")
        elif kind == "not":
            if words in spoken:
                missing.append(f"the words {words!r} must not occur")
        elif wanted in symbols:
            symbols = symbols[symbols.index(wanted) + 1 :]
        else:
            missing.append(f"{wanted!r} was expected")
    return missing


def spoken_words(messages: Sequence[Message]) -> str:
    """All that a resident can read in these messages."""
    words: list[str] = []
    for message in messages:
        words.append(message.text)
        words += [choice.label for choice in message.choices]
        words += [f"{line.label}: {line.value}" for line in message.lines]
    return "\n".join(words)


def symbol_of(reply: Reply) -> str:
    """A reply as transcripts write it."""
    match reply:
        case Ask():
            manner = "ask" if reply.manner == "first" else reply.manner
            return f"{manner}:{reply.step}"
        case Answer() | Crisis():
            return f"{type(reply).__name__.lower()}:{reply.topic}"
        case Say():
            return f"say:{reply.key}"
        case Why() | Warn():
            return f"{type(reply).__name__.lower()}:{reply.step}"
        case Intro():
            return f"intro:{reply.flow}"
        case Judged():
            return f"outcome:{reply.outcome}"
        case Told():
            return f"told:{reply.outcome}"
        case Doubted():
            return f"doubt:{reply.doubt}"
        case Meaning():
            return f"meaning:{reply.word}"
        case WaysOn():
            return "ways"
        case Summary() | Receipt() | Clarify():
            return type(reply).__name__.lower()
