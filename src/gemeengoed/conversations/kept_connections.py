# SPDX-License-Identifier: EUPL-1.2
"""For threads that stay: each keeps its database connection from one piece of work to the next.

To open one costs the database a process of its own, as much as a whole turn.
"""

from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connection


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
