# SPDX-License-Identifier: EUPL-1.2
"""How long links and limits are kept: no longer than they do something."""

from datetime import timedelta

from gemeengoed.access.codes.operations import forget_codes
from gemeengoed.access.log_ins.operations import forget_log_ins, forget_sessions
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
        models=("access.OneTimeCode",),
        keep=timedelta(0),
        since="its time is over, to be typed and to keep open",
        then=Then.DELETED,
        why="it opens nothing any more; the audit tells that it was asked for and used",
        carry_out=forget_codes,
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
        models=("access.PendingLogIn",),
        keep=timedelta(0),
        since="its ten minutes are over",
        then=Then.DELETED,
        why="it opens nothing any more; the audit tells that it was begun and taken up",
        carry_out=forget_log_ins,
    ),
    Retention(
        models=("access.ResidentSession",),
        keep=timedelta(days=90),
        since="it ended",
        then=Then.DELETED,
        why="as long as the conversation, which must know whether somebody else was in it before",
        carry_out=forget_sessions,
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
