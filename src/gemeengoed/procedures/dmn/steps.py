# SPDX-License-Identifier: EUPL-1.2
"""The named steps of derivations.py in FEEL: the only calculations that go in and out."""

import re
from collections.abc import Mapping

FEEL: Mapping[str, str] = {"half": "{} / 2"}  # step -> what it does with the facts it takes


def write_step(step: str, facts: tuple[str, ...]) -> str | None:
    """The step on these facts; None when it has no form in FEEL."""
    form = FEEL.get(step)
    return None if form is None else form.format(*facts)


def read_step(text: str) -> tuple[str, tuple[str, ...]] | None:
    """(the step, the names that it takes); None when the text is another calculation."""
    for step, form in FEEL.items():
        pattern = r"\s*(.+?)\s*".join(re.escape(part) for part in form.split("{}"))
        if match := re.fullmatch(pattern, text.strip()):
            return step, tuple(" ".join(name.split()) for name in match.groups())
    return None
