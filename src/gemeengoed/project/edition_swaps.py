# SPDX-License-Identifier: EUPL-1.2
"""Each serving process hears that something was published and swaps beside its work.

A thread of its own waits for the notice, so that a turn costs nothing. A notice can be missed while
the connection is broken: after each wait, however it ended, the thread looks.
"""

import logging
import threading
import time

import psycopg
from django.db import DatabaseError, connection, connections

from gemeengoed.content.errors import PackError, UnknownReleaseError
from gemeengoed.content.swapping import CHANNEL, make_ready_to_read, say_what_is_published

log = logging.getLogger(__name__)

LOOK_SECONDS = 60.0  # without a notice
RETRY_SECONDS = 2.0


def follow_editions() -> threading.Thread:
    """From now on this process says what is published; the thread ends with the process."""
    thread = threading.Thread(target=_follow, name="editions", daemon=True)
    thread.start()
    return thread


def _follow() -> None:
    while True:
        try:
            _listen()
        except (psycopg.Error, DatabaseError, OSError) as error:
            log.warning("listening for editions broke off: %s", type(error).__name__)
            time.sleep(RETRY_SECONDS)


def _listen() -> None:
    parameters = connection.get_connection_params()
    for django_only in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(django_only, None)
    with psycopg.connect(**parameters, autocommit=True) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        while True:
            _look()
            for _ in listener.notifies(timeout=LOOK_SECONDS, stop_after=1):
                pass


def _look() -> None:
    """What cannot be loaded here is told, and what is said stays."""
    try:
        if say_what_is_published():
            log.info("swapped to what was published")
            make_ready_to_read()
    except (PackError, UnknownReleaseError) as error:
        log.error("what was published cannot be said here, the earlier stays:\n%s", error)
    finally:
        connections.close_all()
