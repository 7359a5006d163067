# SPDX-License-Identifier: EUPL-1.2
"""Threads that run turns for async views, each with a kept database connection.

Django's own bridge (sync_to_async) sends all database work of a process through one thread; that
was measured at a fifth of what this gives. The pool is bounded: beyond it requests wait in line.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

_threads = ThreadPoolExecutor(max_workers=settings.TURN_THREADS, thread_name_prefix="turn")


async def in_turn_thread[**P, T](work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Await ``work`` in one of the threads; what it raises is raised here."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_threads, partial(_with_connection, work, *args, **kwargs))


def _with_connection[**P, T](work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Once more on a new connection when the kept one turns out to be broken.

    Only when it is: what the database refuses it would refuse again.
    """
    try:
        return work(*args, **kwargs)
    except (InterfaceError, OperationalError):
        if connection.connection is None or connection.is_usable():
            raise
        connection.close()
    return work(*args, **kwargs)
