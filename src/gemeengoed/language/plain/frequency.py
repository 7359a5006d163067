# SPDX-License-Identifier: EUPL-1.2
"""How common a Dutch word is: by wordfreq, and by its parts where it is a compound.

Zipf: the logarithm of how often a word stands in a milliard words; 3 is once in a million.
Compounds are rare as a whole and clear all the same (parkeervergunning), so their parts count.
"""

import re
from functools import lru_cache
from math import log10

from wordfreq import get_frequency_dict

from gemeengoed.language.forms.verbs import infinitives_of

COMMON = 3.0
_COMMON_PART = 3.3  # a part must be a word by itself: short letter groups occur by accident
_SHORTEST_PART = 3
_COMMON_SHORT_PART = 3.6
# Endings that are words too, by accident.
_NO_PARTS_LISTED = (
    "aar achtig baar dom erij ette heid ing isch isme ist iteit lei lijk lijke ling loos sel "
    "schap ster tie ties toe uwe voor ver"
)
_NO_PARTS = frozenset(_NO_PARTS_LISTED.split())
_JOINTS = ("", "s", "e", "en", "n", "-")
_PARTICLES_LISTED = (
    "aan achter af bij binnen door in langs mee na neer om onder op over samen tegen terug toe "
    "uit vast voor weg klaar thuis vooruit"
)
_PARTICLES = frozenset(_PARTICLES_LISTED.split())
_PARTICIPLE = re.compile(rf"(?:{'|'.join(sorted(_PARTICLES))})?ge(\w{{2,}}[dt])\Z")
_ENDINGS = ("'s", "’s", "s", "en", "n", "e", "t", "d", "de", "te", "den", "ten", "je", "jes")


def frequency_of(word: str) -> float:
    """0 for a word that the list does not know."""
    frequency = get_frequency_dict("nl").get(word, 0.0)
    return log10(frequency) + 9 if frequency else 0.0


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Whether most readers know the word (lower case), by itself, its stem or its parts."""
    if frequency_of(word) >= COMMON or any(frequency_of(stem) >= COMMON for stem in _stems(word)):
        return True
    if any(frequency_of(form) >= COMMON for form in infinitives_of(word)):
        return True  # a command: verleng
    if (participle := _PARTICIPLE.match(word)) and _is_verb(participle[1]):
        return True
    if "-" in word:
        parts = [part for part in word.split("-") if part]
        return bool(parts) and all(_is_short_or_common(part) for part in parts)
    return bool(parts_of(word))


def _is_verb(end: str) -> bool:
    """``print`` of uitgeprint, ``logd`` of ingelogd: what follows on ge- in a participle."""
    stem = end[:-1]
    forms = (end, end + "en", stem + "en", stem + stem[-1] + "en")
    return any(frequency_of(form) >= COMMON for form in forms)


def _is_short_or_common(part: str) -> bool:
    return len(part) <= _SHORTEST_PART or part.isdigit() or is_common(part)


@lru_cache(maxsize=50_000)
def parts_of(word: str, depth: int = 2) -> tuple[str, ...]:
    """The common words that a compound is made of, at most four; empty when it is none."""
    for at in range(len(word) - _SHORTEST_PART, 1, -1):  # the longest first part first
        left, right = word[:at], word[at:]
        if not _may_begin(left):
            continue
        if _is_part(right):
            return (left, right)
        if depth and (rest := parts_of(right, depth - 1)):
            return (left, *rest)
    return ()


def _may_begin(left: str) -> bool:
    if left in _PARTICLES:
        return True
    for joint in _JOINTS:
        if left.endswith(joint) and _is_part(left[: len(left) - len(joint)]):
            return True
    return False


def _is_part(part: str) -> bool:
    if len(part) < _SHORTEST_PART or part in _NO_PARTS:
        return False
    if len(part) == _SHORTEST_PART:
        return frequency_of(part) >= _COMMON_SHORT_PART
    return frequency_of(part) >= _COMMON_PART or any(
        frequency_of(stem) >= _COMMON_PART for stem in _stems(part)
    )


def _stems(word: str) -> list[str]:
    """What the word may be a form of: without an ending, written as the spelling has it."""
    stems: list[str] = []
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_PART:
            stems.append(stem)
            if len(stem) > _SHORTEST_PART and stem[-1] == stem[-2]:  # dakkapell-en, pass-en
                stems.append(stem[:-1])
            if ending in ("en", "e") and stem[-1] in "vz":  # bewijz-en
                stems.append(stem[:-1] + {"v": "f", "z": "s"}[stem[-1]])
    return stems
