# SPDX-License-Identifier: EUPL-1.2
"""A log-in that ended by itself is not kept."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from gemeengoed.accounts.operations import forget_ended_sessions
from gemeengoed.audit.models import AuditRecord

pytestmark = pytest.mark.django_db


def session(key: str, ends_in: timedelta) -> Session:
    return Session.objects.create(
        session_key=key, session_data="", expire_date=timezone.now() + ends_in
    )


def test_ended_log_ins_go_and_running_ones_stay() -> None:
    session("ended", -timedelta(seconds=1))
    running = session("running", timedelta(hours=8))
    assert forget_ended_sessions(keep=timedelta(0)) == 1
    assert Session.objects.get() == running
    assert AuditRecord.objects.get().details == {"count": 1}


def test_when_there_are_none_nothing_is_recorded() -> None:
    assert forget_ended_sessions(keep=timedelta(0)) == 0
    assert not AuditRecord.objects.exists()
