# SPDX-License-Identifier: EUPL-1.2
"""je/u and Markdown in templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

register = template.Library()

# "js-default" without HTML: whatever a text holds, no markup of its own gets through.
_markdown = MarkdownIt("js-default", {"html": False, "linkify": False, "breaks": True}).disable(
    ["image", "table", "heading", "code", "fence", "html_block", "lheading"]
)


@register.filter
def markdown(text: str) -> SafeString:
    """The small subset of docs/packs.md as HTML: paragraphs, lists, bold, links."""
    return mark_safe(_markdown.render(text))  # noqa: S308 (made from text without HTML)


@register.filter
def jeu(form: str, forms: str) -> str:
    """``{{ form|jeu:"je|u" }}``: the words in the municipality's form of address."""
    je, u = forms.split("|")
    return je if form == "je" else u
