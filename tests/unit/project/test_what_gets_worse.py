# SPDX-License-Identifier: EUPL-1.2
"""Before packs are published their test questions are asked; what would go wrong is shown."""

import argparse
from pathlib import Path

import pytest
from tests.unit.content.small_pack import write_pack
from tests.unit.content.test_releases import nothing_published as nothing_published
from tests.unit.content.test_releases import say

from gemeengoed.content.queries_releases import history
from gemeengoed.project.commands import edition
from gemeengoed.project.comparing_releases import would_be_worse
from gemeengoed.project.errors import CannotStartError

pytestmark = pytest.mark.django_db

TESTS = "basis/kind/vragen.toets.yaml"
OWN = "gemeenten/aastad/kind/vragen"
ASKED: dict[str, str | None] = {TESTS: "- de kinderpas\n- zoiets voor mijn kind\n"}
FORGOTTEN = {
    **ASKED,
    "basis/kind/vragen.train.yaml": "- pas aanvragen\n- wat kost een pas\n",
    "basis/pas/vragen.train.yaml": "- pas voor mijn kind\n- kinderpas\n",
}


def test_questions_that_are_no_longer_understood_are_found(tmp_path: Path) -> None:
    say(tmp_path / "one", ASKED)
    assert would_be_worse(write_pack(tmp_path / "same", ASKED)) == []
    worse = would_be_worse(write_pack(tmp_path / "two", FORGOTTEN))
    assert {each.expected for each in worse} == {"kind"}
    assert "de kinderpas" in {each.text for each in worse}


def test_so_are_those_in_a_municipalitys_own_words(tmp_path: Path) -> None:
    tests: dict[str, str | None] = {f"{OWN}.toets.yaml": "- hoe kom ik aan een ukkiepas\n"}
    say(tmp_path / "one", tests | {f"{OWN}.train.yaml": "- ukkiepas\n"})
    worse = would_be_worse(write_pack(tmp_path / "two", tests))
    assert [each.text for each in worse] == ["hoe kom ik aan een ukkiepas"]


def test_nothing_is_worse_than_nothing(tmp_path: Path) -> None:
    assert would_be_worse(write_pack(tmp_path, FORGOTTEN)) == []


def test_they_are_shown_and_nothing_is_published_unless_it_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(edition, "django_ready", lambda *, tables: None)
    monkeypatch.setattr("gemeengoed.project.demo_data.load_municipalities", lambda: None)
    say(tmp_path / "one", ASKED)
    folder = write_pack(tmp_path / "two", FORGOTTEN)
    before = len(history("aastad"))
    with pytest.raises(CannotStartError, match="Er is niets gepubliceerd"):
        _publish(folder, despite_worse=False)
    assert "'de kinderpas' (kind)" in capsys.readouterr().out
    assert len(history("aastad")) == before
    assert _publish(folder, despite_worse=True) == 0


def _publish(folder: Path, *, despite_worse: bool) -> int:
    wanted = argparse.Namespace(
        action="publish", packs=folder, reason="proef", despite_worse=despite_worse
    )
    return edition.run(wanted)
