# SPDX-License-Identifier: EUPL-1.2
"""A real browser on a real server. Every page is watched: no faults, nothing from elsewhere.

Beside other tests in one process, the browser lives for one file of tests: Playwright keeps an
event loop running in the thread of the tests, with which Django's own tests would refuse to work.
"""

import fcntl
import itertools
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from tests.browser.console import command
from tests.browser.serving import Server
from tests.browser.visiting import PATIENCE, PHONE, Visit, visiting
from tests.contract.identity import SECRET, SECRET_VARIABLE, THREE, Identity, client_id

PROJECT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
expect.set_options(timeout=PATIENCE)  # what holds is seen at once; a busy machine gets its time
_numbers = itertools.count(1)

Begin = Callable[..., AbstractContextManager[Visit]]


def _life_of_browser(fixture_name: str, config: pytest.Config) -> Literal["session", "module"]:
    """Of one run of these tests alone, or of one file."""
    folder = Path(__file__).parent
    asked = [Path(config.invocation_params.dir, each.partition("::")[0]) for each in config.args]
    alone = all(path.resolve().is_relative_to(folder) for path in asked)
    return "session" if alone else "module"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder drive the browser, and may take long on a busy machine."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not item.get_closest_marker("timeout"):
                item.add_marker(pytest.mark.timeout(900))


@pytest.fixture(scope="session")
def widget() -> None:
    """The bundle of the widget, which the home pages load, and axe among its packages."""
    build = PROJECT / "bin" / "build-widget"
    with build.open() as locked:
        fcntl.flock(locked, fcntl.LOCK_EX)  # another worker of the tests may build it as well
        subprocess.run([build, "packages"], check=True)
        subprocess.run([build], check=True)


@pytest.fixture(scope="session")
def environment(prepared_database: str) -> dict[str, str]:
    """Three o'clock at night; limits so that each visitor can empty them quickly."""
    return {
        "DATABASE_URL": prepared_database,
        "SECRET_KEY": "the same for all processes of one run",
        "GEMEENGOED_NOW": "2026-11-23T03:05",
        # The same for all processes: for one that starts later, the others would be in the future.
        "GEMEENGOED_NOW_SET_AT": datetime.now(UTC).isoformat(),
        "GEMEENGOED_DEMO": "1",
        SECRET_VARIABLE: SECRET,
        "GEMEENGOED_NEW_CONVERSATIONS_AT_ONCE": "10",
        "GEMEENGOED_NEW_CONVERSATIONS_PER_SECOND": "0.02",
    }


@pytest.fixture(scope="session")
def server(environment: dict[str, str], widget: None) -> Iterator[Server]:
    server = Server(environment)
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="session")
def identity(server: Server, environment: dict[str, str]) -> Iterator[Identity]:
    """The imitation of DigiD, to which the municipalities of the server are connected."""
    subprocess.run([PROJECT / "bin" / "install-identity"], check=True)
    running = Identity(server.url)
    for slug in THREE:
        broker = ["broker", "--gemeente", slug, "--issuer", running.issuer]
        broker += ["--client-id", client_id(slug), "--secret-variable", SECRET_VARIABLE]
        command(environment, *broker)
    yield running
    running.kill()


@pytest.fixture(scope=_life_of_browser)
def browser() -> Iterator[Browser]:
    path = (
        os.environ.get("GEMEENGOED_CHROMIUM")
        or subprocess.run(
            [PROJECT / "bin" / "find-chromium"], check=True, capture_output=True, text=True
        ).stdout.strip()
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def begin(browser: Browser, server: Server) -> Begin:
    """``with begin() as visit``: a new visitor with an address and cookies of their own."""

    def visitor(**options: object) -> AbstractContextManager[Visit]:
        number = next(_numbers)
        origin = f"192.0.{2 + number // 250}.{number % 250 + 1}"
        return visiting(browser, server.url, origin, **options)

    return visitor


@pytest.fixture
def visit(begin: Begin) -> Iterator[Visit]:
    with begin() as visit:
        yield visit


@pytest.fixture
def without_javascript(begin: Begin) -> Iterator[Visit]:
    with begin(java_script_enabled=False) as visit:
        yield visit


@pytest.fixture
def on_phone(begin: Begin) -> Iterator[Visit]:
    with begin(viewport=PHONE) as visit:
        yield visit
