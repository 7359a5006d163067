# SPDX-License-Identifier: EUPL-1.2
"""Reads on what became of many submissions at once. No name and no answer is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Func, JSONField

from gemeengoed.casework.submissions.kinds import submission_kind
from gemeengoed.casework.submissions.models import State, Submission

CORRECTED_WITHIN = timedelta(weeks=6)
COLUMNS = (
    "ontvangstnummer",
    "kind",
    "handed_in_at",
    "state",
    "taak_id",
    "resultaat",
    "closed_at",
)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one submission.

    is_corrected: within six weeks it was handed in anew by or for one of its people, or a
    colleague sent it back with a question, or ended it otherwise than as handed in.
    """

    is_closed: bool
    is_withdrawn: bool
    is_lifted_out: bool
    is_corrected: bool


def fates_of(*, municipality: str, since: datetime) -> dict[str, Fate]:
    """Of all that was handed in since then, by ontvangstnummer."""
    rows = list(_rows(municipality, since))
    anew = set(_handed_in_anew(rows))
    return {
        row["ontvangstnummer"]: Fate(
            is_closed=row["state"] == State.CLOSED,
            is_withdrawn=row["state"] == State.WITHDRAWN,
            is_lifted_out=row["taak_id"] is not None,
            is_corrected=row["ontvangstnummer"] in anew or _is_corrected_by_staff(row),
        )
        for row in rows
    }


def _rows(municipality: str, since: datetime) -> Iterator[dict[str, Any]]:
    """The first one first. people: ids of access; asked_at: when questions were sent back."""
    found = Submission.objects.filter(municipality_id=municipality, handed_in_at__gte=since)
    found = found.annotate(
        people=_each("participants", "person"), asked_at=_each("questions", "at")
    )
    return iter(found.order_by("handed_in_at", "pk").values(*COLUMNS, "people", "asked_at"))


def _each(column: str, key: str) -> Func:
    """Of a list of objects this one value of each."""
    return Func(
        F(column),
        template=f"jsonb_path_query_array(%(expressions)s, '$[*].{key}')",
        output_field=JSONField(),
    )


def _handed_in_anew(rows: list[dict[str, Any]]) -> Iterator[str]:
    """The numbers of those after which one of their people took part in another of that kind."""
    last: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        for person in row["people"]:
            before = last.get((row["kind"], person))
            if before and row["handed_in_at"] - before["handed_in_at"] <= CORRECTED_WITHIN:
                yield before["ontvangstnummer"]
            last[row["kind"], person] = row


def _is_corrected_by_staff(row: dict[str, Any]) -> bool:
    moments = [datetime.fromisoformat(at) for at in row["asked_at"]]
    as_handed_in = submission_kind(row["kind"]).resultaten[0]
    if row["state"] == State.CLOSED and row["resultaat"] != as_handed_in:
        moments.append(row["closed_at"])
    return any(at - row["handed_in_at"] <= CORRECTED_WITHIN for at in moments)
