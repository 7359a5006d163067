# SPDX-License-Identifier: EUPL-1.2
"""All reads of log-ins that others may use. None of them counts as use."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from gemeengoed.access.log_ins.shapes import WITHOUT_USE, Session
from gemeengoed.access.models import ResidentSession


def living(rows: QuerySet[ResidentSession]) -> QuerySet[ResidentSession]:
    """Those of them that have not ended."""
    now = timezone.now()
    return rows.filter(ends_at__gt=now, used_at__gt=now - WITHOUT_USE)


def session_in(municipality: str, conversation: UUID) -> Session | None:
    """Who is logged in in this conversation now; None when nobody is.

    Whether the one who asks may see what is of that person, only the token of the log-in tells
    (operations.use_session): the conversation may be open on other devices too.
    """
    rows = ResidentSession.objects.filter(municipality_id=municipality, conversation=conversation)
    row = living(rows).order_by("-begun_at").first()
    return Session.of(row) if row else None


def persons_in(municipality: str, conversation: UUID) -> frozenset[UUID]:
    """Everybody who was logged in in this conversation, also those whose log-in has ended."""
    rows = ResidentSession.objects.filter(municipality_id=municipality, conversation=conversation)
    return frozenset(rows.values_list("person", flat=True))
