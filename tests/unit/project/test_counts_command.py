# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed counts`` tells how it goes in a municipality."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.unit.web.workbench.conftest import MONDAY
from tests.unit.web.workbench.test_counts import stopped_at

from gemeengoed.municipalities.models import Municipality
from gemeengoed.project.command_line import main
from gemeengoed.project.commands import counts
from gemeengoed.terms.clock import Clock

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(
    published: None,
    db: None,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """run("--since", …): exit code and everything that was printed, of Waterdam with 15 talks."""
    settings.CLOCK = Clock(lambda: MONDAY)
    monkeypatch.setattr(counts, "django_ready", lambda *, publish: None)
    waterdam = Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")
    for step in ("inloggen", "inloggen", "verhuisdatum") * 5:
        stopped_at(waterdam, step)

    def ran(*arguments: str, gemeente: str = "waterdam") -> tuple[int, str]:
        code = main(["counts", "--gemeente", gemeente, *arguments])
        told = capsys.readouterr()
        return code, told.out + told.err

    return ran


def test_it_tells_figures_in_words_and_how_to_read_them(run: Run) -> None:
    code, told = run()
    assert code == 0
    words = " ".join(told.split())
    assert "Gesprekken van 2026-08-25 tot en met 2026-11-23: 15" in words
    assert "Begonnen 15" in words
    assert "gestopt bij inloggen 10" in words
    assert "Zo is niemand te herkennen." in words


def test_a_machine_can_read_them(run: Run) -> None:
    told = json.loads(run("--json")[1])
    assert told["flows"]["verhuizing"]["stopped_at"] == [["inloggen", "10"], ["verhuisdatum", "5"]]


def test_a_period_is_kept_to(run: Run) -> None:
    assert "verhuizing" not in run("--since", "2026-11-22")[1]
    assert "Begonnen" in run("--since", "2026-11-20", "--until", "2026-11-20")[1]


@pytest.mark.parametrize(
    ("arguments", "gemeente", "told"),
    [
        (("--since", "2026-12-01"), "waterdam", "2026-12-01 ligt na 2026-11-23."),
        ((), "nergens", "Er is geen gemeente 'nergens'."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    run: Run, arguments: tuple[str, ...], gemeente: str, told: str
) -> None:
    code, printed = run(*arguments, gemeente=gemeente)
    assert code == 1
    assert told in printed
