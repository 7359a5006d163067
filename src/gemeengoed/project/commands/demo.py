# SPDX-License-Identifier: EUPL-1.2
"""Everything at once on one machine: database, web server, worker and the demo's log-in.

This process stays without Django: it must be quick, and it must outlive whatever goes wrong in
the others.
"""

import argparse
import contextlib
import http.client
import json
import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from gemeengoed.project.demo_identity import DemoIdentity
from gemeengoed.project.embedded_postgres import (
    Places,
    places_for_checkout,
    running_cluster,
)
from gemeengoed.project.listening import port_from, refuse_if_taken
from gemeengoed.project.start_screen import as_text
from gemeengoed.project.supervisor import StopRequestedError, Supervisor, hold_signals

HELP = "Start the demo: database, web server, worker and log-in together"
HOST = "127.0.0.1"
LOOK_EVERY = 0.05  # seconds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", default=os.environ.get("PORT") or "8000")


def run(arguments: argparse.Namespace) -> int:
    """Runs until Ctrl-C or another stop signal, then returns 0. Raises CannotStartError."""
    port = port_from(arguments.port)
    refuse_if_taken(HOST, port)
    hold_signals()
    try:
        with _database() as database, Supervisor() as children:
            _run(children, port, database)
    except StopRequestedError:
        _say("\nGestopt.")
    return 0


@contextlib.contextmanager
def _database() -> Iterator[dict[str, str]]:
    """What the children must know of the database: the given one, or the embedded one."""
    if os.environ.get("DATABASE_URL"):
        yield {"SECRET_KEY": os.environ.get("SECRET_KEY") or secrets.token_urlsafe(50)}
        return
    places = places_for_checkout()
    with running_cluster(places) as cluster:
        yield {"DATABASE_URL": cluster.database_url, "SECRET_KEY": _lasting_secret(places)}


def _lasting_secret(places: Places) -> str:
    """As lasting as the database: sessions and links survive a restart of the demo."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    file = places.cluster / "secret-key"
    if not file.exists():
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
            opened.write(secrets.token_urlsafe(50))
    return file.read_text()


def _run(children: Supervisor, port: int, database: dict[str, str]) -> None:
    environment = {**os.environ, **database, **_settings(port)}
    identity = DemoIdentity.beside(port, environment["GEMEENGOED_PUBLIC_URL"])
    environment |= identity.settings
    command = [sys.executable, "-m", "gemeengoed.project.command_line"]
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder) / "facts.json"
        web = [*command, "serve", "--host", HOST, "--port", str(port), "--facts", str(facts)]
        children.start("web", web, {**environment, "GEMEENGOED_PREPARE": "1"})
        children.watch(until=_answers(port), every=LOOK_EVERY)
        told = json.loads(facts.read_text())
    children.start("worker", [*command, "worker"], environment)
    if identity.command:  # in a second it is there: nobody can have chosen to log in before
        children.start("identity", identity.command, identity.environment(environment))
    _say(as_text(told, f"http://localhost:{port}", identity.issuer))
    children.watch()


def _settings(port: int) -> dict[str, str]:
    """What the environment does not say already."""
    settings = {
        "GEMEENGOED_DEMO": "1",
        "GEMEENGOED_PUBLIC_URL": f"http://localhost:{port}",
        # Both children start from the same moment.
        "GEMEENGOED_NOW_SET_AT": datetime.now(UTC).isoformat(),
    }
    return {name: value for name, value in settings.items() if not os.environ.get(name)}


def _answers(port: int) -> Callable[[], bool]:
    def answers() -> bool:
        connection = http.client.HTTPConnection(HOST, port, timeout=2)
        try:
            connection.request("GET", "/gezond")
            return connection.getresponse().status == http.client.OK
        except OSError:
            return False
        finally:
            connection.close()

    return answers


def _say(text: str) -> None:
    # A closed terminal is one of the reasons to stop: then nobody reads this.
    with contextlib.suppress(OSError):
        print(text, flush=True)
