# SPDX-License-Identifier: EUPL-1.2
"""Which street is meant by what somebody typed. Pure.

Spelling that cannot mean another street is read at once: capitals, accents, spaces, usual
abbreviations, one letter too many, too few or two swapped. Another letter ("Berkenlaan" for
"Beukenlaan") could be a street elsewhere, so such names are only offered.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from symspellpy.editdistance import DistanceAlgorithm, EditDistance

FARTHEST = 2  # edits after which a name is no longer like another
SHORTEST_WITH_SLIP = 5  # letters; in shorter names one letter makes another word
MOST_LIKE = 3

_ENDINGS = {"str": "straat", "ln": "laan", "pln": "plein", "pl": "plein", "wg": "weg"}
_ENDING = re.compile(r"(str|ln|pln|pl|wg)\Z")
_TITLES = {
    "burg": "burgemeester",
    "dokter": "dr",
    "doctor": "dr",
    "kon": "koningin",
    "st": "sint",
}


@dataclass(frozen=True, slots=True)
class Match:
    """sure: the names that are meant (spelled differently at most). like: names that come close."""

    sure: tuple[str, ...] = ()
    like: tuple[str, ...] = ()


def key(name: str) -> str:
    """A name without capitals, accents, spaces and signs, and with abbreviations written out."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    if not words:
        return ""
    words = [_TITLES.get(word, word) for word in words[:-1]] + [words[-1]]
    return _ENDING.sub(lambda found: _ENDINGS[found[1]], "".join(words))


@lru_cache(maxsize=2048)
def _keys(names: tuple[str, ...]) -> dict[str, str]:
    return {key(name): name for name in names}


def match(typed: str, names: Iterable[str]) -> Match:
    """Which of the names are meant, or come close."""
    keys = _keys(tuple(names))
    wanted = key(typed)
    if not wanted:
        return Match()
    if wanted in keys:
        return Match(sure=(keys[wanted],))
    tails = [name for other, name in keys.items() if _is_last_part(wanted, other)]
    if tails:
        return Match(sure=tuple(tails)) if len(tails) == 1 else Match(like=tuple(tails[:MOST_LIKE]))
    return _by_distance(wanted, keys)


def _is_last_part(wanted: str, other: str) -> bool:
    """ "Irenestraat" for "Prinses Irenestraat"; not "laan" or "straat" alone."""
    return other.endswith(wanted) and wanted not in {*_ENDINGS.values(), "hof", "pad", "dijk"}


def _by_distance(wanted: str, keys: dict[str, str]) -> Match:
    measure = EditDistance(DistanceAlgorithm.DAMERAU_OSA)  # its buffers are for one thread
    near = []
    for other, name in keys.items():
        distance = measure.compare(wanted, other, FARTHEST)
        if distance >= 0:
            near.append((distance, not _is_slip(wanted, other, distance), name))
    near.sort()
    slips = [name for _, is_other, name in near if not is_other]
    if len(slips) == 1:
        return Match(sure=(slips[0],))
    return Match(like=tuple(name for *_, name in near[:MOST_LIKE]))


def _is_slip(wanted: str, other: str, distance: int) -> bool:
    """One letter too many or too few, or two swapped."""
    if distance != 1 or min(len(wanted), len(other)) < SHORTEST_WITH_SLIP:
        return False
    return len(wanted) != len(other) or sorted(wanted) == sorted(other)
