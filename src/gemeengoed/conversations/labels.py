# SPDX-License-Identifier: EUPL-1.2
"""The words of a button, so that the log reads as a talk: "Waterdam-Oost", not "adres:2"."""

from dataclasses import replace
from uuid import UUID

from gemeengoed.conversations.models import Event, EventKind
from gemeengoed.conversations.posted import Posted

LOOK_BACK = 12  # messages; older buttons are answered by their id

ACTION_WORDS = {
    "back": "Terug",
    "change": "Wijzigen",
    "cancel": "Stoppen",
    "confirm": "Akkoord",
    "feedback": "Reactie op het antwoord",
}

# Buttons that a door shows by itself, outside any message.
CHOICE_WORDS = {"bewaar": "Gesprek bewaren"}


def with_label(posted: Posted, *, conversation: UUID) -> Posted:
    """The message with the words the resident saw on the button; texts stay as they are."""
    if posted.action is not None:
        return replace(posted, label=ACTION_WORDS.get(posted.action))
    if posted.choice is None:
        return posted
    recent = Event.objects.filter(conversation_id=conversation, kind=EventKind.MESSAGE)
    for body in recent.order_by("-seq").values_list("body", flat=True)[:LOOK_BACK]:
        for choice in body.get("choices", ()):
            if choice.get("id") == posted.choice:
                return replace(posted, label=choice.get("label"))
    return replace(posted, label=CHOICE_WORDS.get(posted.choice, posted.choice))
