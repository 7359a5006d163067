# SPDX-License-Identifier: EUPL-1.2
"""The audit record that every change of a submission leaves."""

from collections.abc import Mapping
from typing import Any

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record
from gemeengoed.casework.submissions.models import Submission


def write_record(
    *,
    submission: Submission,
    what: str,
    by: User | None,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
) -> None:
    """Call it inside the transaction of the change. by None: the resident.

    Nothing of what was entered: the audit may not tell of a person.
    """
    record(
        municipality=submission.municipality_id,
        actor=f"user:{by.pk}" if by is not None else "resident",
        action=f"submission.{what}",
        subject=f"submission:{submission.pk}",
        reason=reason,
        details={"kind": submission.kind, **(details or {})},
    )
