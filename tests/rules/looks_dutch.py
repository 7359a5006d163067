# SPDX-License-Identifier: EUPL-1.2
"""Words in names that the measure takes for Dutch and that are not, by the reason why."""

from collections.abc import Mapping

_BY_REASON: Mapping[str, str] = {
    "an English word that Dutch uses more often": ("auto begin door folders lint loop schema stem"),
    "an English word that is rare in both languages": "autorefresh prefill initialise logits",
    "a name of Python or one of its libraries": (
        "asgi conftests csrf getitem httponly kwargs openapi popen pytest samesite"
        " subparsers templatetags traceback urlconf urlpatterns whitenoise"
    ),
    "a name of the operating system": "pdeathsig",
    "the name of a place": "amsterdam",
    "the plural of a word in the glossary": "bsns ibans",
}

NOT_DUTCH: Mapping[str, str] = {
    word: reason for reason, words in _BY_REASON.items() for word in words.split()
}
