# SPDX-License-Identifier: EUPL-1.2
"""A very small HTTP/1.1 client that keeps its connection: the bench must measure the server.

A full client library on the same two cores costs more than the server's turn.
"""

import asyncio
import json
from typing import Any


class UnexpectedAnswerError(RuntimeError):
    """The server did not answer 2xx."""


class Connection:
    """One kept connection; one request at a time."""

    def __init__(self, host: str, port: int) -> None:
        self.host = host
        self.port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def post(self, path: str, body: dict[str, Any], token: str | None = None) -> Any:
        """POST as JSON; returns the JSON answer. Raises UnexpectedAnswerError."""
        if self._writer is None or self._reader is None:
            self._reader, self._writer = await asyncio.open_connection(self.host, self.port)
        payload = json.dumps(body).encode()
        authorization = f"Authorization: Bearer {token}\r\n" if token else ""
        head = (
            f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"{authorization}Content-Length: {len(payload)}\r\n\r\n"
        )
        self._writer.write(head.encode() + payload)
        status, answer = await _answer(self._reader)
        if status // 100 != 2:
            raise UnexpectedAnswerError(f"{path}: {status} {answer[:300]!r}")
        return json.loads(answer)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


async def _line(reader: asyncio.StreamReader) -> bytes:
    """One line; readline gives an empty one where the other side was killed."""
    if line := await reader.readline():
        return line
    raise EOFError


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    status = int(lines[0].split(b" ")[1])
    length = 0
    chunked = False
    for line in lines[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        chunked = chunked or (name.lower() == b"transfer-encoding" and b"chunked" in value)
    if not chunked:
        return status, await reader.readexactly(length)
    body = b""
    while size := int(await _line(reader), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
    return status, body
