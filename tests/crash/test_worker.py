# SPDX-License-Identifier: EUPL-1.2
"""The real worker finishes what a killed server left, and leaves no heap of finished jobs."""

import os
import subprocess
import sys
import time
import uuid

import psycopg
import pytest

SECONDS = 400  # to start on a busy machine, ten before the sweep takes it, five between sweeps
LEFT_BEHIND = """
WITH talk AS (
  INSERT INTO conversations_conversation (id, municipality_id, token_hashes, moved_hashes, channel,
    opened_at, last_seq, answered_seq, waiting_since, state, edition)
  VALUES (%s, 'waterdam', '{}', '{}', 'test', now(), 1, 0, now(), '{}', '') RETURNING id
)
INSERT INTO conversations_event (municipality_id, conversation_id, seq, at, kind, client_id, body)
SELECT 'waterdam', id, 1, now(), 'resident', 'een', '{"text": "wat kost een paspoort"}' FROM talk
"""
ANSWER = (
    "SELECT body ->> 'text' FROM conversations_event WHERE conversation_id = %s AND reply_to = 1"
)


@pytest.mark.slow
@pytest.mark.timeout(SECONDS + 500)
def test_the_worker_answers_what_a_killed_server_left(prepared_database: str) -> None:
    conversation = uuid.uuid4()
    command = [sys.executable, "-m", "gemeengoed.project.command_line", "worker"]
    with psycopg.connect(prepared_database, autocommit=True) as database:
        database.execute(LEFT_BEHIND, [conversation])
        worker = subprocess.Popen(command, env={**os.environ, "DATABASE_URL": prepared_database})
        try:
            until = time.monotonic() + SECONDS
            texts: list[str] = []
            while not texts and time.monotonic() < until:
                time.sleep(0.5)
                rows = database.execute(ANSWER, [conversation]).fetchall()
                texts = [text for (text,) in rows if text]
            assert any("€" in text for text in texts), texts
        finally:
            worker.terminate()
            assert worker.wait(timeout=100) == 0
        done = database.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE status = 'succeeded'"
        )
        assert done.fetchone() == (0,), "every five seconds one more, for ever"
