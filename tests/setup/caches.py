# SPDX-License-Identifier: EUPL-1.2
"""What was downloaded and trained already, given to a new user of this machine.

As a machine does on which the user worked before: what the tests of the two commands prove is that
all comes to its place and runs, not how long a download takes. What is not there is downloaded.
"""

import contextlib
import os
import pwd
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.real_packs import real_packs
from tests.setup.clone import PROJECT

from gemeengoed.content.folders import editions_folder
from gemeengoed.content.reader import trained_reader

# In a cache of uv: packages, unpacked; the other folders point to them.
UNPACKED = "archive-v0"


def share_caches(user: pwd.struct_passwd) -> None:
    """Copies the caches of uv, npm and ourselves into the home of this user.

    Unpacked packages, of which there are thousands of files, become other names of the same files:
    readable for the user, and not theirs. A model that is being trained just now is waited for:
    the user would train it once more.
    """
    trained_reader(real_packs().packs)
    home, ours = Path(user.pw_dir), editions_folder().parent
    uv = _printed(_printed(PROJECT / "bin" / "find-uv"), "cache", "dir")
    npm = _printed("npm", "config", "get", "cache")
    # First what points to packages: one that another process unpacks meanwhile is then there.
    if uv:
        _copy(Path(uv), home / ".cache" / "uv", leave_out=UNPACKED)
    if npm:
        _copy(Path(npm), home / ".npm", leave_out="_logs")
    for kept in ("models", "editions"):
        _copy(ours / kept, home / ".cache" / "gemeengoed" / kept)
    for folder in (home / ".cache", home / ".npm"):
        _give([folder, *folder.rglob("*")], user)
    unpacked = home / ".cache" / "uv" / UNPACKED
    if uv:
        _copy(Path(uv) / UNPACKED, unpacked, one=_another_name)
    _give([Path(each) for each, _, _ in os.walk(unpacked)], user)


def _printed(*command: str | Path) -> str:
    """Nothing when there is no such program, or it fails."""
    if not shutil.which(command[0]):
        return ""
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    return ran.stdout.strip()


def _copy(
    source: Path,
    target: Path,
    leave_out: str = "",
    one: Callable[[str, str], object] = shutil.copy2,
) -> None:
    """Where there is something; what another process took away meanwhile is not missed."""
    with contextlib.suppress(FileNotFoundError, shutil.Error):
        ignored = shutil.ignore_patterns(leave_out)
        shutil.copytree(source, target, symlinks=True, ignore=ignored, copy_function=one)


def _another_name(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # on another disk
        shutil.copy2(source, target)


def _give(paths: Iterable[Path], user: pwd.struct_passwd) -> None:
    for path in paths:
        os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)
