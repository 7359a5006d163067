# SPDX-License-Identifier: EUPL-1.2
"""Hides numbers that must never be stored: BSN, bank account and card numbers.

A phone number, a date, a postcode and a reference number of our own stay readable.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from operator import mul
from unicodedata import digit

from stdnum import iban, luhn
from stdnum.nl import bsn

TOKENS = {
    "bsn": "[bsn verborgen]",
    "iban": "[rekeningnummer verborgen]",
    "kaart": "[kaartnummer verborgen]",
}
_GAP = r"[ .\-/\u00a0\u200b-\u200d\u2060\ufeff]"
_RUN = re.compile(rf"(?<![\w+])(?<![A-Za-z]-)\d(?:{_GAP}{{0,2}}\d){{7,39}}(?!\w)")
_GROUP = re.compile(r"\d+")
_IBAN = re.compile(rf"(?<!\w)[A-Za-z]{{2}}\d{{2}}(?:{_GAP}?[A-Za-z0-9]){{11,30}}")
_DUTCH_IBAN = re.compile(rf"(?<!\w)NL{_GAP}?\d\d{_GAP}?[A-Z]{{4}}(?:{_GAP}?\d){{10}}(?!\d)", re.I)
_CALLED_BSN = re.compile(
    r"(?:\bbsn|burger ?service ?(?:nummer|nr)|\bsofi)[^\d\n]{0,25}(?=\d)", re.IGNORECASE
)
_ISSUER = re.compile(r"4|5[0-9]|2[2-7]|3[4-8]|6[0-9]")
_YEAR_AND_NUMBER = re.compile(r"(?:19|20)\d\d\D+\d{5}\Z")
_BETWEEN = re.compile(r"\D+")
_TIMES_OF_BSN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_CARD_LENGTHS = range(13, 20)
_LENGTHS = (*reversed(_CARD_LENGTHS), 9, 8)  # of what is hidden, the longest first
# Numbers with all their digits, so that no part of one is taken for a BSN.
_PHONE = re.compile(
    rf"(?<![\w+])(?:(?:\+|00){_GAP}?31{_GAP}?(?:\(0\))?{_GAP}?[1-9](?:{_GAP}?\d){{8}}"
    rf"|\+\d(?:{_GAP}?\d){{7,13}}|0[1-9](?:{_GAP}?\d){{8}})(?!\d)"
)
_IBAN_LENGTHS = {  # of the countries whose accounts are seen here; ISO 13616
    "AD": 24, "AL": 28, "AT": 20, "BA": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24,
    "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21,
    "HU": 28, "IE": 22, "IL": 23, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21,
    "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MT": 31, "NL": 18, "NO": 15, "PK": 24, "PL": 28,
    "PT": 25, "RO": 24, "RS": 22, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TN": 24,
    "TR": 26, "UA": 29, "XK": 20,
}  # fmt: skip

Piece = tuple[int, int, str]  # start, end, kind


def mask(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with such numbers replaced by readable words, and the kinds that were found.

    Kinds: ``bsn`` (passes the elfproef, or is called a BSN), ``iban``, ``kaart`` (card number).
    """
    if not any(character.isdigit() for character in text):
        return text, ()
    hidden = list(_ibans(text))
    taken = _Spans([(s, e) for s, e, _ in hidden] + [m.span() for m in _PHONE.finditer(text)])
    hidden += [piece for piece in _digit_runs(text) if not taken.overlap(piece[0], piece[1])]
    hidden.sort()
    parts: list[str] = []
    position = 0
    for start, end, kind in hidden:
        parts += [text[position:start], TOKENS[kind]]
        position = end
    parts.append(text[position:])
    return "".join(parts), tuple(dict.fromkeys(kind for _, _, kind in hidden))


