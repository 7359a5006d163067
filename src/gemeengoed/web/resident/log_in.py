# SPDX-License-Identifier: EUPL-1.2
"""The pages around logging in: before it, when it stopped, and logging out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from gemeengoed.access.log_ins.operations import bring_session, end_session
from gemeengoed.gateways.digid.shapes import Level
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.frame.residents import forget_token, is_enough, logged_in, token_of
from gemeengoed.web.frame.returning import Return
from gemeengoed.web.resident.log_in_words import words_of, words_of_stop
from gemeengoed.web.resident.onward import (
    USUAL_LEVEL,
    conversation_of,
    onward_of,
    start_of,
    with_onward,
)
from gemeengoed.web.resident.pages import edition_or_404


@open_to("everybody: nobody is known before logging in")
@never_cache
@require_GET
def log_in(request: HttpRequest, gemeente: str) -> HttpResponse:
    """What will happen and why; ``verder`` tells where one wants to go afterwards."""
    edition = edition_or_404(gemeente)
    if settings.DEMO and request.get_host() != settings.PUBLIC_URL.partition("://")[2]:
        # DigiD comes back to the one address it knows, where this browser must have its cookie.
        # A proxy of a real installation sees to that.
        return redirect(settings.PUBLIC_URL + request.get_full_path())
    onward = onward_of(request, gemeente)
    page = {
        "municipality": edition.municipality,
        "start": start_of(gemeente, onward),
        "words": words_of(edition, onward.level),
        "onward": onward,
    }
    return render(request, "resident/log_in.html", page)


@open_to("everybody: leads a conversation to the page before logging in")
@never_cache
@require_GET
def from_chat(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The link in a conversation: after logging in one comes back to it.

    Who is logged in already comes back at once, and the log-in belongs to the conversation then.
    """
    edition_or_404(gemeente)
    level = request.GET.get("niveau", USUAL_LEVEL)
    level = level if level in list(Level) else USUAL_LEVEL
    onward = Return(reverse("resident:logged-in-chat", args=[gemeente]), level, in_chat=True)
    session = logged_in(request, gemeente)
    conversation = conversation_of(request, gemeente)
    if session and conversation and is_enough(session.level, level):
        token = token_of(request, gemeente)
        bring_session(municipality=gemeente, token=token, conversation=conversation)
        return redirect(onward.path)
    return redirect(with_onward(reverse("resident:log-in", args=[gemeente]), gemeente, onward))


@open_to("everybody: says why logging in stopped, nothing of anybody")
@never_cache
@require_GET
def stopped(request: HttpRequest, gemeente: str, why: str) -> HttpResponse:
    """Why it stopped, and ways on: again, or without DigiD."""
    edition = edition_or_404(gemeente)
    onward = onward_of(request, gemeente)
    page = {
        "municipality": edition.municipality,
        "start": start_of(gemeente, onward),
        "words": words_of(edition, onward.level),
        "stop": words_of_stop(edition, why),
        "onward": onward,
    }
    return render(request, "resident/log_in_stopped.html", page)


@open_to("everybody: logging out harms nobody and must always work")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def log_out(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Logs out; looking at the page tells whether one is."""
    edition = edition_or_404(gemeente)
    if request.method == "POST":
        end_session(municipality=gemeente, token=token_of(request, gemeente))
        response = redirect("resident:log-out", gemeente)
        response.status_code = 303
        forget_token(response, gemeente)
        return response
    page = {
        "municipality": edition.municipality,
        "is_logged_in": logged_in(request, gemeente) is not None,
        "words": words_of(edition, USUAL_LEVEL),
    }
    return render(request, "resident/log_out.html", page)
