# SPDX-License-Identifier: EUPL-1.2
"""Which colleague fits an interne_taak best, and why, in words. Pure.

First who may and can at all: no interest of their own, mandate, language, working hours; not who
declined it or let it go before. Of those: who has the competence; who likes to do it; who spoke
with the resident before; who has least to do. Who would rather not is never before another who has
the competence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from gemeengoed.casework.activities import Activity, Preference, preference_in_words
from gemeengoed.terms.clock import AMSTERDAM
from gemeengoed.terms.dutch_dates import DAY_NAMES
from gemeengoed.terms.opening_hours import OpeningHours


@dataclass(frozen=True, slots=True)
class Need:
    """What the work asks for. until: the moment before which somebody must be working."""

    activity: Activity
    until: datetime
    area: str = ""  # empty: anybody can
    level: int = 1
    mandate: str = ""
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A colleague with a role for this work here. hours None: not known, so no obstacle."""

    id: int
    name: str
    competences: Mapping[str, int] = field(default_factory=dict)
    preferences: Mapping[str, Preference] = field(default_factory=dict)
    languages: frozenset[str] = frozenset({"nl"})
    mandates: frozenset[str] = frozenset()
    hours: OpeningHours | None = None
    open_taken: int = 0
    spoke_before: bool = False  # with this resident, about this
    is_party: bool = False  # is the resident, or has an interest in it (Awb 2:4)
    declined: bool = False  # to take over this interne_taak
    let_go: bool = False  # had this interne_taak before
    lent_by: str = ""  # name of the municipality that lends this colleague


@dataclass(frozen=True, slots=True)
class Proposal:
    """reason: why this colleague, in words. has_competence: to the level that is asked."""

    candidate: Candidate
    reason: str
    has_competence: bool
    preference: Preference

    def __str__(self) -> str:
        return f"{self.candidate.name}: {self.reason}"


class Obstacle(Enum):
    """Why a colleague is not proposed, the weightiest first."""

    PARTY = "heeft hier zelf belang bij"
    MANDATE = "heeft het mandaat niet"
    LANGUAGE = "spreekt de taal niet"
    DECLINED = "wilde deze taak niet overnemen"
    LET_GO = "had deze taak eerder"
    HOURS = "werkt niet voordat deze taak klaar moet zijn"

    @property
    def forbids(self) -> bool:
        """Whether this colleague may not do it at all, also of their own will."""
        return self in (Obstacle.PARTY, Obstacle.MANDATE)

    @property
    def forbids_asking(self) -> bool:
        """Whether this colleague must not be asked; the others are for people to judge."""
        return self not in (Obstacle.HOURS, Obstacle.LET_GO)


@dataclass(frozen=True, slots=True)
class Excluded:
    """Who is not proposed."""

    candidate: Candidate
    obstacle: Obstacle

    @property
    def reason(self) -> str:
        return self.obstacle.value


@dataclass(frozen=True, slots=True)
class Ranking:
    """proposals: the best first."""

    proposals: tuple[Proposal, ...]
    excluded: tuple[Excluded, ...]

    @property
    def best(self) -> Proposal | None:
        return self.proposals[0] if self.proposals else None


def rank(need: Need, candidates: Iterable[Candidate], now: datetime) -> Ranking:
    """All candidates: those who fit, the best first, and those who do not, by name.

    The same candidates in another order give the same ranking.
    """
    proposals: list[Proposal] = []
    excluded: list[Excluded] = []
    for candidate in sorted(candidates, key=lambda each: (each.name, each.id)):
        obstacle = obstacle_of(need, candidate, now)
        if obstacle is not None:
            excluded.append(Excluded(candidate, obstacle))
        else:
            proposals.append(_proposal(need, candidate, now))
    return Ranking(tuple(sorted(proposals, key=lambda p: _order(need, p))), tuple(excluded))


