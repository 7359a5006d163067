# SPDX-License-Identifier: EUPL-1.2
"""A je with a noun behind it: whose it is, or who does it."""

from gemeengoed.language.forms import verbs, words
from gemeengoed.language.forms.following import is_condition, is_finite
from gemeengoed.language.forms.roles import (
    RECEIVER_OR_OWNER,
    SUBJECT_OR_OWNER,
    Found,
    Role,
    unsure,
)
from gemeengoed.language.forms.tokens import Around


def role_before_noun(around: Around) -> Found:
    before = around.word(-1)
    owned = _owned(around)
    if before in words.PREPOSITIONS or before == "je" or before == "jij":
        return Found(Role.POSSESSIVE)
    if around.begins_sentence():
        is_item = before == "\n" or around.tokens[around.at].text == "je"
        if is_item and is_finite((["", *around.clause_after()])[-1]):
            return unsure(SUBJECT_OR_OWNER)  # an item that goes on with "als: …"
        return Found(Role.POSSESSIVE)
    if before in words.CLAUSE_OPENERS:
        return _in_subordinate(around)
    if before in words.OTHER_SUBJECTS:
        return Found(Role.POSSESSIVE) if owned not in words.MASS else unsure(RECEIVER_OR_OWNER)
    changed = verbs.with_u(before)
    if changed is None or verbs.is_of_others(before):
        return _behind_other_word(around)
    if changed == before or before in ("kan", "zal"):
        return _behind_same_verb(around)
    return _behind_changing_verb(around)


def _owned(around: Around) -> str:
    """The noun: the first word behind je that is no adjective with e, roughly."""
    follows = around.clause_after()
    is_adjective = len(follows) > 1 and follows[0].endswith("e") and follows[0] not in words.COUNTED
    if is_adjective and not words.is_small(follows[1]) and follows[1] != "{}":
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
    if around.word(-1) in ("of", "als", "dan") and not any(is_finite(word) for word in after):
        return Found(Role.POSSESSIVE)
    if owned in words.COUNTED and not mine:
        return Found(Role.POSSESSIVE)
    if not mine and (owned in words.MASS or words.is_plural(owned)):
        is_open = around.word(-1) in ("wie", "wat", "die", "dat")  # that may be the subject itself
        if not is_open and after and verbs.follows_je(after[-1]):
            return Found(Role.SUBJECT)
    return unsure(SUBJECT_OR_OWNER)


def _behind_other_word(around: Around) -> Found:
    before = around.word(-1)
    owned = _owned(around)
    if verbs.is_giving(before) and (owned in words.MASS or words.is_plural(owned)):
        return unsure(RECEIVER_OR_OWNER)
    return Found(Role.POSSESSIVE)


def _behind_same_verb(around: Around) -> Found:
    """Behind mag, moet or had: only a thing that is counted must be somebody's."""
    owned = _owned(around)
    if around.word(-2) in words.OTHER_SUBJECTS or owned in words.COUNTED:
        return Found(Role.POSSESSIVE)
    is_told = around.begins_sentence(-1) and not (around.is_question() or is_condition(around))
    if is_told and verbs.may_command(around.word(-1)):
        return Found(Role.POSSESSIVE)
    after = around.clause_after()
    is_acted = bool(after) and verbs.is_infinitive(after[-1])
    if owned in words.MASS and is_acted and around.word(-1) not in ("kan", "zal"):
        return Found(Role.SUBJECT)
    return unsure(SUBJECT_OR_OWNER)


def _behind_changing_verb(around: Around) -> Found:
    """``Heb je kinderen?`` has a subject, ``Geef je adres door`` commands."""
    verb = around.word(-1)
    if around.word(-2) in words.OTHER_SUBJECTS:
        return unsure(RECEIVER_OR_OWNER) if verbs.is_giving(verb) else Found(Role.POSSESSIVE)
    if not verbs.may_command(verb):
        return Found(Role.INVERTED)
    if around.begins_sentence(-1):
        if around.is_question() or is_condition(around):
            return Found(Role.INVERTED)
        return Found(Role.POSSESSIVE)
    if around.word(-2) in words.COORDINATORS and around.is_question():
        return Found(Role.INVERTED)
    if around.begins_clause(-1) or around.word(-2) in words.COORDINATORS:
        first = next((word for word in around.sentence_before() if word[:1].isalpha()), "")
        commands = verbs.with_u(first) is not None and verbs.may_command(first)
        if commands and not around.is_question():
            return Found(Role.POSSESSIVE)
        return unsure(f"is {verb!r} hier een opdracht?")
    if _owned(around) in words.COUNTED:
        return Found(Role.POSSESSIVE) if around.word(-2) == "dan" else unsure(SUBJECT_OR_OWNER)
    return Found(Role.INVERTED)
