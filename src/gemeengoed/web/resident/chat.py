# SPDX-License-Identifier: EUPL-1.2
"""The full-page chat. Every act is an ordinary form, so it works without JavaScript.

A talk is opened by the first message, not by looking: no cookie before use. The cookie holds the
conversation's id and token, for this municipality's chat only, and no script can read it.
"""

import uuid
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from gemeengoed.access.errors import LinkNotValidError, TooManyError
from gemeengoed.content.edition import Edition
from gemeengoed.content.people import reachability
from gemeengoed.content.render import render as in_words
from gemeengoed.conversations.errors import ConversationError, MessageRefusedError
from gemeengoed.conversations.operations import (
    erase_conversation,
    open_conversation,
    post_message,
    resume_conversation,
)
from gemeengoed.conversations.posted import MAX_TEXT, Posted
from gemeengoed.conversations.queries import messages_after
from gemeengoed.dialogue.engine import opening
from gemeengoed.web.frame.origin import origin_of
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.resident.pages import TASKS, edition_or_404
from gemeengoed.web.resident.showing import ShownMessage, shown_messages

COOKIE_AGE = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Key:
    """What opens a talk: from the cookie, or just given."""

    conversation: UUID
    token: str


@open_to("everybody: the talk itself is opened by its cookie")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def chat(request: HttpRequest, gemeente: str) -> HttpResponseBase:
    """The talk so far and one place to go on; POST is one turn."""
    edition = edition_or_404(gemeente)
    if request.method == "POST":
        return _turn(request, edition)
    messages = _messages(edition, _key(request, gemeente))
    return _page(request, edition, messages, typed=request.GET.get("vraag", "")[:MAX_TEXT])


def _turn(request: HttpRequest, edition: Edition) -> HttpResponseBase:
    slug = edition.municipality.slug
    posted = _posted(request)
    key = _key(request, slug)
    try:
        key, seq = _post(request, slug, key, posted)
    except MessageRefusedError as error:
        problem = " ".join(sentence for _, sentence in error.faults)
        return _again(request, edition, key, posted, problem, 400)
    except TooManyError as error:
        problem = f"Het is hier nu erg druk. Probeer het over {error.retry_after} seconden opnieuw."
        return _again(request, edition, key, posted, problem, 429)
    response = redirect(f"{reverse('resident:chat', args=[slug])}#bericht-{seq}")
    _give_cookie(response, slug, key)
    return response


def _post(request: HttpRequest, slug: str, key: Key | None, posted: Posted) -> tuple[Key, int]:
    """One turn in the talk of the cookie; a talk that is gone makes way for a new one."""
    if key is not None:
        try:
            return key, _post_in(slug, key, posted)
        except MessageRefusedError:
            raise
        except ConversationError:
            pass
    opened = open_conversation(municipality=slug, origin=origin_of(request), channel="page")
    key = Key(opened.conversation, opened.token)
    return key, _post_in(slug, key, posted)


def _post_in(slug: str, key: Key, posted: Posted) -> int:
    messages = post_message(
        municipality=slug, conversation=key.conversation, token=key.token, posted=posted
    )
    return int(messages[0]["seq"])


def _posted(request: HttpRequest) -> Posted:
    """A button carries the choice or the action; otherwise the text counts."""
    form = request.POST
    client_id = form.get("client_id") or uuid.uuid4().hex
    if choice := form.get("choice"):
        return Posted(client_id=client_id, choice=choice)
    if action := form.get("action"):
        kind, _, name = action.partition(":")
        name, _, value = name.partition("=")
        return Posted(client_id=client_id, action=kind, name=name or None, value=value or None)
    return Posted(client_id=client_id, text=form.get("text", ""))


def _again(
    request: HttpRequest,
    edition: Edition,
    key: Key | None,
    posted: Posted,
    problem: str,
    status: int,
) -> HttpResponse:
    """The same page with what went wrong; what was typed is still there."""
    messages = _messages(edition, key)
    return _page(request, edition, messages, posted.text or "", problem=problem, status=status)


def _messages(edition: Edition, key: Key | None) -> list[ShownMessage]:
    if key is not None:
        try:
            found = messages_after(
                municipality=edition.municipality.slug,
                conversation=key.conversation,
                token=key.token,
            )
        except ConversationError:
            pass
        else:
            return shown_messages(found)
    first = in_words(edition, opening(edition.catalogue), at=settings.CLOCK.now())
    words = [{"seq": 0, "sender": "assistant", **message.to_json()} for message in first]
    return shown_messages(words)


def _page(
    request: HttpRequest,
    edition: Edition,
    messages: list[ShownMessage],
    typed: str = "",
    *,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    question = next((m for m in reversed(messages) if m.is_last and m.kind == "question"), None)
    context: dict[str, Any] = {
        "edition": edition,
        "form": edition.municipality.form,
        "messages": messages,
        "question": question,
        "has_begun": any(message.is_resident for message in messages),
        "tasks": TASKS,
        "typed": typed,
        "problem": problem,
        "client_id": uuid.uuid4().hex,
        "max_text": MAX_TEXT,
        "reach": reachability(edition, settings.CLOCK.now()),
        "person_flow": edition.catalogue.person_flow,
    }
    return render(request, "resident/chat.html", context, status=status)


@open_to("who holds the cookie of the talk")
@require_POST
def erase(request: HttpRequest, gemeente: str) -> HttpResponseBase:
    """Erase the contents of the talk and forget it."""
    edition_or_404(gemeente)
    key = _key(request, gemeente)
    if key is not None:
        with suppress(ConversationError):  # gone already: that is what was asked
            erase_conversation(
                municipality=gemeente, conversation=key.conversation, token=key.token
            )
    response = redirect("resident:chat", gemeente)
    response.delete_cookie(_cookie(gemeente), path=f"/{gemeente}/chat")
    return response


@open_to("who has the one-time link")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest, gemeente: str, code: str) -> HttpResponseBase:
    """Go on elsewhere: a page with a button, so that a mail scanner does not use up the link."""
    edition = edition_or_404(gemeente)
    context = {"edition": edition, "form": edition.municipality.form}
    if request.method != "POST":
        return render(request, "resident/resume.html", context)
    try:
        conversation, token = resume_conversation(municipality=gemeente, code=code)
    except LinkNotValidError:
        return render(request, "resident/resume.html", {**context, "refused": True}, status=404)
    response = redirect("resident:chat", gemeente)
    _give_cookie(response, gemeente, Key(conversation, token))
    return response


def _cookie(slug: str) -> str:
    return f"gg_gesprek_{slug}"


def _key(request: HttpRequest, slug: str) -> Key | None:
    """The key in the cookie; a cookie that is not ours is none."""
    conversation, _, token = request.COOKIES.get(_cookie(slug), "").partition(".")
    try:
        return Key(UUID(conversation), token)
    except ValueError:
        return None


def _give_cookie(response: HttpResponseBase, slug: str, key: Key) -> None:
    response.set_cookie(
        _cookie(slug),
        f"{key.conversation}.{key.token}",
        max_age=COOKIE_AGE,
        path=f"/{slug}/chat",
        secure=settings.BEHIND_HTTPS,
        httponly=True,
        samesite="Lax",
    )
