# SPDX-License-Identifier: EUPL-1.2
"""Ways to reach somebody, and the licence plate of a car."""

import re
from collections.abc import Iterator
from itertools import islice

import phonenumbers

from gemeengoed.language.values.found import COUNTED, Found, Message

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w@])")
_MAY_BE_EMAIL = re.compile(r"@|apenstaart|[(\[]at[)\]]")
# Spoken, or with spaces: "jan @ gmail.com", "jan apenstaartje gmail punt com".
_EMAIL_SPOKEN = re.compile(
    r"(?<![\w.+-])([\w.+-]{1,64}) ?(?:@|\bapenstaart(?:je)?\b|\(at\)|\[at\]) ?"
    r"([a-z0-9-]{1,63}(?:(?:\.| punt )[a-z0-9-]{1,63}){0,2}(?:\.| punt )[a-z]{2,10})(?![\w@])"
)
_PHONE = re.compile(r"(?<![\w+])(?:\+|00)?\d(?:[ ()\-./]{0,3}\d){7,14}(?!\w)")
_DUTCH_DIGITS = 9  # without the 0
_MOST_PHONES = 10  # rows of digits that are looked at: who pastes a table tells no number to call
# Series of licence plates (sidecodes 1-14 of the RDW), in letters (x) and digits (9).
_SERIES = [
    "xx-99-99", "99-99-xx", "99-xx-99", "xx-99-xx", "xx-xx-99", "99-xx-xx", "99-xxx-9",
    "9-xxx-99", "xx-999-x", "x-999-xx", "xxx-99-x", "x-99-xxx", "9-xx-999", "999-xx-9",
]  # fmt: skip
_LIKE_POSTCODE = ("xx-99-99", "99-99-xx")  # only with dashes, or where a plate is spoken of


def _series(mask: str, gap: str) -> str:
    groups = mask.split("-")
    return gap.join(f"[a-z]{{{len(g)}}}" if g[0] == "x" else rf"\d{{{len(g)}}}" for g in groups)


_DASHED = re.compile(rf"(?<![\w-])(?:{'|'.join(_series(m, '-') for m in _SERIES)})(?![\w-])")
_JOINED = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(_series(m, "") for m in _SERIES if m not in _LIKE_POSTCODE)
    + r")(?![\w-])"
)
_SPACED = re.compile(
    rf"(?<![\w.,-])(?!\d+ ?{COUNTED})(?:{'|'.join(_series(m, '[ -]?') for m in _SERIES)})(?![\w-])"
)
_PLATE_SPOKEN_OF = re.compile(r"kenteken|nummerplaat|nummerbord")


def emails(message: Message) -> Iterator[Found]:
    """email, in lower case."""
    if not _MAY_BE_EMAIL.search(message.text):
        return
    for match in _EMAIL.finditer(message.text):
        address = match[0].rstrip(".-")
        yield Found("email", address, match.start(), match.start() + len(address))
    for match in _EMAIL_SPOKEN.finditer(message.text):
        domain = match[2].replace(" punt ", ".")
        yield Found("email", f"{match[1]}@{domain}", match.start(), match.end())


def phones(message: Message) -> Iterator[Found]:
    """telefoon, as E.164; without a country it is a Dutch number."""
    for match in islice(_PHONE.finditer(message.text), _MOST_PHONES):
        try:
            parsed = phonenumbers.parse(match[0], "NL")
        except phonenumbers.NumberParseException:
            continue
        national = str(parsed.national_number)
        dutch = parsed.country_code == 31 and len(national) == _DUTCH_DIGITS
        begins_right = match[0].lstrip("(")[0] in "0+" or message.expected in ("phone", "contact")
        abroad = match[0][0] == "+" and phonenumbers.is_possible_number(parsed)
        if begins_right and (dutch or abroad or phonenumbers.is_valid_number(parsed)):
            told = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
            yield Found("telefoon", told, match.start(), match.end())


def plates(message: Message) -> Iterator[Found]:
    """kenteken, in capitals without dashes."""
    patterns = [_DASHED, _JOINED]
    if _PLATE_SPOKEN_OF.search(message.text):
        patterns.append(_SPACED)
    for pattern in patterns:
        for match in pattern.finditer(message.text):
            told = re.sub(r"[ -]", "", match[0]).upper()
            yield Found("kenteken", told, match.start(), match.end())
