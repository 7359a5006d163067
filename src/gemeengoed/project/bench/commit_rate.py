# SPDX-License-Identifier: EUPL-1.2
"""How many single inserts, each its own commit, this PostgreSQL does: the limit for any turn."""

import threading
import time

import psycopg

CONNECTIONS = 8


def commits_per_second(url: str, seconds: float) -> float:
    """Inserts of one short row per second over eight connections, each committed."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS bench_commits")
        connection.execute("CREATE TABLE bench_commits (id bigserial PRIMARY KEY, body text)")
    counts = [0] * CONNECTIONS
    end = time.perf_counter() + seconds

    def insert(place: int) -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            while time.perf_counter() < end:
                connection.execute("INSERT INTO bench_commits (body) VALUES ('een bericht')")
                counts[place] += 1

    threads = [threading.Thread(target=insert, args=(place,)) for place in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP TABLE bench_commits")
    return sum(counts) / seconds
