# SPDX-License-Identifier: EUPL-1.2
"""Fresh clones for the tests of the two commands."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.setup.caches import share_caches
from tests.setup.clone import PROJECT, Clone, fresh_environment

from gemeengoed.project.bench import server

USER = "gemeengoed-test"


@pytest.fixture(scope="module")
def machine_folder() -> Iterator[Path]:
    """A folder that every user may enter, also when root runs the tests."""
    folder = Path(tempfile.mkdtemp(prefix="gg-clone-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def make_clone(machine_folder: Path) -> Callable[[str], Clone]:
    """Clones what is committed into a folder of this name."""

    def make(name: str) -> Clone:
        folder = machine_folder / name / "checkout"
        folder.parent.mkdir()
        cloned = ["git", "-c", f"safe.directory={PROJECT}", "clone", "-q", str(PROJECT)]
        subprocess.run([*cloned, str(folder)], check=True, capture_output=True)
        return Clone(folder)

    return make


@pytest.fixture(scope="module")
def ordinary_user() -> Iterator[pwd.struct_passwd]:
    """A user made for this test; skipped when we may not make one."""
    if os.geteuid() != 0:
        pytest.skip("only root can make another user; the tests run as an ordinary user already")
    # A run that was cut off may have left the user behind.
    subprocess.run(["userdel", "--remove", USER], check=False, capture_output=True)
    subprocess.run(["useradd", "--user-group", "--create-home", USER], check=True)
    entry = pwd.getpwnam(USER)
    yield entry
    subprocess.run(["userdel", "--remove", USER], check=True, capture_output=True)


@pytest.fixture(scope="module")
def python_for_all(machine_folder: Path) -> dict[str, str]:
    """The environment in which an ordinary user finds our Python, which may be root's own."""
    base = Path(sys.base_prefix)
    if all(parent.stat().st_mode & 0o001 for parent in (base, *base.parents)):
        return {"PATH": f"{base}/bin:{os.environ['PATH']}"}
    copy = machine_folder / "python"
    shutil.copytree(base, copy, symlinks=True, ignore=_no_part_of_python)
    return {"PATH": f"{copy}/bin:{os.environ['PATH']}", "LD_LIBRARY_PATH": f"{copy}/lib"}


def _no_part_of_python(folder: str, names: list[str]) -> set[str]:
    """Its own tests, and what was installed into it. What is compiled comes along."""
    installed = names if Path(folder).name == "site-packages" else []
    others = {name for name in installed if not name.startswith("pip")}
    return others | {name for name in names if name == "test" or name.endswith(".a")}


@pytest.fixture(scope="module")
def users_clone(
    make_clone: Callable[[str], Clone],
    ordinary_user: pwd.struct_passwd,
    python_for_all: dict[str, str],
) -> Clone:
    """A clone that belongs to the ordinary user, who runs its commands."""
    clone = make_clone("user")
    for path in (clone.folder, *clone.folder.rglob("*")):
        os.chown(path, ordinary_user.pw_uid, ordinary_user.pw_gid, follow_symlinks=False)
    home = {"HOME": ordinary_user.pw_dir, "USER": USER, "LOGNAME": USER}
    clone.uid = ordinary_user.pw_uid
    clone.environment = fresh_environment(**home, **python_for_all)
    clone.environment.pop("PYENV_ROOT", None)
    share_caches(ordinary_user)
    return clone


@pytest.fixture
def free_port() -> int:
    return server.free_port()
