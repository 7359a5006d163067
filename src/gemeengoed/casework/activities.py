# SPDX-License-Identifier: EUPL-1.2
"""What one does for an interne_taak, and how gladly. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Activity(StrEnum):
    """The kinds of work that a colleague may have a preference for."""

    CALL = "bellen"
    DIFFICULT_TALK = "moeilijk_gesprek"
    CHECK = "controleren"
    DECIDE = "beslissen"
    ARRANGE = "regelen"

    @property
    def is_talk(self) -> bool:
        """Whether it is done by speaking with the resident, so that contacts are logged."""
        return self in (Activity.CALL, Activity.DIFFICULT_TALK)


class Preference(StrEnum):
    """What a colleague says of an activity; declared by themselves, never a judgement."""

    GLADLY = "graag"
    NEUTRAL = "neutraal"
    RATHER_NOT = "liever_niet"

    @property
    def rank(self) -> int:
        """0 is best."""
        return list(Preference).index(self)


@dataclass(frozen=True, slots=True)
class Words:
    """label: as a heading. gladly and rather_not: of a colleague, inside a sentence."""

    label: str
    gladly: str
    rather_not: str


WORDS: Mapping[Activity, Words] = {
    Activity.CALL: Words("Bellen", "belt graag", "belt liever niet"),
    Activity.DIFFICULT_TALK: Words(
        "Moeilijk gesprek", "voert graag moeilijke gesprekken", "liever geen moeilijk gesprek"
    ),
    Activity.CHECK: Words("Controleren", "controleert graag", "controleert liever niet"),
    Activity.DECIDE: Words("Beslissen", "beslist graag", "beslist liever niet"),
    Activity.ARRANGE: Words("Regelen", "regelt graag", "regelt liever niet"),
}


def preference_in_words(activity: Activity, preference: Preference) -> str:
    """``belt graag``; empty when neutral."""
    words = WORDS[activity]
    told = {Preference.GLADLY: words.gladly, Preference.RATHER_NOT: words.rather_not}
    return told.get(preference, "")
