# SPDX-License-Identifier: EUPL-1.2
"""Symbols to words: what the dialogue decided, in the voice of one municipality."""

from collections.abc import Sequence
from datetime import datetime

from gemeengoed.content.answering import answer, clarify, crisis
from gemeengoed.content.asking import (
    ask,
    doubted,
    escaped,
    in_plain_words,
    intro,
    meaning,
    receipt,
    summary,
    text_in_words,
    told,
    warn,
    why,
)
from gemeengoed.content.edition import Edition
from gemeengoed.content.fixed_texts import AFTER_HOURS
from gemeengoed.content.judging import judged, ways_on
from gemeengoed.content.message import Message, MessageChoice
from gemeengoed.content.people import is_open
from gemeengoed.content.values import local_day
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


def render(edition: Edition, replies: Sequence[Reply], *, at: datetime) -> tuple[Message, ...]:
    """The messages, in the order of the replies. at: timezone-aware, decides facts and hours.

    Raises KeyError when a reply names something that this edition does not have.
    """
    holding = edition.on(local_day(at))
    messages = (_message(holding, reply, at) for reply in replies)
    return tuple(message for message in messages if message is not None)


def _message(edition: Edition, reply: Reply, at: datetime) -> Message | None:
    match reply:
        case Say():
            return _say(edition, reply, at)
        case Answer():
            return answer(edition, reply, at)
        case Clarify():
            return clarify(edition, reply, at)
        case Ask():
            return ask(edition, reply, at)
        case Why():
            return why(edition, reply, at)
        case Warn():
            return warn(edition, reply, at)
        case Summary():
            return summary(edition, reply, at)
        case Receipt():
            return receipt(edition, reply, at)
        case Crisis():
            return crisis(edition, reply, at)
        case Intro():
            return intro(edition, reply, at)
        case Judged():
            return judged(edition, reply, at)
        case Told():
            return told(edition, reply, at)
        case WaysOn():
            return ways_on(edition, reply, at)
        case Doubted():
            return doubted(edition, reply, at)
        case Meaning():
            return meaning(edition, reply, at)


def _say(edition: Edition, reply: Say, at: datetime) -> Message:
    values = {name: escaped(in_plain_words(value)) for name, value in reply.values.items()}
    labels = [(name, text_in_words(edition, key, at, values)) for name, key in reply.choices]
    return Message(
        kind=reply.kind,
        text=text_in_words(edition, _key_at(edition, reply.key, at), at, values),
        choices=tuple(MessageChoice(name, label) for name, label in labels),
    )


def _key_at(edition: Edition, key: str, at: datetime) -> str:
    """The after-hours text where there is one and nobody answers the phone."""
    later = key + AFTER_HOURS
    return later if later in edition.texts and not is_open(edition, at) else key
