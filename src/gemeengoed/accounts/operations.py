# SPDX-License-Identifier: EUPL-1.2
"""All writes on staff users."""

from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record


@transaction.atomic
def save_account(*, username: str, display_name: str, actor: str) -> User:
    """Create the account, without a usable password, or bring its name up to date."""
    user, is_new = User.objects.get_or_create(
        username=username, defaults={"display_name": display_name, "email": username}
    )
    changed = is_new or user.display_name != display_name
    user.display_name = display_name
    if is_new:
        user.set_unusable_password()
    if changed:
        user.save()
        record(municipality="", actor=actor, action="account.saved", subject=f"user:{user.pk}")
    return user


@transaction.atomic
def give_first_password(*, users: Iterable[User], password: str, actor: str) -> None:
    """The same password for each of these that has none; the others keep what they have.

    For the accounts of a demo: hashed once for all, since a hash takes half a second on purpose.
    """
    without = [user for user in users if not user.has_usable_password()]
    if not without:
        return
    hashed = make_password(password)
    for user in without:
        user.password = hashed
        user.save(update_fields=["password"])
        record(
            municipality="", actor=actor, action="account.password_given", subject=f"user:{user.pk}"
        )


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
