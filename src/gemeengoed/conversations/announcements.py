# SPDX-License-Identifier: EUPL-1.2
"""Tell open streams that a conversation went on. Only ids travel; the log is the truth.

PostgreSQL lets transactions with a notice commit one by one, each only when the one before is on
disk. So no turn has a notice in its transaction: a thread of each serving process sends those of
all its turns, once they are stored.
"""

import logging
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from uuid import UUID

from django.db import Error, connection

from gemeengoed.conversations.kept_connections import on_kept_connection

log = logging.getLogger(__name__)

CHANNEL = "conversation"
PAUSE_SECONDS = 0.1  # nobody sees it, and of many turns the notices go together

# To lose a notice in a power cut is to lose nothing: who listened has lost the line too.
_SEND = """
SELECT pg_notify(%s, payload) FROM unnest(%s::text[]) AS payload,
  set_config('synchronous_commit', 'off', true)
"""

_due: SimpleQueue[str] = SimpleQueue()
_gathering: threading.Thread | None = None


def announce(conversation: UUID, last_seq: int) -> None:
    """Sent when the surrounding transaction commits; at most a hint, never the content."""
    _send([_payload(conversation, last_seq)])


def announce_stored(conversation: UUID, last_seq: int) -> None:
    """The same of what is committed already: soon, where this process gathers announcements."""
    if _gathering is None:
        announce(conversation, last_seq)
    else:
        _due.put(_payload(conversation, last_seq))


def gather_announcements() -> threading.Thread:
    """From now on this process sends what is stored together; the thread ends with the process.

    A process that is killed in between sends nothing: a stream reads the log now and then anyway.
    """
    global _gathering
    _gathering = threading.Thread(target=_gather, name="announcements", daemon=True)
    _gathering.start()
    return _gathering


def parse_announcement(payload: str) -> tuple[UUID, int]:
    """The conversation and its last sequence."""
    conversation, last_seq = payload.rsplit(":", 1)
    return UUID(conversation), int(last_seq)


def _gather() -> None:
    while True:
        payloads = [_due.get()]
        with suppress(Empty):
            while True:
                payloads.append(_due.get_nowait())
        try:
            on_kept_connection(partial(_send, payloads))
        except Error as error:  # the next ones may go well, and streams read the log anyway
            log.warning("%s announcements were not sent: %s", len(payloads), type(error).__name__)
        time.sleep(PAUSE_SECONDS)


def _payload(conversation: UUID, last_seq: int) -> str:
    return f"{conversation}:{last_seq}"


def _send(payloads: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_SEND, [CHANNEL, list(payloads)])
