# SPDX-License-Identifier: EUPL-1.2
"""How long log-ins of staff are kept. Accounts stay as long as somebody works here."""

from datetime import timedelta

from gemeengoed.accounts.operations import forget_ended_sessions
from gemeengoed.terms.retention import Retention, Then

POLICIES = (
    Retention(
        models=("sessions.Session",),
        keep=timedelta(0),
        since="the log-in ends by itself",
        then=Then.DELETED,
        why="it opens nothing any more",
        carry_out=forget_ended_sessions,
    ),
)
