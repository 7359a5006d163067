# SPDX-License-Identifier: EUPL-1.2
"""What must be right before something can be handed in. Pure; tells all faults at once.

What is wrong here is a fault of the flow that hands in, not of the resident: no text for them.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from gemeengoed.casework.submissions.kinds import SubmissionKind
from gemeengoed.casework.submissions.participants import Participant
from gemeengoed.gateways.zaken.shapes import Roltype

_MAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")
_PHONE = re.compile(r"\+?[0-9 ()-]{6,20}")


def faults_of(
    kind: SubmissionKind,
    *,
    outcome: str,
    participants: Sequence[Participant],
    eigenschappen: Mapping[str, str],
    email: str,
    phone: str,
) -> list[str]:
    """All that stands in the way, without repeating what was entered."""
    faults = []
    if outcome not in kind.outcomes:
        faults.append(f"{outcome!r} is no outcome with which this can be handed in")
    if email and not _MAIL.fullmatch(email):
        faults.append("the e-mail address cannot be one")
    if phone and not _PHONE.fullmatch(phone):
        faults.append("the phone number cannot be one")
    return faults + _faults_of_participants(participants) + _faults_of_eigenschappen(eigenschappen)


def _faults_of_participants(participants: Sequence[Participant]) -> list[str]:
    faults = []
    initiators = [each for each in participants if each.roltype is Roltype.INITIATOR]
    if participants and len(initiators) != 1:
        faults.append("exactly one participant must be the initiator")
    if len({each.person for each in participants}) != len(participants):
        faults.append("somebody takes part twice")
    if any(not each.family_name.strip() for each in participants):
        faults.append("a participant has no family name")
    return faults


def _faults_of_eigenschappen(eigenschappen: Mapping[str, str]) -> list[str]:
    """Those that begin with ``datum`` are dates, written 2026-12-01."""
    return [
        f"{naam} is no date such as 2026-12-01"
        for naam, waarde in eigenschappen.items()
        if naam.startswith("datum") and not _is_iso_date(waarde)
    ]


def _is_iso_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
