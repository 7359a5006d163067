# SPDX-License-Identifier: EUPL-1.2
"""Keeps a trained model in a folder, so that a start does not train again."""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path

from gemeengoed.language.classifier.model import Model, ModelFileError, load
from gemeengoed.language.reading import Examples

_ROOM = Path(__file__).parent.parent
_KEPT = 5  # models in a folder
_LIBRARIES = ("scikit-learn", "snowballstemmer", "symspellpy", "wordfreq", "numpy")


def fingerprint(examples: Examples) -> str:
    """Names the model for these examples, this code and these libraries."""
    told = [
        digest_of_code((_ROOM,), _LIBRARIES),
        {topic: list(questions) for topic, questions in sorted(examples.questions.items())},
        list(examples.negatives),
        dict(sorted(examples.labels.items())),
    ]
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def digest_of_code(rooms: tuple[Path, ...], libraries: tuple[str, ...]) -> str:
    """Changes with any file of code in these folders, and with these libraries."""
    digest = hashlib.sha256()
    for room in rooms:
        for path in sorted(room.rglob("*.py")):
            digest.update(path.read_bytes())
    for library in libraries:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()


def kept_or_trained(examples: Examples, folder: Path) -> Model:
    """The model for these examples from the folder, or newly trained and then kept there.

    Raises TooFewExamplesError, and OSError when the folder cannot be written.
    """
    path = folder / f"reader-{fingerprint(examples)}.npz"
    model = _kept(path)
    if model is not None:
        return model
    with _one_at_a_time(folder):  # who waited finds what the other learned
        return _kept(path) or _trained(examples, path)


def _kept(path: Path) -> Model | None:
    try:
        return load(path)
    except (FileNotFoundError, ModelFileError):
        return None


def _trained(examples: Examples, path: Path) -> Model:
    # Training needs scikit-learn, which takes seconds to import; a start with a kept model must
    # not pay for it.
    from gemeengoed.language.classifier.training import train  # noqa: PLC0415

    model = train(examples)
    model.save(path)
    drop_old(path.parent, "reader-*.npz", _KEPT)
    return model


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Web and worker start together: learning takes both cores, and once is enough."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def drop_old(folder: Path, pattern: str, keep: int) -> None:
    """Only the newest of these files stay; each change of what they were made of makes another."""
    kept = sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime)
    for path in kept[:-keep]:
        path.unlink(missing_ok=True)
