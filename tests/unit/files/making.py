# SPDX-License-Identifier: EUPL-1.2
"""Small files of each kind, and a scanner that can be told what to do."""

import io
import uuid
from typing import Any, BinaryIO

from gemeengoed.files.errors import ScannerUnavailableError
from gemeengoed.files.operations import Incoming

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb") + bytes(64)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(64) + b"This program cannot be run in DOS mode"
CONVERSATION = uuid.UUID("6f0f2f0e-0f2b-4c7b-9d59-0a3d4a3c1f11")


class Scanner:
    """Finds the word ``virus``; down says nothing."""

    def __init__(self) -> None:
        self.is_down = False

    def is_infected(self, content: BinaryIO) -> bool:
        if self.is_down:
            raise ScannerUnavailableError("down")
        content.seek(0)
        return b"virus" in content.read()


def incoming(content: bytes = PDF, **fields: Any) -> Incoming:
    values: dict[str, Any] = {
        "conversation": CONVERSATION,
        "client_id": uuid.uuid4().hex,
        "name": "contract.pdf",
        "size": len(content),
        "content": io.BytesIO(content),
    }
    return Incoming(**{**values, **fields})
