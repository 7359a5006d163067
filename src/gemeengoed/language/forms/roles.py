# SPDX-License-Identifier: EUPL-1.2
"""What one je is: subject, object, reflexive or possessive; or nobody can say."""

from dataclasses import dataclass
from enum import StrEnum

from gemeengoed.language.forms import verbs, words
from gemeengoed.language.forms.tokens import Around


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
    why: str = ""  # of unsure: what could not be decided


def unsure(why: str) -> Found:
    return Found(Role.UNSURE, why)


def role_of(around: Around) -> Found:
    """The role of the je at this place."""
    if _nothing_to_own_follows(around):
        return _of_person(around)
    return _before_a_noun(around)


def _nothing_to_own_follows(around: Around) -> bool:
    """Whether what follows is no noun, and no adjective with a noun behind it."""
    follows = around.word(1)
    if follows == "{}":
        return False
    if not (follows[:1].isalnum() or follows[:1] in "'’"):
        return True
    if follows in words.NUMBERS:
        return around.word(-1) in words.SUBORDINATORS or verbs.with_u(around.word(-1)) is not None
    if follows in words.PRONOUNS or words.is_small(follows) or follows.isdigit():
        return follows != "eigen"
    if verbs.is_infinitive(follows) or verbs.is_participle(follows):
        return not _is_noun_here(around)
    if around.word(-1) in words.PREPOSITIONS and around.word(-1) != "om":
        return follows not in words.NOUNS and _is_finite(follows)
    return _may_be_subject_before(around) and verbs.follows_je(follows)


def _is_finite(word: str) -> bool:
    return verbs.follows_je(word) or verbs.is_of_others(word)


def _is_noun_here(around: Around) -> bool:
    """``vragen`` and ``plannen`` are nouns too; more follows on a participle that is an adjective."""
    return around.word(1) in words.NOUNS


def _may_be_subject_before(around: Around) -> bool:
    before = around.word(-1)
    return (
        around.begins_clause()
        or before in words.SUBORDINATORS
        or before in words.COORDINATORS
        or around.word(-2) in ("welke", "welk", "hoeveel", "wiens")
    )


# --- nothing to own: subject, object or reflexive --------------------------------------------


def _of_person(around: Around) -> Found:
    before = around.word(-1)
    if before == "je" or before == "jij":
        return Found(Role.REFLEXIVE)
    if before in words.OTHER_SUBJECTS or before in ("{}", "er", "het"):
        return _object_or_reflexive(around)
    if around.begins_sentence() or before in words.SUBORDINATORS:
        return Found(Role.SUBJECT)
    if around.word(-2) in ("welke", "welk", "hoeveel"):
        return Found(Role.SUBJECT)
    if before in words.PREPOSITIONS and before not in ("om", "door", "over"):
        return Found(Role.OBJECT)
    changed = verbs.with_u(before)
    if changed is not None:
        return _behind_verb(around, changed)
    if (around.begins_clause() or before in words.COORDINATORS) and verbs.follows_je(
        around.word(1)
    ):
        return Found(Role.SUBJECT)
    return _object_or_reflexive(around)


def _object_or_reflexive(around: Around) -> Found:
    """Reflexive where the clause has je as its subject already: je meldt je."""
    before = around.clause_before()
    for at in range(len(before) - 1, -1, -1):
        word = before[at]
        if word in words.OTHER_SUBJECTS:
            return Found(Role.OBJECT)
        if word in ("je", "jij"):
            return Found(Role.REFLEXIVE)
    return Found(Role.OBJECT)


def _behind_verb(around: Around, changed: str) -> Found:
    """Subject of the verb before it, or object of a command or of somebody else's act."""
    verb = around.word(-1)
    if around.word(-2) in words.OTHER_SUBJECTS:
        return Found(Role.OBJECT)
    if changed == verb:
        return Found(Role.SUBJECT)
    if verb in ("kan", "wil", "zal") and not around.begins_clause(-1):
        return _behind_loose_verb(around)
    if not verbs.may_command_reflexively(verb):
        return Found(Role.INVERTED)
    if around.word(1) in ("het", "dat", "dit", "ze", "deze"):
        return Found(Role.INVERTED)
    if around.begins_sentence(-1):
        return _first_in_sentence(around, verb)
    if around.begins_clause(-1):
        return _after_a_comma(around, verb)
    if around.word(-2) in words.COORDINATORS:
        return _chained(around, verb)
    return Found(Role.INVERTED)


def _behind_loose_verb(around: Around) -> Found:
    """``Een collega kan je helpen`` against ``Dan kan je komen``."""
    before = around.clause_before()[:-1]
    if before[-1:] and before[-1] in words.ACTORS:
        return Found(Role.OBJECT)
    if words.is_small(before[0] if before else "") and before[0] not in ("de", "het", "een"):
        return Found(Role.INVERTED)
    return unsure("who can, and whom?")


def _first_in_sentence(around: Around, verb: str) -> Found:
    """A question or a condition has a subject; else it is a command, where it can be one."""
    if around.is_question() or not verbs.may_command(verb) or _is_condition(around):
        return Found(Role.INVERTED)
    return Found(Role.OBJECT)


def _is_condition(around: Around) -> bool:
    """``Kom je uit het buitenland, dan …``"""
    rest = around.sentence_from(1)
    for at, word in enumerate(rest[:-1]):
        if word == "," and (rest[at + 1] == "dan" or _is_verb(rest[at + 1])):
            return True
    return False


