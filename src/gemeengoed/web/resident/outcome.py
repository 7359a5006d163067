# SPDX-License-Identifier: EUPL-1.2
"""The page to keep of one outcome: to print, or to save as one file that needs nothing else."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gemeengoed.content.edition import Edition
from gemeengoed.conversations.queries import messages_after
from gemeengoed.conversations.shown import Shown
from gemeengoed.web.frame.outcomes import look_of
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.resident.chat import GONE
from gemeengoed.web.resident.keeping import kept
from gemeengoed.web.resident.pages import edition_or_404, tokens_of
from gemeengoed.web.resident.personal import shut_for_others

SAVE = "bewaren"  # ?bewaren=1: as a file
HIGHEST = 2**31 - 1  # of a sequence in the log

# The rules by how they stand: what is in the way first.
_GROUPS = (
    ("failed", "Wat niet past", "Past niet", "cross"),
    ("unknown", "Wat niet bekend is", "Niet bekend", "question"),
    ("hit", "Wat hier geldt", "Geldt hier", "info"),
    ("fits", "Wat niet in de weg staat", "Staat niet in de weg", "check"),
)

_QUIET = ("unknown", "fits")  # the heading says it of all of them


@open_to("everybody: the cookie of the conversation is the key")
@never_cache
@require_safe
@shut_for_others
def outcome(request: HttpRequest, gemeente: str, seq: int) -> HttpResponse:
    """One outcome of this browser's conversation with all its rules; 404 when it is not there."""
    edition = edition_or_404(gemeente)
    message = _outcome(request, gemeente, seq)
    if message is None:
        raise Http404
    page = _page(edition, message)
    if not request.GET.get(SAVE):
        return render(request, "resident/outcome.html", page)
    page |= {"is_file": True, "css": _css(edition)}
    response = render(request, "resident/outcome_file.html", page)
    name = f"uitkomst-{message['topic']}-{page['explanation']['day']}.html"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _outcome(request: HttpRequest, slug: str, seq: int) -> Shown | None:
    conversation = kept(request, slug)
    if conversation is None or not 0 < seq <= HIGHEST:
        return None
    row, token = conversation.conversation, conversation.token
    with suppress(*GONE):
        found = messages_after(municipality=slug, conversation=row, token=token, after=seq - 1)
        for message in found[:1]:
            if message["seq"] == seq and message["explanation"]:
                return message
    return None


def _page(edition: Edition, message: Shown) -> dict[str, Any]:
    explanation = message["explanation"]
    return {
        "municipality": edition.municipality,
        "message": message,
        "explanation": explanation,
        "subject": edition.topics[message["topic"]].label,
        "look": look_of(explanation),
        "groups": list(_groups(explanation["rules"])),
        "proof": json.dumps(explanation["receipt"], ensure_ascii=False),
    }


def _groups(rules: list[Mapping[str, str]]) -> Iterator[dict[str, Any]]:
    """The rules per status, those statuses only that occur; one that two tables have, once."""
    for status, title, words, icon in _GROUPS:
        of_status = (rule for rule in rules if rule["status"] == status)
        found = list({(r["label"], r["source"], r["demand"]): r for r in of_status}.values())
        if found:
            yield {
                "status": status,
                "title": title,
                "words": words,
                "icon": icon,
                "rules": found,
                "is_quiet": status in _QUIET,
            }


def _css(edition: Edition) -> SafeString:
    """The look, for inside the file: the tokens of the municipality and our own style sheet."""
    # Safe: tokens are checked values, the rest is a file of the product itself.
    return mark_safe(tokens_of(":root", edition) + _style_sheet())  # noqa: S308


@cache
def _style_sheet() -> str:
    return (Path(__file__).parent / "static/resident/outcome.css").read_text(encoding="utf-8")
