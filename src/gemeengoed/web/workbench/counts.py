# SPDX-License-Identifier: EUPL-1.2
"""How it goes: per flow how many began, finished and stopped where. For who leads the work."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gemeengoed.casework.roles import LEADS
from gemeengoed.content.queries import edition_of
from gemeengoed.dialogue.flow import Flow
from gemeengoed.insights.counting import FlowFigures
from gemeengoed.insights.queries import USUAL, counts_of
from gemeengoed.insights.runs import SUMMARY
from gemeengoed.insights.wording import LABELS, NOTES
from gemeengoed.web.frame.permissions import StaffRequest, require_membership
from gemeengoed.web.workbench.framing import framed

WRONG_DAY = {"required": "Kies een dag.", "invalid": "Kies een dag."}


class PeriodForm(forms.Form):
    """The days to tell of, both included."""

    since = forms.DateField(
        label="Van",
        error_messages=WRONG_DAY,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    until = forms.DateField(
        label="Tot en met",
        error_messages=WRONG_DAY,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> None:
        """The first day is not after the last."""
        first, last = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if first and last and first > last:
            self.add_error("since", "Kies een dag die niet na de laatste dag ligt.")


@require_membership(*LEADS)
@never_cache
@require_safe
def counts(request: StaffRequest, gemeente: str) -> HttpResponse:
    """Of the last ninety days, or of those between ``since`` and ``until``."""
    today = settings.CLOCK.today()
    usual = {"since": today - USUAL, "until": today}
    form = PeriodForm(request.GET or None, initial=usual)
    chosen = form.cleaned_data if form.is_valid() else usual
    page = framed(request, "counts", form=form, notes=NOTES)
    if not form.errors:
        page |= _told(gemeente, chosen["since"], chosen["until"])
    return render(request, "workbench/counts.html", page, status=422 if form.errors else 200)


def _told(slug: str, since: date, until: date) -> dict[str, Any]:
    """The figures with the names of flows and steps as colleagues know them."""
    found = counts_of(slug, since=since, until=until, now=settings.CLOCK.now())
    flows = edition_of(slug).catalogue.flows
    told = {
        _label(flows.get(id), id): _flow(flows.get(id), figures)
        for id, figures in found.flows.items()
        if figures is not None
    }
    few = [_label(flows.get(id), id) for id, figures in found.flows.items() if figures is None]
    return {"counts": found, "flows": told, "few": few}


def _label(flow: Flow | None, id: str) -> str:
    """One that is not offered any more has only its id."""
    return flow.label if flow is not None else id


def _flow(flow: Flow | None, figures: FlowFigures) -> dict[str, Any]:
    rows = [(label, getattr(figures, name), meaning) for label, name, meaning in LABELS]
    stopped = [(_step(flow, name), number) for name, number in figures.stopped_at]
    return {"rows": rows, "stopped": stopped}


def _step(flow: Flow | None, name: str) -> str:
    if name == SUMMARY:
        return "De samenvatting"
    step = flow.step(name) if flow is not None else None
    return step.label if step is not None else name or "Nog voor de eerste vraag"
