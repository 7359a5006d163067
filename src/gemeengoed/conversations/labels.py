# SPDX-License-Identifier: EUPL-1.2
"""The words of a button, so that the log reads as a talk: "Waterdam-Oost", not "adres:2"."""

from dataclasses import replace
from uuid import UUID

from gemeengoed.conversations.models import Event, EventKind
from gemeengoed.conversations.posted import Posted

ACTION_WORDS = {
    "back": "Terug",
    "change": "Wijzigen",
    "cancel": "Stoppen",
    "confirm": "Akkoord",
    "feedback": "Reactie op het antwoord",
}

# Buttons that a door shows by itself, outside any message: the page and the widget.
CHOICE_WORDS = {
    "bewaar": "Gesprek bewaren",
    "flow:terugbelverzoek": "Laat een collega terugbellen",
}

LOOK_BACK = 60  # messages in which a button may have been offered
# For a button that was never shown here: its id is of a machine, no words of the resident.
UNKNOWN_BUTTON = "(onbekende knop)"


def with_label(posted: Posted, *, conversation: UUID) -> Posted:
    """The message with the words the resident saw on the button; texts stay as they are."""
    if posted.action is not None:
        return replace(posted, label=ACTION_WORDS[posted.action])
    if posted.choice is None:
        return posted
    label = _offered(posted.choice, conversation) or CHOICE_WORDS.get(posted.choice)
    return replace(posted, label=label or UNKNOWN_BUTTON)


def _offered(choice: str, conversation: UUID) -> str | None:
    """The words on the last button with this id; None when none was offered lately."""
    recent = Event.objects.filter(conversation_id=conversation, kind=EventKind.MESSAGE)
    for choices in recent.order_by("-seq").values_list("body__choices", flat=True)[:LOOK_BACK]:
        for each in choices or ():
            if each["id"] == choice:
                return str(each["label"])
    return None
