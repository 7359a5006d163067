# SPDX-License-Identifier: EUPL-1.2
"""How long links and limits are kept: no longer than they do something."""

from datetime import timedelta

from gemeengoed.access.operations import (
    forget_full_buckets,
    forget_persons,
    forget_spent_links,
)
from gemeengoed.terms.retention import Retention, Then

POLICIES = (
    Retention(
        models=("access.OneTimeLink",),
        keep=timedelta(0),
        since="it is used or its time is over",
        then=Then.DELETED,
        why="it opens nothing any more; the audit tells that it was made and used",
        carry_out=forget_spent_links,
    ),
    Retention(
        models=("access.KnownPerson",),
        keep=timedelta(days=90),
        since="it was last needed",
        then=Then.DELETED,
        why="as long as the conversation that named the person",
        carry_out=forget_persons,
    ),
    Retention(
        models=("access.RateBucket",),
        keep=timedelta(days=1),
        since="it was last taken from",
        then=Then.DELETED,
        why="it stands for an address on the internet; full again, it says the same as none",
        carry_out=forget_full_buckets,
    ),
)
