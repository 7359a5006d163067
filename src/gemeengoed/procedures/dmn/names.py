# SPDX-License-Identifier: EUPL-1.2
"""Names of other people as names that a procedure can have: ``Full Name`` becomes full_name."""

import re
import unicodedata
from collections.abc import Container

_NO_NAME = "feit"


def plain_name(text: str, taken: Container[str], between: str = "_") -> str:
    """Letters a-z, digits and ``between``, beginning with a letter; unlike the names taken."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", between, bare).strip(between)
    if not name[:1].isalpha():
        name = f"{_NO_NAME}{between}{name}".rstrip(between)
    number, wanted = 2, name
    while wanted in taken:
        wanted, number = f"{name}{between}{number}", number + 1
    return wanted
