# SPDX-License-Identifier: EUPL-1.2
"""How the outcome of a procedure looks: an icon and words, never a colour alone.

What tone an outcome has and by which words it goes is said in the flow of its pack.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gemeengoed.dialogue.flow import Tone

# Names in frame/icons.
ICONS: Mapping[Tone, str] = {
    Tone.GOOD: "check",
    Tone.ATTENTION: "permit",
    Tone.UNKNOWN: "question",
    Tone.NEUTRAL: "info",
}


@dataclass(frozen=True, slots=True)
class Look:
    """headline: the outcome in a few words. icon: its name in frame/icons."""

    tone: Tone
    headline: str
    icon: str


def look_of(explanation: Mapping[str, Any]) -> Look:
    """The look of a message's explanation; one from before there were tones is neutral."""
    tone = Tone(explanation.get("tone", Tone.NEUTRAL))
    return Look(tone, explanation.get("headline") or explanation["outcome_label"], ICONS[tone])
