# SPDX-License-Identifier: EUPL-1.2
"""The shape that clients of the API may count on: fields may be added, never taken away."""

from datetime import datetime
from typing import Any

SENDERS = {"resident", "assistant", "staff", "system"}
KINDS = {"text", "question", "choices", "summary", "receipt", "notice", "handover"}


def must_be_message(message: dict[str, Any]) -> None:
    """Raises AssertionError when a client could not read this message."""
    assert isinstance(message["seq"], int)
    assert datetime.fromisoformat(message["at"]).tzinfo is not None
    assert message["sender"] in SENDERS
    assert message["kind"] in KINDS
    assert isinstance(message["text"], str)
    for choice in message["choices"]:
        assert choice["id"]
        assert choice["label"]
    for name in ("topic", "aspect"):
        assert message[name] is None or message[name]
    for source in message["sources"]:
        assert source["title"]
        assert source["url"].startswith("https://")
        assert source["checked_on"] is None or datetime.fromisoformat(source["checked_on"])
    if message["kind"] == "question":
        _must_ask(message)
    if message["kind"] == "summary":
        _must_sum_up(message)


def _must_ask(message: dict[str, Any]) -> None:
    taken, step = message["input"], message["step"]
    assert taken["type"]
    assert taken["name"]
    assert {"min", "max"} <= set(taken)
    if step is not None:  # a question in between (which of two?) is no step
        assert 1 <= step["number"] <= step["of"]


def _must_sum_up(message: dict[str, Any]) -> None:
    assert message["lines"]
    for line in message["lines"]:
        assert line["name"]
        assert line["label"]
        assert isinstance(line["value"], str)
        assert isinstance(line["changeable"], bool)
