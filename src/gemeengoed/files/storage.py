# SPDX-License-Identifier: EUPL-1.2
"""Where the bytes of uploads lie, behind a small port. Today in PostgreSQL, in pieces.

docs/decisions tells why. Neither writing nor reading holds a whole file in memory.
"""

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from gemeengoed.files.models import Upload, UploadPiece

PIECE = 256 * 1024  # bytes


class Storage(Protocol):
    """Keeps the bytes of an upload. Called inside the transaction of the change."""

    def keep(self, upload: Upload, content: BinaryIO) -> None:
        """Reads from the beginning."""
        ...

    def read(self, upload: Upload) -> Iterator[bytes]:
        """In order, in pieces of at most PIECE."""
        ...

    def drop(self, upload: Upload) -> None:
        """Nothing of it is left; again is fine."""
        ...


class InDatabase:
    """Implements Storage by rows of UploadPiece."""

    def keep(self, upload: Upload, content: BinaryIO) -> None:
        content.seek(0)
        number = 0
        while piece := content.read(PIECE):
            UploadPiece.objects.create(
                municipality_id=upload.municipality_id, upload=upload, number=number, content=piece
            )
            number += 1

    def read(self, upload: Upload) -> Iterator[bytes]:
        number = 0
        while True:
            found = UploadPiece.objects.filter(upload=upload, number=number)
            piece = found.values_list("content", flat=True).first()
            if piece is None:
                return
            yield bytes(piece)
            number += 1

    def drop(self, upload: Upload) -> None:
        UploadPiece.objects.filter(upload=upload).delete()


STORAGE: Storage = InDatabase()
