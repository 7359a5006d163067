# SPDX-License-Identifier: EUPL-1.2
"""What a colleague likes to do: their own to say and to change."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gemeengoed.casework.activities import Activity, Preference
from gemeengoed.casework.models import WorkProfile
from gemeengoed.casework.operations_profiles import save_preferences
from gemeengoed.casework.queries_people import profile_of
from gemeengoed.casework.roles import WORKERS
from gemeengoed.terms.opening_hours import parse_opening_hours
from gemeengoed.web.frame.permissions import StaffRequest, require_membership
from gemeengoed.web.workbench.forms import PreferencesForm
from gemeengoed.web.workbench.framing import framed

LANGUAGES = {
    "nl": "Nederlands",
    "ar": "Arabisch",
    "de": "Duits",
    "en": "Engels",
    "fr": "Frans",
    "pl": "Pools",
    "tr": "Turks",
    "uk": "Oekraïens",
}


@require_membership(*WORKERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: StaffRequest, gemeente: str) -> HttpResponse:
    """Shows the profile; the preferences can be changed."""
    found = profile_of(gemeente, request.user) or WorkProfile(languages=["nl"])
    neutral = {activity.value: Preference.NEUTRAL.value for activity in Activity}
    form = PreferencesForm(request.POST or None, initial={**neutral, **found.preferences})
    if request.method == "POST" and form.is_valid():
        save_preferences(
            municipality=request.membership.municipality,
            user=request.user,
            preferences=form.cleaned_data,
        )
        messages.success(request, "Je voorkeuren zijn bewaard.")
        return redirect("workbench:profile", gemeente)
    page = framed(
        request,
        "profile",
        form=form,
        profile=found,
        competences=[(area.replace("_", " "), level) for area, level in found.competences.items()],
        languages=[LANGUAGES.get(code, code) for code in found.languages],
        hours=parse_opening_hours(found.hours).in_words() if found.hours else "",
        mandates=[each.replace("-", " ") for each in request.membership.mandates],
    )
    status = 422 if form.errors else 200
    return render(request, "workbench/profile.html", page, status=status)
