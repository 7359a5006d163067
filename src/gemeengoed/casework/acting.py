# SPDX-License-Identifier: EUPL-1.2
"""Who declares a move of another: as what, and what that other is to them. Pure.

The words are those of the question ``als_wat`` (flow.yaml) and of procedure ``verhuizen``; Wet BRP
2.48 and 2.49 say who may.
"""

from dataclasses import dataclass
from datetime import date

SELF = "zelf"
PARENT = "ouder"
# choice -> (who declares, what the other is to them, whether a letter or statement is asked)
_ROLES = {
    PARENT: ("ouder", "kind", False),
    "curator": ("curator", "curandus", False),
    "bewindvoerder": ("bewindvoerder", "onder_bewind", True),
    "gemachtigde": ("gemachtigde", "ander", True),
    "zorginstelling": ("hoofd_zorginstelling", "patient_kan_zelf_niet", False),
    "familie": ("kind_van_patient", "patient_kan_zelf_niet", True),
    "inwonen": ("meerderjarig_kind_woont_al_op_nieuw_adres", "ouder", False),
}


@dataclass(frozen=True, slots=True)
class ActingFor:
    """choice: of the question as what; None for who moves. born_on: of the other, as told.
    has_guardian: that somebody is under curatele, as told.
    """

    choice: str | None = None
    born_on: date | None = None
    has_guardian: bool = False

    @property
    def role(self) -> str:
        """Who declares, as the procedure names it."""
        return _ROLES[self.choice][0] if self.choice in _ROLES else SELF

    @property
    def relation(self) -> str:
        """What the other is; empty for who moves.

        For who is under curatele only the guardian declares, whatever else the other is.
        """
        if self.has_guardian and self.choice in _ROLES and self.choice != PARENT:
            return "curandus"
        return _ROLES[self.choice][1] if self.choice in _ROLES else ""

    @property
    def needs_letter(self) -> bool:
        """Whether it is asked if there is an authorisation or a statement."""
        return self.choice in _ROLES and _ROLES[self.choice][2]

    def item(self, today: date) -> str:
        """``curandus:50``; without the age when the day of birth was not told."""
        if self.born_on is None:
            return self.relation
        had_birthday = (today.month, today.day) >= (self.born_on.month, self.born_on.day)
        age = today.year - self.born_on.year - (0 if had_birthday else 1)
        return f"{self.relation}:{max(age, 0)}"
