# SPDX-License-Identifier: EUPL-1.2
"""All writes on codes. What a code is asked for may not exist: every write is the same then."""

import hmac
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gemeengoed.access.codes.shapes import (
    STAYS_OPEN,
    TO_TYPE,
    WRONG_AT_MOST,
    Asked,
    Opened,
    digits_of,
)
from gemeengoed.access.errors import CodeNotValidError
from gemeengoed.access.models import OneTimeCode
from gemeengoed.access.tokens import fingerprint, new_token
from gemeengoed.audit.operations import record
from gemeengoed.municipalities.models import Municipality

RESIDENT = "resident"


@transaction.atomic
def ask_code(*, municipality: Municipality, purpose: str, subject: str) -> Asked:
    """Somebody wants a code for this subject. Whether it exists is not looked at."""
    browser = new_token()
    row = OneTimeCode.objects.create(
        municipality=municipality,
        purpose=purpose,
        subject=subject,
        browser_hash=fingerprint(browser),
        valid_until=timezone.now() + TO_TYPE,
    )
    _record(row, "asked")
    return Asked(row.pk, browser)


@transaction.atomic
def mark_sent(*, id: UUID) -> None:
    """From now on the code can be used: it is on its way to who may have it."""
    row = OneTimeCode.objects.select_for_update().filter(pk=id, is_sent=False).first()
    if row is None:
        return
    row.is_sent = True
    row.save(update_fields=["is_sent"])
    _record(row, "sent")


def use_code(*, municipality: str, purpose: str, browser: str, typed: str) -> Opened:
    """Take the code that this browser was asked to type over; what it opens stays open a while.

    Raises CodeNotValidError: wrong, used, too late, never sent, or nothing was asked for; from
    outside all of these are the same.
    """
    opened, tries_left = _use(municipality, purpose, browser, typed)
    if opened is None:  # outside the transaction, which must count the wrong try
        raise CodeNotValidError(tries_left)
    return opened


@transaction.atomic
def _use(municipality: str, purpose: str, browser: str, typed: str) -> tuple[Opened | None, int]:
    asked = OneTimeCode.objects.filter(
        municipality_id=municipality,
        purpose=purpose,
        browser_hash=fingerprint(browser),
        used_at=None,
        valid_until__gt=timezone.now(),
        wrong_tries__lt=WRONG_AT_MOST,
    )
    row = asked.select_for_update().first()
    if row is None:
        return None, 0
    is_right = hmac.compare_digest(digits_of(row).encode(), typed.encode("utf-8", "replace"))
    if not (is_right and row.is_sent):
        row.wrong_tries += 1
        row.save(update_fields=["wrong_tries"])
        _record(row, "wrong")
        return None, WRONG_AT_MOST - row.wrong_tries
    token, now = new_token(), timezone.now()
    row.used_at, row.open_hash, row.open_until = now, fingerprint(token), now + STAYS_OPEN
    row.save(update_fields=["used_at", "open_hash", "open_until"])
    _record(row, "used")
    return Opened(token, row.subject), 0


@transaction.atomic
def shut(*, municipality: str, purpose: str, token: str) -> None:
    """Who opened something with a code is done; shut already is fine."""
    opened = OneTimeCode.objects.filter(
        municipality_id=municipality, purpose=purpose, open_hash=fingerprint(token)
    )
    for row in opened.filter(open_until__gt=timezone.now()).select_for_update():
        row.open_until = timezone.now()
        row.save(update_fields=["open_until"])
        _record(row, "shut")


@transaction.atomic
def forget_codes(*, keep: timedelta) -> int:
    """Delete those whose time is over for this long, both to be typed and to keep open."""
    before = timezone.now() - keep
    over = OneTimeCode.objects.filter(valid_until__lt=before).exclude(open_until__gte=before)
    count = over.delete()[0]
    if count:
        record(
            municipality="",
            actor="system:worker",
            action="codes.forgotten",
            subject="access:all",
            details={"count": count},
        )
    return count


def _record(row: OneTimeCode, what: str) -> None:
    record(
        municipality=row.municipality_id,
        actor=RESIDENT,
        action=f"code.{what}",
        subject=f"code:{row.pk}",
        details={"purpose": row.purpose},
    )
