# SPDX-License-Identifier: EUPL-1.2
"""Receive and protect: what happens to a message before anything of it is stored."""

from dataclasses import replace
from typing import Any

from gemeengoed.conversations.errors import MessageRefusedError
from gemeengoed.conversations.posted import MAX_NAME, MAX_TEXT, Posted
from gemeengoed.dialogue.incoming import Action
from gemeengoed.language.masking import mask
from gemeengoed.language.visible import visible

ACTIONS = frozenset(action.value for action in Action)


def strip_what_is_not_seen(posted: Posted) -> Posted:
    """Without characters that cannot be seen; line ends and tabs stay as white space."""
    changes: dict[str, Any] = {
        field: visible(getattr(posted, field))
        for field in ("text", "choice", "name", "value")
        if getattr(posted, field) is not None
    }
    return replace(posted, **changes)


def refuse_what_cannot_be(posted: Posted) -> Posted:
    """The message as it is; raises MessageRefusedError with all faults."""
    faults: list[tuple[str, str]] = []
    given = [f for f in ("text", "choice", "action") if getattr(posted, f) is not None]
    if len(given) != 1:
        faults.append(("text", "Stuur een tekst, een keuze of een actie: precies één daarvan."))
    if posted.text == "" and given == ["text"]:
        faults.append(("text", "Het bericht is leeg. Typ een vraag of een antwoord."))
    if not 1 <= len(posted.client_id) <= 64 or not posted.client_id.isprintable():
        faults.append(("client_id", "Geef een eigen kenmerk van 1 tot 64 tekens."))
    for field in ("text", "value"):
        if len(getattr(posted, field) or "") > MAX_TEXT:
            faults.append((field, f"Het bericht is te lang: hooguit {MAX_TEXT} tekens."))
    for field in ("choice", "name"):
        if len(getattr(posted, field) or "") > MAX_NAME:
            faults.append((field, f"Te lang: hooguit {MAX_NAME} tekens."))
    if posted.choice == "":
        faults.append(("choice", "De keuze is leeg."))
    if posted.action is not None and posted.action not in ACTIONS:
        faults.append(("action", f"Onbekende actie. Bekend zijn: {', '.join(sorted(ACTIONS))}."))
    if faults:
        raise MessageRefusedError(faults)
    return posted


def hide_numbers(posted: Posted) -> Posted:
    """BSN, IBAN and card numbers replaced before storing; ``masked`` tells which kinds."""
    kinds: list[str] = []
    changes: dict[str, Any] = {}
    for field in ("text", "choice", "name", "value"):
        if getattr(posted, field):
            changes[field], found = mask(getattr(posted, field))
            kinds.extend(kind for kind in found if kind not in kinds)
    return replace(posted, **changes, masked=tuple(kinds))


RECEIVE = (strip_what_is_not_seen, refuse_what_cannot_be, hide_numbers)


def receive(posted: Posted) -> Posted:
    """Run the message through RECEIVE; raises MessageRefusedError."""
    for step in RECEIVE:
        posted = step(posted)
    return posted
