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

from gemeengoed.conversations.kept_connections import on_kept_connection

_threads = ThreadPoolExecutor(max_workers=settings.TURN_THREADS, thread_name_prefix="turn")


async def in_turn_thread[**P, T](work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Await ``work`` in one of the threads; what it raises is raised here.

    It is done again when the thread's connection turns out to be broken.
    """
    loop = asyncio.get_running_loop()
    whole = partial(work, *args, **kwargs)
    return await loop.run_in_executor(_threads, on_kept_connection, whole)
