# SPDX-License-Identifier: EUPL-1.2
"""What follows on a je, and in what kind of clause it stands."""

from gemeengoed.language.forms import verbs, words
from gemeengoed.language.forms.tokens import Around


def is_noun(word: str) -> bool:
    """A word that is none of the small ones and no verb that is known."""
    is_verb = verbs.is_infinitive(word) or verbs.is_participle(word) or is_finite(word)
    return word[:1].isalpha() and not words.is_small(word) and not is_verb


def nothing_to_own_follows(around: Around) -> bool:
    """Whether what follows is no noun, and no adjective with a noun behind it."""
    follows = around.word(1)
    if follows == "{}":
        return False
    if not (follows[:1].isalnum() or follows[:1] in "'’"):
        return True
    if follows in words.NUMBERS:
        return around.word(-1) in words.CLAUSE_OPENERS or verbs.with_u(around.word(-1)) is not None
    if follows in words.PRONOUNS or words.is_small(follows) or follows.isdigit():
        return follows != "eigen"
    if verbs.is_infinitive(follows) or verbs.is_participle(follows):
        return not _is_noun_here(around)
    if verbs.is_of_second_person(follows):
        return True
    if around.word(-1) in ("je", "jij"):
        return follows not in words.NOUNS and is_finite(follows)
    if compares(around):
        return verbs.follows_je(follows)
    if around.word(-1) in words.PREPOSITIONS and around.word(-1) != "om":
        return follows not in words.NOUNS and is_finite(follows)
    return _may_be_subject_before(around) and verbs.follows_je(follows)


def _is_noun_here(around: Around) -> bool:
    """``vragen`` and ``plannen`` are nouns as often as verbs."""
    return around.word(1) in words.NOUNS


def compares(around: Around) -> bool:
    """``hoe meer afval je scheidt``, ``welke stukken je nodig hebt``."""
    clause = around.clause_before()
    return len(clause) > 1 and clause[0] in ("hoe", "hoeveel", "welke", "welk")


def is_finite(word: str) -> bool:
    return verbs.follows_je(word) or verbs.is_of_others(word)


def _may_be_subject_before(around: Around) -> bool:
    before = around.word(-1)
    return (
        around.begins_clause()
        or before in words.CLAUSE_OPENERS
        or before in words.COORDINATORS
        or around.word(-2) in ("welke", "welk", "hoeveel", "wiens")
    )


def is_condition(around: Around) -> bool:
    """``Kom je uit het buitenland, dan …``"""
    rest = around.sentence_from(1)
    for at, word in enumerate(rest[:-1]):
        if word == "," and (rest[at + 1] == "dan" or _is_verb(rest[at + 1])):
            return True
    return False


def _is_verb(word: str) -> bool:
    return verbs.with_u(word) is not None or verbs.is_of_others(word)
