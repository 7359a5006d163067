# SPDX-License-Identifier: EUPL-1.2
"""The named steps of derivations.py in FEEL: the only calculations that go in and out."""

HALF, REMAINDER = "half", "remainder"

_HALVED = " / 2"
_LESS = " - "


def write_step(step: str, facts: tuple[str, ...]) -> str | None:
    """The step on these facts; None when it has no form in FEEL."""
    if step == HALF:
        return f"{facts[0]}{_HALVED}"
    return _LESS.join(facts) if step == REMAINDER else None


def read_step(text: str) -> tuple[str, tuple[str, ...]] | None:
    """(the step, what it takes); None when the text is another calculation.

    What it takes need not be names of facts: the caller knows those.
    """
    text = " ".join(text.split())
    if text.endswith(_HALVED):
        return HALF, (text.removesuffix(_HALVED),)
    parts = tuple(text.split(_LESS))
    return (REMAINDER, parts) if len(parts) > 1 else None
