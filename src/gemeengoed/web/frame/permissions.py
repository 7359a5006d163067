# SPDX-License-Identifier: EUPL-1.2
"""Who may use which page. Every view names its rule; a guard test walks all routes.

A view is decorated with exactly one of require_membership and open_to; the rule stands on the
view as ``door_rule`` so that the guard can read it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from gemeengoed.accounts.models import User
from gemeengoed.municipalities.errors import UnknownMunicipalityError
from gemeengoed.municipalities.models import Membership
from gemeengoed.municipalities.queries import membership_of, municipality

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    """A request that passed require_membership."""

    user: User
    membership: Membership


def require_membership(*roles: str) -> Callable[[View], View]:
    """Only for colleagues of the municipality in the address (``gemeente``) with one of the roles.

    Without roles: any role. Nobody logged in: to the log-in page. A colleague of elsewhere gets
    a 404, so that not even the existence of a thing is told; one without the role a 403.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(
            request: HttpRequest, gemeente: str, *args: Any, **kwargs: Any
        ) -> HttpResponseBase:
            _existing(gemeente)
            if isinstance(request.user, AnonymousUser):
                login = reverse("workbench:log-in", args=[gemeente])
                return redirect(f"{login}?verder={request.path}")
            membership = membership_of(request.user, gemeente)
            if membership is None:
                raise Http404
            if roles and not set(roles) & set(membership.roles):
                raise PermissionDenied
            request.membership = membership  # type: ignore[attr-defined]
            return view(request, gemeente, *args, **kwargs)

        guarded.door_rule = f"membership: {', '.join(sorted(roles)) or 'any role'}"  # type: ignore[attr-defined]
        return guarded

    return decorate


def open_to[V: Callable[..., Any]](whom: str) -> Callable[[V], V]:
    """A page without log-in; ``whom`` tells who may see it and why that is right."""

    def decorate(view: V) -> V:
        view.door_rule = f"open: {whom}"  # type: ignore[attr-defined]
        return view

    return decorate


def _existing(slug: str) -> None:
    try:
        municipality(slug)
    except UnknownMunicipalityError as error:
        raise Http404 from error
