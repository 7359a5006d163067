# SPDX-License-Identifier: EUPL-1.2
"""The papers tell no untruth that a machine could find: links lead somewhere, names exist."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tests.rules.source import ROOT, functions, project_files, text_of

from gemeengoed.conversations.turn import THINK
from gemeengoed.dialogue.engine import LISTENERS

DECISIONS = ROOT / "docs" / "decisions"
MOST_WORDS = 400
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:src|tests|docs|packs|demo|widget|bin|requirements)/[\w./-]*)`")
TEST = re.compile(r"`(test_\w+)`")


def papers() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".md"]


def dead_links(text: str, folder: Path) -> Iterator[str]:
    """Relative links, and paths between backticks (from the root or here), that lead nowhere."""
    for target in LINK.findall(text):
        if not re.match(r"[a-z]+:", target) and not (folder / target).exists():
            yield target
    for target in PATH.findall(text):
        if not (ROOT / target).exists() and not (folder / target).exists():
            yield target


@pytest.mark.parametrize("paper", papers(), ids=str)
def test_every_link_of_a_paper_leads_somewhere(paper: Path) -> None:
    assert list(dead_links(text_of(paper) or "", (ROOT / paper).parent)) == []


def test_every_test_that_a_paper_names_exists() -> None:
    tests = {
        function.name
        for path in project_files()
        if path.parts[0] == "tests" and path.suffix == ".py"
        for function in functions(ast.parse(text_of(path) or ""))
    }
    named = {name for paper in papers() for name in TEST.findall(text_of(paper) or "")}
    assert named - tests == set()
    assert named


@pytest.mark.parametrize("decision", sorted(DECISIONS.glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_is_short_and_has_its_three_parts(decision: Path) -> None:
    assert re.match(r"\d{4}-\d\d-\d\d-[a-z0-9-]+$", decision.stem)
    text = decision.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.split()) <= MOST_WORDS


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    articles = re.findall(r"^(\d{1,2})\.[A-Z]", text, re.MULTILINE)
    assert articles == [str(number) for number in range(1, 16)]
    assert "‘Compatible Licences’ according to Article 5 EUPL are:" in text


def test_the_description_for_catalogues_has_what_the_standard_asks() -> None:
    told = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert told["publiccodeYmlVersion"] == "0.4"
    needed = {"name", "url", "platforms", "categories", "developmentStatus", "softwareType"}
    assert needed | {"description", "legal", "maintenance", "localisation"} <= set(told)
    assert told["legal"]["license"] == "EUPL-1.2"
    assert told["maintenance"]["contacts"]
    for description in told["description"].values():
        assert len(description["shortDescription"]) <= 150
        assert 500 <= len(description["longDescription"]) <= 10_000


def test_the_two_commands_and_the_first_address_stand_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for needed in ("    make demo\n", "    make test\n", "http://localhost:8000/waterdam/"):
        assert needed in readme


def test_a_dead_link_is_found() -> None:
    text = "[a](nowhere.md) [b](https://x.example) `src/nowhere.py` `src/gemeengoed`"
    assert list(dead_links(text, ROOT)) == ["nowhere.md", "src/nowhere.py"]


def test_the_map_tells_the_steps_of_a_turn_in_their_order() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    section = text.split("\n## A turn\n")[1].split("\n### ")[0]
    told = re.findall(r"^\| (\w+) \| `conversations/thinking/", section, re.MULTILINE)
    assert told == [step.__name__ for step in THINK]


def test_the_map_tells_the_order_of_deciding() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    section = text.split("\n## The order of deciding\n")[1].split("\n## ")[0]
    told = re.findall(r"^\d+\. `(\w+)`", section, re.MULTILINE)
    assert told == [listener.__name__ for listener in LISTENERS]
