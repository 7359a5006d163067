# SPDX-License-Identifier: EUPL-1.2
"""The two writes of a turn, one SQL statement each.

Every turn pays for these. Through the ORM they were ten statements and half of the server's time
(docs/decisions, "Two statements for a turn"); as one statement each is a transaction by itself.
Only operations.py calls this.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from gemeengoed.conversations.entry import Entry
from gemeengoed.conversations.kept_connections import kept_cursor

# Of two at the same moment the row lock of the UPDATE makes one wait. A repeat that is in the log
# already changes nothing; two repeats at the same moment meet in the unique client id.
# The log is searched for what still waits only when something came after the message.
#
# The limit on messages is a token bucket in one column, so that it costs no statement: each message
# moves paced_until on by its share of the pace, and it may not run further ahead than the slack.
_APPEND_MESSAGE = """
WITH talk AS (
  UPDATE conversations_conversation AS c
  SET last_seq = last_seq + 1, waiting_since = COALESCE(waiting_since, %(technical_now)s),
    paced_until = GREATEST(paced_until, %(technical_now)s) + %(share)s
  WHERE id = %(conversation)s AND municipality_id = %(municipality)s
    AND %(token_hash)s = ANY(token_hashes) AND erased_at IS NULL
    AND (paced_until IS NULL OR paced_until <= %(technical_now)s + %(slack)s)
    AND NOT EXISTS (SELECT 1 FROM conversations_event
      WHERE conversation_id = c.id AND client_id = %(client_id)s)
  RETURNING id, municipality_id, last_seq, answered_seq, state, edition, waiting_since
), stored AS (
  INSERT INTO conversations_event
    (municipality_id, conversation_id, seq, at, kind, client_id, body)
  SELECT municipality_id, id, last_seq, %(at)s, 'resident', %(client_id)s, %(body)s::jsonb FROM talk
)
SELECT last_seq, answered_seq, state, edition, waiting_since = %(technical_now)s FROM talk
"""

_APPEND_ANSWER = """
WITH talk AS (
  UPDATE conversations_conversation AS c
  SET last_seq = %(last_seq)s, answered_seq = %(answers)s, state = %(state)s,
    edition = %(edition)s,
    waiting_since = CASE WHEN %(expected_seq)s > %(answers)s AND EXISTS (
      SELECT 1 FROM conversations_event
      WHERE conversation_id = c.id AND seq > %(answers)s AND kind = 'resident')
      THEN %(technical_now)s::timestamptz END
  WHERE id = %(conversation)s AND last_seq = %(expected_seq)s
    AND answered_seq < %(answers)s AND erased_at IS NULL
  RETURNING id, municipality_id
), stored AS (
  INSERT INTO conversations_event
    (municipality_id, conversation_id, seq, at, kind, reply_to, body)
  SELECT municipality_id, id, e.seq, %(at)s, e.kind, %(answers)s, e.body
  FROM talk, jsonb_to_recordset(%(events)s::jsonb) AS e (seq int, kind text, body jsonb)
)
SELECT 1 FROM talk
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast messages of one conversation may come: share is the time that one of them costs,
    slack how far they may together run ahead of the clock."""

    share: timedelta
    slack: timedelta

    @classmethod
    def of(cls, *, at_once: float, per_second: float) -> "Pace":
        share = timedelta(seconds=1 / per_second)
        return cls(share, share * (at_once - 1))


@dataclass(frozen=True, slots=True)
class Appended:
    """The talk's row right after the message came into the log."""

    seq: int
    answered_seq: int
    state: dict[str, Any]
    edition: str
    is_oldest_waiting: bool


def append_message(
    *,
    municipality: str,
    conversation: UUID,
    token_hash: str,
    client_id: str,
    body: dict[str, Any],
    at: datetime,
    technical_now: datetime,
    pace: Pace,
) -> Appended | None:
    """Put a resident's message into the log.

    None when nothing was stored: no such talk, another token, erased, too fast, or the client id
    is in the log. Raises IntegrityError when the same client id comes in at the same moment.
    """
    values: dict[str, Any] = {
        "municipality": municipality,
        "conversation": conversation,
        "token_hash": token_hash,
        "client_id": client_id,
        "body": json.dumps(body),
        "at": at,
        "technical_now": technical_now,
        "share": pace.share,
        "slack": pace.slack,
    }
    cursor = kept_cursor()
    cursor.execute(_APPEND_MESSAGE, values)
    row = cursor.fetchone()
    if row is None:
        return None
    seq, answered_seq, state, edition, is_oldest_waiting = row
    return Appended(seq, answered_seq, json.loads(state), edition, is_oldest_waiting)


def append_answer(
    *,
    conversation: UUID,
    answers: int,
    expected_seq: int,
    state: dict[str, Any],
    edition: str,
    entries: Sequence[Entry],
    at: datetime,
    technical_now: datetime,
) -> bool:
    """Put the answer into the log, if that still ends at expected_seq.

    answers: the sequence of the message that is answered. Returns whether it was stored.
    """
    values: dict[str, Any] = {
        "conversation": conversation,
        "answers": answers,
        "expected_seq": expected_seq,
        "last_seq": entries[-1].seq,
        "state": json.dumps(state),
        "edition": edition,
        "events": json.dumps([{"seq": e.seq, "kind": e.kind, "body": e.body} for e in entries]),
        "at": at,
        "technical_now": technical_now,
    }
    cursor = kept_cursor()
    cursor.execute(_APPEND_ANSWER, values)
    return cursor.fetchone() is not None
