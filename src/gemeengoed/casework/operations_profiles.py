# SPDX-License-Identifier: EUPL-1.2
"""What colleagues can do and like to do."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record
from gemeengoed.casework.activities import Activity, Preference
from gemeengoed.casework.errors import WrongProfileError
from gemeengoed.casework.kinds import TEAMS
from gemeengoed.casework.models import WorkProfile
from gemeengoed.municipalities.models import Municipality
from gemeengoed.terms.opening_hours import OpeningHoursError, parse_opening_hours


@transaction.atomic
def save_profile(
    *,
    municipality: Municipality,
    user: User,
    team: str,
    competences: Mapping[str, int],
    preferences: Mapping[str, str],
    languages: Sequence[str],
    hours: Mapping[str, Sequence[str]],
    lent_by: Municipality | None,
    actor: str,
) -> WorkProfile:
    """Create the profile or bring it up to date, except the preferences of one that is there:
    those are the colleague's own to change (save_preferences).

    Raises WrongProfileError for a team, activity, preference or hours that cannot be.
    """
    wanted = {
        "team": _team(team),
        "competences": dict(competences),
        "languages": list(languages),
        "hours": _week(hours),
        "lent_by": lent_by,
    }
    profile, is_new = WorkProfile.objects.get_or_create(
        municipality=municipality,
        user=user,
        defaults={**wanted, "preferences": _preferences(preferences)},
    )
    changed = [name for name, value in wanted.items() if getattr(profile, name) != value]
    for name in changed:
        setattr(profile, name, wanted[name])
    if changed:
        profile.save(update_fields=changed)
    if is_new or changed:
        _record(profile, actor, "work_profile.saved")
    return profile


@transaction.atomic
def save_preferences(
    *, municipality: Municipality, user: User, preferences: Mapping[str, str]
) -> WorkProfile:
    """What the colleague says now; raises WrongProfileError."""
    wanted = _preferences(preferences)
    profile, _ = WorkProfile.objects.select_for_update().get_or_create(
        municipality=municipality, user=user, defaults={"languages": ["nl"]}
    )
    profile.preferences = wanted
    profile.save(update_fields=["preferences"])
    _record(profile, f"user:{user.pk}", "work_profile.preferences_saved")
    return profile


def _record(profile: WorkProfile, actor: str, action: str) -> None:
    """Without what it says: that is the colleague's own."""
    record(
        municipality=profile.municipality_id,
        actor=actor,
        action=action,
        subject=f"user:{profile.user_id}",
    )


def _team(team: str) -> str:
    if team and team not in TEAMS:
        raise WrongProfileError(f"there is no team {team!r}")
    return team


def _preferences(preferences: Mapping[str, str]) -> dict[str, str]:
    try:
        return {Activity(name): Preference(said) for name, said in preferences.items()}
    except ValueError as error:
        raise WrongProfileError(str(error)) from error


def _week(hours: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    try:
        parse_opening_hours(hours)
    except OpeningHoursError as error:
        raise WrongProfileError(str(error)) from error
    return {day: list(spans) for day, spans in hours.items()}
