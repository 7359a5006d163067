# SPDX-License-Identifier: EUPL-1.2
"""When a legal term ends after all that happened to it, and why."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gemeengoed.terms.errors import TermError
from gemeengoed.terms.legal_terms import Begins, Extension, ExtensionRule, LegalTerm
from gemeengoed.terms.length import Length, Unit
from gemeengoed.terms.reasons import Added, Exempt, Extended, LeftAlone, Reason, Started, Suspended
from gemeengoed.terms.suspension import GRONDSLAG, Suspension
from gemeengoed.terms.termijnenwet import DAYS_ON_A_PAR, Span, exempt, moved, with_room

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TermEnd:
    """The first and the last day of a term; counted_last: before the Algemene termijnenwet."""

    first: date
    last: date
    counted_last: date
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Count:
    """A term so far. still: the spans in which the clock stood still, in order, not overlapping."""

    first: date
    last: date
    reasons: tuple[Reason, ...]
    still: tuple[Span, ...] = ()


def term_end(
    term: LegalTerm,
    counted_from: date,
    *,
    suspensions: Iterable[Suspension] = (),
    extensions: Sequence[Extension] = (),
    on_a_par: Collection[date] = DAYS_ON_A_PAR,
) -> TermEnd:
    """When the term ends, and why.

    counted_from: the day of what makes it run: the receipt, the making known, the move. on_a_par:
    days put on a par with a holiday by decree. A suspension counts from the first day of the term,
    and only when it begins before it is over; days that the Algemene termijnenwet adds are not
    suspended, which is not confirmed and gives the earlier end. Raises TermError with all
    faults: a ground or an extension that this term does not know, more than one extension, one that
    is too long or was announced too late.
    """
    in_order = sorted(suspensions)
    count = _suspended(_begun(term, counted_from), in_order)
    faults = _faults_of_suspensions(term, in_order)
    faults += _faults_of_extensions(term, counted_from, count, extensions, on_a_par)
    if faults:
        raise TermError(faults)
    if not extensions or term.extended_by is None:
        return _by_the_act(term, count, None, on_a_par)
    extension = extensions[0]
    count = _extended(_begun(term, counted_from), term.extended_by, extension, in_order)
    return _by_the_act(term, count, extension.by, on_a_par)


def _begun(term: LegalTerm, counted_from: date) -> _Count:
    first = counted_from + _DAY if term.begins is Begins.DAY_AFTER else counted_from
    last = term.length.after(first - _DAY)
    is_confirmed = term.length.unit is not Unit.MONTHS
    started = Started(counted_from, first, term.begun_by)
    return _Count(first, last, (started, Added(term.length, last, term.grondslag, is_confirmed)))


def _suspended(count: _Count, suspensions: Iterable[Suspension]) -> _Count:
    """Push the end by each day on which the clock stood still, once. suspensions: in order."""
    last, reasons, still = count.last, list(count.reasons), list(count.still)
    counted_until = still[-1][1] if still else count.first
    for suspension in suspensions:
        begins, until = max(suspension.first, counted_until), suspension.until
        days = (until - begins).days if begins <= min(last, until) else 0
        if days:
            last += days * _DAY
            still.append((begins, until))
            counted_until = until
        ground = suspension.ground
        told = Suspended(ground, suspension.first, until, days, last, GRONDSLAG[ground])
        reasons.append(told)
    return _Count(count.first, last, tuple(reasons), tuple(still))


def _extended(
    count: _Count, rule: ExtensionRule, extension: Extension, suspensions: Sequence[Suspension]
) -> _Count:
    """A length comes on top of the term; a new day takes its place.

    Who names a new day knows what suspended the term until then: only what comes later still
    moves that day.
    """
    later = suspensions
    if isinstance(extension.by, Length):
        last = extension.by.after(count.last)
    else:
        last = extension.by
        count = _suspended(count, [s for s in suspensions if s.first <= extension.announced_on])
        later = [s for s in suspensions if s.first > extension.announced_on]
    told = Extended(extension.announced_on, extension.by, last, rule.grondslag)
    return _suspended(_Count(count.first, last, (*count.reasons, told), count.still), later)


def _by_the_act(
    term: LegalTerm, count: _Count, extended_by: Length | date | None, on_a_par: Collection[date]
) -> TermEnd:
    """Apply the Algemene termijnenwet where it applies."""
    last, reasons = count.last, list(count.reasons)
    if left_alone := _left_alone(term, extended_by):
        return TermEnd(count.first, last, last, (*reasons, left_alone))
    if room := with_room(term.length, count.first, last, still=count.still, on_a_par=on_a_par):
        last = room.last
        reasons.append(room)
    if move := moved(last, on_a_par):
        last = move.last
        reasons.append(move)
    return TermEnd(count.first, last, count.last, tuple(reasons))


def _left_alone(term: LegalTerm, extended_by: Length | date | None) -> LeftAlone | None:
    if not term.follows_act:
        return LeftAlone(Exempt.BY_ITS_OWN_LAW, term.grondslag, is_confirmed=True)
    return exempt(term.length, extended_by)


def _faults_of_suspensions(term: LegalTerm, suspensions: Iterable[Suspension]) -> list[str]:
    unknown = {suspension.ground for suspension in suspensions} - term.suspended_by
    return [f"{ground} does not suspend {term.code}" for ground in sorted(unknown)]


def _faults_of_extensions(
    term: LegalTerm,
    counted_from: date,
    count: _Count,
    extensions: Sequence[Extension],
    on_a_par: Collection[date],
) -> list[str]:
    """count: the term as it is without extension."""
    if not extensions:
        return []
    if (rule := term.extended_by) is None:
        return [f"{term.code} cannot be extended"]
    faults = [f"{term.code} can be extended only once"] if len(extensions) > 1 else []
    latest = _by_the_act(term, count, None, on_a_par).last
    if rule.announced_within is not None:
        announced_within = rule.announced_within.after(count.first - _DAY)
        move = moved(announced_within, on_a_par)
        latest = move.last if move else announced_within
    for extension in extensions:
        if not counted_from <= extension.announced_on <= latest:
            faults.append(f"an extension must be announced from {counted_from} up to {latest}")
        faults += _faults_of_length(rule, extension.by, count.last)
    return faults


def _faults_of_length(rule: ExtensionRule, by: Length | date, last: date) -> list[str]:
    if rule.most is None:
        if isinstance(by, Length):
            return [f"{rule.grondslag} asks for a new day, not for a length"]
        return [] if by > last else [f"a new day lies after {last}"]
    if not isinstance(by, Length):
        return [f"{rule.grondslag} asks for a length, not for a new day"]
    if not by.is_within(rule.most):
        return [f"{rule.grondslag} allows at most {rule.most}"]
    return []
