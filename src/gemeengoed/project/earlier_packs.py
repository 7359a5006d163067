# SPDX-License-Identifier: EUPL-1.2
"""What the base was at an earlier moment, as git kept it."""

import subprocess
from pathlib import Path

from gemeengoed.content.base_comparing import Files
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
    held = _git(root, "ls-tree", "-r", "--name-only", "-z", commit, "--", "basis").decode()
    then = {p: _git(root, "show", f"{commit}:./{p}") for p in paths if p in held.split("\0")}
    now = {path: (root / path).read_bytes() for path in paths if (root / path).is_file()}
    return then, now


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
