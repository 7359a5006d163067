# SPDX-License-Identifier: EUPL-1.2
"""Proposes the alternations for a text in the je-form. Where a rule does not decide, nothing."""

from dataclasses import dataclass

from gemeengoed.language.forms import verbs, words
from gemeengoed.language.forms.deciding import role_of
from gemeengoed.language.forms.following import is_noun
from gemeengoed.language.forms.roles import SUBJECT_OR_OWNER, Role
from gemeengoed.language.forms.tokens import Around, Token, tokens_of


@dataclass(frozen=True, slots=True)
class Unsure:
    """A place that is left as it was. start: offset in the text; why: for who looks at it."""

    start: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """marked: the text with alternations; unsure: the places without one, in order."""

    marked: str
    unsure: tuple[Unsure, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    je: str
    u: str


_FIXED = {"jou": "u", "jouw": "uw", "jezelf": "uzelf", "jijzelf": "uzelf", "jouwe": "uwe"}
_GREETINGS = {"alsjeblieft": "alstublieft"}
_WITH_ADVERB = ("ook", "dan", "nou", "nu", "zelf")


def propose(text: str) -> Proposal:
    """text: in the je-form; alternations and placeholders that it has already stay as they are."""
    tokens = tokens_of(text)
    changes: list[_Change] = []
    left: list[Unsure] = []
    for at, token in enumerate(tokens):
        if token.lower in words.PRONOUNS or token.lower in _GREETINGS:
            change = _of_pronoun(Around(tokens, at), token)
            if isinstance(change, Unsure):
                left.append(change)
            else:
                changes += change
    return Proposal(_marked(text, _joined(changes, text)), tuple(left))


def _of_pronoun(around: Around, token: Token) -> list[_Change] | Unsure:
    if token.lower in _GREETINGS:
        return [_changed(token, _GREETINGS[token.lower])]
    if token.lower in _FIXED:
        return [_changed(token, _FIXED[token.lower])]
    if token.lower == "jullie":
        return _several_readers(around, token)
    if token.lower == "jij":
        return _stressed_subject(around, token)
    found = role_of(around)
    match found.role:
        case Role.UNSURE:
            return _left(around, found.why)
        case Role.POSSESSIVE:
            return [_changed(token, "uw")]
        case Role.REFLEXIVE:
            return [_changed(token, "zich")]
        case Role.INVERTED:
            return _inverted(around, token)
        case Role.OBJECT:
            return [_changed(token, "u")]
        case _:
            return _subject(around, token)


def _several_readers(around: Around, token: Token) -> list[_Change] | Unsure:
    """Several readers become one: the verb goes from plural to singular."""
    before = verbs.of_plural_with_u(around.word(-1))
    follows = around.word(1)
    is_owned = is_noun(follows)
    if before is not None and around.word(-2) not in words.OTHER_SUBJECTS:
        if is_owned and around.word(-1) not in ("hebben", "willen", "gaan", "kunnen"):
            return _left(around, SUBJECT_OR_OWNER)
        return [_changed(around.tokens[around.at - 1], before), _changed(token, "u")]
    if around.begins_clause() and (after := verbs.of_plural_with_u(follows)) is not None:
        return [_changed(token, "u"), _changed(around.tokens[around.at + 1], after)]
    if around.word(-1) in words.CLAUSE_OPENERS:
        return _several_in_clause(around, token)
    return [_changed(token, "uw" if is_owned else "u")]


def _several_in_clause(around: Around, token: Token) -> list[_Change] | Unsure:
    clause = around.clause_after()
    for offset in range(len(clause), 0, -1):
        verb = verbs.of_plural_with_u(clause[offset - 1])
        if verb is not None:
            is_alone = offset == 1 or words.is_small(clause[0])
            if not is_alone:
                break
            return [_changed(token, "u"), _changed(around.tokens[around.at + offset], verb)]
    return _left(around, SUBJECT_OR_OWNER)


def _stressed_subject(around: Around, token: Token) -> list[_Change] | Unsure:
    verb = around.word(-1)
    if verb in _WITH_ADVERB and verbs.with_u(around.word(-2)) is not None:
        before = around.tokens[around.at - 2]
        return [*_verb(before), _changed(token, "u")]
    if verbs.with_u(verb) is not None and verb not in words.CLAUSE_OPENERS:
        return _inverted(around, token)
    return _subject(around, token)


def _inverted(around: Around, token: Token) -> list[_Change]:
    return [*_verb(around.tokens[around.at - 1]), _changed(token, "u")]


def _verb(token: Token) -> list[_Change]:
    changed = verbs.with_u(token.lower)
    return [] if changed in (None, token.lower) else [_changed(token, str(changed))]


_LOOSE = {"kan": "kunt", "wil": "wilt", "zal": "zult"}


def _subject(around: Around, token: Token) -> list[_Change]:
    """The subject, and its verb where that is one of the loose forms: je kan, als je dat wil."""
    changes = [_changed(token, "u")]
    before = around.word(-1)
    if around.at and before in _LOOSE and not around.begins_clause():
        return [_changed(around.tokens[around.at - 1], _LOOSE[before]), *changes]
    for offset, word in enumerate(around.clause_after(), 1):
        if word in words.OTHER_SUBJECTS or word in words.COORDINATORS:
            break
        if word in _LOOSE:
            changes.append(_changed(around.tokens[around.at + offset], _LOOSE[word]))
            break
    return changes


def _changed(token: Token, u: str) -> _Change:
    word = u[:1].upper() + u[1:] if token.text[:1].isupper() else u
    return _Change(token.start, token.end, token.text, word)


def _left(around: Around, why: str) -> Unsure:
    first = max(0, around.at - 3)
    piece = around.tokens[first : around.at + 4]
    return Unsure(around.tokens[around.at].start, " ".join(each.text for each in piece), why)


def _joined(changes: list[_Change], text: str) -> list[_Change]:
    """Changes that stand side by side become one: {kun je|kunt u}."""
    joined: list[_Change] = []
    for change in sorted(set(changes), key=lambda each: each.start):
        last = joined[-1] if joined else None
        if last is not None and text[last.end : change.start] in (" ", "\n"):
            joined[-1] = _Change(
                last.start, change.end, f"{last.je} {change.je}", f"{last.u} {change.u}"
            )
        else:
            joined.append(change)
    return joined


def _marked(text: str, changes: list[_Change]) -> str:
    pieces: list[str] = []
    at = 0
    for change in changes:
        pieces += [text[at : change.start], f"{{{change.je}|{change.u}}}"]
        at = change.end
    return "".join([*pieces, text[at:]])
