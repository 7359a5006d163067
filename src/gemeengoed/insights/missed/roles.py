# SPDX-License-Identifier: EUPL-1.2
"""Who may see and label what was missed in a municipality."""

from gemeengoed.accounts.models import User
from gemeengoed.insights.missed.errors import NotAllowedError
from gemeengoed.municipalities.models import Membership
from gemeengoed.municipalities.queries import membership_of

EDITORS = ("redacteur",)


def is_editor(membership: Membership | None) -> bool:
    return membership is not None and bool(set(EDITORS) & set(membership.roles))


def demand_editor(user: User, municipality: str) -> None:
    """Raises NotAllowedError for who is no editor here."""
    if not is_editor(membership_of(user, municipality)):
        raise NotAllowedError
