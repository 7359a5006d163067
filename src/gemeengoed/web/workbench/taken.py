# SPDX-License-Identifier: EUPL-1.2
"""The list of interne taken, one of them, and marking it as done."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gemeengoed.casework.errors import AlreadyFinishedError, UnknownTaakError
from gemeengoed.casework.kinds import KINDS
from gemeengoed.casework.models import InterneTaak, Status
from gemeengoed.casework.operations import finish
from gemeengoed.casework.queries import finished_taken, open_taken, taak_by_reference, taak_of
from gemeengoed.casework.references import read_reference
from gemeengoed.web.frame.permissions import StaffRequest, require_membership
from gemeengoed.web.workbench.due import by_urgency, line
from gemeengoed.web.workbench.forms import FinishForm

# Those who do the work of the list; an editor or adviser has no business with phone numbers.
WORKERS = ("medewerker", "teamleider", "coordinator")


@require_membership(*WORKERS)
@never_cache
@require_safe
def overview(request: StaffRequest, gemeente: str) -> HttpResponse:
    """All open ones by urgency, and what was done today. ``nummer`` looks one up."""
    typed = request.GET.get("nummer", "").strip()
    problem = ""
    if typed:
        found = _by_number(gemeente, typed)
        if isinstance(found, InterneTaak):
            return redirect("workbench:taak", gemeente, found.pk)
        problem = found
    today = settings.CLOCK.today()
    taken = open_taken(gemeente)
    page = {
        "municipality": request.membership.municipality,
        "groups": by_urgency(taken, today),
        "count": len(taken),
        "finished": [line(taak, today) for taak in finished_taken(gemeente, on=today)],
        "typed": typed,
        "problem": problem,
    }
    return render(request, "workbench/taken.html", page)


def _by_number(gemeente: str, typed: str) -> InterneTaak | str:
    """The one with this number, or what to tell the colleague."""
    reference = read_reference(typed)
    if reference is None:
        return "Dit nummer klopt niet. Kijk of er een typefout in zit."
    return taak_by_reference(gemeente, reference) or f"Er is geen taak met nummer {reference}."


@require_membership(*WORKERS)
@never_cache
@require_safe
def one(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """What was asked, by when, and the form to finish it."""
    return _page(request, _taak(gemeente, id), FinishForm())


@require_membership(*WORKERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def finish_one(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """Mark as done; what was typed is shown again whenever that does not succeed.

    Who only looks here (after logging in again, by reloading) gets the interne_taak.
    """
    taak = _taak(gemeente, id)
    if request.method != "POST":
        return redirect("workbench:taak", gemeente, id)
    form = FinishForm(request.POST)
    if not form.is_valid():
        return _page(request, taak, form, status=422)
    note = form.cleaned_data["note"]
    try:
        finish(taak=taak, by=request.user, note=note, now=settings.CLOCK.now())
    except AlreadyFinishedError as error:
        form.add_error(
            None, f"{error.by} heeft deze taak al afgehandeld. Uw tekst is niet bewaard."
        )
        return _page(request, _taak(gemeente, id), form, status=409)
    messages.success(request, f"{taak.reference} is afgehandeld.")
    return redirect("workbench:taken", gemeente)


def _taak(gemeente: str, id: UUID) -> InterneTaak:
    try:
        return taak_of(gemeente, id)
    except UnknownTaakError as error:
        raise Http404 from error


def _page(
    request: StaffRequest, taak: InterneTaak, form: FinishForm, status: int = 200
) -> HttpResponse:
    kind = KINDS.get(taak.kind)
    page = {
        "municipality": request.membership.municipality,
        "taak": taak,
        "line": line(taak, settings.CLOCK.today()),
        "action": kind.action if kind else "",
        "is_open": taak.status == Status.OPEN,
        "form": form,
    }
    return render(request, "workbench/taak.html", page, status=status)
