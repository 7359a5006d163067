# SPDX-License-Identifier: EUPL-1.2
"""Dutch verbs as far as je and u need them: which form stands before je, which one with u.

``vind je`` has ``vindt u``, ``kun je`` has ``kunt u``, ``moet je`` and ``was je`` stay as they are.
"""

from functools import lru_cache

from wordfreq import get_frequency_dict

from gemeengoed.language.forms.verb_table import (
    GIVING,
    IRREGULAR,
    NO_COMMAND,
    PARTICLES,
    PAST,
    PLURALS,
    REFLEXIVE,
    SAME,
    SECOND_PERSON,
    STEMS,
    STRONG,
    STRONG_PARTICIPLES,
    THIRD_OR_PLURAL,
)


def with_u(verb: str) -> str | None:
    """What ``verb je`` becomes before u; None when it is no form that stands before je.

    verb: lower case.
    """
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb in PAST or verb in SAME:
        return verb
    if verb in STEMS or _looks_like_stem(verb):
        return verb if verb.endswith("t") else f"{verb}t"
    return None


@lru_cache(maxsize=20_000)
def of_plural_with_u(verb: str) -> str | None:
    """``melden`` of several becomes ``meldt`` with u; None when it is no plural that is known."""
    if verb in PLURALS:
        return PLURALS[verb]
    if not verb.endswith("n"):
        return None
    for stem in STEMS:
        if verb in infinitives_of(stem) and stem not in IRREGULAR:
            return with_u(stem)
    return None


def before_je(verb: str) -> str:
    """The form before je of one with u: ``kunt`` becomes ``kun``."""
    return next((form for form, with_t in IRREGULAR.items() if with_t == verb), verb)


def is_in_table(verb: str) -> bool:
    """Whether the form before je is known for certain, not only likely."""
    return verb in STEMS or verb in IRREGULAR


def may_command(verb: str) -> bool:
    """Whether the form is used as a command: ``geef``, not ``heb``."""
    return verb not in NO_COMMAND and verb not in PAST


def may_command_reflexively(verb: str) -> bool:
    """Whether a command of it may have je as its object: ``meld je``, not ``woon je``."""
    return verb in REFLEXIVE


def follows_je(verb: str) -> bool:
    """Whether it is a finite form behind je: ``verhuist``, ``kunt``, ``moet``, ``was``."""
    if verb in SECOND_PERSON or verb in PAST or verb in SAME or verb in ("kan", "wil", "zal"):
        return True
    if verb in IRREGULAR.values():
        return True
    return verb.endswith("t") and (verb in STEMS or verb[:-1] in STEMS or _separable(verb))


def is_of_second_person(verb: str) -> bool:
    return verb in SECOND_PERSON or verb.removeprefix("af") in SECOND_PERSON


def is_of_others(verb: str) -> bool:
    """A form that never goes with je: is, heeft, zijn."""
    return verb in THIRD_OR_PLURAL


def is_giving(verb: str) -> bool:
    return verb in GIVING


@lru_cache(maxsize=20_000)
def is_infinitive(word: str) -> bool:
    """``aanvragen`` as well: with a particle in front."""
    return any(form in _infinitives() for form in _without_particle(word))


@lru_cache(maxsize=20_000)
def is_participle(word: str) -> bool:
    for form in _without_particle(word):
        if form in STRONG_PARTICIPLES:
            return True
        core = form.removeprefix("ge")
        if core != form and core.endswith(("d", "t")) and (core in STEMS or core[:-1] in STEMS):
            return True
        if core != form and form.endswith("en") and core in _infinitives():
            return True
        if core != form and form.endswith("en") and form in STRONG:
            return True
        is_weak = form.startswith(("be", "ver", "ont", "her", "er")) and form.endswith(("d", "t"))
        if is_weak and (form[:-1] in STEMS or (form in STEMS and form.endswith("d"))):
            return True
    return False


def _without_particle(word: str) -> list[str]:
    rest = (word.removeprefix(p) for p in PARTICLES if word.startswith(p))
    return [word, *(form for form in rest if len(form) > 3)]


def _separable(verb: str) -> bool:
    """``aanvraagt`` of vraag aan."""
    return any(form[:-1] in STEMS or form in STEMS for form in _without_particle(verb)[1:])


@lru_cache(maxsize=1)
def _infinitives() -> frozenset[str]:
    irregular = "kunnen willen zullen mogen moeten hebben zijn worden gaan staan doen zien slaan "
    return frozenset(irregular.split()) | {form for stem in STEMS for form in infinitives_of(stem)}


def infinitives_of(stem: str) -> list[str]:
    """The ways in which the infinitive of a stem can be spelled; one of them is right."""
    if stem[-1] in "aeiou":
        return [f"{stem}n", f"{stem}en"]
    long = stem[:-2] + stem[-1] if len(stem) > 2 and stem[-3:-2] == stem[-2:-1] else stem
    last = {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    return [f"{stem}en", f"{long}en", f"{stem}{stem[-1]}en", f"{long[:-1]}{last}en"]


@lru_cache(maxsize=20_000)
def _looks_like_stem(verb: str) -> bool:
    """A verb that the table does not have: its form with t and its infinitive are both in use."""
    words = get_frequency_dict("nl")
    if len(verb) < 4 or f"{verb}t" not in words or verb[-1] in "aeiout":
        return False
    return any(words.get(form, 0.0) > 1e-6 for form in infinitives_of(verb))
