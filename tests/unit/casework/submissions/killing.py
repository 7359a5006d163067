# SPDX-License-Identifier: EUPL-1.2
"""Outside systems that are killed, or whose answers are lost, at a chosen call."""

from collections.abc import Callable
from typing import Any

from gemeengoed.gateways.berichten.registry import postbox_of
from gemeengoed.gateways.zaken.registry import register_of


class KilledError(BaseException):
    """As kill -9: nothing in the product catches it."""


class Fate:
    """Counts every call to an outside system, before it and after it; strikes at one of them."""

    def __init__(self, strike_at: int | None, error: Callable[[], BaseException]) -> None:
        self.left = strike_at
        self.error = error
        self.passed = 0

    def pass_by(self) -> None:
        self.passed += 1
        if self.left is not None:
            self.left -= 1
            if self.left == 0:
                raise self.error()


class Fragile:
    """Any port; fate strikes before a call (nothing was done) or after it (the answer is lost)."""

    def __init__(self, inner: Any, fate: Fate) -> None:
        self._inner = inner
        self._fate = fate

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._inner, name)

        def called(*given: Any, **named: Any) -> Any:
            self._fate.pass_by()
            answer = method(*given, **named)
            self._fate.pass_by()
            return answer

        return called


def fragile(
    strike_at: int | None, error: Callable[[], BaseException] = KilledError
) -> tuple[Any, Any, Fate]:
    """The register and the mailbox of Waterdam, both under one fate."""
    fate = Fate(strike_at, error)
    return Fragile(register_of("waterdam"), fate), Fragile(postbox_of("waterdam"), fate), fate
