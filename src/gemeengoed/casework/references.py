# SPDX-License-Identifier: EUPL-1.2
"""The number of an interne_taak, as a resident reads it out on the phone: WT-4827-1963.

Two consonants of the municipality's name, seven digits of chance and a check digit (Damm), so
that one wrong digit or two swapped ones are noticed. No vowel is a letter of it: an O or I cannot
be taken for a figure. Not a row number: nobody learns from it how many there are.
"""

import re
import secrets
import unicodedata

from stdnum import damm

_CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ"
_DIGITS = 7


def new_reference(municipality: str) -> str:
    """A number for a municipality of this name; the caller makes sure that it is free."""
    digits = f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"
    return _written(prefix(municipality), digits + str(damm.calc_check_digit(digits)))


def prefix(municipality: str) -> str:
    """The first two consonants of a name; X where it has too few."""
    plain = unicodedata.normalize("NFKD", municipality).upper()
    return "".join(letter for letter in plain if letter in _CONSONANTS)[:2].ljust(2, "X")


def read_reference(typed: str) -> str | None:
    """The number as it is stored, from what somebody typed; None when it cannot be right.

    Spaces, dashes and small letters do not matter.
    """
    plain = re.sub(r"[\s.\-–]", "", typed).upper()
    shape = re.fullmatch(rf"([{_CONSONANTS}]{{2}})([0-9]{{{_DIGITS + 1}}})", plain)
    if shape is None or not damm.is_valid(shape[2]):
        return None
    return _written(shape[1], shape[2])


def _written(letters: str, digits: str) -> str:
    return f"{letters}-{digits[:4]}-{digits[4:]}"
