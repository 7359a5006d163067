# SPDX-License-Identifier: EUPL-1.2
"""The demo's imitation of DigiD: where it listens, and what it is told and not told."""

import json
import socket
from pathlib import Path

import pytest

from gemeengoed.project import demo_identity
from gemeengoed.project.demo_identity import DemoIdentity, secret_variable_of
from gemeengoed.project.start_screen import as_text

PUBLIC = "http://localhost:8000"
FACTS = {"municipalities": [], "accounts": []}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / ".installed").touch()
    monkeypatch.setattr(demo_identity, "FOLDER", tmp_path)
    monkeypatch.setattr(demo_identity.shutil, "which", lambda name: f"/usr/bin/{name}")
    return tmp_path


def test_it_gets_a_client_for_each_municipality_and_nothing_of_the_product(
    installed: Path,
) -> None:
    identity = DemoIdentity.beside(8000, PUBLIC)
    environment = identity.environment({"PATH": "/bin", "SECRET_KEY": "s", "DATABASE_URL": "d"})
    assert set(environment) == {"PATH", "DEMO_IDENTITY_CLIENTS"}
    clients = {
        each["municipality"]: each for each in json.loads(environment["DEMO_IDENTITY_CLIENTS"])
    }
    assert set(clients) == {"heidewoud", "oostermark", "waterdam"}
    waterdam = clients["waterdam"]
    assert waterdam["redirect_uri"] == f"{PUBLIC}/waterdam/inloggen/terug"
    assert waterdam["client_secret"] == identity.settings["GEMEENGOED_DIGID_SECRET_WATERDAM"]
    assert len({each["client_secret"] for each in clients.values()}) == 3


def test_a_secret_is_another_at_each_start_and_not_shown(installed: Path) -> None:
    one, other = DemoIdentity.beside(8000, PUBLIC), DemoIdentity.beside(8000, PUBLIC)
    name = secret_variable_of("waterdam")
    assert one.settings[name] != other.settings[name]
    assert one.settings[name] not in repr(one)
    assert one.settings[name] not in str(one.command)


def test_when_the_next_port_is_taken_it_takes_any_other(installed: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        identity = DemoIdentity.beside(port - 1, PUBLIC)
        assert identity.issuer not in (None, f"http://127.0.0.1:{port}")
    assert DemoIdentity.beside(65535, PUBLIC).issuer


def test_without_its_packages_the_demo_runs_and_says_that_nobody_can_log_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_identity, "FOLDER", tmp_path)
    identity = DemoIdentity.beside(8000, PUBLIC)
    assert not identity.command
    assert identity.settings == {}
    assert "bin/install-identity" in as_text(FACTS, PUBLIC, identity.issuer)


def test_the_screen_tells_where_residents_log_in() -> None:
    assert "http://127.0.0.1:8001" in as_text(FACTS, PUBLIC, "http://127.0.0.1:8001")
