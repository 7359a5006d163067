# SPDX-License-Identifier: EUPL-1.2
"""Logging in by password, for the demo only; elsewhere by the municipality's identity provider."""

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from gemeengoed.access.errors import TooManyError
from gemeengoed.access.operations import Limit, take
from gemeengoed.accounts.models import User
from gemeengoed.municipalities.errors import UnknownMunicipalityError
from gemeengoed.municipalities.models import Municipality
from gemeengoed.municipalities.queries import membership_of, municipality
from gemeengoed.web.frame.origin import origin_of
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.workbench.forms import LogInForm

# Ten at once, then one every half minute: enough for typing errors, too few for guessing.
LOG_INS = Limit("inloggen", capacity=10, refill=1 / 30)
TOO_MANY = "too-many"
PAGES = ("taken/", "team", "vandaag-af", "voorkeuren", "vragen")  # to which one may be led on


@open_to("everybody: nobody is known before logging in; attempts are limited per origin")
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def log_in(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The page and the attempt. Afterwards to the page that was asked for (``verder``)."""
    here = _municipality(gemeente)
    form = LogInForm(request.POST or None)
    status = 200
    if not settings.DEMO:
        status = 403
    elif request.method == "POST" and form.is_valid():
        user = _user_of(request, form, gemeente)
        if user is not None:
            login(request, user)
            return redirect(_onward(request, gemeente))
        status = 429 if form.has_error(NON_FIELD_ERRORS, TOO_MANY) else 200
    page = {"form": form, "municipality": here, "is_demo": settings.DEMO}
    return render(request, "workbench/log_in.html", page, status=status)


@open_to("everybody: logging out harms nobody and must always work")
@require_POST
def log_out(request: HttpRequest, gemeente: str) -> HttpResponse:
    _municipality(gemeente)
    logout(request)
    return redirect("workbench:log-in", gemeente)


def _municipality(gemeente: str) -> Municipality:
    try:
        return municipality(gemeente)
    except UnknownMunicipalityError as error:
        raise Http404 from error


def _user_of(request: HttpRequest, form: LogInForm, gemeente: str) -> User | None:
    """The colleague who may come in; None with an error on the form."""
    try:
        take(municipality=gemeente, limit=LOG_INS, subject=origin_of(request))
    except TooManyError:
        problem = "Dit is te vaak geprobeerd. Wacht een minuut en probeer het dan opnieuw."
        form.add_error(None, ValidationError(problem, code=TOO_MANY))
        return None
    user = authenticate(request, **form.cleaned_data)
    # The same words in both cases: nobody learns here which accounts there are.
    if not isinstance(user, User) or membership_of(user, gemeente) is None:
        form.add_error(None, "Deze gebruikersnaam en dit wachtwoord horen hier niet bij elkaar.")
        return None
    return user


def _onward(request: HttpRequest, gemeente: str) -> str:
    """The page asked for when it is one of this municipality's workbench, else its list."""
    home = reverse("workbench:taken", args=[gemeente])
    wanted = request.GET.get("verder", "")
    is_ours = wanted == home or wanted.startswith(tuple(f"{home}/{page}" for page in PAGES))
    is_safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours and is_safe else home
