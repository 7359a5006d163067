# SPDX-License-Identifier: EUPL-1.2
"""A message as doors show it: the API's shape of one event of the log."""

from typing import Any

from gemeengoed.conversations.entry import Entry
from gemeengoed.conversations.models import Event, EventKind
from gemeengoed.terms.clock import AMSTERDAM

Shown = dict[str, Any]

SENDERS = {
    EventKind.RESIDENT: "resident",
    EventKind.MESSAGE: "assistant",
    EventKind.NOTICE: "staff",
}


def shown(event: Entry | Event) -> Shown:
    """Shape: {seq, at (ISO), sender, kind, text, choices, …}; every field of the API's message.

    An erased event shows an empty text.
    """
    message: Shown = {
        "seq": event.seq,
        "at": event.at.astimezone(AMSTERDAM).isoformat(),
        "sender": SENDERS.get(EventKind(event.kind), "system"),
        "kind": "text",
        "text": "",
        "choices": [],
        "topic": None,
        "aspect": None,
        "sources": [],
        "input": None,
        "step": None,
        "lines": [],
        "drawing": None,
        "file": None,
        "explanation": None,
    }
    if event.kind == EventKind.RESIDENT:
        return {**message, **_of_resident(event)}
    return {**message, **event.body}


def _of_resident(event: Entry | Event) -> Shown:
    body = event.body
    file = body.get("file")
    return {
        "file": {"id": file["id"], "name": file["name"]} if file else None,
        "text": body.get("text") or body.get("label") or body.get("value") or "",
        "client_id": event.client_id,
        "action": body.get("action"),
    }
