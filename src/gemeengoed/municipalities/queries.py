# SPDX-License-Identifier: EUPL-1.2
"""All reads on municipalities and memberships that others may use."""

from gemeengoed.accounts.models import User
from gemeengoed.municipalities.errors import UnknownMunicipalityError
from gemeengoed.municipalities.models import Membership, Municipality


def municipality(slug: str) -> Municipality:
    """The active municipality of that slug; raises UnknownMunicipalityError."""
    found = Municipality.objects.filter(pk=slug, is_active=True).first()
    if found is None:
        raise UnknownMunicipalityError(slug)
    return found


def municipalities() -> list[Municipality]:
    """All active municipalities by name."""
    return list(Municipality.objects.filter(is_active=True).order_by("name"))


def membership_of(user: User, slug: str) -> Membership | None:
    """What this colleague is in this municipality; None when nothing."""
    if not user.is_authenticated or not user.is_active:
        return None
    return Membership.objects.filter(user=user, municipality_id=slug).first()


def memberships_of(user: User) -> list[Membership]:
    """Where this colleague works, by the name of the municipality."""
    found = Membership.objects.filter(user=user, municipality__is_active=True)
    return list(found.select_related("municipality").order_by("municipality__name"))
