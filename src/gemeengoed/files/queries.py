# SPDX-License-Identifier: EUPL-1.2
"""All reads of uploads that others may use."""

from collections.abc import Iterator
from uuid import UUID

from gemeengoed.files.errors import NotGivenYetError, UnknownUploadError
from gemeengoed.files.models import Scan, Upload
from gemeengoed.files.storage import STORAGE


def kept_for(municipality: str, subject: UUID) -> list[Upload]:
    """The files of what was handed in, in the order in which they came."""
    found = Upload.objects.filter(municipality_id=municipality, kept_for=subject)
    return list(found.order_by("uploaded_at", "pk"))


def open_upload(
    municipality: str, conversation: UUID, person: UUID | None, upload: UUID
) -> tuple[Upload, Iterator[bytes]]:
    """The file and its bytes, for who is in that conversation and logged in as who sent it.

    Their own file, so also one that waits for the scanner. Raises UnknownUploadError,
    NotGivenYetError for one with a virus. The caller sees to it that they may be in there.
    """
    row = Upload.objects.filter(
        municipality_id=municipality, conversation=conversation, pk=upload
    ).first()
    if row is None or row.person not in (None, person):
        raise UnknownUploadError(str(upload))
    if row.scan == Scan.INFECTED:
        raise NotGivenYetError(row.scan)
    return row, STORAGE.read(row)
