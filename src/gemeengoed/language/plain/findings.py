# SPDX-License-Identifier: EUPL-1.2
"""What can be said of a sentence that is not plain."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The names are shown to editors, who write Dutch."""

    LONG_SENTENCE = "lange zin"
    RARE_WORD = "zeldzaam woord"
    LONG_WORD = "lang woord"
    OFFICIAL_WORD = "ambtelijk woord"
    PASSIVE = "lijdende vorm"
    NOMINAL = "naamwoordstijl"
    ABBREVIATION = "afkorting"
    BRACKETS = "haakjes"
    CLAUSES = "veel bijzinnen"


@dataclass(frozen=True, slots=True)
class Finding:
    """words: the piece of the sentence that it is about; why and advice: Dutch, for an editor.

    is_hint: worth a look and no more. Any other must be mended, or excused with a reason.
    """

    kind: Kind
    sentence: str
    words: str
    why: str
    advice: str
    is_hint: bool = False
