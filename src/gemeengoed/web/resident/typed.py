# SPDX-License-Identifier: EUPL-1.2
"""What was typed when a log-in ended, kept by the browser itself for an hour.

It is no message: nobody but who logs in again in this conversation may speak there. Signed for that
conversation, so that no other shows it. A long text takes more than one cookie: one holds 4 kB.
"""

from itertools import count, takewhile

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from gemeengoed.conversations.posted import MAX_TEXT
from gemeengoed.web.resident.keeping import kept

ONE_COOKIE = 3500
COOKIES_AT_MOST = 8  # of them hold the longest text, whatever its signs
AN_HOUR = 3600


def keep_typed(request: HttpRequest, response: HttpResponse, slug: str, text: str) -> None:
    """Empty text keeps nothing, and leaves what was kept."""
    if not text or kept(request, slug) is None:
        return
    forget_typed(request, response, slug)
    signed = signing.dumps(text[:MAX_TEXT], salt=_salt(request, slug), compress=True)
    pieces = [signed[at : at + ONE_COOKIE] for at in range(0, len(signed), ONE_COOKIE)]
    for number, piece in enumerate(pieces[:COOKIES_AT_MOST]):
        response.set_cookie(
            _name(slug, number),
            piece,
            max_age=AN_HOUR,
            path=reverse("resident:chat", args=[slug]),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def kept_typed(request: HttpRequest, slug: str) -> str:
    """What was typed in the conversation of this browser; empty when nothing."""
    signed = "".join(request.COOKIES[name] for name in _names(request, slug))
    if not signed:
        return ""
    try:
        return str(signing.loads(signed, salt=_salt(request, slug), max_age=AN_HOUR))
    except signing.BadSignature:
        return ""


def forget_typed(request: HttpRequest, response: HttpResponse, slug: str) -> None:
    """It was sent, or is not wanted any more."""
    for name in _names(request, slug):
        path = reverse("resident:chat", args=[slug])
        response.delete_cookie(name, path=path, samesite="Lax")


def _names(request: HttpRequest, slug: str) -> list[str]:
    every = (_name(slug, number) for number in count())
    return list(takewhile(lambda name: name in request.COOKIES, every))


def _salt(request: HttpRequest, slug: str) -> str:
    conversation = kept(request, slug)
    return f"typed:{slug}:{conversation.conversation if conversation else ''}"


def _name(slug: str, number: int) -> str:
    return f"gg_getypt_{slug}_{number}"
