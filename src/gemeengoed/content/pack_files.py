# SPDX-License-Identifier: EUPL-1.2
"""Packs as plain files: read from a folder, written to one, told apart by their digest."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

Files = Mapping[str, bytes]  # path from the packs' own folder on: basis/paspoort/onderwerp.yaml


def files_in(root: Path) -> dict[str, bytes]:
    """Every file of the packs in a folder, by path; hidden ones are no part of them."""
    found = (path for path in sorted(root.rglob("*")) if path.is_file())
    paths = {path.relative_to(root).as_posix(): path for path in found}
    return {
        name: path.read_bytes()
        for name, path in paths.items()
        if not any(part.startswith(".") for part in Path(name).parts)
    }


def write_files(files: Files, root: Path) -> None:
    """Write them as they are, byte by byte; root is made."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def digest_of(content: bytes) -> str:
    """SHA-256, 64 hexadecimal characters."""
    return sha256(content).hexdigest()


def digest_of_all(digests: Mapping[str, str]) -> str:
    """One digest for a whole set of files: path -> digest."""
    lines = "".join(f"{name} {digests[name]}\n" for name in sorted(digests))
    return digest_of(lines.encode())
