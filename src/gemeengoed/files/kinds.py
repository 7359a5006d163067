# SPDX-License-Identifier: EUPL-1.2
"""What a file is, by its content, and what it may be called. Pure.

PDF, JPEG and PNG, because every colleague can open those. No HEIC: a telephone that makes it gives
JPEG where a page asks for that.
"""

import re
import unicodedata

import puremagic

HEAD = 4096  # bytes from which the kind can be told
MOST_OF_NAME = 80  # characters, without the ending
ENDINGS = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
_UNSAFE = re.compile(r'[\\/:*?"<>|]')
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")


def media_type_of(head: bytes) -> str | None:
    """One of ENDINGS, by the first bytes; None for anything else, whatever it is called."""
    try:
        matches = puremagic.magic_string(head)
    except ValueError:  # nothing in it, or nothing like it is known
        return None
    found = matches[0].mime_type if matches else ""
    return found if found in ENDINGS else None


def clean_name(given: str, media_type: str) -> str:
    """A name without path and without signs that are not seen or have a meaning elsewhere.

    Its ending is that of the content, so that it opens as what it is.
    """
    last = re.split(r"[\\/]", given)[-1]
    seen = "".join(each for each in last if not unicodedata.category(each).startswith("C"))
    bare = _ENDING.sub("", _UNSAFE.sub(" ", seen)).strip(" .")
    short = " ".join(bare.split())[:MOST_OF_NAME].strip(" .")
    return f"{short or 'bestand'}{ENDINGS[media_type]}"
