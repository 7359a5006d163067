# SPDX-License-Identifier: EUPL-1.2
"""The shape that clients of the API may count on: fields may be added, never taken away."""

from datetime import date, datetime
from typing import Any

SENDERS = {"resident", "assistant", "staff", "system"}
STATUSES = {"fits", "failed", "hit", "unknown"}
TONES = {"good", "attention", "unknown", "neutral"}
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
    if message["drawing"] is not None:
        assert message["drawing"]["name"]
        assert message["drawing"]["alt"]
    if message["explanation"] is not None:
        _must_explain(message["explanation"])
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


def _must_explain(explanation: dict[str, Any]) -> None:
    for name in ("procedure", "title", "outcome", "outcome_label", "headline"):
        assert explanation[name]
    assert explanation["tone"] in TONES
    assert date.fromisoformat(explanation["day"])
    for rule in explanation["rules"]:
        assert rule["status"] in STATUSES
        for name in ("id", "label", "source", "url", "purpose", "protects"):
            assert rule[name]
        for name in ("given", "demand", "margin"):
            assert isinstance(rule[name], str)
    for sentence in (*explanation["unknown"], *explanation["still"]):
        assert sentence
    if explanation["change"] is not None:
        assert explanation["change"]["lines"]
        assert isinstance(explanation["change"]["outcome"], str)  # empty: that depends on the rest
    assert {"procedure", "facts", "tables", "overlay", "outcome", "day"} <= set(
        explanation["receipt"]
    )
