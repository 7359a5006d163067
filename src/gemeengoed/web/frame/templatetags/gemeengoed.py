# SPDX-License-Identifier: EUPL-1.2
"""``{% load gemeengoed %}``: one text for je and u, Markdown, dates, marks and icons."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from gemeengoed.casework.telling import moment_in_words
from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.content.queries import edition_of
from gemeengoed.language.phrase import Phrase, U, parse
from gemeengoed.municipalities.theme import resolved
from gemeengoed.web.frame.markdown import to_html

register = template.Library()

_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_parse = lru_cache(maxsize=1000)(parse)


@register.simple_tag(takes_context=True)
def say(context: template.Context, text: str, **values: Any) -> SafeString:
    """A text of a screen, in the form of the municipality: ``{% say "{Heb je|Hebt u} vragen?" %}``.

    The markup is that of the packs; values fill its placeholders and are escaped.
    """
    municipality = context.get("municipality")
    form = municipality.form if municipality else U
    phrase: Phrase = _parse(text)
    words = phrase.render(form, {name: conditional_escape(value) for name, value in values.items()})
    # Safe: the text stands in a template, the values are escaped.
    return mark_safe(words)  # noqa: S308


@register.filter
def markdown(text: str) -> SafeString:
    """Markdown of the packs as HTML."""
    return to_html(text)


@register.filter
def iso_day(value: str) -> str:
    """``2026-11-02`` as 2 november 2026; anything else as it is."""
    try:
        return date_format(date.fromisoformat(value), "j F Y")
    except ValueError:
        return value


@register.filter
def iso_days(text: str) -> str:
    """A text with the ISO dates in it in words: ``tekst van 24 september 2026``."""
    return _ISO_DAY.sub(lambda found: iso_day(found.group()), text)


@register.filter
def iso_moment(value: str) -> str:
    """An ISO moment as ``maandag 23 november 2026 om 3.05 uur``."""
    return moment_in_words(datetime.fromisoformat(value))


@register.filter
def clock(value: str) -> str:
    """The time of day of an ISO moment: ``10.15``."""
    return date_format(datetime.fromisoformat(value), "H.i")


@register.filter
def dialled(phone: str) -> str:
    """A phone number as a tel: link wants it."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


@register.filter
def with_link(sentence: str, phone: str) -> SafeString:
    """The sentence, with the phone number in it as a link."""
    link = format_html('<a href="tel:{}">{}</a>', dialled(phone), phone)
    return format_html_join(link, "{}", ((part,) for part in sentence.split(phone)))


@register.simple_tag
def mark(slug: str) -> SafeString:
    """The drawn mark of a municipality, as inline SVG; decorative, the name stands beside it."""
    return _drawing("marks", slug)


@register.simple_tag
def scene(slug: str) -> SafeString:
    """The drawing at the foot of the demo home page's first band."""
    return _drawing("scenes", slug)


def _drawing(kind: str, slug: str) -> SafeString:
    try:
        name = resolved(edition_of(slug).municipality.theme)["mark"]
    except UnknownMunicipalityError:
        name = "plein"
    try:
        return render_to_string(f"frame/{kind}/{name}.html")
    except template.TemplateDoesNotExist:
        return render_to_string(f"frame/{kind}/plein.html")


@register.simple_tag
def icon(name: str) -> SafeString:
    """A small drawing from frame/icons, hidden from screen readers."""
    return render_to_string(f"frame/icons/{name}.html")
