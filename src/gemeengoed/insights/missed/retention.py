# SPDX-License-Identifier: EUPL-1.2
"""How long what was missed is kept."""

from datetime import timedelta

from gemeengoed.insights.missed.operations import forget_labelled, forget_misses
from gemeengoed.terms.retention import Retention, Then

POLICIES = (
    Retention(
        models=("missed.Miss",),
        keep=timedelta(days=90),
        since="the question was asked",
        then=Then.DELETED,
        why="as long as its conversation; a question that nobody labelled goes with it",
        carry_out=forget_misses,
    ),
    Retention(
        models=("missed.MissedQuestion",),
        keep=timedelta(days=365),
        since="it was labelled, its words 1 day after it was left out",
        then=Then.DELETED,
        why="enough for the base to take it over; it says nothing of who asked",
        carry_out=forget_labelled,
    ),
)
