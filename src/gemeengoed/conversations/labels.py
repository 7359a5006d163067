# SPDX-License-Identifier: EUPL-1.2
"""The words of a button, so that the log reads as a talk: "Waterdam-Oost", not "adres:2"."""

from dataclasses import replace
from uuid import UUID

from gemeengoed.conversations.kept_connections import kept_cursor
from gemeengoed.conversations.posted import Posted
from gemeengoed.dialogue.persons import BETWEEN

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

MOST_TOGETHER = 12  # people of one household
LOOK_BACK = 60  # messages in which a button may have been offered
# For a button that was never shown here: its id is of a machine, no words of the resident.
UNKNOWN_BUTTON = "(onbekende knop)"


def with_label(posted: Posted, *, conversation: UUID) -> Posted:
    """The message with the words the resident saw on the button; texts stay as they are."""
    if posted.action is not None:
        return replace(posted, label=ACTION_WORDS[posted.action])
    if posted.choice is None:
        return posted
    return replace(posted, label=_words(conversation, posted.choice))


def _words(conversation: UUID, choice: str) -> str:
    """Of several that were chosen together each."""
    labels = [
        _on_button(conversation, each) or CHOICE_WORDS.get(each)
        for each in choice.split(BETWEEN)[:MOST_TOGETHER]
    ]
    return ", ".join(label for label in labels if label) or UNKNOWN_BUTTON


# By the database, because a flow is mostly buttons: to fetch and read all these messages through
# the ORM was a third of such a turn.
_ON_BUTTON = """
SELECT button->>'label' FROM (
  SELECT seq, body FROM conversations_event
  WHERE conversation_id = %s AND kind = 'message' ORDER BY seq DESC LIMIT %s
) AS recent, jsonb_array_elements(body->'choices') AS button
WHERE button->>'id' = %s ORDER BY seq DESC LIMIT 1
"""


def _on_button(conversation: UUID, choice: str) -> str | None:
    """What stood on the last button with this id; None when there was none lately."""
    cursor = kept_cursor()
    cursor.execute(_ON_BUTTON, [conversation, LOOK_BACK, choice])
    found = cursor.fetchone()
    return found[0] if found else None
