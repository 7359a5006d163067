# SPDX-License-Identifier: EUPL-1.2
"""The packs of the project as the tests read them."""

from functools import cache

from gemeengoed.content.keeping import kept_or_loaded
from gemeengoed.content.loaded import Loaded


@cache
def real_packs() -> Loaded:
    """Read, checked and compiled by the first process that needs them; the others take what it kept
    (``test_keeping.py`` proves that to be the same)."""
    return kept_or_loaded()
