# SPDX-License-Identifier: EUPL-1.2
"""What the base was at an earlier moment, as git or the database kept it."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from gemeengoed.content.pack_files import Files, files_in
from gemeengoed.project.errors import CannotStartError


class NotInGitError(CannotStartError):
    """Git does not know the packs, or not this revision; the text tells what git says."""


def differing_files(root: Path, revision: str) -> tuple[Files, Files]:
    """The files of the base that differ: as they were at a revision, and as they are now.

    root: the folder of the packs. Raises NotInGitError.
    """
    known = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{}}")
    commit = known.decode().strip()
    listed = _git(root, "diff", "--name-only", "--relative", "-z", commit, "--", "basis")
    listed += _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", "basis")
    paths = [path for path in listed.decode().split("\0") if path.endswith(".yaml")]
    held = _base_at(root, commit)
    then = {path: held[path] for path in paths if path in held}
    now = {path: (root / path).read_bytes() for path in paths if (root / path).is_file()}
    return then, now


def _base_at(root: Path, commit: str) -> Files:
    """All files of the base at once: git is not asked a file at a time, which takes long."""
    try:
        packed = _git(root, "archive", "--format=tar", f"{commit}:./", "basis")
    except NotInGitError:  # there was no base yet
        return {}
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        opened = {member.name: archive.extractfile(member) for member in archive}
        return {name: file.read() for name, file in opened.items() if file is not None}


class NoSuchEditionError(CannotStartError):
    """The database knows no edition whose fingerprint begins so; the text says so."""


def differing_from_edition(root: Path, fingerprint: str) -> tuple[Files, Files]:
    """The same from the release in which an edition was published. Raises NoSuchEditionError."""
    # Rooms with models can be imported only once Django is ready.
    from gemeengoed.content.queries_releases import (  # noqa: PLC0415
        files_of,
        release_with_edition,
    )

    release = release_with_edition(fingerprint)
    if release is None:
        raise NoSuchEditionError(f"Er is geen editie met vingerafdruk {fingerprint}.")
    before, after = _of_base(files_of(release)), _of_base(files_in(root))
    differ = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    return (
        {name: content for name, content in before.items() if name in differ},
        {name: content for name, content in after.items() if name in differ},
    )


def _of_base(files: Files) -> Files:
    return {name: content for name, content in files.items() if name.startswith("basis/")}


def _git(root: Path, *words: str) -> bytes:
    try:
        words = ("git", "-C", str(root), *words)
        ended = subprocess.run(words, capture_output=True, check=True)
    except FileNotFoundError as error:
        raise NotInGitError("git staat niet op deze computer.") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        raise NotInGitError(f"git kent {root} op dat moment niet. {said}".strip()) from error
    return ended.stdout
