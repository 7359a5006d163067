# SPDX-License-Identifier: EUPL-1.2
"""Who is logged in as a resident in this browser, and pages that need that.

The cookie goes to the pages of its own municipality only, no script can read it, and it says
nothing: what it opens stands in access.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from gemeengoed.access.errors import NotLoggedInError
from gemeengoed.access.log_ins.operations import use_session
from gemeengoed.access.log_ins.shapes import Session
from gemeengoed.gateways.digid.shapes import Level
from gemeengoed.municipalities.errors import UnknownMunicipalityError
from gemeengoed.municipalities.queries import municipality
from gemeengoed.web.frame.returning import Return

RULE = "resident log-in"
View = Callable[..., HttpResponseBase]


class ResidentRequest(HttpRequest):
    """A request that passed require_resident."""

    resident: Session


def require_resident(level: str) -> Callable[[View], View]:
    """Only for who is logged in at the municipality in the address, at this level at least.

    Others are led to the log-in page, and from there back to the page they wanted.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(
            request: HttpRequest, gemeente: str, *args: Any, **kwargs: Any
        ) -> HttpResponseBase:
            _existing(gemeente)
            session = logged_in(request, gemeente)
            if session is None or not is_enough(session.level, level):
                wanted = Return(request.path, level).signed(gemeente)
                login = reverse("resident:log-in", args=[gemeente])
                return redirect(f"{login}?verder={wanted}")
            request.resident = session  # type: ignore[attr-defined]
            response = view(request, gemeente, *args, **kwargs)
            response.headers["Cache-Control"] = "no-store, private"
            return response

        guarded.door_rule = RULE  # type: ignore[attr-defined]
        return guarded

    return decorate


def is_enough(level: str, asked: str) -> bool:
    """Whether a log-in at this level will do; names of levels are those of gateways.digid."""
    return Level(level).reaches(Level(asked))


def logged_in(request: HttpRequest, slug: str) -> Session | None:
    """Who is logged in in this browser; counts as use."""
    token = token_of(request, slug)
    if not token:
        return None
    try:
        return use_session(municipality=slug, token=token)
    except NotLoggedInError:
        return None


def token_of(request: HttpRequest, slug: str) -> str:
    """The token of the log-in that this browser has or had; empty when none."""
    return request.COOKIES.get(_name(slug), "")


def keep_token(response: HttpResponseBase, slug: str, token: str) -> None:
    """Until the browser closes; the server ends it much earlier."""
    response.set_cookie(
        _name(slug),
        token,
        path=f"/{slug}",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_token(response: HttpResponseBase, slug: str) -> None:
    response.delete_cookie(_name(slug), path=f"/{slug}", samesite="Lax")


def _name(slug: str) -> str:
    return f"gg_inwoner_{slug}"


def _existing(slug: str) -> None:
    try:
        municipality(slug)
    except UnknownMunicipalityError as error:
        raise Http404 from error
