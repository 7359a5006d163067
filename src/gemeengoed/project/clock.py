# SPDX-License-Identifier: EUPL-1.2
"""The product's clock from the environment: the one place that reads the machine's clock."""

from collections.abc import Mapping
from datetime import UTC, datetime

from gemeengoed.terms.clock import Clock, parse_moment


def _technical_now() -> datetime:
    return datetime.now(UTC)


def clock_from_environment(environment: Mapping[str, str]) -> Clock:
    """Business time moved to GEMEENGOED_NOW, or ordinary time without it.

    GEMEENGOED_NOW_SET_AT lets web and worker agree although they start apart.
    """
    wanted = environment.get("GEMEENGOED_NOW")
    if not wanted:
        return Clock(_technical_now)
    set_at = environment.get("GEMEENGOED_NOW_SET_AT")
    return Clock(
        _technical_now,
        shifted_to=parse_moment(wanted),
        shifted_at=datetime.fromisoformat(set_at) if set_at else _technical_now(),
    )
