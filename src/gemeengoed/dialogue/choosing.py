# SPDX-License-Identifier: EUPL-1.2
"""Which of the offered choices somebody's words mean: by name, by place, or nearly so."""

import difflib
import re
from collections.abc import Sequence
from functools import lru_cache

from gemeengoed.dialogue.flow import Choice
from gemeengoed.language.phrase import JE, U

SIMILAR = 0.82  # how alike a typed word and a choice must be; "brant niet" is "brandt niet"
CLEARLY = 0.05  # and how much more than the second
TOO_FAR = SIMILAR - CLEARLY  # below this a likeness decides nothing, not even as the second
LONG_WORD = 5  # letters from which a slip in a single word of a text is looked at
TOLD = 4  # letters from which words of a choice inside a longer text count
_CLAUSE_ENDS = re.compile(r"[,.;:!?\n]|\b(?:en|maar|want|dus|alleen)\b")
_DENIED_BEFORE = re.compile(  # the last of it may be the first part of a compound
    r"\b(?:(?:geen|zonder)(?: \w+)?|(?:niet|nooit|nergens)"
    r"(?: (?:meer|echt|zo|heel|helemaal|erg|direct|meteen|eens))*) \w*$"
    r"|\bon$"
)
_DENIED_AFTER = re.compile(
    r" (?:is|zijn|zie|klopt|staat|hangt|hangen|zit|zitten|steken|lijkt) "
    r"(?:\w+ ){0,3}niet(?: meer)?$"
)
_MY = re.compile(r"\bm ?n\b")  # "mn dochter", "m'n dochter"
ARTICLES = ("een ", "de ", "het ")
ORDINALS = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "vijfde": 4, "laatste": -1}


def choice_named(choices: Sequence[Choice], text: str) -> Choice | None:
    """By id, label, other words, ordinal, or nearly so; None when it could be two."""
    typed = _plain(text)
    exactly = _choices_said(choices, typed)
    if exactly:
        return exactly[0] if len(exactly) == 1 else None
    place = place_named(text, len(choices))
    if place is not None:
        return choices[place]
    if _places_told(choices, typed, TOLD):
        return choice_told(choices, text, shortest=TOLD)
    return _most_alike(choices, typed)


def choice_said(choices: Sequence[Choice], text: str) -> Choice | None:
    """The one choice of which these are the very words: its id, label or other words."""
    exactly = _choices_said(choices, _plain(text))
    return exactly[0] if len(exactly) == 1 else None


def _choices_said(choices: Sequence[Choice], typed: str) -> list[Choice]:
    return [
        choice
        for choice in choices
        if typed and (typed == _plain(choice.id) or typed in _names(choice))
    ]


def place_named(text: str, count: int) -> int | None:
    """The place in a list of ``count``: "de tweede", "optie 2", or a bare 2."""
    typed = _plain(text)
    bare = re.fullmatch(r"(?:optie |nummer |keuze )?(\d)", typed)
    if bare:
        place = int(bare[1]) - 1
        return place if 0 <= place < count else None
    if len(typed.split()) > 4:
        return None
    for word, place in ORDINALS.items():
        if re.search(rf"\b{word}\b", typed) and -count <= place < count:
            return place
    return None


def choice_told(
    choices: Sequence[Choice], text: str, *, shortest: int, unasked: bool = False
) -> Choice | None:
    """The choice whose words stand in a longer text; None when two choices are told.

    Words inside longer words do not count: "brandt niet" is told, not the "brandt" in it.
    unasked: "een lamp" in a text is no answer to how many, as long as nobody asked.
    """
    told = _all_told(choices, text, shortest, unasked=unasked)
    return told[0] if len(told) == 1 else None


def surely_told(choices: Sequence[Choice], text: str, shortest: int) -> list[Choice]:
    """The choices whose words stand in a text where nobody asked, and are not denied there."""
    told = _all_told(choices, text, shortest, unasked=True)
    return [choice for choice in told if not _is_denied(choice, text, shortest)]


def _all_told(
    choices: Sequence[Choice], text: str, shortest: int, *, unasked: bool
) -> list[Choice]:
    typed = _plain(text)
    told = _places_told(choices, typed, shortest)
    if unasked:
        told = [each for each in told if not typed[each[0] : each[1]].startswith(ARTICLES)]
    widest = {
        choice
        for start, end, choice in told
        if not any(s <= start and end <= e and (s, e) != (start, end) for s, e, _ in told)
    }
    return [choice for choice in choices if choice.id in widest]


def _is_denied(choice: Choice, text: str, shortest: int) -> bool:
    """ "Er zijn geen losse draden": said to be not so, in each clause that has these words."""
    clauses = [_plain(clause) for clause in _CLAUSE_ENDS.split(text.lower())]
    places = [
        (clause[:start], clause[end:])
        for clause in clauses
        for start, end, _ in _places_told([choice], clause, shortest)
    ]
    return bool(places) and all(
        _DENIED_BEFORE.search(before) or _DENIED_AFTER.match(after) for before, after in places
    )


def _places_told(
    choices: Sequence[Choice], typed: str, shortest: int
) -> list[tuple[int, int, str]]:
    return [
        (match.start(), match.end(), choice.id)
        for choice in choices
        for words in _names(choice)
        if len(words) >= shortest
        for match in _inside(words).finditer(typed)
    ]


# A flow offers the same choices over and over: their names are worked out once.
@lru_cache(maxsize=4096)
def _inside(words: str) -> re.Pattern[str]:
    """A long word also counts as the end of a compound: "morgenochtend" is in the "ochtend"."""
    is_one_long_word = len(words) > LONG_WORD and " " not in words
    return re.compile(rf"{'' if is_one_long_word else r'\b'}{re.escape(words)}\b")


@lru_cache(maxsize=4096)
def _names(choice: Choice) -> tuple[str, ...]:
    """words_of, each as _plain makes what was typed."""
    return tuple(map(_plain, words_of(choice)))


def _most_alike(choices: Sequence[Choice], typed: str) -> Choice | None:
    scores = sorted(((_likeness(typed, choice), choice.id) for choice in choices), reverse=True)
    if not scores or scores[0][0] < SIMILAR:
        return None
    if len(scores) > 1 and scores[0][0] - scores[1][0] < CLEARLY:
        return None
    return next(choice for choice in choices if choice.id == scores[0][1])


def _likeness(typed: str, choice: Choice) -> float:
    """1.0 for the same words; a slip in one long word of a longer text counts too."""
    names = _names(choice)
    whole = max(_alike(typed[:100], name) for name in names)
    pieces = [word for word in typed.split()[:20] if len(word) >= LONG_WORD]
    in_part = (_alike(piece, name) for piece in pieces for name in names if len(name) >= LONG_WORD)
    return max(whole, *in_part, 0.0)


def _alike(one: str, other: str) -> float:
    """From 0 to 1; 0 also for what cannot reach TOO_FAR: to measure that exactly takes long."""
    if 2 * min(len(one), len(other)) < TOO_FAR * (len(one) + len(other)):
        return 0.0
    matcher = difflib.SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.quick_ratio() >= TOO_FAR else 0.0


def words_of(choice: Choice) -> list[str]:
    """All words by which the choice goes; the label in both forms first."""
    labels = [choice.label.render(form, _Blank()) for form in (JE, U)]
    return [*dict.fromkeys(labels), *choice.also]


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _plain(text: str) -> str:
    words = re.sub(r"[^\w]+", " ", text.lower()).strip()
    return _MY.sub("mijn", words)
