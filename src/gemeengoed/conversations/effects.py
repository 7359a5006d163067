# SPDX-License-Identifier: EUPL-1.2
"""Who carries out which named effect. Higher rooms supply the handlers; project wires them."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from gemeengoed.content.edition import Edition
from gemeengoed.conversations.kept_connections import on_kept_connection
from gemeengoed.dialogue.effects import Effect, EffectFailed, Result

log = logging.getLogger(__name__)

SECONDS = 5.0  # what a resident may have to wait for another system


@dataclass(frozen=True, slots=True)
class EffectContext:
    """What a handler may know.

    key is the same each time the same effect of the same message is tried, also by the thread of
    effects itself when its connection is broken: a handler that changes something must do it once
    per key.
    """

    municipality: str
    conversation: UUID
    edition: Edition
    key: str
    now: datetime


Handler = Callable[[Any, EffectContext], Result]

_handlers: dict[type, Handler] = {}
_threads = ThreadPoolExecutor(max_workers=16, thread_name_prefix="effect")


def register(effect: type, handler: Handler) -> None:
    """Make this handler the one for this effect; a second registration replaces the first."""
    _handlers[effect] = handler


def carry_out(effect: Effect, context: EffectContext) -> Result:
    """What came of it. Never raises: whatever goes wrong is an EffectFailed with a reason."""
    handler = _handlers.get(type(effect))
    name = type(effect).__name__
    if handler is None:
        return EffectFailed(name, "no handler")
    future = _threads.submit(on_kept_connection, partial(handler, effect, context))
    try:
        return future.result(timeout=SECONDS)
    except TookTooLong:
        future.cancel()  # one that has not begun yet must not begin after we said that it failed
        log.warning("%s took more than %s s in %s", name, SECONDS, context.municipality)
        return EffectFailed(name, "took too long")
    except Exception as error:  # noqa: BLE001 (outer edge: the resident must get an answer)
        # Only the kind of error: its text may hold what the resident typed.
        log.error("%s failed in %s: %s", name, context.municipality, type(error).__name__)
        return EffectFailed(name, type(error).__name__)
