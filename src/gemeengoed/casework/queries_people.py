# SPDX-License-Identifier: EUPL-1.2
"""Reads on colleagues: who could do an interne_taak, and why."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from uuid import UUID

from django.utils.timezone import localtime

from gemeengoed.accounts.models import User
from gemeengoed.casework.activities import Activity, Preference
from gemeengoed.casework.models import (
    InterneTaak,
    Klantcontact,
    Status,
    TaakEvent,
    TaakEventKind,
    WorkProfile,
)
from gemeengoed.casework.proposing import (
    Candidate,
    Need,
    Obstacle,
    Ranking,
    fit_in_words,
    obstacle_of,
    rank,
)
from gemeengoed.casework.roles import is_worker
from gemeengoed.municipalities.models import Membership
from gemeengoed.terms.clock import AMSTERDAM
from gemeengoed.terms.opening_hours import parse_opening_hours
from gemeengoed.terms.workdays import add_working_days


def ranking_for(taak: InterneTaak, now: datetime, *, but: Collection[int] = ()) -> Ranking:
    """Who could do this, the best first. Left out: who has it already, and the keys in but."""
    found = [each for each in _workers(taak.municipality_id) if each.user_id not in but]
    others = [each for each in found if each.user_id != taak.assignee_id]
    return rank(need_of(taak, now), list(_candidates(taak, others)), now)


def obstacle_for(taak: InterneTaak, colleague: User, now: datetime) -> Obstacle | None:
    """Why this colleague is not the one for it; None when nothing stands in the way.

    Who does not work on interne taken here has no mandate for it.
    """
    memberships = [each for each in _workers(taak.municipality_id) if each.user_id == colleague.pk]
    for candidate in _candidates(taak, memberships):
        return obstacle_of(need_of(taak, now), candidate, now)
    return Obstacle.MANDATE


def fits(taken: Sequence[InterneTaak], colleague: User, now: datetime) -> dict[UUID, str]:
    """Of these of one municipality: those that suit this colleague, and why, in words.

    Not what they would rather not do, nor what they lack the competence for.
    """
    if not taken:
        return {}
    here = taken[0].municipality_id
    membership = next((each for each in _workers(here) if each.user_id == colleague.pk), None)
    if membership is None:
        return {}
    known = _Known({colleague.pk: profile_of(here, colleague) or WorkProfile(languages=["nl"])})
    found = {
        taak.pk: fit_in_words(need_of(taak, now), _candidate(membership, known, _told(taak)), now)
        for taak in taken
    }
    return {key: words for key, words in found.items() if words}


def profile_of(municipality: str, user: User) -> WorkProfile | None:
    """What this colleague can and likes to do here; None when nobody has said it."""
    return WorkProfile.objects.filter(municipality_id=municipality, user=user).first()


def colleague_in(municipality: str, id: int) -> User | None:
    """The colleague with this key who works on interne taken here; None when there is none."""
    return next((each.user for each in _workers(municipality) if each.user_id == id), None)


def need_of(taak: InterneTaak, now: datetime) -> Need:
    """What the work asks for. When it is late already: somebody who works by tomorrow."""
    last = max(taak.due_on, add_working_days(localtime(now).date(), 1))
    return Need(
        activity=Activity(taak.activity),
        until=datetime.combine(last + timedelta(days=1), time(0), tzinfo=AMSTERDAM),
        area=taak.area,
        level=taak.level,
        mandate=taak.mandate,
        language=taak.language,
    )


def _workers(municipality: str) -> list[Membership]:
    found = Membership.objects.filter(municipality_id=municipality, user__is_active=True)
    return [each for each in found.select_related("user") if is_worker(each)]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the tables say of the colleagues of one interne_taak, by key of the user."""

    profiles: Mapping[int, WorkProfile]
    load: Mapping[int, int] = field(default_factory=dict)
    spoke: Collection[int] = ()
    declined: Collection[int] = ()
    had: Collection[int] = ()


def _candidates(taak: InterneTaak, memberships: Sequence[Membership]) -> Iterator[Candidate]:
    """In six queries, however many colleagues there are."""
    known = _known(taak, [each.user_id for each in memberships])
    for membership in memberships:
        yield _candidate(membership, known, _told(taak))


def _told(taak: InterneTaak) -> set[str]:
    """The texts that the resident gave, lower case."""
    return {text.casefold() for text in taak.answers.values() if isinstance(text, str)}


def _known(taak: InterneTaak, users: Sequence[int]) -> _Known:
    here = taak.municipality_id
    profiles = WorkProfile.objects.filter(municipality_id=here, user_id__in=users)
    open_here = InterneTaak.objects.filter(municipality_id=here, status=Status.OPEN)
    spoke = Klantcontact.objects.filter(
        municipality_id=here, taak__conversation_id=taak.conversation_id, reached=True
    )
    events = TaakEvent.objects.filter(taak=taak, by__isnull=False)
    declined = events.filter(kind=TaakEventKind.DECLINED)
    had = events.filter(kind__in=(TaakEventKind.ASSIGNED, TaakEventKind.ACCEPTED))
    return _Known(
        profiles={each.user_id: each for each in profiles.select_related("lent_by")},
        load=Counter(
            key
            for key in open_here.filter(assignee_id__in=users).values_list("assignee_id", flat=True)
            if key is not None
        ),
        spoke={key for key in spoke.values_list("by_id", flat=True) if key is not None},
        declined=set(declined.values_list("by_id", flat=True)),
        had=set(had.values_list("by_id", flat=True)) - {taak.assignee_id},
    )


def _candidate(membership: Membership, known: _Known, told: set[str]) -> Candidate:
    """told: as _told; who stands in it by e-mail address is a party."""
    user = membership.user
    profile = known.profiles.get(user.pk) or WorkProfile(languages=["nl"])
    return Candidate(
        id=user.pk,
        name=str(user),
        competences=profile.competences,
        preferences={name: Preference(said) for name, said in profile.preferences.items()},
        languages=frozenset(profile.languages),
        mandates=frozenset(membership.mandates),
        hours=parse_opening_hours(profile.hours) if profile.hours else None,
        open_taken=known.load.get(user.pk, 0),
        spoke_before=user.pk in known.spoke,
        is_party=bool({user.username.casefold(), user.email.casefold()} & told - {""}),
        declined=user.pk in known.declined,
        let_go=user.pk in known.had,
        lent_by=profile.lent_by.name if profile.lent_by else "",
    )
