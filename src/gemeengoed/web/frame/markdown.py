# SPDX-License-Identifier: EUPL-1.2
"""The small Markdown of the packs as safe HTML: paragraphs, lists, bold, links. Never raw HTML."""

import re

from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

_BARE_ADDRESS = re.compile(r"(?<![(<\w/])https?://[^\s<>()\[\]]*[^\s<>()\[\].,:;!?\"']")
_AMOUNT = re.compile(r"€ (?=\d)")
_ALLOWED = re.compile(r"(https?://|tel:|mailto:)", re.IGNORECASE)

_RULES = ["list", "emphasis", "link", "autolink", "escape", "entity"]


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 (name of the library)
        return _ALLOWED.match(url) is not None


_parser = _Parser("zero", {"html": False}).enable(_RULES)


def to_html(text: str) -> SafeString:
    """The text as HTML. An address typed bare becomes a link; any other HTML is shown as typed.

    An amount stays on one line.
    """
    text = _AMOUNT.sub("€\u00a0", text)
    linked = _BARE_ADDRESS.sub(lambda found: f"<{found.group()}>", text)
    html: str = _parser.render(linked)
    # Safe: the parser escapes all HTML of the text, and links go to known schemes only.
    return SafeString(html)
