# SPDX-License-Identifier: EUPL-1.2
"""Where a resident goes after logging in, carried from page to page in ``verder``."""

from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from gemeengoed.conversations.errors import ConversationError
from gemeengoed.conversations.queries import overview
from gemeengoed.gateways.digid.shapes import Level
from gemeengoed.web.frame.returning import Return
from gemeengoed.web.resident.keeping import kept

USUAL_LEVEL = Level.MIDDEN


def onward_of(request: HttpRequest, slug: str) -> Return:
    """Where this request wants to go after logging in; else the usual page."""
    return Return.read(slug, request.GET.get("verder", "")) or usual(slug)


def usual(slug: str) -> Return:
    """To "Mijn zaken", at the usual level."""
    return Return(reverse("resident:mine", args=[slug]), USUAL_LEVEL)


def with_onward(address: str, slug: str, onward: Return) -> str:
    """The address of a page around logging in, that knows where one wants to go."""
    return address if onward == usual(slug) else f"{address}?verder={onward.signed(slug)}"


def start_of(slug: str, onward: Return) -> str:
    """The way to DigiD; that below the chat gets the cookie of the conversation."""
    name = "resident:start-log-in-from-chat" if onward.in_chat else "resident:start-log-in"
    return with_onward(reverse(name, args=[slug]), slug, onward)


def conversation_of(request: HttpRequest, slug: str) -> UUID | None:
    """The conversation of this browser, if it really opens it."""
    conversation = kept(request, slug)
    if conversation is None:
        return None
    try:
        known = overview(
            municipality=slug, conversation=conversation.conversation, token=conversation.token
        )
    except ConversationError:
        return None
    return known.conversation
