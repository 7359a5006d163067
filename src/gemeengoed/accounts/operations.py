# SPDX-License-Identifier: EUPL-1.2
"""All writes on staff users."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record


@transaction.atomic
def save_account(*, username: str, display_name: str, password: str | None, actor: str) -> User:
    """Create the account or bring it up to date.

    The password is for a new account; None makes one without a usable password (log-in by the
    municipality's identity provider only). An existing account keeps what it has: to compare
    would cost a password hash for each account at each start.
    """
    user, is_new = User.objects.get_or_create(
        username=username, defaults={"display_name": display_name, "email": username}
    )
    changed = is_new or user.display_name != display_name
    user.display_name = display_name
    if is_new:
        user.set_password(password)  # None: unusable
    if changed:
        user.save()
        record(municipality="", actor=actor, action="account.saved", subject=f"user:{user.pk}")
    return user


@transaction.atomic
def forget_ended_sessions(*, keep: timedelta) -> int:
    """Delete log-ins that ended by themselves longer ago than this; returns how many."""
    count, _ = Session.objects.filter(expire_date__lt=timezone.now() - keep).delete()
    if count:
        record(
            municipality="",
            actor="system:worker",
            action="sessions.forgotten",
            subject="accounts:all",
            details={"count": count},
        )
    return count
