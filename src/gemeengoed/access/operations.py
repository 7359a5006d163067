# SPDX-License-Identifier: EUPL-1.2
"""All writes of access: taking from a limit, one-time links, remembering a person."""

import math
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from gemeengoed.access.errors import LinkNotValidError, TooManyError
from gemeengoed.access.models import KnownPerson, OneTimeLink, RateBucket
from gemeengoed.access.secrecy import checked_bsn, encrypted, person_id, pseudonyms
from gemeengoed.access.tokens import fingerprint, new_token
from gemeengoed.audit.operations import record
from gemeengoed.municipalities.models import Municipality

SAME_MOMENT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """A token bucket: at most ``capacity`` at once, ``refill`` more each second."""

    kind: str
    capacity: float
    refill: float


# One statement, so that two takers at the same moment cannot both have the last token: the row
# lock of the upsert decides. The bucket never falls below zero, so waiting always helps.
_TAKE = """
INSERT INTO access_ratebucket AS bucket (municipality_id, kind, subject, tokens, filled_at)
VALUES (%(municipality)s, %(kind)s, %(subject)s, %(capacity)s - 1, clock_timestamp())
ON CONFLICT (municipality_id, kind, subject) DO UPDATE SET
  tokens = LEAST(%(capacity)s, bucket.tokens
    + EXTRACT(EPOCH FROM clock_timestamp() - bucket.filled_at) * %(refill)s) - 1,
  filled_at = clock_timestamp()
WHERE LEAST(%(capacity)s, bucket.tokens
    + EXTRACT(EPOCH FROM clock_timestamp() - bucket.filled_at) * %(refill)s) >= 1
RETURNING tokens
"""


def take(*, municipality: str, limit: Limit, subject: str) -> None:
    """Take one token for this subject; raises TooManyError when there is none.

    Not audited: a limit is no change to anybody's affairs, and a flood must not fill the audit.
    """
    values: dict[str, str | float] = {
        "municipality": municipality,
        "kind": limit.kind,
        "subject": fingerprint(subject),
        "capacity": limit.capacity,
        "refill": limit.refill,
    }
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, values)
        if cursor.fetchone() is None:
            raise TooManyError(limit.kind, max(1, math.ceil(1 / limit.refill)))


@transaction.atomic
def make_link(
    *, municipality: Municipality, purpose: str, subject: UUID, valid_for: timedelta
) -> tuple[str, OneTimeLink]:
    """A new one-time link; earlier unused links to the same thing stop working.

    Not those of the last minute: two who answer the same message at the same moment make a link
    each, and only one of the answers is shown.
    Returns the secret code (shown once, never stored) and the stored link.
    """
    now = timezone.now()
    earlier = OneTimeLink.objects.filter(subject=subject, purpose=purpose, used_at=None)
    earlier.filter(made_at__lt=now - SAME_MOMENT).delete()
    code = new_token()
    link = OneTimeLink.objects.create(
        municipality=municipality,
        purpose=purpose,
        subject=subject,
        code_hash=fingerprint(code),
        made_at=now,
        valid_until=now + valid_for,
    )
    record(
        municipality=municipality.pk,
        actor="resident",
        action="link.made",
        subject=f"{purpose}:{subject}",
    )
    return code, link


@transaction.atomic
def use_link(*, municipality: str, purpose: str, code: str) -> UUID:
    """Use the link up and return what it opens; raises LinkNotValidError.

    Of two who use it at the same moment the database lets one through.
    """
    now = timezone.now()
    fitting = OneTimeLink.objects.filter(
        municipality_id=municipality,
        purpose=purpose,
        code_hash=fingerprint(code),
        used_at=None,
        valid_until__gt=now,
    )
    link = fitting.select_for_update().first()
    if link is None:
        raise LinkNotValidError
    link.used_at = now
    link.save(update_fields=["used_at"])
    record(
        municipality=municipality,
        actor="resident",
        action="link.used",
        subject=f"{purpose}:{link.subject}",
    )
    return link.subject


@transaction.atomic
def remember_person(*, municipality: Municipality, bsn: str, actor: str) -> UUID:
    """The id by which all other rooms know the person with this BSN; the same each time.

    Raises NotABsnError. The record tells of a new person only: being asked again is no change.
    """
    number = checked_bsn(bsn)
    now = timezone.now()
    known = pseudonyms(municipality.pk, number)
    same = KnownPerson.objects.filter(municipality=municipality, pseudonym__in=known)
    if found := same.values_list("pk", flat=True).first():
        same.update(used_at=now)
        return found
    person, is_new = KnownPerson.objects.get_or_create(
        municipality=municipality,
        pseudonym=known[0],
        defaults={
            "id": person_id(municipality.pk, number),
            "bsn_encrypted": encrypted(municipality.pk, number),
            "used_at": now,
        },
    )
    if is_new:
        record(
            municipality=municipality.pk,
            actor=actor,
            action="person.remembered",
            subject=f"person:{person.pk}",
        )
    return person.pk


@transaction.atomic
def forget_persons(*, keep: timedelta) -> int:
    """Delete persons whom nothing needed for this long."""
    unused = KnownPerson.objects.filter(used_at__lt=timezone.now() - keep)
    return _forgotten("persons", unused.delete()[0])


@transaction.atomic
def forget_spent_links(*, keep: timedelta) -> int:
    """Delete links that have opened nothing for this long: used, or past their time."""
    before = timezone.now() - keep
    spent = OneTimeLink.objects.filter(Q(valid_until__lt=before) | Q(used_at__lt=before))
    return _forgotten("links", spent.delete()[0])


@transaction.atomic
def forget_full_buckets(*, keep: timedelta) -> int:
    """Delete buckets that nobody took from for this long.

    A bucket of a day ago is full again by every limit there is, and then says the same as none.
    """
    unused = RateBucket.objects.filter(filled_at__lt=timezone.now() - keep)
    return _forgotten("buckets", unused.delete()[0])


def _forgotten(what: str, count: int) -> int:
    if count:
        record(
            municipality="",
            actor="system:worker",
            action=f"{what}.forgotten",
            subject="access:all",
            details={"count": count},
        )
    return count
