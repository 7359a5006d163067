# SPDX-License-Identifier: EUPL-1.2
"""The design tokens of a municipality as a style sheet."""

from collections.abc import Mapping

from gemeengoed.municipalities.theme import resolved


def as_css(theme: Mapping[str, str]) -> str:
    """Custom properties ``--gg-…`` for :root; resolved() has made the values safe."""
    lines = [f"  --gg-{name}: {value};" for name, value in resolved(theme).items()]
    return "\n".join([":root {", *lines, "}", ""])
