# SPDX-License-Identifier: EUPL-1.2
"""The user that PostgreSQL runs as: ourselves, or ``gemeengoed`` when we are root."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass

from gemeengoed.project.embedded_postgres.errors import EmbeddedPostgresError

NAME = "gemeengoed"


@dataclass(frozen=True)
class Owner:
    """Who owns the cluster's files: user and group id; ``switch`` when that is not ourselves."""

    uid: int
    gid: int
    switch: bool

    def as_popen_arguments(self) -> dict[str, object]:
        """Arguments that make ``subprocess`` run a program as this user, without our groups."""
        if not self.switch:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def owner() -> Owner:
    """The owner for this process; as root the system user is made when it is not there yet.

    Raises EmbeddedPostgresError when it cannot be made.
    """
    if os.geteuid() != 0:
        return Owner(os.geteuid(), os.getegid(), switch=False)
    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        entry = _make_system_user()
    return Owner(entry.pw_uid, entry.pw_gid, switch=True)


def _make_system_user() -> pwd.struct_passwd:
    program = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if program is None:
        raise EmbeddedPostgresError(
            "PostgreSQL does not run as root and there is no useradd to make a user for it: "
            f"make a system user {NAME!r}, start as an ordinary user, or set DATABASE_URL."
        )
    command = [program, "--system", "--user-group", "--no-create-home"]
    command += ["--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", NAME]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        # Another process may have made it at the same moment: then useradd fails, and all is well.
        return pwd.getpwnam(NAME)
    except KeyError:
        raise EmbeddedPostgresError(
            f"The system user {NAME!r} for PostgreSQL could not be made: {made.stderr.strip()}"
        ) from None
