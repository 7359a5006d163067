# SPDX-License-Identifier: EUPL-1.2
"""Writing a record: the only write of this room."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import connection

from gemeengoed.audit.errors import RecordOutsideTransactionError
from gemeengoed.audit.models import AuditRecord


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
