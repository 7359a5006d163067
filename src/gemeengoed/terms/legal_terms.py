# SPDX-License-Identifier: EUPL-1.2
"""Terms as a law sets them, and what can happen to one; counting.py says when it ends.

Two things make a decision term longer, and they are not the same. A suspension (opschorting) stops
the clock: its days do not count. An extension (verlenging, verdaging) gives a longer term: once,
by at most so much, and announced in time.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gemeengoed.terms.grondslag import Grondslag
from gemeengoed.terms.length import Length
from gemeengoed.terms.suspension import SuspensionGround


class Begins(StrEnum):
    """The first day of a term, seen from what makes it run."""

    DAY_AFTER = "day_after"
    SAME_DAY = "same_day"


@dataclass(frozen=True, slots=True)
class ExtensionRule:
    """most: the longest extension; None where the body names a reasonable new day instead.

    announced_within: begins with the term; None means within the term as it then stands.
    """

    grondslag: Grondslag
    most: Length | None
    announced_within: Length | None = None


@dataclass(frozen=True, slots=True)
class LegalTerm:
    """A term as its law sets it. begun_by: the rule that says on which day it begins.

    suspended_by: the grounds that its law knows. follows_act: False where its own law shuts the
    Algemene termijnenwet out, or where art. 4 onder b or c of that act does.
    """

    code: str
    length: Length
    grondslag: Grondslag
    begun_by: Grondslag
    begins: Begins = Begins.DAY_AFTER
    suspended_by: frozenset[SuspensionGround] = frozenset()
    extended_by: ExtensionRule | None = None
    follows_act: bool = True


@dataclass(frozen=True, slots=True)
class Extension:
    """by: how much longer, or the last day where the body named one (Awb 4:14 lid 3)."""

    announced_on: date
    by: Length | date
