# SPDX-License-Identifier: EUPL-1.2
"""A je with nothing to own behind it: subject, object or reflexive."""

from gemeengoed.language.forms import verbs, words
from gemeengoed.language.forms.following import compares, is_condition
from gemeengoed.language.forms.roles import Found, Role, unsure
from gemeengoed.language.forms.tokens import Around


def role_of_person(around: Around) -> Found:
    before = around.word(-1)
    if before == "je" or before == "jij":
        return Found(Role.REFLEXIVE)
    if before in words.OTHER_SUBJECTS or before in ("{}", "er", "het"):
        return _object_or_reflexive(around)
    if around.begins_sentence() or before in words.CLAUSE_OPENERS:
        return Found(Role.SUBJECT)
    if around.word(-2) in ("welke", "welk", "hoeveel"):
        return Found(Role.SUBJECT)
    if verbs.is_of_second_person(around.word(1)) or (
        compares(around) and verbs.follows_je(around.word(1))
    ):
        return Found(Role.SUBJECT)
    if around.word(-2) in words.DETERMINERS:
        return _object_or_reflexive(around)
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
        if word in ("je", "jij", "jullie"):
            return Found(Role.REFLEXIVE)
    return Found(Role.OBJECT)


def _behind_verb(around: Around, changed: str) -> Found:
    """Subject of the verb before it, or object of a command or of somebody else's act."""
    verb = around.word(-1)
    if around.word(-2) in words.OTHER_SUBJECTS:
        return Found(Role.OBJECT)
    if around.word(-2) in ("je", "jij", "jullie"):
        return Found(Role.REFLEXIVE)
    if changed == verb:
        return Found(Role.SUBJECT)
    if verb in ("kan", "wil", "zal") and not around.begins_clause(-1):
        return _behind_loose_verb(around)
    is_worry = verb == "maak" and around.word(1) in ("geen", "niet")
    if not (verbs.may_command_reflexively(verb) or is_worry):
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
    return unsure("wie doet het, en wie overkomt het?")


def _first_in_sentence(around: Around, verb: str) -> Found:
    """A question or a condition has a subject; else it is a command, where it can be one."""
    if around.is_question() or not verbs.may_command(verb) or is_condition(around):
        return Found(Role.INVERTED)
    return Found(Role.OBJECT)


def _after_a_comma(around: Around, verb: str) -> Found:
    """``Als je verhuist, meld je dat``: a main clause behind another one."""
    before = around.sentence_before()[:-1]
    if (before and before[0] in words.CLAUSE_OPENERS) or not verbs.may_command(verb):
        return Found(Role.INVERTED)
    if around.is_question():
        return Found(Role.INVERTED)
    return unsure(f"is {verb!r} hier een opdracht?")


def _chained(around: Around, verb: str) -> Found:
    """``Ga langs en meld je`` commands, ``Woon je samen en heb je`` asks."""
    if not verbs.may_command(verb) or around.is_question():
        return Found(Role.INVERTED)
    first = next((word for word in around.sentence_before() if word[:1].isalpha()), "")
    if verbs.with_u(first) and verbs.may_command(first):
        return Found(Role.OBJECT)
    return unsure(f"is {verb!r} hier een opdracht?")
