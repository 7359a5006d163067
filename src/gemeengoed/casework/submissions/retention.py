# SPDX-License-Identifier: EUPL-1.2
"""How long what was handed in is kept here. What is open or not delivered yet stays."""

from datetime import timedelta

from gemeengoed.casework.submissions.operations import empty_over
from gemeengoed.terms.retention import Retention, Then

POLICIES = (
    Retention(
        models=("submissions.Submission", "submissions.Delivery"),
        keep=timedelta(days=365),
        since="it was closed or withdrawn",
        then=Then.EMPTIED,
        why="for a year a complaint of it must be heard (Awb 9:8); the zaakregister keeps the zaak",
        carry_out=empty_over,
    ),
)
