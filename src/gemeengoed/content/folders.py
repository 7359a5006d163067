# SPDX-License-Identifier: EUPL-1.2
"""Where the packs lie."""

import os
from pathlib import Path

from gemeengoed.content.errors import NoPacksError


def packs_folder() -> Path:
    """The folder in GEMEENGOED_PACKS, else ``packs/`` in a folder above this file.

    Raises NoPacksError when there is none.
    """
    named = os.environ.get("GEMEENGOED_PACKS")
    candidates = [Path(named)] if named else [parent / "packs" for parent in Path(__file__).parents]
    for candidate in candidates:
        if (candidate / "basis").is_dir():
            return candidate.resolve()
    raise NoPacksError(named or "packs")


def models_folder() -> Path:
    """Where trained models are kept."""
    return _own_folder() / "models"


def editions_folder() -> Path:
    """Where accepted packs are kept, compiled."""
    return _own_folder() / "editions"


def _own_folder() -> Path:
    """GEMEENGOED_HOME, else a folder in the user's own cache."""
    if chosen := os.environ.get("GEMEENGOED_HOME"):
        return Path(chosen).expanduser().absolute()
    cache = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return Path(cache) / "gemeengoed"
