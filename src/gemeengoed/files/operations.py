# SPDX-License-Identifier: EUPL-1.2
"""All writes on uploads. Records tell of a file by id, kind and size; never by its name."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Sum

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record
from gemeengoed.files.errors import (
    FileRefusedError,
    NotGivenYetError,
    ScannerUnavailableError,
    UnknownUploadError,
    Why,
)
from gemeengoed.files.kinds import HEAD, clean_name, media_type_of
from gemeengoed.files.models import Scan, Upload
from gemeengoed.files.scanning import scanner
from gemeengoed.files.storage import PIECE, STORAGE

MOST_OF_ONE = 10 * 1024 * 1024  # bytes
MOST_TOGETHER = 30 * 1024 * 1024  # bytes, in one conversation
AT_ONE_SWEEP = 20
RESIDENT, WORKER = "resident", "system:worker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A file as a door has it. content can be read from the beginning; size in bytes, as counted by
    the door. person: who is logged in, by id of access."""

    conversation: UUID
    client_id: str
    name: str
    size: int
    content: BinaryIO
    person: UUID | None = None


def store_upload(*, municipality: str, incoming: Incoming, now: datetime) -> Upload:
    """Take a file in, once per client id: again gives the one that is there.

    Its kind is told by the content. A scanner that does not answer holds nothing up: it waits.
    Raises FileRefusedError; then nothing is kept.
    """
    before = _as_stored(incoming)
    if before is not None:
        return before
    media_type = _kind_of(incoming)
    try:
        scan = Scan.INFECTED if scanner().is_infected(incoming.content) else Scan.CLEAN
    except ScannerUnavailableError:
        scan = Scan.WAITING
    if scan is Scan.INFECTED:
        _record_refusal(municipality, incoming, Why.INFECTED)
        raise FileRefusedError(Why.INFECTED)
    return _store(municipality, incoming, media_type, scan, now)


def _as_stored(incoming: Incoming) -> Upload | None:
    same = Upload.objects.filter(
        conversation=incoming.conversation, client_id=incoming.client_id, person=incoming.person
    )
    return same.first()


def _kind_of(incoming: Incoming) -> str:
    if incoming.size == 0:
        raise FileRefusedError(Why.EMPTY)
    if incoming.size > MOST_OF_ONE:
        raise FileRefusedError(Why.TOO_BIG)
    incoming.content.seek(0)
    media_type = media_type_of(incoming.content.read(HEAD))
    if media_type is None:
        raise FileRefusedError(Why.WRONG_TYPE)
    return media_type


@transaction.atomic
def _record_refusal(municipality: str, incoming: Incoming, why: Why) -> None:
    """Of a virus only: who sends one may have to be told."""
    record(
        municipality=municipality,
        actor=RESIDENT,
        action="upload.refused",
        subject=f"conversation:{incoming.conversation}",
        details={"why": why.value},
    )


@transaction.atomic
def _store(
    municipality: str, incoming: Incoming, media_type: str, scan: Scan, now: datetime
) -> Upload:
    """Of one conversation one at a time, so that two together cannot be more than may be."""
    with connection.cursor() as cursor:
        key = incoming.conversation.int % 2**63
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
    if (before := _as_stored(incoming)) is not None:
        return before
    here = Upload.objects.filter(conversation=incoming.conversation)
    together = here.aggregate(together=Sum("size"))["together"] or 0
    if together + incoming.size > MOST_TOGETHER:
        raise FileRefusedError(Why.TOO_MUCH)
    upload = Upload.objects.create(
        municipality_id=municipality,
        conversation=incoming.conversation,
        person=incoming.person,
        client_id=incoming.client_id,
        name=clean_name(incoming.name, media_type),
        media_type=media_type,
        size=incoming.size,
        scan=scan,
        uploaded_at=now,
    )
    STORAGE.keep(upload, incoming.content)
    details = {"media_type": media_type, "size": incoming.size, "scan": scan.value}
    _record(upload, "stored", RESIDENT, details)
    return upload


