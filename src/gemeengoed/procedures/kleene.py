# SPDX-License-Identifier: EUPL-1.2
"""Strong Kleene logic: True, False, and None for what is not known yet."""

from collections.abc import Iterable

Truth = bool | None


def all_of(truths: Iterable[Truth]) -> Truth:
    """False as soon as one is false; unknown when one is unknown; true of nothing."""
    unknown = False
    for truth in truths:
        if truth is False:
            return False
        unknown = unknown or truth is None
    return None if unknown else True


def any_of(truths: Iterable[Truth]) -> Truth:
    """True as soon as one is true; unknown when one is unknown; false of nothing."""
    return opposite(all_of(opposite(truth) for truth in truths))


def opposite(truth: Truth) -> Truth:
    """What is unknown stays unknown."""
    return None if truth is None else not truth
