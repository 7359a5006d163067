# SPDX-License-Identifier: EUPL-1.2
"""Rules that every text must keep, in both forms. What each refuses stands in docs/packs.md."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gemeengoed.content.errors import Place
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.text import Text
from gemeengoed.content.topic import MAXIMUM_WORDS, Allowed
from gemeengoed.language.forms.agreement import misfits
from gemeengoed.language.phrase import JE, Alternation, Phrase

_LETTERS_AROUND = r"(?<![\w.'’-]){}(?![\w'’-]|\.\w)"
_JE = re.compile(_LETTERS_AROUND.format("(?:je|jij|jou|jouw|jullie|jezelf|jijzelf)"), re.IGNORECASE)
_U = re.compile(_LETTERS_AROUND.format("(?:u|uw|uzelf)"), re.IGNORECASE)
_AMOUNT = re.compile(r"€\s*\d|\b\d+(?:[.,]\d+)*\s*euro\b", re.IGNORECASE)
_PHONE = re.compile(r"\b0[1-9][\d -]{6,}\d|\b0[89]00[ -]?\d+|\b14 ?0\d{2,3}\b|\b11[23]\b")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_TARGET = re.compile(r"(?:https://[^\s.]+\.\S+|tel:\+?[\d-]+|mailto:\S+@\S+|§[a-z_.]+)\Z")


@dataclass(frozen=True, slots=True)
class Rules:
    """What one text may use. allowed: words that are no fault in this text."""

    placeholders: frozenset[str]
    hidden: frozenset[str] = frozenset()  # fields that exist, but are not to be shown
    allowed: tuple[Allowed, ...] = ()
    maximum_words: int | None = None


BLOCK_WORDS = MAXIMUM_WORDS


def lint(text: Text, rules: Rules, faults: Faults) -> None:
    """Every fault of one text."""
    place = text.place
    for name in sorted(text.phrase.placeholders - rules.placeholders):
        if name in rules.hidden:
            hint = "use `when` to choose between two blocks"
            faults.add(place, f"{{{name}}} is a choice and cannot be shown in a text", hint)
        else:
            hint = "declare it as a field, or mend the name"
            faults.add(place, f"unknown placeholder {{{name}}}", hint)
    _lint_forms(text.phrase, rules.allowed, place, faults)
    _lint_agreement(text.phrase, place, faults)
    plain = _without(_plain(text.phrase), rules.allowed)
    _lint_figures(plain, place, faults)
    _lint_links(plain, place, faults)
    words = len(plain.split())
    if rules.maximum_words is not None and words > rules.maximum_words:
        hint = "leave something out, or make two blocks"
        faults.add(place, f"{words} words, at most {rules.maximum_words} are allowed", hint)


def lint_label(label: str, place: Place, faults: Faults) -> None:
    """A label becomes a button: it has no pronoun."""
    if _JE.search(label) or _U.search(label):
        faults.add(place, f"the label {label!r} has a pronoun", "write it without je or u")


def _lint_forms(phrase: Phrase, allowed: Iterable[Allowed], place: Place, faults: Faults) -> None:
    literals = [s for s in phrase.segments if isinstance(s, str)]
    bare = _without("\n".join(literals), allowed)
    for found in (*_JE.finditer(bare), *_U.finditer(bare)):
        hint = "write {je-vorm|u-vorm}, with the verb where it differs, or allow it with a reason"
        faults.add(place, f"{found.group()!r} stands outside an alternation", hint)
    for segment in phrase.segments:
        if isinstance(segment, Alternation):
            shown = f"{{{segment.je}|{segment.u}}}"
            if _U.search(segment.je):
                faults.add(place, f"the je side of {shown} has u or uw", "the je side comes first")
            if _JE.search(segment.u):
                faults.add(place, f"the u side of {shown} has je", "the u side comes second")


def _lint_agreement(phrase: Phrase, place: Place, faults: Faults) -> None:
    for misfit in misfits(phrase):
        message = f"in the {misfit.form}-form {misfit.found!r} do not go together"
        faults.add(place, message, f"write {misfit.better!r} on the {misfit.form} side")


def _lint_figures(plain: str, place: Place, faults: Faults) -> None:
    for found in _AMOUNT.finditer(plain):
        hint = "make it a field of type money"
        faults.add(place, f"an amount is typed in the text: {found.group()!r}", hint)
    for found in _PHONE.finditer(plain):
        hint = "make it a field of type phone, or allow it with a reason"
        faults.add(place, f"a phone number is typed in the text: {found.group()!r}", hint)


def _lint_links(plain: str, place: Place, faults: Faults) -> None:
    for words, target in _LINK.findall(plain):
        if not words.strip():
            faults.add(place, f"the link to {target!r} has no words", "say where it leads")
        if not _TARGET.match(target):
            hint = "https://…, tel:… or mailto:…"
            faults.add(place, f"{target!r} is no address to link to", hint)


def _plain(phrase: Phrase) -> str:
    """The je-form, with a mark that is no word of Dutch for each placeholder."""
    return phrase.render(JE, {name: f"§{name}" for name in phrase.placeholders})


def _without(text: str, allowed: Iterable[Allowed]) -> str:
    for exception in allowed:
        text = text.replace(exception.text, "")
    return text
