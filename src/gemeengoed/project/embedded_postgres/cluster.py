# SPDX-License-Identifier: EUPL-1.2
"""Makes a cluster, starts its server through the guard, and gives it back."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gemeengoed.project.embedded_postgres.binaries import MAJOR_VERSION, programs_folder
from gemeengoed.project.embedded_postgres.errors import EmbeddedPostgresError
from gemeengoed.project.embedded_postgres.folders import make_folders
from gemeengoed.project.embedded_postgres.locks import PAUSE, Lock
from gemeengoed.project.embedded_postgres.places import Places

DATABASE = "gemeengoed"
GUARD = "gemeengoed.project.embedded_postgres.guard"
PATIENCE = 30.0  # seconds; replaying the log after a power cut takes longer than a usual start
LARGEST_LOG = 5_000_000  # bytes

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "jit": "off",
    # One machine, no standby: the log need not serve replication.
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "log_checkpoints": "off",
}
# A test cluster is thrown away after use: it may lose everything in a power cut.
TEST_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
}


class Cluster:
    """A cluster that this process uses from ``start`` to ``leave``."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.database_url = places.url(DATABASE)
        self._in_use: Lock | None = None
        self._guard: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Makes the cluster and starts the server where needed; takes part in a running one.

        Raises EmbeddedPostgresError with the end of the server's log when it does not come up.
        """
        self._in_use = self._enter()
        with self._open_lock("starting") as starting:
            starting.alone()
            if not self._guard_lives():
                self._end_an_orphan()
                self._initialise()
                self._start_guard()
            self._wait_until_ready()
            self._make_database()

    def _enter(self) -> Lock:
        while True:
            make_folders(self.places)
            in_use = self._open_lock("in-use")
            # Waits here while a guard is on its way out with the previous server.
            in_use.shared()
            if in_use.is_at(self.places.lock("in-use")):
                return in_use
            # That guard removed a temporary cluster, with the file that we waited for.
            in_use.close()

    def leave(self) -> None:
        """Gives the server back; the last one waits until it has stopped."""
        if self._in_use is None:
            return
        in_use, self._in_use = self._in_use, None
        with in_use:
            if in_use.alone(patience=0):
                self._stop_guard()

    def _open_lock(self, name: str) -> Lock:
        try:
            return Lock(self.places.lock(name))
        except OSError as error:
            raise EmbeddedPostgresError(
                f"The database's folder {self.places.cluster} cannot be used: {error.strerror}."
            ) from error

    def _guard_lives(self) -> bool:
        with self._open_lock("guard") as guard:
            return not guard.alone(patience=0)

    def _end_an_orphan(self) -> None:
        """A server whose guard was killed is ending already; wait, and help it if it is not."""
        pid = self._server_pid()
        until = time.monotonic() + PATIENCE
        asked = False
        while pid is not None and _serves(pid, self.places.data):
            if time.monotonic() > until:
                raise EmbeddedPostgresError(
                    f"An earlier database server (process {pid}) does not end: end it by hand."
                )
            if not asked and time.monotonic() > until - PATIENCE + 2:
                os.kill(pid, signal.SIGINT)
                asked = True
            time.sleep(PAUSE)

    def _server_pid(self) -> int | None:
        lines = self._pid_file()
        return int(lines[0]) if lines else None

    def _pid_file(self) -> list[str]:
        try:
            return (self.places.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _initialise(self) -> None:
        if (self.places.cluster / "complete").exists():
            self._refuse_another_version()
            return
        # What an interrupted earlier initdb left is no database yet.
        shutil.rmtree(self.places.data, ignore_errors=True)
        (self.places.cluster / "database-made").unlink(missing_ok=True)
        command = [str(programs_folder(self.places) / "initdb"), f"--pgdata={self.places.data}"]
        command += ["--username=gemeengoed", "--auth=trust", "--encoding=UTF8", "--locale=C"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"]
        command += ["--no-sync"] if self.places.temporary else []
        made = self._run(command)
        if made.returncode != 0:
            raise EmbeddedPostgresError(f"The database could not be made: {made.stderr.strip()}")
        (self.places.cluster / "complete").touch()

    def _refuse_another_version(self) -> None:
        found = (self.places.data / "PG_VERSION").read_text().strip()
        if found != MAJOR_VERSION:
            raise EmbeddedPostgresError(
                f"The database in {self.places.cluster} is of PostgreSQL {found}, this is "
                f"{MAJOR_VERSION}: move that folder away, or set DATABASE_URL."
            )

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        owner = self.places.owner
        return subprocess.run(
            command,
            cwd="/",
            env={"LC_ALL": "C", "PATH": os.defpath},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            umask=0o077,
            user=owner.uid if owner.switch else None,
            group=owner.gid if owner.switch else None,
            extra_groups=[] if owner.switch else None,
        )

    def _start_guard(self) -> None:
        places = self.places
        if places.log.exists() and places.log.stat().st_size > LARGEST_LOG:
            places.log.unlink()
        settings = SETTINGS | (TEST_SETTINGS if places.temporary else {})
        settings["unix_socket_directories"] = str(places.sockets)
        command = [str(programs_folder(places) / "postgres"), "-D", str(places.data)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        assignment = {
            "command": command,
            "log": str(places.log),
            "in_use": str(places.lock("in-use")),
            "guard": str(places.lock("guard")),
            "uid": places.owner.uid if places.owner.switch else None,
            "gid": places.owner.gid if places.owner.switch else None,
            "remove": [str(places.cluster), str(places.sockets)] if places.temporary else [],
        }
        # A session of its own: Ctrl-C in the terminal reaches the web server first, not this one.
        self._guard = subprocess.Popen(
            [sys.executable, "-m", GUARD, json.dumps(assignment)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd="/",
        )

    def _wait_until_ready(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and (self._guard is None or self._guard.poll() is None):
            lines = self._pid_file()
            if len(lines) >= 8 and lines[7].strip() == "ready" and self._guard_lives():
                return
            time.sleep(PAUSE)
        raise EmbeddedPostgresError(
            f"PostgreSQL does not start. The end of {self.places.log}:\n{_tail(self.places.log)}"
        )

    def _make_database(self) -> None:
        marker = self.places.cluster / "database-made"
        if marker.exists():
            return
        command = [str(programs_folder(self.places) / "createdb")]
        command += [f"--host={self.places.sockets}", "--username=gemeengoed", DATABASE]
        made = self._run(command)
        if made.returncode != 0 and "already exists" not in made.stderr:
            raise EmbeddedPostgresError(f"The database could not be made: {made.stderr.strip()}")
        marker.touch()

    def _stop_guard(self) -> None:
        with self._open_lock("guard") as guard:
            if guard.alone(patience=0):
                return
            os.kill(int(guard.read()), signal.SIGTERM)
            guard.alone(patience=PATIENCE)
        if self._guard is not None:
            self._guard.wait(PATIENCE)


@contextmanager
def running_cluster(places: Places) -> Iterator[Cluster]:
    """The cluster, running within the ``with`` block."""
    cluster = Cluster(places)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.leave()


def _serves(pid: int, data: Path) -> bool:
    """Whether that process is the server of this folder; a number used anew by another is not."""
    try:
        return os.fsencode(data) in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False


def _tail(file: Path, lines: int = 15) -> str:
    try:
        return "\n".join(file.read_text(errors="replace").splitlines()[-lines:])
    except OSError:
        return "(no log)"
