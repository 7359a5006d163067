# SPDX-License-Identifier: EUPL-1.2
"""A text in the small Markdown of the packs, as sentences of words."""

import re
from dataclasses import dataclass

PLACEHOLDER = "§"  # stands before the name of a value that is filled in later

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_LINE_START = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(§]?[A-ZÀ-Þ§\d])")
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]\.|\b(?:nr|art|bijv|incl|excl|max|min|evt|mr|dr|st))\.?\Z")
_VALUE_AT_END = re.compile(r"§\S+\Z")  # a value that is a sentence ends without a sign
_WORD = re.compile(r"§[a-z_.]*[a-z_]|[^\W\d_](?:[\w’'-]*\w)?(?:\.\w+)*|\d[\d.,:]*\d|\d")


@dataclass(frozen=True, slots=True)
class Sentence:
    """words: as written, without signs; a value that is filled in is one word."""

    text: str
    words: tuple[str, ...]


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """A heading and each item of a list is a sentence of its own; addresses are left out."""
    bare = _ADDRESS.sub(PLACEHOLDER + "adres", _LINK.sub(r"\1", text)).replace("**", "")
    found: list[Sentence] = []
    for piece in _pieces(bare):
        for sentence in _split(piece):
            words = tuple(_WORD.findall(sentence))
            if words:
                found.append(Sentence(sentence, words))
    return tuple(found)


def _pieces(text: str) -> list[str]:
    """Paragraphs and items of lists; a line that only goes on belongs to the one before."""
    pieces: list[str] = []
    is_open = False
    for line in text.splitlines():
        if not line.strip():
            is_open = False
        elif _LINE_START.match(line):
            pieces.append(_LINE_START.sub("", line).strip())
            is_open = True
        elif is_open and not (_VALUE_AT_END.search(pieces[-1]) and line[:1].isupper()):
            pieces[-1] += " " + line.strip()
        else:
            pieces.append(line.strip())
            is_open = True
    return pieces


def _split(piece: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for end in _END.finditer(piece):
        if not _ABBREVIATED.search(piece[: end.start()]):
            parts.append(piece[start : end.start()].strip())
            start = end.end()
    return [*parts, piece[start:].strip()]
