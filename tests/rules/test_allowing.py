# SPDX-License-Identifier: EUPL-1.2
from tests.rules.allowing import unexcused


def test_what_has_leave_and_needs_it_passes() -> None:
    assert unexcused(["a"], {"a": "it is an example"}) == []


def test_what_has_no_leave_is_named() -> None:
    assert unexcused(["a"], {}) == ["a: breaks the rule"]


def test_a_stale_entry_is_named() -> None:
    assert unexcused([], {"a": "it is an example"}) == ["a: stale, no longer breaks the rule"]


def test_an_entry_without_a_reason_is_named() -> None:
    assert unexcused(["a"], {"a": "because"}) == ["a: has no reason"]
