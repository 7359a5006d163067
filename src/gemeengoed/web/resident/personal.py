# SPDX-License-Identifier: EUPL-1.2
"""A conversation for which somebody logged in is read by that person only, while logged in.

After DigiD the resident comes back by ``logged_in_chat``, which brings the log-in into the
conversation. Once it is over the conversation is shut until the same person logs in again.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from gemeengoed.content.edition import Edition
from gemeengoed.content.values import Values, fixed
from gemeengoed.conversations.errors import ConversationError, TalkMovedError
from gemeengoed.conversations.operations import tell_log_in
from gemeengoed.conversations.queries import Overview, overview
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.frame.residents import is_enough, logged_in
from gemeengoed.web.resident.forms import typed_text
from gemeengoed.web.resident.keeping import Kept, forget, keep, kept
from gemeengoed.web.resident.log_in_ends import End, end_of
from gemeengoed.web.resident.pages import edition_or_404
from gemeengoed.web.resident.typed import forget_typed, keep_typed, kept_typed

View = Callable[..., HttpResponse]


def shut_for_others(view: View) -> View:
    """Who may not read the conversation of this browser now gets the page to log in again."""

    @wraps(view)
    def guarded(request: HttpRequest, gemeente: str, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            known = _known(request, gemeente)
        except TalkMovedError:
            page = {"municipality": edition_or_404(gemeente).municipality}
            return render(request, "resident/moved.html", page, status=403)
        if known is None or _is_theirs(request, gemeente, known):
            return view(request, gemeente, *args, **kwargs)
        return _shut(request, edition_or_404(gemeente), known)

    return guarded


def _shut(request: HttpRequest, edition: Edition, known: Overview) -> HttpResponse:
    """The page to log in again. What was just sent is no message, but it is not lost either."""
    slug = edition.municipality.slug
    typed = typed_text(request.POST)
    page = {
        "municipality": edition.municipality,
        "level": known.login_level,
        "typed": bool(typed or kept_typed(request, slug)),
        "words": fixed(Values(edition, settings.CLOCK.now()), "mijn_zaken_getypt"),
    }
    response = render(request, "resident/shut.html", page, status=403)
    keep_typed(request, response, slug, typed)
    return response


def _known(request: HttpRequest, slug: str) -> Overview | None:
    """The conversation of this browser. Raises TalkMovedError when it goes on elsewhere."""
    conversation = kept(request, slug)
    if conversation is None:
        return None
    row, token = conversation.conversation, conversation.token
    try:
        return overview(municipality=slug, conversation=row, token=token)
    except TalkMovedError:
        raise
    except ConversationError:
        return None


def _is_theirs(request: HttpRequest, slug: str, known: Overview) -> bool:
    if known.login_person is None:
        return True
    session = logged_in(request, slug)
    return session is not None and str(session.person) == known.login_person


def end_here(request: HttpRequest, edition: Edition) -> End | None:
    """When the log-in ends by which this browser reads its conversation; None without one."""
    slug = edition.municipality.slug
    known = _known(request, slug)
    if known is None or known.login_person is None:
        return None
    session = logged_in(request, slug)
    return end_of(edition, session) if session is not None else None


@open_to("everybody: does something only for who is logged in, in their own conversation")
@never_cache
@require_GET
def logged_in_chat(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Back from DigiD: the conversation goes on where it was. Loading it again changes nothing."""
    edition_or_404(gemeente)
    response = redirect("resident:chat", gemeente)
    session, conversation = logged_in(request, gemeente), kept(request, gemeente)
    try:
        known = _known(request, gemeente)
    except TalkMovedError:  # the page itself tells so
        return response
    if session is None or conversation is None or known is None:
        return response
    person = str(session.person)
    if known.login_person not in (None, person):
        forget(response, gemeente)  # what was said there is of somebody else: begin anew
    elif known.login_person is None or not is_enough(known.login_level, session.level):
        token = tell_log_in(
            municipality=gemeente,
            conversation=conversation.conversation,
            token=conversation.token,
            person=session.person,
            level=session.level,
        )
        keep(response, gemeente, Kept(conversation.conversation, token))
    return response


@open_to("everybody: only lets this browser forget which conversation it was in")
@never_cache
@require_POST
def begin_anew(request: HttpRequest, gemeente: str) -> HttpResponse:
    """A new conversation in this browser; the old one stays for who logs in."""
    edition_or_404(gemeente)
    response = redirect("resident:chat", gemeente)
    response.status_code = 303
    forget_typed(request, response, gemeente)
    forget(response, gemeente)
    return response
