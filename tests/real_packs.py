# SPDX-License-Identifier: EUPL-1.2
"""The packs of the project as the tests read them."""

from functools import cache

from gemeengoed.content.accepting import load
from gemeengoed.content.loaded import Loaded


@cache
def real_packs() -> Loaded:
    """Read, checked and compiled once in each process of the tests: a second of work."""
    return load()