class _Spans:
    """Pieces of a text, and whether another piece touches one of them."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def overlap(self, start: int, end: int) -> bool:
        index = bisect_left(self._spans, (end, 0))
        return any(self._spans[i][1] > start for i in range(max(0, index - 3), index))


def _ibans(text: str) -> Iterator[Piece]:
    """Dutch account numbers even with a slip in them, foreign ones when their check is right."""
    found = [match.span() for match in _DUTCH_IBAN.finditer(text)]
    dutch = _Spans(found)
    for match in _IBAN.finditer(text):
        length = _IBAN_LENGTHS.get(match[0][:2].upper())
        if length is None or dutch.overlap(*match.span()):
            continue
        places = [i for i in range(*match.span()) if text[i].isalnum()][:length]
        if len(places) == length and iban.is_valid("".join(text[i] for i in places)):
            found.append((match.start(), places[-1] + 1))
    for start, end in found:
        yield start, end, "iban"


def _digit_runs(text: str) -> Iterator[Piece]:
    """BSN and card numbers inside runs of digits, however they are spaced."""
    called = {match.end() for match in _CALLED_BSN.finditer(text)}
    for match in _RUN.finditer(text):
        run = _Run(text, match)
        first = 0
        while first < len(run.spans):
            found = run.number_at(first, called)
            if found is None:
                first += 1
                continue
            last, kind = found
            yield run.spans[first][0], run.spans[last][1], kind
            first = last + 1


class _Run:
    """Groups of digits that follow each other."""

    def __init__(self, text: str, match: re.Match[str]) -> None:
        self._text = text
        written = match[0]
        self.digits = "".join(str(digit(c)) for c in written if c.isdigit())
        offset = match.start()
        groups = [group.span() for group in _GROUP.finditer(written)]
        self.spans = [(offset + start, offset + end) for start, end in groups]
        ends = list(accumulate(end - start for start, end in groups))
        self._starts = [0, *ends[:-1]]  # in digits
        told = [int(digit) for digit in self.digits]
        self._sums = [
            list(
                accumulate(
                    (_twice(n) if (place + odd) % 2 else n for place, n in enumerate(told, 1)),
                    initial=0,
                )
            )
            for odd in (0, 1)
        ]
        self._group_ending = {end: group for group, end in enumerate(ends)}

    def _adds_up(self, begin: int, end: int) -> bool:
        """By Luhn's rule: from the last digit back every second one counts double.

        A look at two sums, since in a list of figures a card could begin at each of them; stdnum
        is asked of those few that add up.
        """
        sums = self._sums[end % 2]
        return (sums[end] - sums[begin]) % 10 == 0

    def number_at(self, first: int, called: set[int]) -> tuple[int, str] | None:
        """The last group and the kind of the number to hide that begins with this group.

        called: the places where the words before it say that a BSN follows.
        """
        begin = self._starts[first]
        for length in _LENGTHS:
            last = self._group_ending.get(begin + length)
            if last is None:
                continue
            digits = self.digits[begin : begin + length]
            start, end = self.spans[first][0], self.spans[last][1]
            if length in _CARD_LENGTHS:
                if self._adds_up(begin, begin + length) and _is_card(digits):
                    return last, "kaart"
            elif start in called or _is_bsn(digits, self._text[start:end]):
                return last, "bsn"
        return None


def _twice(figure: int) -> int:
    return 2 * figure - 9 if figure > 4 else 2 * figure


def _is_card(digits: str) -> bool:
    return bool(_ISSUER.match(digits)) and bool(luhn.is_valid(digits))


# Before stdnum is asked, for the same reason.
def _adds_up_to_eleven(digits: str) -> bool:
    return bool(sum(map(mul, map(int, digits), _TIMES_OF_BSN)) % 11 == 0)


def _is_bsn(digits: str, written: str) -> bool:
    """Nine digits that pass the elfproef and are no year or date with a number after it."""
    if len(digits) != 9 or not _adds_up_to_eleven(digits) or not bsn.is_valid(digits):
        return False
    return not _YEAR_AND_NUMBER.match(written) and len(set(_BETWEEN.findall(written))) <= 1
