# SPDX-License-Identifier: EUPL-1.2
"""What must be right before something can be handed in. Pure; tells all faults at once.

What is wrong here is a fault of the flow that hands in, not of the resident: no text for them.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from gemeengoed.casework.submissions.handed_in import HandedIn
from gemeengoed.casework.submissions.kinds import KINDS
from gemeengoed.casework.submissions.participants import Participant
from gemeengoed.gateways.zaken.shapes import Roltype

_MAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")
_PHONE = re.compile(r"\+?[0-9 ()-]{6,20}")


def faults_of(handed_in: HandedIn) -> list[str]:
    """All that stands in the way, without repeating what was entered."""
    if handed_in.kind not in KINDS:
        return [f"nothing of the kind {handed_in.kind!r} can be handed in"]
    faults = []
    if handed_in.outcome not in KINDS[handed_in.kind].outcomes:
        faults.append(f"{handed_in.outcome!r} is no outcome with which this can be handed in")
    if handed_in.email and not _MAIL.fullmatch(handed_in.email):
        faults.append("the e-mail address cannot be one")
    if handed_in.phone and not _PHONE.fullmatch(handed_in.phone):
        faults.append("the phone number cannot be one")
    faults += _faults_of_participants(handed_in.participants)
    return faults + _faults_of_eigenschappen(handed_in.eigenschappen)


def _faults_of_participants(participants: Sequence[Participant]) -> list[str]:
    faults = []
    initiators = [each for each in participants if each.roltype is Roltype.INITIATOR]
    if participants and len(initiators) != 1:
        faults.append("exactly one participant must be the initiator")
    if len({each.person for each in participants}) != len(participants):
        faults.append("somebody takes part twice")
    others = (each for each in participants if each.roltype is not Roltype.INITIATOR)
    if any(not each.family_name.strip() for each in others):
        faults.append("a participant has no family name")
    return faults


def _faults_of_eigenschappen(eigenschappen: Mapping[str, str]) -> list[str]:
    """Those that begin with ``datum`` are dates, written 2026-12-01."""
    return [
        f"{name} is no date such as 2026-12-01"
        for name, value in eigenschappen.items()
        if name.startswith("datum") and not _is_iso_date(value)
    ]


def _is_iso_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
