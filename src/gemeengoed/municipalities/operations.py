# SPDX-License-Identifier: EUPL-1.2
"""All writes on municipalities and memberships."""

from collections.abc import Sequence

from django.db import transaction

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record
from gemeengoed.municipalities.models import Membership, Municipality


@transaction.atomic
def save_municipality(
    *, slug: str, name: str, form: str, allowed_origins: Sequence[str], actor: str
) -> Municipality:
    """Create the municipality or bring it up to date."""
    wanted = {"name": name, "form": form, "allowed_origins": list(allowed_origins)}
    municipality = Municipality.objects.filter(pk=slug).first()
    if municipality and all(getattr(municipality, key) == value for key, value in wanted.items()):
        return municipality
    municipality, _ = Municipality.objects.update_or_create(slug=slug, defaults=wanted)
    record(
        municipality=slug, actor=actor, action="municipality.saved", subject=f"municipality:{slug}"
    )
    return municipality


@transaction.atomic
def save_membership(
    *,
    municipality: Municipality,
    user: User,
    roles: Sequence[str],
    mandates: Sequence[str],
    actor: str,
) -> Membership:
    """Give a colleague these roles and mandates in a municipality, replacing earlier ones."""
    wanted = {"roles": sorted(roles), "mandates": sorted(mandates)}
    membership, is_new = Membership.objects.get_or_create(
        municipality=municipality, user=user, defaults=wanted
    )
    changed = {key: value for key, value in wanted.items() if getattr(membership, key) != value}
    if is_new or changed:
        Membership.objects.filter(pk=membership.pk).update(**wanted)
        record(
            municipality=municipality.pk,
            actor=actor,
            action="membership.saved",
            subject=f"user:{user.pk}",
            details=wanted,
        )
    return Membership.objects.get(pk=membership.pk)
