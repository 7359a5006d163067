# SPDX-License-Identifier: EUPL-1.2
"""Effects never break a turn: whatever goes wrong is an EffectFailed."""

import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import OperationalError, connection

from gemeengoed.conversations import effects
from gemeengoed.conversations.effects import EffectContext, carry_out, register
from gemeengoed.dialogue.effects import EffectFailed, MakeResumeLink, ResumeLinkMade

# The threads of effects have database connections of their own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def context(monkeypatch: pytest.MonkeyPatch) -> EffectContext:
    monkeypatch.setattr(effects, "_handlers", {})
    nothing: Any = None
    return EffectContext("waterdam", uuid.uuid4(), nothing, "sleutel", nothing)


def test_an_effect_without_a_handler_fails(context: EffectContext) -> None:
    assert carry_out(MakeResumeLink(), context) == EffectFailed("MakeResumeLink", "no handler")


def test_a_handler_that_raises_fails_by_the_name_of_its_error_only(context: EffectContext) -> None:
    def handler(effect: Any, context: EffectContext) -> Any:
        raise ValueError("Jan de Vries, Kerkstraat 12")

    register(MakeResumeLink, handler)
    assert carry_out(MakeResumeLink(), context) == EffectFailed("MakeResumeLink", "ValueError")


def test_a_handler_that_hangs_fails_in_time(
    context: EffectContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()
    monkeypatch.setattr(effects, "SECONDS", 0.05)
    register(MakeResumeLink, lambda effect, context: goes_on.wait())
    assert carry_out(MakeResumeLink(), context) == EffectFailed("MakeResumeLink", "took too long")
    goes_on.set()


def test_what_the_handler_gives_is_given_back(context: EffectContext) -> None:
    made = ResumeLinkMade("https://x.example", "2026-12-01")
    register(MakeResumeLink, lambda effect, context: made)
    assert carry_out(MakeResumeLink(), context) == made


def test_an_effect_that_was_given_up_before_it_began_never_begins(
    context: EffectContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, goes_on = [], threading.Event()
    monkeypatch.setattr(effects, "SECONDS", 0.05)
    with ThreadPoolExecutor(max_workers=1) as threads:
        monkeypatch.setattr(effects, "_threads", threads)
        register(MakeResumeLink, lambda effect, context: goes_on.wait())
        carry_out(MakeResumeLink(), context)  # holds the only thread
        register(MakeResumeLink, lambda effect, context: done.append(effect))
        failed = carry_out(MakeResumeLink(), context)
        goes_on.set()
    assert failed == EffectFailed("MakeResumeLink", "took too long")
    assert done == [], "all that the thread would still do, it did"


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with ThreadPoolExecutor(max_workers=1) as threads:
        monkeypatch.setattr(effects, "_threads", threads)
        yield
        threads.submit(connection.close)


def backend(effect: Any, context: EffectContext) -> Any:
    """Which process of the database serves this thread."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()


def test_a_thread_of_effects_keeps_its_connection(context: EffectContext, one_thread: None) -> None:
    register(MakeResumeLink, backend)
    assert carry_out(MakeResumeLink(), context) == carry_out(MakeResumeLink(), context)


def test_an_effect_is_carried_out_on_a_new_connection_when_the_kept_one_was_broken(
    context: EffectContext, one_thread: None
) -> None:
    register(MakeResumeLink, backend)
    before: Any = carry_out(MakeResumeLink(), context)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", before)
    after: Any = carry_out(MakeResumeLink(), context)
    assert isinstance(after, tuple)
    assert after != before


def test_what_the_database_refuses_is_not_tried_again(
    context: EffectContext, one_thread: None
) -> None:
    tries = []

    def refused(effect: Any, context: EffectContext) -> Any:
        tries.append(backend(effect, context))
        raise OperationalError("the disk is full")

    register(MakeResumeLink, refused)
    assert carry_out(MakeResumeLink(), context) == EffectFailed(
        "MakeResumeLink", "OperationalError"
    )
    assert len(tries) == 1
