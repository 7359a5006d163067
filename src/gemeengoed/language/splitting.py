# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (an expression reads best on one line)
"""Cuts a message into the questions it holds. Whether they are two is for the reader to judge."""

import re

_ASK = (
    r"(?:wat|hoe|hoeveel|hoelang|waar|wanneer|wie|welke|waarom|kan|kunnen|kun|kunt|mag|moet|moeten|"
    r"is|zijn|heb|hebben|hebt|heeft|krijg|wil|wilt|zou|doen|halen|komt|komen|gaat|ik wil|ik moet|ik "
    r"zoek|ik heb|ik ben|wij willen|we willen|graag|hebben jullie|is er|zijn er|mijn|daarnaast|ook|"
    r"verder|nog een|en)"
)
_CUT = re.compile(
    rf"[?!.;\n]+(?!\d)\s*|(?:,|(?<![\s,]))\s+(?:en|maar|of) (?:ook |daarnaast |verder |dan |nog )?(?={_ASK}\b)|"
    rf",\s+(?:(?:ook|daarnaast|verder)\s+)?(?={_ASK}\b)"
)
_REQUEST = re.compile(
    r"\A\s*(?:en |maar |ook |of |dan |daarnaast |verder |ten tweede |tweede vraag:? )*"
    r"(?:wat|hoe\w*|waar\w*|wanneer|wie|welke|kan|kunnen|kun|kunt|mag|moet|moeten|is|zijn|heb|hebben|"
    r"hebt|heeft|krijg|ik wil|ik moet|ik zoek|ik zou|wil|wij willen|we willen|graag|doen|halen|"
    r"nodig)\b|\b(?:nodig|aanvragen|doorgeven|melden|regelen|verlengen|maken|weten|vraag)\b|\?\s*\Z"
)
# "Ik verhuis volgende week naar Kerkstraat 5": who says where to, wants it arranged.
_ANNOUNCED = re.compile(r"\bverhui(?:s|st|zen)\b[^.?!]*\bnaar\b")
MOST_PARTS = 6
MAX_LENGTH = 2_000

Span = tuple[int, int]


def pieces(text: str) -> list[Span]:
    """Pieces of a plain text that may each be a question, as places; one piece when it is whole."""
    text = text[:MAX_LENGTH]
    spans: list[Span] = []
    start = 0
    for match in _CUT.finditer(text):
        end = match.start() + (1 if text[match.start()] == "?" else 0)
        if text[start:end].strip():
            spans.append((start, end))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans[:MOST_PARTS]


def is_request(piece: str) -> bool:
    """Whether a piece asks for something, rather than tells a story."""
    return bool(_REQUEST.search(piece) or _ANNOUNCED.search(piece))