def _is_verb(word: str) -> bool:
    return verbs.with_u(word) is not None or verbs.is_of_others(word)


def _after_a_comma(around: Around, verb: str) -> Found:
    """``Als je verhuist, meld je dat``: a main clause behind another one."""
    before = around.sentence_before()[:-1]
    if before and before[0] in words.SUBORDINATORS or not verbs.may_command(verb):
        return Found(Role.INVERTED)
    if around.is_question():
        return Found(Role.INVERTED)
    return unsure(f"is {verb!r} a command here?")


def _chained(around: Around, verb: str) -> Found:
    """``Ga langs en meld je`` commands, ``Woon je samen en heb je`` asks."""
    if not verbs.may_command(verb) or around.is_question():
        return Found(Role.INVERTED)
    first = next((word for word in around.sentence_before() if word[:1].isalpha()), "")
    if verbs.with_u(first) and verbs.may_command(first):
        return Found(Role.OBJECT)
    return unsure(f"is {verb!r} a command here?")


# --- a noun follows --------------------------------------------------------------------------


def _before_a_noun(around: Around) -> Found:
    before = around.word(-1)
    owned = _owned(around)
    if before in words.PREPOSITIONS or before == "je" or before == "jij":
        return Found(Role.POSSESSIVE)
    if around.begins_sentence():
        return Found(Role.POSSESSIVE)
    if before in words.SUBORDINATORS:
        return _in_subordinate(around)
    if before in words.OTHER_SUBJECTS:
        return Found(Role.POSSESSIVE) if owned not in words.MASS else unsure("whose is it?")
    changed = verbs.with_u(before)
    if changed is None or verbs.is_of_others(before):
        return _behind_other_word(around)
    if changed == before or before in ("kan", "zal"):
        return _behind_same_verb(around)
    return _behind_changing_verb(around)


def _owned(around: Around) -> str:
    """The noun: the first word behind je that is no adjective with e, roughly."""
    follows = around.clause_after()
    if len(follows) > 1 and follows[0].endswith("e") and follows[0] not in words.COUNTED:
        if not words.is_small(follows[1]) and follows[1] != "{}":
            return follows[1]
    return follows[0] if follows else ""


def _in_subordinate(around: Around) -> Found:
    """``als je hulp nodig hebt`` against ``als je paspoort kwijt is``: the verb decides."""
    if around.word(-1) == "of" and around.word(-2) in ("je", "jij", "jou", "u"):
        return Found(Role.POSSESSIVE)
    after = around.clause_after()
    owned = _owned(around)
    mine = [word for word in after if verbs.is_of_second_person(word)]
    others = [word for word in after if verbs.is_of_others(word)]
    if mine and not others:
        return Found(Role.SUBJECT)
    if others and not mine:
        return Found(Role.POSSESSIVE)
    if around.word(-1) in ("of", "als", "dan") and not any(_is_finite(word) for word in after):
        return Found(Role.POSSESSIVE)
    if owned in words.COUNTED and not mine:
        return Found(Role.POSSESSIVE)
    if not mine and (owned in words.MASS or words.is_plural(owned)):
        if after and verbs.follows_je(after[-1]) and not after[-1].endswith("en"):
            return Found(Role.SUBJECT)
    return unsure("subject, or whose?")


def _behind_other_word(around: Around) -> Found:
    before = around.word(-1)
    owned = _owned(around)
    if verbs.is_giving(before) and (owned in words.MASS or words.is_plural(owned)):
        return unsure("to whom, or whose?")
    return Found(Role.POSSESSIVE)


def _behind_same_verb(around: Around) -> Found:
    """Behind mag, moet or had: only a thing that is counted must be somebody's."""
    owned = _owned(around)
    if around.word(-2) in words.OTHER_SUBJECTS or owned in words.COUNTED:
        return Found(Role.POSSESSIVE)
    after = around.clause_after()
    is_acted = bool(after) and verbs.is_infinitive(after[-1])
    if owned in words.MASS and is_acted and around.word(-1) not in ("kan", "zal"):
        return Found(Role.SUBJECT)
    return unsure("subject, or whose?")


def _behind_changing_verb(around: Around) -> Found:
    """``Heb je kinderen?`` has a subject, ``Geef je adres door`` commands."""
    verb = around.word(-1)
    if around.word(-2) in words.OTHER_SUBJECTS:
        return unsure("to whom, or whose?") if verbs.is_giving(verb) else Found(Role.POSSESSIVE)
    if not verbs.may_command(verb):
        return Found(Role.INVERTED)
    if around.begins_sentence(-1):
        if around.is_question() or _is_condition(around):
            return Found(Role.INVERTED)
        return Found(Role.POSSESSIVE)
    if around.begins_clause(-1) or around.word(-2) in words.COORDINATORS:
        first = next((word for word in around.sentence_before() if word[:1].isalpha()), "")
        commands = verbs.with_u(first) is not None and verbs.may_command(first)
        if commands and not around.is_question():
            return Found(Role.POSSESSIVE)
        return unsure(f"is {verb!r} a command here?")
    if _owned(around) in words.COUNTED:
        return Found(Role.POSSESSIVE) if around.word(-2) == "dan" else unsure("subject, or whose?")
    return Found(Role.INVERTED)