def scan_waiting() -> tuple[list[Upload], list[Upload]]:
    """Try those that wait for the scanner again, the oldest first; (found clean, found infected).

    The bytes of an infected one are gone. Stops at the first that cannot be scanned.
    """
    clean: list[Upload] = []
    infected: list[Upload] = []
    waiting = Upload.objects.filter(scan=Scan.WAITING).order_by("uploaded_at")
    with suppress(ScannerUnavailableError):
        for upload in waiting[:AT_ONE_SWEEP]:
            (infected if _is_infected(upload) else clean).append(upload)
    return (
        [upload for upload in clean if _note_scan(upload, Scan.CLEAN)],
        [upload for upload in infected if _note_scan(upload, Scan.INFECTED)],
    )


def _is_infected(upload: Upload) -> bool:
    with SpooledTemporaryFile(max_size=PIECE) as content:
        content.writelines(STORAGE.read(upload))
        return scanner().is_infected(cast(BinaryIO, content))


@transaction.atomic
def _note_scan(upload: Upload, found: Scan) -> bool:
    """False when another worker did, or when it is gone meanwhile."""
    row = Upload.objects.select_for_update().filter(pk=upload.pk, scan=Scan.WAITING)
    if not row.update(scan=found):
        return False
    if found is Scan.INFECTED:
        STORAGE.drop(upload)
    _record(upload, "scanned", WORKER, {"scan": found.value})
    return True


@transaction.atomic
def keep_for(
    *, municipality: str, conversation: UUID, uploads: Sequence[UUID], subject: UUID
) -> int:
    """These are part of what was handed in (subject), and kept as long as that; returns how many.

    Only of that conversation, and none that belongs to something else already.
    """
    mine = Upload.objects.filter(
        municipality_id=municipality, conversation=conversation, pk__in=uploads, kept_for=None
    )
    rows = list(mine.select_for_update())
    for upload in rows:
        upload.kept_for = subject
        upload.save(update_fields=["kept_for"])
        _record(upload, "kept", RESIDENT, {"kept_for": str(subject)})
    return len(rows)


@transaction.atomic
def open_for_staff(*, municipality: str, upload: UUID, by: User) -> tuple[Upload, Iterator[bytes]]:
    """The file and its bytes for a colleague, who is written down. The caller sees to it that it
    is a colleague of this municipality.

    Raises UnknownUploadError, also for what was not handed in; NotGivenYetError.
    """
    found = Upload.objects.filter(municipality_id=municipality, pk=upload, kept_for__isnull=False)
    row = found.first()
    if row is None:
        raise UnknownUploadError(str(upload))
    if row.scan != Scan.CLEAN:
        raise NotGivenYetError(row.scan)
    _record(row, "read", f"user:{by.pk}")
    return row, STORAGE.read(row)


@transaction.atomic
def drop_of_conversation(*, conversation: UUID) -> int:
    """The conversation is emptied: what was not handed in goes; returns how many."""
    return _dropped(Upload.objects.filter(conversation=conversation, kept_for=None)[:100])


@transaction.atomic
def drop_kept_for(*, subjects: Sequence[UUID]) -> int:
    """What was handed in is emptied: its files go; returns how many."""
    return _dropped(Upload.objects.filter(kept_for__in=subjects))


@transaction.atomic
def drop_unclaimed(*, keep: timedelta) -> int:
    """Retention: files that were not handed in this long after they came; at most 100."""
    before = settings.CLOCK.now() - keep
    return _dropped(Upload.objects.filter(kept_for=None, uploaded_at__lt=before)[:100])


def _dropped(uploads: Any) -> int:
    rows = list(uploads)
    for upload in rows:
        STORAGE.drop(upload)
        _record(upload, "dropped", WORKER)
        upload.delete()
    return len(rows)


def _record(upload: Upload, what: str, actor: str, details: dict[str, Any] | None = None) -> None:
    record(
        municipality=upload.municipality_id,
        actor=actor,
        action=f"upload.{what}",
        subject=f"upload:{upload.pk}",
        details=details,
    )
