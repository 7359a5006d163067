# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in what was handed in: known by id, never by BSN."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from gemeengoed.gateways.zaken.shapes import Roltype


@dataclass(frozen=True, slots=True)
class Participant:
    """person: id from access.remember_person. relation: to who hands it in, as people read it.

    name: as it is printed; family_name: for the register; both empty when nobody could tell them.
    outcome: of the procedure for this person alone; empty: that of the whole. Who has one that
    cannot be handed in (kinds.py) still has to do something, and is in no zaak until then.
    """

    person: UUID
    roltype: Roltype
    relation: str
    name: str = field(repr=False)
    family_name: str = field(repr=False)
    outcome: str = ""

    def to_json(self) -> dict[str, str]:
        return {
            "person": str(self.person),
            "roltype": self.roltype.value,
            "relation": self.relation,
            "name": self.name,
            "family_name": self.family_name,
            "outcome": self.outcome,
        }


def participant_of(stored: Mapping[str, Any]) -> Participant:
    """From what to_json gave."""
    return Participant(
        person=UUID(stored["person"]),
        roltype=Roltype(stored["roltype"]),
        relation=stored["relation"],
        name=stored["name"],
        family_name=stored["family_name"],
        outcome=stored.get("outcome", ""),
    )


def taking_part(
    stored: Iterable[Mapping[str, Any]], can_wait: Collection[str]
) -> list[Participant]:
    """Those of a submission who need do nothing more themselves. can_wait: of its kind."""
    return [each for each in map(participant_of, stored) if each.outcome not in can_wait]
