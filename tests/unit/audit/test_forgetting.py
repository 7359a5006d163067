# SPDX-License-Identifier: EUPL-1.2
"""After its time a record tells what happened to which thing, not who did it or why."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from gemeengoed.audit.models import AuditRecord
from gemeengoed.audit.operations import forget_who, record

pytestmark = pytest.mark.django_db
KEEP = timedelta(days=1825)


@transaction.atomic
def recorded(age: timedelta, **told: str) -> AuditRecord:
    wanted = {"actor": "user:7", "action": "interne_taak.finished", "subject": "interne_taak:1"}
    made = record(municipality="waterdam", **{**wanted, **told})
    AuditRecord.objects.filter(pk=made.pk).update(recorded_at=timezone.now() - age)
    return AuditRecord.objects.get(pk=made.pk)


def test_who_and_why_go_and_what_happened_stays() -> None:
    before = recorded(KEEP + timedelta(days=1), reason="op verzoek van mevrouw Jansen")
    AuditRecord.objects.update(details={"roles": ["medewerker"]})
    assert forget_who(keep=KEEP) == 1
    after = AuditRecord.objects.get(pk=before.pk)
    assert (after.actor, after.reason, after.details) == ("user", "", {})
    for stays in ("at", "municipality", "action", "subject"):
        assert getattr(after, stays) == getattr(before, stays)


def test_a_record_about_a_colleague_no_longer_tells_which() -> None:
    before = recorded(KEEP * 2, actor="system:worker", subject="user:7")
    forget_who(keep=KEEP)
    after = AuditRecord.objects.get(pk=before.pk)
    assert (after.actor, after.subject) == ("system:worker", "user")


def test_before_its_time_a_record_is_as_it_was() -> None:
    before = recorded(KEEP - timedelta(days=1), reason="omdat")
    assert forget_who(keep=KEEP) == 0
    after = AuditRecord.objects.get()
    assert (after.actor, after.reason) == (before.actor, before.reason)


def test_a_second_time_there_is_nothing_left_to_do() -> None:
    recorded(KEEP * 2)
    assert forget_who(keep=KEEP) == 1
    assert forget_who(keep=KEEP) == 0
    assert AuditRecord.objects.filter(action="audit.emptied").count() == 1
