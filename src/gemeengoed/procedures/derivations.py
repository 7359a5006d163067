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


def remainder(whole: Value | None, *parts: Value | None) -> Value | None:
    """What is left of a whole number after the parts; None when one of them is not known."""
    numbers = [part for part in parts if isinstance(part, Decimal)]
    if not isinstance(whole, Decimal) or len(numbers) < len(parts):
        return None
    return whole - sum(numbers)


STEPS: Mapping[str, Derivation] = {"half": half, "remainder": remainder}


def derive(procedure: Procedure, facts: Facts) -> Facts:
    """The facts with all that follows from them; a later derived fact may take an earlier one.

    A derived fact with the name of an input follows only where it was not given.
    """
    known = dict(facts)
    for derived in procedure.derived:
        if derived.name in facts:
            continue
        value = STEPS[derived.step](*(known.get(name) for name in derived.takes))
        if value is not None:
            known[derived.name] = value
    return known
