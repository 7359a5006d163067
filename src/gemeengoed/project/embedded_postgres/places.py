# SPDX-License-Identifier: EUPL-1.2
"""Where a cluster lives: outside the checkout, one for each checkout and user."""

import hashlib
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from gemeengoed.project.embedded_postgres.errors import EmbeddedPostgresError
from gemeengoed.project.embedded_postgres.system_user import Owner, owner

HOME_AS_ROOT = Path("/var/lib/gemeengoed")
CHECKOUT = Path(__file__).resolve().parents[4]
# A Unix socket's path is at most 107 bytes; PostgreSQL puts "/.s.PGSQL.5432.lock" after the folder.
LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432.lock")


@dataclass(frozen=True)
class Places:
    """The folders of one cluster and the user that owns them.

    ``home`` holds what clusters share (the copied binaries); ``cluster`` is this cluster's own;
    ``temporary`` clusters give up safety for speed and are removed after use.
    """

    home: Path
    cluster: Path
    sockets: Path
    owner: Owner
    temporary: bool = False

    @property
    def data(self) -> Path:
        return self.cluster / "data"

    @property
    def log(self) -> Path:
        return self.cluster / "postgres.log"

    def lock(self, name: str) -> Path:
        return self.cluster / f"{name}.lock"

    def url(self, database: str) -> str:
        """The address of a database in this cluster, as in DATABASE_URL."""
        return f"postgresql://gemeengoed@/{database}?host={self.sockets}"


def places_for_checkout(checkout: Path = CHECKOUT, *, purpose: str = "") -> Places:
    """The lasting cluster of this checkout and user; nothing is made yet.

    A purpose ("bench") gives a cluster beside the one of the demo.
    """
    home = home_folder()
    key = "-".join(filter(None, (_key(checkout), purpose)))
    cluster = home / "clusters" / key
    return Places(home, cluster, _socket_folder(cluster, key), owner())


def places_for_tests(name: str | None = None) -> Places:
    """A place for a cluster that is removed after use: a new one, or that of this name."""
    name = name or f"gemeengoed-test-{secrets.token_hex(6)}"
    home = home_folder()
    base = home / "tests" if os.geteuid() == 0 else Path(tempfile.gettempdir())
    cluster = base / name
    return Places(home, cluster, _socket_folder(cluster, name), owner(), temporary=True)


def home_folder() -> Path:
    """GEMEENGOED_HOME; else /var/lib/gemeengoed as root, or the user's own data folder."""
    if chosen := os.environ.get("GEMEENGOED_HOME"):
        return Path(chosen).expanduser().absolute()
    if os.geteuid() == 0:
        return HOME_AS_ROOT
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(data).expanduser().absolute() / "gemeengoed"


def _key(checkout: Path) -> str:
    """Two checkouts never share a key, nor does a new clone get the data of an older one there."""
    marker = checkout / "var" / "cluster-id"
    try:
        identity = marker.read_text().strip()
    except FileNotFoundError:
        identity = _write_marker(marker)
    return hashlib.sha256(f"{checkout}\n{identity}".encode()).hexdigest()[:12]


def _write_marker(marker: Path) -> str:
    identity = secrets.token_hex(8)
    try:
        marker.parent.mkdir(exist_ok=True)
        with marker.open("x") as file:
            file.write(identity)
    except FileExistsError:
        return marker.read_text().strip()
    except OSError:
        # A checkout that this user may only read: the path alone is its identity.
        return ""
    return identity


def _socket_folder(cluster: Path, key: str) -> Path:
    if len(os.fsencode(cluster)) <= LONGEST_SOCKET_FOLDER - len("/sockets"):
        return cluster / "sockets"
    # Root's runtime folder is closed to the database's user.
    runtime = os.environ.get("XDG_RUNTIME_DIR", "") if os.geteuid() else ""
    for base in (runtime, tempfile.gettempdir(), "/tmp"):  # noqa: S108 (a folder of our own in it)
        if os.path.isdir(base) and len(os.fsencode(base)) + len(key) + 24 <= LONGEST_SOCKET_FOLDER:
            return Path(base) / f"gemeengoed-{os.geteuid()}-{key}"
    raise EmbeddedPostgresError(
        f"The path {cluster} is too long for a Unix socket: set GEMEENGOED_HOME to a shorter one."
    )
