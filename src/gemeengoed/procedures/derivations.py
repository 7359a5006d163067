# SPDX-License-Identifier: EUPL-1.2
"""Facts that follow from other facts by a named step: what comparisons alone cannot say.

A step takes values in the order of ``takes`` (None for what is not known) and gives a value, or
None when it cannot tell yet. Steps are pure; a pack can only name one.
"""

from collections.abc import Mapping
from decimal import Decimal

from gemeengoed.procedures.procedure import Derivation, Procedure
from gemeengoed.procedures.values import Facts, Value


def half(number: Value | None) -> Value | None:
    """Half of a number."""
    return number / 2 if isinstance(number, Decimal) else None


STEPS: Mapping[str, Derivation] = {"half": half}


def derive(procedure: Procedure, facts: Facts) -> Facts:
    """The facts with all that follows from them; a later derived fact may take an earlier one."""
    known = dict(facts)
    for derived in procedure.derived:
        value = STEPS[derived.step](*(known.get(name) for name in derived.takes))
        if value is not None:
            known[derived.name] = value
    return known
