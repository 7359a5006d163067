# SPDX-License-Identifier: EUPL-1.2
"""Effects never break a turn: whatever goes wrong is an EffectFailed."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from gemeengoed.conversations import effects
from gemeengoed.conversations.effects import EffectContext, carry_out, register
from gemeengoed.dialogue.effects import EffectFailed, MakeResumeLink, ResumeLinkMade

# The threads of effects look after their connections, which tests may have only with a database.
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
    def handler(effect: Any, context: EffectContext) -> Any:
        time.sleep(1)

    monkeypatch.setattr(effects, "SECONDS", 0.05)
    register(MakeResumeLink, handler)
    assert carry_out(MakeResumeLink(), context) == EffectFailed("MakeResumeLink", "took too long")


def test_what_the_handler_gives_is_given_back(context: EffectContext) -> None:
    made = ResumeLinkMade("https://x.example", "2026-12-01")
    register(MakeResumeLink, lambda effect, context: made)
    assert carry_out(MakeResumeLink(), context) == made


def test_an_effect_that_was_given_up_before_it_began_never_begins(
    context: EffectContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []

    def slow(effect: Any, context: EffectContext) -> Any:
        time.sleep(0.3)

    monkeypatch.setattr(effects, "_threads", ThreadPoolExecutor(max_workers=1))
    monkeypatch.setattr(effects, "SECONDS", 0.05)
    register(MakeResumeLink, slow)
    carry_out(MakeResumeLink(), context)  # holds the only thread
    register(MakeResumeLink, lambda effect, context: done.append(effect))
    assert carry_out(MakeResumeLink(), context) == EffectFailed("MakeResumeLink", "took too long")
    time.sleep(0.5)
    assert done == []
