# SPDX-License-Identifier: EUPL-1.2
"""Looks for the signs of distress, the most urgent kind first."""

import re

from gemeengoed.language.distress import danger, harmless, suicide, violence
from gemeengoed.language.distress.pattern import beginnings_in, signs
from gemeengoed.language.distress.words import WORDS
from gemeengoed.language.normalising import plain
from gemeengoed.language.reading import Distress

_HARMLESS = signs(harmless.SOURCE, WORDS)
_SIGNS = (
    (Distress.DANGER, signs(danger.SOURCE, WORDS)),
    (Distress.SUICIDE, signs(suicide.SOURCE, WORDS)),
    (Distress.VIOLENCE, signs(violence.SOURCE, WORDS)),
)


# "kwil", "kzie": typed in haste, or as it is spoken.
_TOGETHER = re.compile(r"\b'?k ?(wil|wou|zie|kan|heb|ga|ben|word|weet|hoop|denk|mag|durf|spring)\b")


# "'n eind", "in 't leven": the short words written as they are said.
_SHORT = re.compile(r"(?<![\w'])'?([nt])(?![\w'])")
_FULL = {"n": "een", "t": "het"}


def notice(text: str) -> Distress | None:
    """The kind of distress that speaks from a text, or None. Never raises.

    Danger now goes before suicide, suicide before violence at home; the help texts name the
    other numbers too.
    """
    told = _TOGETHER.sub(r"ik \1", plain(text).text)
    told = _SHORT.sub(lambda short: _FULL[short[1]], told)
    beginnings = beginnings_in(told)
    left = _HARMLESS.blanked_from(told, beginnings)
    if left != told:
        beginnings = beginnings_in(left)
    for kind, kind_signs in _SIGNS:
        if kind_signs.any_in(left, beginnings):
            return kind
    return None
