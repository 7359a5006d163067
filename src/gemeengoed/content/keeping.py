# SPDX-License-Identifier: EUPL-1.2
"""Keeps packs that were accepted, so that the next process need not read and check them again.

Kept by the fingerprint of every file in the folder and of the code that judges them: what comes
back is what loading would have given. Packs with a fault are never kept.
"""

import copyreg
import hashlib
import io
import logging
import os
import pickle
import stat
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from platform import python_version
from types import MappingProxyType
from typing import Any

from gemeengoed.content.folders import editions_folder, packs_folder
from gemeengoed.content.loaded import Loaded
from gemeengoed.language.classifier.keeping import digest_of_code, drop_old

log = logging.getLogger(__name__)

_JUDGES = ("content", "dialogue", "language", "procedures", "terms")  # what packs are judged by
_ROOMS = tuple(Path(__file__).parents[1] / room for room in _JUDGES)
_LIBRARIES = ("pyyaml", "wordfreq")
_KEPT = 8  # in a folder
_DIGEST_LENGTH = 32  # bytes
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def kept_or_loaded(folder: Path | None = None) -> Loaded:
    """The packs in a folder, as ``accepting.load`` gives them.

    Raises PackError with all faults, NoPacksError.
    """
    folder = folder or packs_folder()
    seen = _fingerprint(folder)
    path = editions_folder() / f"packs-{seen}.kept"
    kept = _read(path)
    if kept is not None:
        return kept
    # What checks the packs takes a second to import; a start with kept ones must not pay for it.
    from gemeengoed.content.accepting import load  # noqa: PLC0415

    loaded = load(folder)
    if _fingerprint(folder) == seen:  # nobody wrote in it meanwhile
        _keep(loaded, path)
    return loaded


def _fingerprint(folder: Path) -> str:
    """Of all that a fault or a text could come from: every name and every byte."""
    code = digest_of_code(_ROOMS, _LIBRARIES)
    digest = hashlib.sha256(f"{python_version()} {code} {folder.name}".encode())
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        name = path.relative_to(folder).as_posix()
        digest.update(f"{len(name)} {name} {len(content)} ".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()[:32]


def _read(path: Path) -> Loaded | None:
    """What _keep wrote; None when there is nothing, or nothing to be trusted.

    A pickle can do anything, so only one that this user alone could write, and whole: who can
    write in his name could as well change the code.
    """
    try:
        status = path.stat()
        if status.st_uid != os.geteuid() or status.st_mode & _OTHERS_WRITE:
            return None
        content = path.read_bytes()
    except OSError:
        return None
    told, kept = content[:_DIGEST_LENGTH], content[_DIGEST_LENGTH:]
    if hashlib.sha256(kept).digest() != told:
        return None
    loaded: Loaded = pickle.loads(kept)  # noqa: S301 (written by this user)
    return loaded


def _keep(loaded: Loaded, path: Path) -> None:
    """Written whole or not at all. A folder that cannot be written costs time, nothing else."""
    written = io.BytesIO()
    _Pickler(written, pickle.HIGHEST_PROTOCOL).dump(loaded)
    kept = written.getvalue()
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.touch(mode=0o600)
        draft.write_bytes(hashlib.sha256(kept).digest() + kept)
        draft.replace(path)
        drop_old(path.parent, "packs-*.kept", _KEPT)
    except OSError as error:
        log.warning("accepted packs not kept in %s: %s", path.parent, error)


class _Pickler(pickle.Pickler):
    """Dataclasses with slots are filled again by ``_fill``: what Python has for frozen ones looks
    up the fields of the class for each object, which was most of the reading."""

    def reducer_override(self, told: object) -> Any:
        if isinstance(told, MappingProxyType):
            return _as_made(told)
        made: Any = type(told)
        if not (is_dataclass(made) and "__slots__" in vars(made)):
            return NotImplemented
        values = tuple([getattr(told, field.name) for field in fields(made)])
        return copyreg.__newobj__, (made,), values, None, None, _fill  # type: ignore[attr-defined]


def _fill(made: object, values: tuple[Any, ...]) -> None:
    kind: Any = type(made)
    for put, value in zip(_slots_of(kind), values, strict=True):
        put(made, value)


@cache
def _slots_of(made: Any) -> tuple[Callable[[object, Any], None], ...]:
    """What puts a value into each slot, also of what is frozen once it is made."""
    return tuple(getattr(made, field.name).__set__ for field in fields(made))


def _read_only(mapping: Mapping[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType(dict(mapping))


def _as_made(mapping: Mapping[Any, Any]) -> tuple[Any, ...]:
    """How a view that nobody may write to is made again; Python itself has no form for it."""
    return _read_only, (dict(mapping),)
