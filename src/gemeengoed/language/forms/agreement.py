# SPDX-License-Identifier: EUPL-1.2
"""Verb forms of a marked text that do not fit je or u: ``{Kun je|Kun u}``, ``{je|u} heb``.

Only what is wrong for certain is told. The marks tell where je and u stand as the reader; what
another subject does (``wij bellen {je|u}``) is nobody's business here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gemeengoed.language.forms import verb_table, verbs, words
from gemeengoed.language.forms.following import is_noun
from gemeengoed.language.forms.tokens import Around, tokens_of
from gemeengoed.language.phrase import JE, Alternation, Phrase, Placeholder, U

_NEVER_BEFORE_JE = frozenset({"kunt", "hebt", "bent", "wilt", "zult"})
_NEVER_AFTER = {"heb": "hebt", "ben": "bent", "kun": "kunt", "zul": "zult", "hou": "houdt"}
_BEGINNINGS = words.CLAUSE_OPENERS | words.COORDINATORS
_MODALS = ("kan", "wil", "zal")  # "u kan" is right too, only less formal


@dataclass(frozen=True, slots=True)
class Misfit:
    """found: the words that do not go together; better: those that do; form: je or u."""

    form: str
    found: str
    better: str


def misfits(phrase: Phrase) -> tuple[Misfit, ...]:
    """Those of the je-form, then those of the u-form."""
    found: dict[Misfit, None] = {}
    if not any(isinstance(segment, Alternation) for segment in phrase.segments):
        return ()
    for form in (JE, U):
        text, marked = _rendered(phrase, form)
        tokens = tokens_of(text)
        for at, token in enumerate(tokens):
            is_marked = any(start <= token.start < end for start, end in marked)
            if is_marked and token.lower == form:
                found |= dict.fromkeys(_of_reader(Around(tokens, at), form))
    return tuple(found)


def _rendered(phrase: Phrase, form: str) -> tuple[str, list[tuple[int, int]]]:
    """The text in one form, with where the alternations stand in it."""
    text = ""
    marked: list[tuple[int, int]] = []
    for segment in phrase.segments:
        if isinstance(segment, Alternation):
            side = segment.je if form == JE else segment.u
            marked.append((len(text), len(text) + len(side)))
            text += side
        elif isinstance(segment, Placeholder):
            text += f"{{{segment.name}}}"
        else:
            text += segment
    return text, marked


def _of_reader(around: Around, form: str) -> Iterator[Misfit]:
    before, follows = around.word(-1), around.word(1)
    if follows in _NEVER_AFTER and _stands_first(around):
        yield Misfit(form, f"{form} {follows}", f"{form} {_NEVER_AFTER[follows]}")
    if form == U:
        better = verbs.with_u(before) if verbs.is_in_table(before) else None
        if better not in (None, before) and _is_subject_of(around, before):
            yield Misfit(form, f"{before} u", f"{better} u")
    elif around.word(-2) == JE:
        return  # je kunt je
    elif before in _NEVER_BEFORE_JE:
        yield Misfit(form, f"{before} je", f"{verbs.before_je(before)} je")
    elif _asks_with_t(around, before):
        yield Misfit(form, f"{before} je", f"{before[:-1]} je")


def _stands_first(around: Around) -> bool:
    return around.begins_clause() or around.word(-1) in _BEGINNINGS


def _is_subject_of(around: Around, verb: str) -> bool:
    """Whether u is the subject of a verb before it that belongs to je."""
    clause = around.clause_before()[:-1]
    has_other = bool(words.OTHER_SUBJECTS & set(clause)) or (clause[-1:] and verb in _MODALS)
    is_noun_here = around.word(-2) in words.DETERMINERS | words.PREPOSITIONS
    begins = around.begins_clause(-1) or around.word(-2) in words.COORDINATORS
    is_worry = verb == "maak" and around.word(1) in ("geen", "niet")
    may_command = verbs.may_command_reflexively(verb) or is_worry
    is_command = begins and may_command and not around.is_question()
    is_noun_here = is_noun_here or (verb in words.NOUNS_LIKE_STEMS and not begins)
    return not (has_other or is_noun_here or is_command)


def _asks_with_t(around: Around, verb: str) -> bool:
    """``Vindt je het goed?``: first in a question, and no noun follows that somebody owns."""
    if not (around.begins_sentence(-1) and around.is_question()) or is_noun(around.word(1)):
        return False
    is_form = verb.endswith("t") and verb[:-1] in verb_table.STEMS and verb not in verb_table.STEMS
    return is_form and around.word(1) not in words.DETERMINERS - {"het"}
