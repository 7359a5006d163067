# SPDX-License-Identifier: EUPL-1.2
"""How long a talk is kept."""

from datetime import timedelta

from gemeengoed.conversations.operations import erase_old
from gemeengoed.terms.retention import Retention, Then

KEPT = timedelta(days=90)

POLICIES = (
    Retention(
        models=("conversations.Conversation", "conversations.Event"),
        keep=KEPT,
        since="the conversation began",
        then=Then.EMPTIED,
        why="enough to go on later and to see what was not understood; numbers and times stay",
        carry_out=erase_old,
    ),
)