def obstacle_of(need: Need, candidate: Candidate, now: datetime) -> Obstacle | None:
    """What stands in the way of this candidate, the weightiest; None when nothing does."""
    stands_in_the_way = {
        Obstacle.PARTY: candidate.is_party,
        Obstacle.MANDATE: bool(need.mandate) and need.mandate not in candidate.mandates,
        Obstacle.LANGUAGE: need.language not in candidate.languages,
        Obstacle.DECLINED: candidate.declined,
        Obstacle.LET_GO: candidate.let_go,
        Obstacle.HOURS: not _works_before(candidate.hours, now, need.until),
    }
    return next((obstacle for obstacle in Obstacle if stands_in_the_way[obstacle]), None)


def fit_in_words(need: Need, candidate: Candidate, now: datetime) -> str:
    """Why this suits the candidate: ``belt graag, verhuizen 3``; empty when it does not."""
    proposal = _proposal(need, candidate, now)
    dislikes = proposal.preference is Preference.RATHER_NOT
    if dislikes or not proposal.has_competence or obstacle_of(need, candidate, now) is not None:
        return ""
    liked = preference_in_words(need.activity, proposal.preference)
    return ", ".join(part for part in (liked, _competence(need, candidate, True)) if part)


def _works_before(hours: OpeningHours | None, now: datetime, until: datetime) -> bool:
    if hours is None:
        return True
    begins = hours.next_opening(now)
    return begins is not None and begins < until


def _proposal(need: Need, candidate: Candidate, now: datetime) -> Proposal:
    preference = candidate.preferences.get(need.activity, Preference.NEUTRAL)
    has_competence = not need.area or candidate.competences.get(need.area, 0) >= need.level
    reason = _reason(need, candidate, preference, has_competence, now)
    return Proposal(candidate, reason, has_competence, preference)


def _order(need: Need, proposal: Proposal) -> tuple[bool, int, bool, int, int, str, int]:
    """Smaller is better. The name and id at the end make it the same each time."""
    candidate = proposal.candidate
    return (
        not proposal.has_competence,
        proposal.preference.rank,
        not candidate.spoke_before,
        candidate.open_taken,
        -candidate.competences.get(need.area, 0),
        candidate.name,
        candidate.id,
    )


def _reason(
    need: Need,
    candidate: Candidate,
    preference: Preference,
    has_competence: bool,
    now: datetime,
) -> str:
    """``belt graag, verhuizen 3, 2 open taken``."""
    told = [
        preference_in_words(need.activity, preference),
        _competence(need, candidate, has_competence),
        "sprak de inwoner eerder" if candidate.spoke_before else "",
        _load(candidate.open_taken),
        _when(candidate.hours, now),
        f"geleend van {candidate.lent_by}" if candidate.lent_by else "",
    ]
    return ", ".join(part for part in told if part)


def _competence(need: Need, candidate: Candidate, has_competence: bool) -> str:
    if not need.area:
        return ""
    area = need.area.replace("_", " ")
    level = candidate.competences.get(need.area, 0)
    if has_competence:
        return f"{area} {level}"
    return f"{area} {level} (gevraagd: {need.level})" if level else f"kent {area} nog niet"


def _load(open_taken: int) -> str:
    if not open_taken:
        return "geen open taken"
    return f"{open_taken} open {'taak' if open_taken == 1 else 'taken'}"


def _when(hours: OpeningHours | None, now: datetime) -> str:
    """From when, for who does not work at this moment."""
    begins = hours.next_opening(now) if hours is not None else None
    if begins is None or begins <= now:
        return ""
    local, today = begins.astimezone(AMSTERDAM), now.astimezone(AMSTERDAM).date()
    day = {today: "vandaag", today + timedelta(days=1): "morgen"}
    name = day.get(local.date(), DAY_NAMES[local.weekday()])
    return f"werkt {name} vanaf {local.hour}.{local.minute:02d} uur"
