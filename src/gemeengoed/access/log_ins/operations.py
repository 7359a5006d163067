# SPDX-License-Identifier: EUPL-1.2
"""All writes on log-ins. Secrets are kept as hashes; audit records name a person by id only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from gemeengoed.access.errors import (
    ExpiredLogInError,
    NotLoggedInError,
    UnknownLogInError,
    UsedLogInError,
)
from gemeengoed.access.log_ins.queries import living
from gemeengoed.access.log_ins.shapes import (
    AT_MOST,
    TO_COME_BACK,
    WITHOUT_USE,
    LogInTakenUp,
    Session,
)
from gemeengoed.access.models import PendingLogIn, ResidentSession
from gemeengoed.access.tokens import fingerprint, new_token
from gemeengoed.audit.operations import record
from gemeengoed.municipalities.models import Municipality

RESIDENT = "resident"
SAME_MOMENT = timedelta(seconds=30)  # uses so near each other are written down once


@dataclass(frozen=True, slots=True)
class BegunSession:
    """token: for the cookie, shown once."""

    token: str = field(repr=False)
    session: Session


@transaction.atomic
def begin_log_in(
    *,
    municipality: Municipality,
    state: str,
    secrets: Mapping[str, str],
    level: str,
    return_path: str,
    conversation: UUID | None = None,
    browser: str = "",
) -> str:
    """Remember a browser that is sent to log in. Returns the secret that binds it, for a cookie.

    ``browser`` is the secret this browser has already, if any: so two tabs can be on their way at
    once. One that we do not know is not taken over.
    """
    now = timezone.now()
    bound = PendingLogIn.objects.filter(
        municipality=municipality, browser_hash=fingerprint(browser), valid_until__gt=now
    )
    secret = browser if browser and bound.exists() else new_token()
    pending = PendingLogIn.objects.create(
        municipality=municipality,
        state_hash=fingerprint(state),
        browser_hash=fingerprint(secret),
        secrets=dict(secrets),
        level=level,
        return_path=return_path,
        conversation=conversation,
        valid_until=now + TO_COME_BACK,
    )
    record(
        municipality=municipality.pk,
        actor=RESIDENT,
        action="log_in.begun",
        subject=f"log_in:{pending.pk}",
        details={"level": level},
    )
    return secret


@transaction.atomic
def take_up_log_in(*, municipality: str, state: str, browser: str) -> LogInTakenUp:
    """What was remembered of a browser that comes back; from now on it is used.

    Raises UnknownLogInError, UsedLogInError or ExpiredLogInError. Another browser than the one that
    was sent learns nothing and uses nothing up.
    """
    fitting = PendingLogIn.objects.filter(
        municipality_id=municipality,
        state_hash=fingerprint(state),
        browser_hash=fingerprint(browser),
    )
    row = fitting.select_for_update().first()
    if row is None:
        raise UnknownLogInError
    if row.used_at is not None:
        raise UsedLogInError
    if row.valid_until <= timezone.now():
        raise ExpiredLogInError
    taken_up = LogInTakenUp.of(row)
    row.used_at, row.secrets = timezone.now(), {}
    row.save(update_fields=["used_at", "secrets"])
    record(
        municipality=municipality,
        actor=RESIDENT,
        action="log_in.taken_up",
        subject=f"log_in:{row.pk}",
    )
    return taken_up


@transaction.atomic
def begin_session(
    *,
    municipality: Municipality,
    person: UUID,
    level: str,
    conversation: UUID | None = None,
    replaces: str = "",
) -> BegunSession:
    """Log the person in. ``replaces`` is the token that this browser had: of one browser the newest
    log-in counts. Whoever else was logged in in the same conversation is logged out.
    """
    now = timezone.now()
    if replaces:
        _end_all(_with_token(municipality.pk, replaces), why="the same browser logged in anew")
    follows_another = _log_others_out(municipality.pk, conversation, person)
    token = new_token()
    row = ResidentSession.objects.create(
        municipality=municipality,
        token_hash=fingerprint(token),
        person=person,
        level=level,
        conversation=conversation,
        follows_another=follows_another,
        begun_at=now,
        used_at=now,
        ends_at=now + AT_MOST,
    )
    record(
        municipality=municipality.pk,
        actor=f"person:{person}",
        action="session.begun",
        subject=f"session:{row.pk}",
        details={"level": level, "follows_another": follows_another},
    )
    return BegunSession(token, Session.of(row))


@transaction.atomic
def bring_session(*, municipality: str, token: str, conversation: UUID) -> Session:
    """From now on this log-in belongs to that conversation; who was logged in there is logged out.

    For who was logged in before the conversation asked for it. Raises NotLoggedInError.
    """
    row = living(_with_token(municipality, token)).select_for_update().first()
    if row is None:
        raise NotLoggedInError
    if row.conversation != conversation:
        row.follows_another = _log_others_out(municipality, conversation, row.person)
        row.conversation = conversation
        row.save(update_fields=["conversation", "follows_another"])
        record(
            municipality=municipality,
            actor=f"person:{row.person}",
            action="session.brought",
            subject=f"session:{row.pk}",
            details={"follows_another": row.follows_another},
        )
    return Session.of(row)


@transaction.atomic
def use_session(*, municipality: str, token: str) -> Session:
    """Who is logged in with this token; counts as use. Raises NotLoggedInError."""
    row = living(_with_token(municipality, token)).first()
    if row is None:
        raise NotLoggedInError
    now = timezone.now()
    if row.used_at < now - SAME_MOMENT:
        # A newer moment never makes way for an older one, and an ended log-in stays ended.
        newer = ResidentSession.objects.filter(pk=row.pk, used_at__lt=now, ends_at__gt=now)
        newer.update(used_at=now)
        row.refresh_from_db()
    return Session.of(row)


@transaction.atomic
def end_session(*, municipality: str, token: str) -> None:
    """Log out; one that has ended already is fine."""
    _end_all(_with_token(municipality, token), why="logged out")


@transaction.atomic
def forget_log_ins(*, keep: timedelta) -> int:
    """Delete those on the way whose time is over for this long."""
    spent = PendingLogIn.objects.filter(valid_until__lt=timezone.now() - keep)
    return _forgotten("log_ins", spent.delete()[0])


@transaction.atomic
def forget_sessions(*, keep: timedelta) -> int:
    """Delete log-ins that ended this long ago."""
    before = timezone.now() - keep
    ended = Q(ends_at__lt=before) | Q(used_at__lt=before - WITHOUT_USE)
    return _forgotten("sessions", ResidentSession.objects.filter(ended).delete()[0])


def _with_token(municipality: str, token: str) -> QuerySet[ResidentSession]:
    return ResidentSession.objects.filter(
        municipality_id=municipality, token_hash=fingerprint(token)
    )


def _log_others_out(municipality: str, conversation: UUID | None, person: UUID) -> bool:
    """End the log-ins of others in this conversation; whether there ever was one."""
    if conversation is None:
        return False
    in_it = ResidentSession.objects.filter(municipality_id=municipality, conversation=conversation)
    others = in_it.exclude(person=person)
    _end_all(others, why="somebody else logged in in the conversation")
    return others.exists()


def _end_all(rows: QuerySet[ResidentSession], *, why: str) -> None:
    for row in living(rows).select_for_update():
        row.ends_at = timezone.now()
        row.save(update_fields=["ends_at"])
        record(
            municipality=row.municipality_id,
            actor=f"person:{row.person}",
            action="session.ended",
            subject=f"session:{row.pk}",
            details={"why": why},
        )


def _forgotten(what: str, count: int) -> int:
    if count:
        record(
            municipality="",
            actor="system:worker",
            action=f"{what}.forgotten",
            subject="access:all",
            details={"count": count},
        )
    return count
