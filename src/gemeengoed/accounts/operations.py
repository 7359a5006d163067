# SPDX-License-Identifier: EUPL-1.2
"""All writes on staff users."""

from django.db import transaction

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record


@transaction.atomic
def save_account(*, username: str, display_name: str, password: str | None, actor: str) -> User:
    """Create the account or bring it up to date.

    password None leaves an existing password alone and makes a new account without a usable
    one (log-in by the municipality's identity provider only).
    """
    user, is_new = User.objects.get_or_create(
        username=username, defaults={"display_name": display_name, "email": username}
    )
    changed = is_new or user.display_name != display_name
    user.display_name = display_name
    if password is not None and not user.check_password(password):
        user.set_password(password)
        changed = True
    elif is_new:
        user.set_unusable_password()
    if changed:
        user.save()
        record(municipality="", actor=actor, action="account.saved", subject=f"user:{user.pk}")
    return user
