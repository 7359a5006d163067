# SPDX-License-Identifier: EUPL-1.2
"""A text without the characters that nobody sees.

They turn text around on the screen of a colleague, hide words inside words, or look like an empty
message. Two kinds stay where a script or an emoji needs them: joiners and variants.
"""

import re
import unicodedata

# Cs are lone surrogates: PostgreSQL cannot store them, and no resident typed them.
_NEVER = ("Cc", "Cf", "Cs", "Cn", "Co")
_JOINERS = "\u200c\u200d"
# Of category Cf, and yet seen: signs before a number in Arabic, Syriac and Kaithi.
_SEEN = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
# Of other categories, and yet not seen (Unicode: Default_Ignorable_Code_Point): fillers of Hangul,
# vowels of Khmer that are not written, and all variants but those that say "as text", "as emoji".
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0d\U000e0100-\U000e01ef]"
)
_BLANK = "\u2800"  # a braille cell without dots
# A joiner stands between two letters or signs that are not ASCII, and once is enough.
_JOINED = r"[^\x00-\x7f\s\d\u200c\u200d]"
_JOINING = re.compile(rf"(?<={_JOINED})([{_JOINERS}])[{_JOINERS}]*(?={_JOINED})|[{_JOINERS}]+")
# A variant follows a sign that is not ASCII, or makes a key of a digit: 1️⃣.
_STYLE = re.compile(
    rf"(?<=[^\x00-\x7f\s{_JOINERS}\ufe0e\ufe0f])([\ufe0e\ufe0f])[\ufe0e\ufe0f]*"
    "|(?<=[0-9#*])(\ufe0f)(?=\u20e3)|[\ufe0e\ufe0f]+"
)


def visible(text: str) -> str:
    """The text without what cannot be seen and without blanks around it.

    Line ends (as ``\\n``) and tabs stay as white space.
    """
    text = text.replace("\r\n", "\n")
    if not text.isascii() or not text.isprintable():
        text = "".join(character for character in text if _is_kept(character))
        text = _UNSEEN.sub("", text).replace(_BLANK, " ")
        text = _JOINING.sub(r"\1", _STYLE.sub(r"\1\2", text))
    return text.strip()


def _is_kept(character: str) -> bool:
    if character in "\n\t" or character in _JOINERS or character in _SEEN:
        return True
    return unicodedata.category(character) not in _NEVER
