# SPDX-License-Identifier: EUPL-1.2
"""How long it is kept who was asked to follow."""

from datetime import timedelta

from gemeengoed.casework.joining.operations import forget_joiners
from gemeengoed.terms.retention import Retention, Then

POLICIES = (
    Retention(
        models=("joining.Joiner",),
        keep=timedelta(days=90),
        since="it was answered, or asked when nobody answered",
        then=Then.DELETED,
        why="as long as the conversation that tells of it; what was declared is a submission",
        carry_out=forget_joiners,
    ),
)
