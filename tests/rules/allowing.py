# SPDX-License-Identifier: EUPL-1.2
"""How every guard treats its exceptions: each has a reason, and none outlives what it excuses."""

from collections.abc import Iterable, Mapping

import pytest


def unexcused(found: Iterable[str], allowed: Mapping[str, str]) -> list[str]:
    """One sentence per fault: found without leave, leave without use, leave without a reason."""
    present = set(found)
    faults = [f"{name}: breaks the rule" for name in present - set(allowed)]
    faults += [f"{name}: stale, no longer breaks the rule" for name in set(allowed) - present]
    faults += [f"{name}: has no reason" for name, why in allowed.items() if len(why.split()) < 3]
    return sorted(faults)


def hold(found: Iterable[str], allowed: Mapping[str, str]) -> None:
    """Fail with all faults, one a line."""
    faults = unexcused(found, allowed)
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)
