# SPDX-License-Identifier: EUPL-1.2
"""What a resident hands in, as the dialogue side gives it to hand_in."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from gemeengoed.casework.kinds import LOOK
from gemeengoed.casework.submissions.participants import Participant
from gemeengoed.gateways.zaken.shapes import AddressObject


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """kind: see kinds.py. term_days: working days within which it was promised to be dealt with.

    answers: step name -> value. display: label -> value as read by people, as the resident
    confirmed it. outcome, receipt: of the procedure. look: the kind of interne_taak when a person
    must look, and why in words, a line each. eigenschappen: of the zaak, a date as 2026-12-01.
    registered: what registers said, label and value as read by people. Who gives no email gets no
    messages.
    """

    kind: str
    topic: str
    conversation_id: UUID
    answers: Mapping[str, Any] = field(repr=False)
    display: Mapping[str, str] = field(repr=False)
    participants: Sequence[Participant]
    outcome: str
    receipt: Mapping[str, Any]
    term_days: int
    address: AddressObject | None = field(default=None, repr=False)
    eigenschappen: Mapping[str, str] = field(default_factory=dict)
    registered: Sequence[tuple[str, str]] = field(default=(), repr=False)
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    uploads: Sequence[UUID] = ()  # files of that conversation, which are kept with it
    look: str = LOOK
    why: str = ""

    def columns(self) -> dict[str, Any]:
        """As it is stored, but for what follows from the moment."""
        return {
            "kind": self.kind,
            "topic": self.topic,
            "conversation_id": self.conversation_id,
            "answers": dict(self.answers),
            "display": [list(line) for line in self.display.items()],
            "registered": [list(line) for line in self.registered],
            "participants": [each.to_json() for each in self.participants],
            "address": asdict(self.address) if self.address else None,
            "eigenschappen": dict(self.eigenschappen),
            "email": self.email,
            "phone": self.phone,
            "outcome": self.outcome,
            "receipt": dict(self.receipt),
        }

    def steps(self) -> list[str]:
        """What must be told outside; see outbox/steps.py."""
        told = {
            "zaak": True,
            "rollen": self.participants,
            "eigenschappen": self.eigenschappen,
            "zaakobject": self.address,
            "status": True,
            "receipt_mail": self.email,
        }
        return [step for step, is_needed in told.items() if is_needed]
