# SPDX-License-Identifier: EUPL-1.2
"""Who may do the work of a municipality, and who may arrange it for others."""

from gemeengoed.accounts.models import User
from gemeengoed.casework.errors import NotAllowedError
from gemeengoed.municipalities.models import Membership
from gemeengoed.municipalities.queries import membership_of

# An editor or adviser has no business with phone numbers of residents.
WORKERS = ("medewerker", "teamleider", "coordinator")
LEADS = ("teamleider", "coordinator")


def is_worker(membership: Membership | None) -> bool:
    return membership is not None and bool(set(WORKERS) & set(membership.roles))


def is_lead(membership: Membership | None) -> bool:
    """Whether this colleague may also arrange the work of others."""
    return membership is not None and bool(set(LEADS) & set(membership.roles))


def worker_in(user: User, municipality: str) -> Membership:
    """The membership by which this colleague may work here; raises NotAllowedError."""
    membership = membership_of(user, municipality)
    if membership is None or not is_worker(membership):
        raise NotAllowedError
    return membership
