# SPDX-License-Identifier: EUPL-1.2
"""Writing a record, and in the end forgetting who it was."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from gemeengoed.audit.errors import RecordOutsideTransactionError
from gemeengoed.audit.models import AuditRecord

USER = "user:"  # how an actor or a subject begins that is a colleague


def record(
    *,
    municipality: str,
    actor: str,
    action: str,
    subject: str,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
) -> AuditRecord:
    """Record one change; call it inside the transaction of that change.

    Raises RecordOutsideTransactionError when there is no transaction.
    """
    if not connection.in_atomic_block:
        raise RecordOutsideTransactionError(
            f"{action} on {subject} is recorded outside a transaction"
        )
    return AuditRecord.objects.create(
        at=settings.CLOCK.now(),
        municipality=municipality,
        actor=actor,
        action=action,
        subject=subject,
        reason=reason,
        details=dict(details or {}),
    )


@transaction.atomic
def forget_who(*, keep: timedelta) -> int:
    """Retention: from records older than this take who it was and what was told with it.

    Returns how many. "user:7" becomes "user"; action, kind of subject, municipality and time stay.
    """
    old = AuditRecord.objects.filter(recorded_at__lt=timezone.now() - keep)
    told = Q(actor__startswith=USER) | Q(subject__startswith=USER) | ~Q(reason="") | ~Q(details={})
    count = old.filter(told).update(
        actor=_without_who("actor"), subject=_without_who("subject"), reason="", details={}
    )
    if count:
        record(
            municipality="",
            actor="system:worker",
            action="audit.emptied",
            subject="audit:all",
            details={"count": count},
        )
    return count


def _without_who(field: str) -> Case:
    user = When(**{f"{field}__startswith": USER}, then=Value(USER.rstrip(":")))
    return Case(user, default=F(field))
