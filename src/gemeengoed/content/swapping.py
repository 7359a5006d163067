# SPDX-License-Identifier: EUPL-1.2
"""What this process says follows what is published in the database, without a restart."""

import tempfile
import threading
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path

from django.db import ProgrammingError

from gemeengoed.content import published
from gemeengoed.content.folders import packs_folder
from gemeengoed.content.keeping import kept_or_loaded
from gemeengoed.content.loaded import Loaded
from gemeengoed.content.operations import publish
from gemeengoed.content.pack_files import files_in, write_files
from gemeengoed.content.queries_releases import files_of, standing, standing_mark
from gemeengoed.content.reader import trained_reader
from gemeengoed.language.reader import TrainedReader

CHANNEL = "gemeengoed_editions"  # a notice without content: look again
_KEPT = 2  # releases that stay loaded: the newest, and one that somebody went back to

_loaded: OrderedDict[int, Loaded] = OrderedDict()
_shown = (0, 0)  # the mark of the standing that this process says
_swapping = threading.RLock()


def loaded_release(release: int) -> Loaded:
    """A release, compiled; kept while it is in use. Raises PackError, UnknownReleaseError."""
    with _swapping:
        if release not in _loaded:
            _loaded[release] = _load(release)
            while len(_loaded) > _KEPT:
                _loaded.popitem(last=False)
        _loaded.move_to_end(release)
        return _loaded[release]


def say_what_is_published() -> bool:
    """Swap to what the database says, if this process does not say it yet; tells whether it did.

    On PackError what was said stays. Nothing published: nothing changes.
    """
    global _shown
    with _swapping:
        mark = standing_mark()
        now = standing()
        if now is None or mark == _shown:
            return False
        newest = loaded_release(now.release)
        editions = dict(newest.editions)
        for slug, release in now.rolled_back.items():
            if slug in editions:
                editions[slug] = loaded_release(release).editions[slug]
        published.swap(editions, trained_reader(newest.packs), newest.packs)
        _shown = mark
        return True


def say_what_is_published_or_folder() -> None:
    """The same at a start; the folder of packs where the database holds nothing, or no tables yet.

    Raises PackError, NoPacksError.
    """
    with suppress(ProgrammingError):  # another process makes the tables, and then gives notice
        say_what_is_published()
    if not published.is_published():
        publish()


def make_ready_to_read() -> None:
    """In a process that reads messages: make what the first of them would wait for."""
    reader = published.current().reader
    if isinstance(reader, TrainedReader):
        reader.make_ready()


def remember(release: int, loaded: Loaded) -> None:
    """What was just stored need not be loaded again in this process."""
    with _swapping:
        _loaded[release] = loaded


def _load(release: int) -> Loaded:
    """From the folder of packs when that still holds the same, else from files for a moment."""
    files = files_of(release)
    folder = packs_folder()
    if files_in(folder) == files:
        return kept_or_loaded(folder)
    with tempfile.TemporaryDirectory() as lent:
        root = Path(lent) / "packs"
        write_files(files, root)
        return kept_or_loaded(root)
