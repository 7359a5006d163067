# SPDX-License-Identifier: EUPL-1.2
"""Where it is, without logging in: the number of the receipt, and a code that comes by mail.

Every answer is the same whether a number exists or not, until the right code is typed; and then
only the state of the one matter is shown. What opens it is a cookie, never an address.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeengoed.access.codes.operations import shut, use_code
from gemeengoed.access.codes.queries import is_asked, opened_by
from gemeengoed.access.codes.shapes import DIGITS, STAYS_OPEN, TO_TYPE
from gemeengoed.access.errors import CodeNotValidError, TooManyError
from gemeengoed.access.operations import Limit, take
from gemeengoed.casework.following.operations import FOLLOWING, ask_code
from gemeengoed.casework.following.queries import matter_by_number
from gemeengoed.casework.references import read_reference
from gemeengoed.content.edition import Edition
from gemeengoed.content.people import reachability
from gemeengoed.content.values import Values, fixed
from gemeengoed.municipalities.queries import municipality
from gemeengoed.web.frame.limits import when_again
from gemeengoed.web.frame.origin import origin_of
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.frame.residents import logged_in
from gemeengoed.web.resident.matter_words import words_for
from gemeengoed.web.resident.pages import edition_or_404

# With five tries a code, who knows a number has one chance in 7,000 a day; nor fills a mailbox.
CODES_FOR_A_NUMBER = Limit("code", capacity=3, refill=1 / 3600)
CODES_FROM_AN_ORIGIN = Limit("codes", capacity=10, refill=1 / 60)
TRIES_FROM_AN_ORIGIN = Limit("code-tries", capacity=30, refill=1 / 20)


@open_to("everybody: asks for a number, and tells nobody whether it exists")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The two ways in: DigiD, or the number of the receipt. Who is logged in goes on at once."""
    edition = edition_or_404(gemeente)
    if request.method != "POST":
        if logged_in(request, gemeente) is not None:
            return redirect("resident:mine", gemeente)
        return _page(request, edition, "follow")
    typed = request.POST.get("nummer", "").strip()[:40]
    reference = read_reference(typed)
    if reference is None:
        problem = _say(edition, "volgen_nummer_fout")
        return _page(request, edition, "follow", 422, problem=problem, typed=typed)
    try:
        take(municipality=gemeente, limit=CODES_FROM_AN_ORIGIN, subject=origin_of(request))
        take(municipality=gemeente, limit=CODES_FOR_A_NUMBER, subject=reference)
    except TooManyError as error:
        problem = when_again(error)
        return _page(request, edition, "follow", 429, problem=problem, typed=typed)
    browser = ask_code(municipality=municipality(gemeente), reference=reference)
    return _on_to("resident:code", gemeente, browser)


@open_to("everybody: only the browser that asked for a code can type it")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The code to be typed; the right one opens the matter, once."""
    edition = edition_or_404(gemeente)
    secret = request.COOKIES.get(_cookie(gemeente), "")
    if request.method != "POST":
        if not is_asked(gemeente, FOLLOWING, secret):
            return redirect("resident:follow", gemeente)
        return _code_page(request, edition)
    typed = "".join(request.POST.get("code", "")[:40].split())
    try:
        take(municipality=gemeente, limit=TRIES_FROM_AN_ORIGIN, subject=origin_of(request))
        opened = use_code(municipality=gemeente, purpose=FOLLOWING, browser=secret, typed=typed)
    except TooManyError as error:
        return _code_page(request, edition, 429, problem=when_again(error))
    except CodeNotValidError as error:
        key = "volgen_code_fout" if error.tries_left else "volgen_code_op"
        problem = _say(edition, key, keer=str(error.tries_left))
        return _code_page(request, edition, 422, problem=problem, is_spent=not error.tries_left)
    return _on_to("resident:standing", gemeente, opened.token)


@open_to("everybody: shows only what the cookie opened with a code, and of that only its state")
@never_cache
@require_safe
def standing(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Where the matter is; nothing of what was entered, of persons or of messages."""
    edition = edition_or_404(gemeente)
    reference = opened_by(gemeente, FOLLOWING, request.COOKIES.get(_cookie(gemeente), ""))
    found = matter_by_number(gemeente, reference) if reference else None
    if found is None:
        return redirect("resident:follow", gemeente)
    shown = words_for(edition, found.state_only(), settings.CLOCK.now())
    told: dict[str, Any] = {
        "shown": shown,
        "until": _say(edition, "volgen_duur", tijd=f"{STAYS_OPEN.seconds // 60} minuten"),
        "only": _say(edition, "volgen_alleen_stand"),
    }
    return _page(request, edition, "standing", **told)


@open_to("everybody: shuts what this browser opened with a code")
@never_cache
@require_POST
def done(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Shut at once, for who looked on a computer of others."""
    edition_or_404(gemeente)
    shut(municipality=gemeente, purpose=FOLLOWING, token=request.COOKIES.get(_cookie(gemeente), ""))
    response = redirect("resident:follow", gemeente)
    response.status_code = 303
    response.delete_cookie(_cookie(gemeente), path=_path(gemeente), samesite="Lax")
    return response


def _code_page(
    request: HttpRequest, edition: Edition, status: int = 200, **more: Any
) -> HttpResponse:
    minutes = f"{TO_TYPE.seconds // 60} minuten"
    told = {
        "sent": _say(edition, "volgen_code_verstuurd", tijd=minutes),
        "no_code": _say(edition, "volgen_geen_code"),
        "digits": DIGITS,
    }
    return _page(request, edition, "code", status, **told, **more)


def _page(
    request: HttpRequest, edition: Edition, name: str, status: int = 200, **more: Any
) -> HttpResponse:
    page = {
        "municipality": edition.municipality,
        "what": _say(edition, "volgen_wat"),
        "reach": reachability(edition, settings.CLOCK.now()),
        **more,
    }
    return render(request, f"resident/{name}.html", page, status=status)


def _say(edition: Edition, key: str, **values: str) -> str:
    return fixed(Values(edition, settings.CLOCK.now(), values), key)


def _on_to(name: str, slug: str, secret: str) -> HttpResponse:
    """To the next page, with its secret in a cookie for these pages only."""
    response = redirect(name, slug)
    response.status_code = 303
    response.set_cookie(
        _cookie(slug),
        secret,
        path=_path(slug),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _path(slug: str) -> str:
    return reverse("resident:follow", args=[slug])


def _cookie(slug: str) -> str:
    return f"gg_volgen_{slug}"
