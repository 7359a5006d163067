# SPDX-License-Identifier: EUPL-1.2
"""Which conversation this browser is in: one HttpOnly cookie per municipality."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Kept:
    """The conversation and the token that opens it."""

    conversation: UUID
    token: str


def kept(request: HttpRequest, slug: str) -> Kept | None:
    """The conversation of this browser with the municipality; None when there is none."""
    conversation, _, token = request.COOKIES.get(_name(slug), "").partition(".")
    try:
        return Kept(UUID(conversation), token) if token else None
    except ValueError:
        return None


def keep(response: HttpResponse, slug: str, conversation: Kept) -> None:
    """Remember it until the browser closes; sent to the chat of this municipality only."""
    response.set_cookie(
        _name(slug),
        f"{conversation.conversation}.{conversation.token}",
        path=reverse("resident:chat", args=[slug]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse, slug: str) -> None:
    """This browser is in no conversation with the municipality any more."""
    path = reverse("resident:chat", args=[slug])
    response.delete_cookie(_name(slug), path=path, samesite="Lax")


def _name(slug: str) -> str:
    return f"gg_gesprek_{slug}"
