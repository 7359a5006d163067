# SPDX-License-Identifier: EUPL-1.2
"""Makes folders of our own, and never touches the mode or owner of one that was there before."""

import os
import stat
import tempfile
from pathlib import Path

from gemeengoed.project.embedded_postgres.errors import EmbeddedPostgresError
from gemeengoed.project.embedded_postgres.places import Places


def make_folders(places: Places) -> None:
    """Makes what is missing: shared folders readable for all, the cluster's own for its owner only.

    Raises EmbeddedPostgresError for a folder that cannot be made, entered or trusted.
    """
    if places.owner.switch:
        _refuse_a_closed_parent(places)
    try:
        for parent in reversed(places.cluster.parents):
            _make_shared(parent)
        for folder in (places.cluster, places.sockets):
            _make_own(folder, places)
            _refuse_a_stranger(folder, places)
    except OSError as error:
        raise EmbeddedPostgresError(
            f"The folder {error.filename} for the database cannot be made ({error.strerror}): "
            "set GEMEENGOED_HOME to a folder of your own, or DATABASE_URL to another PostgreSQL."
        ) from error


def _make_shared(folder: Path) -> None:
    if folder.is_dir():
        return
    try:
        folder.mkdir()
    except FileExistsError:
        return
    # mkdir's own mode goes through the umask: a strict one would shut out the database's user.
    folder.chmod(0o755)


def _make_own(folder: Path, places: Places) -> None:
    """A folder for the owner only; it appears under its name when it has its owner already.

    Another process that starts at the same moment would otherwise meet a folder of root's.
    """
    if folder.is_dir():
        return
    new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".new-"))
    new.chmod(0o700)
    if places.owner.switch:
        os.chown(new, places.owner.uid, places.owner.gid)
    try:
        new.rename(folder)
    except OSError:
        new.rmdir()
        if not folder.is_dir():
            raise


def _refuse_a_stranger(folder: Path, places: Places) -> None:
    """In a folder like /tmp somebody else may have made this name first."""
    if folder.stat().st_uid != places.owner.uid:
        raise EmbeddedPostgresError(
            f"The folder {folder} belongs to another user: remove it or set GEMEENGOED_HOME."
        )


def _refuse_a_closed_parent(places: Places) -> None:
    """Before anything is made. (Who owns a parent does not matter: it is never that user.)"""
    for folder in {*places.cluster.parents, *places.sockets.parents} - {places.cluster}:
        if folder.is_dir() and not folder.stat().st_mode & stat.S_IXOTH:
            raise EmbeddedPostgresError(
                f"PostgreSQL does not run as root, and its own user cannot enter {folder}: "
                "set GEMEENGOED_HOME to a folder that everybody may enter, "
                "such as /var/lib/gemeengoed."
            )
