# SPDX-License-Identifier: EUPL-1.2
"""The API's document keeps the NL API Design Rules: the official rules, by the official linter.

The rules are not part of this project. The linter is installed beside this file the first time.
"""

import fcntl
import json
import subprocess
from pathlib import Path

import httpx
import pytest

HERE = Path(__file__).parent
RULES = HERE.parents[2] / "shared" / "standards" / "nl-api-design-rules-spectral.yaml"
LINTER = HERE / "node_modules" / ".bin" / "spectral"
INSTALL = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
ERROR = 0  # the gravest of the linter's levels


@pytest.fixture(scope="module")
def linter() -> Path:
    if not RULES.exists():
        pytest.skip("skipped: not present (the rules of the NL API Design Rules)")
    lock = HERE / "package-lock.json"
    stamp = HERE / "node_modules" / ".installed"
    with lock.open() as locked:
        fcntl.flock(locked, fcntl.LOCK_EX)  # another worker of the tests may want it as well
        if not stamp.exists() or stamp.read_text() != lock.read_text():
            subprocess.run(INSTALL, cwd=HERE, check=True, stdin=subprocess.DEVNULL)
            stamp.write_text(lock.read_text())
    return LINTER


def lint(linter: Path, document: Path) -> list[str]:
    """The errors, each as ``rule: message (path)``."""
    command = [str(linter), "lint", "--quiet", "-f", "json", "-r", str(RULES), str(document)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=HERE, check=False)
    assert done.returncode in (0, 1), done.stderr
    found = json.loads(done.stdout[: done.stdout.rindex("]") + 1])
    return [
        f"{each['code']}: {each['message']} ({'.'.join(map(str, each['path']))})"
        for each in found
        if each["severity"] == ERROR
    ]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_document_of_the_api_breaks_no_design_rule(
    linter: Path, client: httpx.Client, tmp_path: Path
) -> None:
    answer = client.get("/api/v1/openapi.json")
    assert answer.json()["openapi"].startswith("3.1")
    document = tmp_path / "openapi.json"
    document.write_text(answer.text)
    assert lint(linter, document) == []


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_linter_would_see_a_rule_broken(
    linter: Path, client: httpx.Client, tmp_path: Path
) -> None:
    broken = client.get("/api/v1/openapi.json").json()
    broken["info"].pop("contact")
    broken["paths"]["/{gemeente}/Nieuwe_Gesprekken"] = broken["paths"].pop(
        "/{gemeente}/conversations"
    )
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(broken))
    rules = {error.split(":")[0] for error in lint(linter, document)}
    assert "info-contact" in rules
    assert any("kebab" in error for error in lint(linter, document))
