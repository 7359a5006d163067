# SPDX-License-Identifier: EUPL-1.2
"""A very small HTTP/1.1 client that keeps its connection: the bench must measure the server.

A full client library on the same two cores costs more than the server's turn.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


class UnexpectedAnswerError(RuntimeError):
    """The server did not answer 2xx."""


@dataclass(frozen=True, slots=True)
class Answer:
    """headers: name in lower case and value, in order."""

    status: int
    headers: Sequence[tuple[str, str]]
    body: bytes


class Connection:
    """One kept connection; one request at a time. name: of the site, as its header Host."""

    def __init__(self, host: str, port: int, name: str = "localhost") -> None:
        self.host = host
        self.port = port
        self.name = name
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def post(self, path: str, body: dict[str, Any], token: str | None = None) -> Any:
        """POST as JSON; returns the JSON answer. Raises UnexpectedAnswerError."""
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        answer = await self.send("POST", path, headers, json.dumps(body).encode())
        if answer.status // 100 != 2:
            raise UnexpectedAnswerError(f"{path}: {answer.status} {answer.body[:300]!r}")
        return json.loads(answer.body)

    async def send(
        self, method: str, path: str, headers: Mapping[str, str], payload: bytes = b""
    ) -> Answer:
        """One request and whatever comes back, redirects and refusals too."""
        if self._writer is None or self._reader is None:
            self._reader, self._writer = await asyncio.open_connection(self.host, self.port)
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.name}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        lines.append(f"Content-Length: {len(payload)}\r\n\r\n")
        self._writer.write("\r\n".join(lines).encode() + payload)
        return await _answer(self._reader)

    @property
    def own_port(self) -> int:
        """Of our end of the connection, once something was sent; else 0."""
        return int(self._writer.get_extra_info("sockname")[1]) if self._writer else 0

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


async def _line(reader: asyncio.StreamReader) -> bytes:
    """One line; readline gives an empty one where the other side was killed."""
    if line := await reader.readline():
        return line
    raise EOFError


async def _answer(reader: asyncio.StreamReader) -> Answer:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    status = int(first.split(" ")[1])
    pairs = (line.partition(":") for line in lines if line)
    headers = [(name.lower(), value.strip()) for name, _, value in pairs]
    told = dict(headers)
    if "chunked" in told.get("transfer-encoding", ""):
        return Answer(status, headers, await _chunks(reader))
    body = await reader.readexactly(int(told.get("content-length", 0)))
    return Answer(status, headers, body)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int(await _line(reader), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
    return body
