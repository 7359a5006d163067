# SPDX-License-Identifier: EUPL-1.2
"""From the widget on somebody's site to our own pages, to log in. The conversation comes along.

A form of the widget leads here at the top, in a window of its own. Its token stands in the body of
the request, never in an address; and only the sites that the municipality allows may send one, so
that nobody brings a resident into a conversation that is not theirs.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gemeengoed.content.edition import Edition
from gemeengoed.conversations.errors import ConversationError
from gemeengoed.conversations.queries import overview
from gemeengoed.gateways.digid.shapes import Level
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.resident.keeping import Kept, keep
from gemeengoed.web.resident.onward import USUAL_LEVEL
from gemeengoed.web.resident.pages import edition_or_404


@csrf_exempt  # it comes from other sites; allowed origins and the token take its place
@open_to("everybody: the conversation's own token in the body, from an allowed site, is the key")
@never_cache
@require_POST
def from_widget(request: HttpRequest, gemeente: str) -> HttpResponse:
    """On to the page before logging in, with the conversation in the cookie of this browser."""
    edition = edition_or_404(gemeente)
    conversation = _conversation(request, edition)
    if conversation is None:
        page = {"municipality": edition.municipality, "is_refused": True}
        return render(request, "resident/resume.html", page, status=404)
    level = request.POST.get("niveau", "")
    level = level if level in list(Level) else USUAL_LEVEL
    response = redirect(f"{reverse('resident:log-in-from-chat', args=[gemeente])}?niveau={level}")
    response.status_code = 303
    keep(response, gemeente, conversation)
    return response


def _conversation(request: HttpRequest, edition: Edition) -> Kept | None:
    """What the form brought along, if an allowed site sent it and its token opens it."""
    if not _is_allowed(request, edition):
        return None
    slug, token = edition.municipality.slug, request.POST.get("token", "")
    try:
        conversation = UUID(request.POST.get("gesprek", ""))
        overview(municipality=slug, conversation=conversation, token=token)
    except (ValueError, ConversationError):
        return None
    return Kept(conversation, token)


def _is_allowed(request: HttpRequest, edition: Edition) -> bool:
    origin = request.headers.get("Origin", "")
    if origin in edition.municipality.allowed_origins:
        return True
    return origin == f"{request.scheme}://{request.get_host()}"
