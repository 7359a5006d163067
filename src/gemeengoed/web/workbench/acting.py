# SPDX-License-Identifier: EUPL-1.2
"""One interne_taak, and what a colleague does with it: look, take, hand over, call, finish.

Whatever does not succeed shows the page again with what was typed. Who only looks at the address
of an act (after logging in again, by reloading) gets the interne_taak.
"""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gemeengoed.casework import operations_assigning as assigning
from gemeengoed.casework import operations_contacts as contacting
from gemeengoed.casework.errors import NotFitError, StaffError
from gemeengoed.casework.kinds import kind_of
from gemeengoed.casework.models import CallOutcome, InterneTaak
from gemeengoed.casework.operations_looking import look_at_taak
from gemeengoed.casework.queries_people import colleague_in
from gemeengoed.casework.roles import WORKERS
from gemeengoed.casework.submissions.operations_ending import conclude
from gemeengoed.casework.telling import moment_in_words
from gemeengoed.web.frame.permissions import StaffRequest, View, require_membership
from gemeengoed.web.workbench.forms import (
    CallForm,
    DeclineForm,
    FinishForm,
    HandOverForm,
    NoForm,
    PlanForm,
    ReturnForm,
    StaffForm,
)
from gemeengoed.web.workbench.framing import taak_or_404
from gemeengoed.web.workbench.page import taak_page

TYPED_IS_KEPT = "Wat je typte, staat hieronder nog."


@require_membership(*WORKERS)
@never_cache
@require_safe
def one(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """All that is known of it, and what can be done. That somebody looked is recorded."""
    taak = taak_or_404(gemeente, id)
    look_at_taak(taak=taak, by=request.user)
    return taak_page(request, taak)


def _by_workers(view: View) -> View:
    """An act: for who does the work, never kept by a browser, and safe to look at."""
    return require_membership(*WORKERS)(
        never_cache(require_http_methods(["GET", "HEAD", "POST"])(view))
    )


def _act[F: StaffForm](
    request: StaffRequest,
    gemeente: str,
    id: UUID,
    wanted: type[F],
    carry_out: Callable[[InterneTaak, F], tuple[str, str]],
) -> HttpResponse:
    """Check the form and carry it out; gives what to say and the list to go on to.

    An empty list stays with the interne_taak.
    """
    taak = taak_or_404(gemeente, id)
    if request.method != "POST":
        return redirect("workbench:taak", gemeente, id)
    form = wanted(request.POST, kind=kind_of(taak.kind))
    if not form.is_valid():
        return taak_page(request, taak, form, status=422)
    try:
        said, onward = carry_out(taak, form)
    except StaffError as error:
        kept = f" {TYPED_IS_KEPT}" if any(form.cleaned_data.values()) else ""
        form.add_error(None, f"{error.sentence}{kept}")
        return taak_page(request, taak_or_404(gemeente, id), form, status=409)
    messages.success(request, said)
    return (
        redirect(f"workbench:{onward}", gemeente)
        if onward
        else redirect("workbench:taak", gemeente, id)
    )


@_by_workers
def take(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """From the pile."""

    def carry_out(taak: InterneTaak, _: NoForm) -> tuple[str, str]:
        assigning.take_up(taak=taak, by=request.user, now=settings.CLOCK.now())
        return "Deze taak is nu van jou.", ""

    return _act(request, gemeente, id, NoForm, carry_out)


@_by_workers
def hand_over(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """Ask a colleague, with the summary."""

    def carry_out(taak: InterneTaak, form: HandOverForm) -> tuple[str, str]:
        to = colleague_in(gemeente, form.cleaned_data["to"])
        if to is None:
            raise NotFitError("Deze collega werkt hier niet. Kies een ander.")
        assigning.hand_over(
            taak=taak,
            by=request.user,
            to=to,
            summary=form.cleaned_data["summary"],
            now=settings.CLOCK.now(),
        )
        return f"{to} is gevraagd om het over te nemen.", ""

    return _act(request, gemeente, id, HandOverForm, carry_out)


@_by_workers
def take_back(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """Ask no longer."""

    def carry_out(taak: InterneTaak, _: NoForm) -> tuple[str, str]:
        assigning.take_back(taak=taak, by=request.user, now=settings.CLOCK.now())
        return "De vraag is ingetrokken.", ""

    return _act(request, gemeente, id, NoForm, carry_out)


@_by_workers
def accept(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """Take over what a colleague asked."""

    def carry_out(taak: InterneTaak, _: NoForm) -> tuple[str, str]:
        assigning.accept(taak=taak, by=request.user, now=settings.CLOCK.now())
        return "Je hebt deze taak overgenomen.", ""

    return _act(request, gemeente, id, NoForm, carry_out)


@_by_workers
def decline(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """Not take over what a colleague asked."""

    def carry_out(taak: InterneTaak, form: DeclineForm) -> tuple[str, str]:
        reason = form.cleaned_data["reason"]
        left = assigning.decline(
            taak=taak, by=request.user, reason=reason, now=settings.CLOCK.now()
        )
        stays = f"bij {left.assignee}" if left.assignee is not None else "op de stapel"
        return f"{taak.reference} blijft {stays}.", "taken"

    return _act(request, gemeente, id, DeclineForm, carry_out)


@_by_workers
def give_back(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """Back to the pile, with the reason."""

    def carry_out(taak: InterneTaak, form: ReturnForm) -> tuple[str, str]:
        reason = form.cleaned_data["reason"]
        assigning.return_to_pile(
            taak=taak, by=request.user, reason=reason, now=settings.CLOCK.now()
        )
        return f"{taak.reference} ligt weer op de stapel.", "team"

    return _act(request, gemeente, id, ReturnForm, carry_out)


@_by_workers
def plan(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """Agree on a moment to call."""

    def carry_out(taak: InterneTaak, form: PlanForm) -> tuple[str, str]:
        at = form.moment
        contacting.plan_call(taak=taak, by=request.user, at=at, now=settings.CLOCK.now())
        return f"Belmoment: {moment_in_words(at)}. De inwoner ziet dit in het gesprek.", ""

    return _act(request, gemeente, id, PlanForm, carry_out)


@_by_workers
def log_call(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """What came of a call, and whether that was all."""

    def carry_out(taak: InterneTaak, form: CallForm) -> tuple[str, str]:
        result = form.cleaned_data["result"]
        conclude(
            taak=taak,
            by=request.user,
            outcome=CallOutcome(form.cleaned_data["outcome"]),
            note=form.cleaned_data["note"],
            result=result,
            now=settings.CLOCK.now(),
        )
        return (
            (f"{taak.reference} is afgehandeld.", "taken")
            if result
            else ("Het gesprek is vastgelegd.", "")
        )

    return _act(request, gemeente, id, CallForm, carry_out)


@_by_workers
def finish(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """Mark as done, with the result."""

    def carry_out(taak: InterneTaak, form: FinishForm) -> tuple[str, str]:
        conclude(
            taak=taak,
            by=request.user,
            result=form.cleaned_data["result"],
            note=form.cleaned_data["note"],
            now=settings.CLOCK.now(),
        )
        return f"{taak.reference} is afgehandeld.", "taken"

    return _act(request, gemeente, id, FinishForm, carry_out)
