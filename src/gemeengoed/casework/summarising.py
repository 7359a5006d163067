# SPDX-License-Identifier: EUPL-1.2
"""What a colleague who is asked must know, drafted so that nobody has to type it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime

AT_MOST = 1000  # characters, as toelichting of an InterneTaak in the Klantinteracties API
_LINE_AT_MOST = 200
_LINES = 8
_CONTACTS = 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """One contact: when, by whom, how it went, what was noted."""

    at: datetime
    by: str
    outcome: str
    note: str


def summary(
    *,
    label: str,
    goal: str,
    lines: Sequence[Sequence[str]],
    contacts: Sequence[Spoken],
    due: str,
) -> str:
    """What it is, what is known, what was done, what is asked; never longer than AT_MOST."""
    parts = [
        f"Wat is het: {label}.",
        _known(lines),
        _done(contacts),
        f"Gevraagd: {goal} Uiterlijk {due}.",
    ]
    whole = "\n".join(parts)
    if len(whole) <= AT_MOST:
        return whole
    room = AT_MOST - (len(whole) - len(parts[1]))
    parts[1] = _shortened(parts[1], max(room, 0))
    return "\n".join(parts)[:AT_MOST]


def _known(lines: Sequence[Sequence[str]]) -> str:
    told = [
        f"{label}: {_shortened(' '.join(value.split()), _LINE_AT_MOST)}"
        for label, value in lines[:_LINES]
    ]
    return f"Bekend: {'; '.join(told)}." if told else "Bekend: nog niets."


def _done(contacts: Sequence[Spoken]) -> str:
    if not contacts:
        return "Gedaan: nog niet gebeld."
    told = [
        f"{date_format(localtime(each.at), 'j F H.i')} uur {each.by}: {each.outcome.lower()}"
        + (f" ({_shortened(' '.join(each.note.split()), _LINE_AT_MOST)})" if each.note else "")
        for each in contacts[-_CONTACTS:]
    ]
    return f"Gedaan: {'; '.join(told)}."


def _shortened(text: str, at_most: int) -> str:
    return text if len(text) <= at_most else f"{text[: max(at_most - 1, 0)]}…"
