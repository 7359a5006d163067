# SPDX-License-Identifier: EUPL-1.2
"""For threads that stay: each keeps its database connection from one piece of work to the next.

To open one costs the database a process of its own, as much as a whole turn.
"""

import threading
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connection
from django.db.backends.utils import CursorWrapper

_of_thread = threading.local()


def on_kept_connection[T](work: Callable[[], T]) -> T:
    """Do the work; once more on a new connection when the kept one turns out to be broken.

    Only when it is: what the database refuses it would refuse again. So the work must be such that
    doing it again does no harm. Raises what the work raises.
    """
    try:
        return work()
    except (InterfaceError, OperationalError):
        if connection.connection is None or connection.is_usable():
            raise
        connection.close()
    return work()


def kept_cursor() -> CursorWrapper:
    """The cursor of this thread's connection for what each turn asks; not to be closed.

    A new one finds out again how each kind of value is written, which takes as long as all the
    rest of a statement here. Fetch what was asked before the next is.
    """
    if connection.queries_logged:  # who counts statements has each cursor tell its own
        return connection.cursor()
    kept: CursorWrapper | None = getattr(_of_thread, "cursor", None)
    if kept is None or kept.closed or kept.connection is not connection.connection:
        kept = _of_thread.cursor = connection.cursor()
    return kept
