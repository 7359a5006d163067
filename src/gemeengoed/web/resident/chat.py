# SPDX-License-Identifier: EUPL-1.2
"""The full-page chat. It works without JavaScript: post, redirect, get.

Looking at the page stores nothing: a conversation begins with the first message.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gemeengoed.access.errors import LinkNotValidError, TooManyError
from gemeengoed.content.edition import Edition
from gemeengoed.content.people import reachability
from gemeengoed.content.render import render as in_words
from gemeengoed.conversations.errors import (
    ConversationErasedError,
    ConversationError,
    MessageRefusedError,
    TokenRefusedError,
    UnknownConversationError,
)
from gemeengoed.conversations.operations import (
    erase_conversation,
    open_conversation,
    post_message,
    resume_conversation,
)
from gemeengoed.conversations.posted import MAX_TEXT, Posted
from gemeengoed.conversations.queries import messages_after, overview
from gemeengoed.conversations.receiving import receive
from gemeengoed.conversations.shown import Shown
from gemeengoed.dialogue.engine import opening
from gemeengoed.files.errors import SENTENCES, Why
from gemeengoed.web.frame.limits import when_again
from gemeengoed.web.frame.origin import origin_of
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.resident.forms import new_key, posted_from, typed_text
from gemeengoed.web.resident.keeping import Kept, forget, keep, kept
from gemeengoed.web.resident.offering import cards_of
from gemeengoed.web.resident.pages import edition_or_404
from gemeengoed.web.resident.personal import end_here, shut_for_others
from gemeengoed.web.resident.talk import talk_of
from gemeengoed.web.resident.typed import forget_typed, kept_typed

GONE = (UnknownConversationError, TokenRefusedError, ConversationErasedError)
PREFILL_AT_MOST = 300  # characters of a question in the address


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a message was not sent, with what was typed; status is that of the page."""

    sentences: Sequence[str]
    status: int
    typed: str = ""


@open_to("everybody: the cookie of the conversation is the key")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@shut_for_others
def chat(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The conversation, and the next message of it. ``vraag`` fills in a question beforehand."""
    edition = edition_or_404(gemeente)
    if request.method == "POST":
        return _send(request, edition)
    if request.GET.get("bestand") == "te-groot":  # refused at the edge (project/body_limit.py)
        return chat_page(request, edition, Problem([SENTENCES[Why.TOO_BIG]], 413))
    return chat_page(request, edition)


def _send(request: HttpRequest, edition: Edition) -> HttpResponse:
    slug = edition.municipality.slug
    posted = posted_from(request.POST)
    typed = typed_text(request.POST)
    try:
        conversation, seq = _post(request, slug, posted)
    except MessageRefusedError as error:
        sentences = [sentence for _, sentence in error.faults]
        return chat_page(request, edition, Problem(sentences, 422, typed))
    except TooManyError as error:
        return chat_page(request, edition, Problem([when_again(error)], 429, typed))
    response = redirect(f"{reverse('resident:chat', args=[slug])}#bericht-{seq}")
    response.status_code = 303
    forget_typed(request, response, slug)
    keep(response, slug, conversation)
    return response


def _post(request: HttpRequest, slug: str, posted: Posted) -> tuple[Kept, int]:
    """One turn in the conversation of this browser; one that is gone makes way for a new one.

    Returns the conversation and the sequence of the resident's message.
    """
    conversation = kept(request, slug)
    if conversation is not None:
        with suppress(*GONE):
            return conversation, _post_in(slug, conversation, posted)
    receive(posted)  # what is refused must not leave an empty conversation behind
    conversation = _opened(request, slug)
    return conversation, _post_in(slug, conversation, posted)


def _post_in(slug: str, conversation: Kept, posted: Posted) -> int:
    messages = post_message(
        municipality=slug,
        conversation=conversation.conversation,
        token=conversation.token,
        posted=posted,
    )
    return int(messages[0]["seq"])


def _opened(request: HttpRequest, slug: str) -> Kept:
    opened = open_conversation(municipality=slug, origin=origin_of(request), channel="page")
    return Kept(opened.conversation, opened.token)


def chat_page(
    request: HttpRequest, edition: Edition, problem: Problem | None = None
) -> HttpResponse:
    slug = edition.municipality.slug
    now = settings.CLOCK.now()
    conversation = kept(request, slug)
    messages, is_waiting, is_gone = _log(slug, conversation)
    is_new = not messages
    page: dict[str, Any] = {
        "municipality": edition.municipality,
        "talk": talk_of(messages or _first_words(edition), today=settings.CLOCK.today()),
        "conversation": conversation.conversation if conversation and not is_gone else None,
        "is_new": is_new,
        "is_waiting": is_waiting,
        "cards": cards_of(edition) if is_new else [],
        "reach": reachability(edition, now),
        "problem": problem,
        "typed": problem.typed if problem else _typed_before(request, slug),
        "end": end_here(request, edition),
        "key": new_key(),
        "max_text": MAX_TEXT,
    }
    response = render(
        request, "resident/chat.html", page, status=problem.status if problem else 200
    )
    if is_gone:
        forget(response, slug)
    return response


def _typed_before(request: HttpRequest, slug: str) -> str:
    """What was typed when a log-in ended; else the question in the address."""
    return kept_typed(request, slug) or request.GET.get("vraag", "")[:PREFILL_AT_MOST]


def _log(slug: str, conversation: Kept | None) -> tuple[list[Shown], bool, bool]:
    """The messages, whether one waits for its answer, and whether the conversation is gone."""
    if conversation is None:
        return [], False, False
    row, token = conversation.conversation, conversation.token
    try:
        is_waiting = overview(municipality=slug, conversation=row, token=token).waiting
        messages = messages_after(municipality=slug, conversation=row, token=token)
        return messages, is_waiting, False
    except GONE:
        return [], False, True


def _first_words(edition: Edition) -> list[Shown]:
    """What the assistant says first, before anything is stored."""
    messages = in_words(edition, opening(edition.catalogue), at=settings.CLOCK.now())
    blank: Shown = {"sender": "assistant", "input": None, "step": None, "explanation": None}
    return [
        {**blank, "lines": [], **message.to_json(), "seq": number}
        for number, message in enumerate(messages, start=1)
    ]


@open_to("everybody: the cookie of the conversation is the key")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Asks whether the conversation may go, and lets it go."""
    edition = edition_or_404(gemeente)
    if request.method != "POST":
        return render(request, "resident/erase.html", {"municipality": edition.municipality})
    conversation = kept(request, gemeente)
    if conversation is not None:
        with suppress(ConversationError):  # gone already: that is what the resident wants
            erase_conversation(
                municipality=gemeente,
                conversation=conversation.conversation,
                token=conversation.token,
            )
    page = {"municipality": edition.municipality, "is_erased": True}
    response = render(request, "resident/erase.html", page)
    forget(response, gemeente)
    return response


@open_to("everybody: the one-time code in the address is the key")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest, gemeente: str, code: str) -> HttpResponse:
    """Go on with a conversation on this device. Only the button uses the link up, so that a
    program that looks at links beforehand (mail, chat apps) does no harm.
    """
    edition = edition_or_404(gemeente)
    page = {"municipality": edition.municipality, "code": code}
    if request.method != "POST":
        return render(request, "resident/resume.html", page)
    try:
        conversation, token = resume_conversation(municipality=gemeente, code=code)
    except LinkNotValidError:
        return render(request, "resident/resume.html", {**page, "is_refused": True}, status=404)
    response = redirect("resident:chat", gemeente)
    response.status_code = 303
    keep(response, gemeente, Kept(conversation, token))
    return response
