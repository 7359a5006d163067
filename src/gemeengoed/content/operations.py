# SPDX-License-Identifier: EUPL-1.2
"""Publishing: load and compile everything, then swap in one go. A faulty pack changes nothing."""

import threading
from pathlib import Path

from gemeengoed.content import published
from gemeengoed.content.keeping import kept_or_loaded
from gemeengoed.content.loaded import Loaded
from gemeengoed.content.reader import trained_reader

_publishing = threading.Lock()


def publish(folder: Path | None = None) -> Loaded:
    """Make these packs what all municipalities say from now on.

    On a fault the editions that were published stay, and PackError is raised.
    """
    with _publishing:
        loaded = kept_or_loaded(folder)
        reader = trained_reader(loaded.packs)
        published.swap(loaded.editions, reader, loaded.packs)
    return loaded
