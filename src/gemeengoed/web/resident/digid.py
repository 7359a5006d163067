# SPDX-License-Identifier: EUPL-1.2
"""The way to DigiD and the way back.

The way there is a plain link: a form would be stopped by our own content policy as soon as the
broker leads on to DigiD. It is followed at the top only, never inside a frame.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from gemeengoed.access.errors import (
    ExpiredLogInError,
    NotABsnError,
    TooManyError,
    UnknownLogInError,
    UsedLogInError,
)
from gemeengoed.access.log_ins.operations import begin_log_in, begin_session, take_up_log_in
from gemeengoed.access.log_ins.shapes import TO_COME_BACK, LogInTakenUp
from gemeengoed.access.operations import Limit, remember_person, take
from gemeengoed.gateways.digid.errors import (
    CancelledError,
    DigidError,
    LevelTooLowError,
    NotConnectedError,
    ProviderDownError,
    TimedOutError,
)
from gemeengoed.gateways.digid.registry import provider_of
from gemeengoed.gateways.digid.shapes import Attempt, Begun, Level
from gemeengoed.municipalities.queries import municipality
from gemeengoed.web.frame.origin import origin_of
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.frame.residents import keep_token, logged_in, token_of
from gemeengoed.web.frame.returning import Return
from gemeengoed.web.resident.onward import conversation_of, onward_of, usual, with_onward
from gemeengoed.web.resident.pages import edition_or_404

# A library or town hall has one address: thirty at once, then one every two seconds.
LOG_INS = Limit("digid", capacity=30, refill=0.5)
STOPS: dict[type[Exception], str] = {
    CancelledError: "geannuleerd",
    TimedOutError: "verlopen",
    ExpiredLogInError: "verlopen",
    LevelTooLowError: "te-laag",
    ProviderDownError: "storing",
    NotConnectedError: "kan-niet",
    TooManyError: "druk",
}


@open_to("everybody: sends to DigiD, limited per origin")
@never_cache
@require_GET
def start(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Off to DigiD. Below the chat's own address the conversation is remembered."""
    edition_or_404(gemeente)
    onward = onward_of(request, gemeente)
    if request.headers.get("Sec-Fetch-Dest", "document") != "document":
        return _stopped(gemeente, onward, "mislukt")
    try:
        take(municipality=gemeente, limit=LOG_INS, subject=origin_of(request))
        begun = provider_of(gemeente).begin(
            gemeente, level=Level(onward.level), return_address=_return_address(gemeente)
        )
    except (DigidError, TooManyError) as error:
        return _stopped(gemeente, onward, STOPS.get(type(error), "storing"))
    return _sent(request, gemeente, onward, begun)


def _sent(request: HttpRequest, gemeente: str, onward: Return, begun: Begun) -> HttpResponse:
    """Off to the address of DigiD, with what is needed to come back remembered here."""
    secret = begin_log_in(
        municipality=municipality(gemeente),
        state=begun.attempt.state,
        secrets={"nonce": begun.attempt.nonce, "verifier": begun.attempt.verifier},
        level=onward.level,
        return_path=onward.path,
        conversation=conversation_of(request, gemeente) if onward.in_chat else None,
        browser=request.COOKIES.get(_browser_cookie(gemeente), ""),
    )
    response = redirect(begun.address)
    response.set_cookie(
        _browser_cookie(gemeente),
        secret,
        max_age=TO_COME_BACK,
        path=f"/{gemeente}",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@open_to("everybody: only the browser that was sent to DigiD can come back from it, once")
@never_cache
@require_GET
def back(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Back from DigiD: logged in and on, or to the page that says why not."""
    edition_or_404(gemeente)
    returned = {name: str(value) for name, value in request.GET.items()}
    try:
        taken_up = take_up_log_in(
            municipality=gemeente,
            state=returned.get("state", ""),
            browser=request.COOKIES.get(_browser_cookie(gemeente), ""),
        )
    except UsedLogInError:
        # The page was loaded again: who is logged in simply goes on.
        if logged_in(request, gemeente) is not None:
            return redirect(usual(gemeente).path)
        return _stopped(gemeente, usual(gemeente), "mislukt")
    except (ExpiredLogInError, UnknownLogInError) as error:
        return _stopped(gemeente, usual(gemeente), STOPS.get(type(error), "mislukt"))
    onward = Return(taken_up.return_path, taken_up.level, taken_up.conversation is not None)
    try:
        token = _token_for(request, gemeente, taken_up, returned)
    except (DigidError, NotABsnError) as error:
        return _stopped(gemeente, onward, STOPS.get(type(error), "mislukt"))
    response = redirect(taken_up.return_path)
    response.status_code = 303
    keep_token(response, gemeente, token)
    return response


def _token_for(
    request: HttpRequest, gemeente: str, taken_up: LogInTakenUp, returned: dict[str, str]
) -> str:
    """Log the person in whom DigiD names. Raises DigidError, NotABsnError."""
    attempt = Attempt(
        state=returned["state"],
        nonce=taken_up.secrets["nonce"],
        verifier=taken_up.secrets["verifier"],
        level=Level(taken_up.level),
        return_address=_return_address(gemeente),
    )
    identity = provider_of(gemeente).finish(gemeente, attempt=attempt, returned=returned)
    here = municipality(gemeente)
    person = remember_person(municipality=here, bsn=identity.bsn, actor="resident")
    begun = begin_session(
        municipality=here,
        person=person,
        level=identity.level,
        conversation=taken_up.conversation,
        replaces=token_of(request, gemeente),
    )
    return begun.token


def _stopped(slug: str, onward: Return, why: str) -> HttpResponse:
    """To a page of its own, so that the address holds nothing of DigiD and can be loaded again."""
    return redirect(with_onward(reverse("resident:log-in-stopped", args=[slug, why]), slug, onward))


def _return_address(slug: str) -> str:
    return settings.PUBLIC_URL + reverse("resident:back-from-digid", args=[slug])


def _browser_cookie(slug: str) -> str:
    return f"gg_inloggen_{slug}"
