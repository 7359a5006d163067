# SPDX-License-Identifier: EUPL-1.2
"""When two questions are the same: style, accents and signs make no difference. Pure."""

import re
from hashlib import sha256

from gemeengoed.language.normalising import plain

_WORD = re.compile(r"[^\W_]+")
_HIDDEN = re.compile(r"\[\w+ verborgen\]")


def key_of(text: str) -> str:
    """The same for the same words, 64 characters; empty for a text without words of its own."""
    words = _WORD.findall(_HIDDEN.sub(" ", plain(text).text))
    return sha256(" ".join(words).encode()).hexdigest() if words else ""
