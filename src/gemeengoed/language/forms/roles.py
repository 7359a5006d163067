# SPDX-License-Identifier: EUPL-1.2
"""What one je is: subject, object, reflexive or possessive; or nobody can say."""

from dataclasses import dataclass
from enum import StrEnum

SUBJECT_OR_OWNER = "doet de lezer het, of is het van de lezer?"
RECEIVER_OR_OWNER = "krijgt de lezer het, of is het van de lezer?"


class Role(StrEnum):
    SUBJECT = "subject"  # before or behind its verb
    INVERTED = "subject behind its verb"  # whose form changes: vind je, vindt u
    OBJECT = "object"
    REFLEXIVE = "reflexive"
    POSSESSIVE = "possessive"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Found:
    role: Role
    why: str = ""  # of unsure: what could not be decided, in Dutch for an editor


def unsure(why: str) -> Found:
    return Found(Role.UNSURE, why)
