# SPDX-License-Identifier: EUPL-1.2
"""How long the audit tells who it was. That something happened to what is kept for good."""

from datetime import timedelta

from gemeengoed.audit.operations import forget_who
from gemeengoed.terms.retention import Retention, Then

POLICIES = (
    Retention(
        models=("audit.AuditRecord",),
        keep=timedelta(days=1825),
        since="it was recorded",
        then=Then.EMPTIED,
        why="by then nobody is called to account for it; what happened to which thing stays",
        carry_out=forget_who,
    ),
)
