# SPDX-License-Identifier: EUPL-1.2
"""A text as words and signs with their places; what stands in braces is one sign."""

import re
from dataclasses import dataclass

from gemeengoed.language.forms.words import CLAUSE_OPENERS

_TOKEN = re.compile(
    r"(?P<skip>\]\([^)]*\)|https?://\S+|\S+@\S+\.\w+)"
    r"|(?P<brace>\{\{|\}\}|\{[^{}]*\})"
    r"|(?P<word>[^\W_]+(?:[’'.-][^\W_]+)*|['’]t\b)"
    r"|(?P<line>\n\s*(?:\n|[-*] |\d+\. ))"
    r"|(?P<sign>[.!?;:,()\"“”„–—])"
)
_ENDS = '.!?;:\n"“”„–—'


@dataclass(frozen=True, slots=True)
class Token:
    """lower: the word in lower case, the sign itself, ``{}`` for what stands in braces."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.lower[:1].isalnum() or self.lower[:1] in "'’"

    @property
    def ends_clause(self) -> bool:
        return self.lower in (",", "(", ")") or self.ends_sentence

    @property
    def ends_sentence(self) -> bool:
        return self.lower != "" and self.lower in _ENDS


def tokens_of(text: str) -> list[Token]:
    """In order; addresses are left out, the words of a link are not."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "skip":
            continue
        word = match.group()
        lower = {"brace": "{}", "line": "\n"}.get(str(kind), word.lower())
        found.append(Token(word, lower, match.start(), match.end()))
    return found


@dataclass(frozen=True, slots=True)
class Around:
    """One token among the others; a place outside the text reads as the end of a sentence."""

    tokens: list[Token]
    at: int

    def word(self, offset: int) -> str:
        at = self.at + offset
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else "."

    def begins_sentence(self, offset: int = 0) -> bool:
        at = self.at + offset - 1
        return at < 0 or self.tokens[at].ends_sentence

    def begins_clause(self, offset: int = 0) -> bool:
        at = self.at + offset - 1
        return at < 0 or self.tokens[at].ends_clause

    def sentence_from(self, offset: int = 0) -> list[str]:
        """The words and signs from here to the end of the sentence, its last sign included."""
        rest: list[str] = []
        for token in self.tokens[max(0, self.at + offset) :]:
            rest.append(token.lower)
            if token.ends_sentence:
                break
        return rest

    def sentence_before(self) -> list[str]:
        before: list[str] = []
        for token in reversed(self.tokens[: self.at]):
            if token.ends_sentence:
                break
            before.append(token.lower)
        return before[::-1]

    def is_question(self) -> bool:
        return self.sentence_from()[-1:] == ["?"]

    def clause_after(self) -> list[str]:
        """The words after this one in its clause: up to a sign, or a word that begins another."""
        words: list[str] = []
        for word, token in zip(self.sentence_from(1), self.tokens[self.at + 1 :], strict=False):
            if token.ends_clause or word in CLAUSE_OPENERS - {"die", "dat", "wat", "of"}:
                break
            words.append(word)
        return words

    def clause_before(self) -> list[str]:
        """The words before this one in its clause, nearest last, the subordinator included."""
        words: list[str] = []
        for token in reversed(self.tokens[: self.at]):
            if token.ends_clause:
                break
            words.append(token.lower)
            if token.lower in CLAUSE_OPENERS:
                break
        return words[::-1]
