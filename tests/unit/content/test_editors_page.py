# SPDX-License-Identifier: EUPL-1.2
"""Does what docs/editors.md says, exactly as it stands there."""

import re
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from gemeengoed.content.accepting import load
from gemeengoed.content.edition import Edition
from gemeengoed.content.folders import packs_folder
from gemeengoed.content.loaded import Loaded
from gemeengoed.content.render import render
from gemeengoed.dialogue.replies import Answer
from gemeengoed.terms.clock import AMSTERDAM

PAGE = Path(__file__).parents[3] / "docs" / "editors.md"
NOW = datetime(2026, 11, 30, 10, 0, tzinfo=AMSTERDAM)
NEXT_YEAR = datetime(2027, 1, 4, 10, 0, tzinfo=AMSTERDAM)


def steps() -> list[tuple[str, bool, str]]:
    """Each example: its file, whether it goes at the end of one that is there, what to write."""
    found = re.findall(r"```yaml\n# (onderaan )?packs/(\S+)\n(.*?)```", PAGE.read_text(), re.DOTALL)
    return [(name, bool(at_end), text) for at_end, name, text in found]


def carry_out(root: Path, name: str, text: str, *, at_end: bool) -> None:
    path = root / name
    assert path.exists() is at_end, name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def said(edition: Edition, *aspects: str, at: datetime = NOW) -> str:
    return render(edition, [Answer("fietstrommel", aspects)], at=at)[0].text


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packs after every step; the mark of the pin is the one that check tells."""
    root = tmp_path_factory.mktemp("editors") / "packs"
    shutil.copytree(packs_folder(), root)
    for name, at_end, text in steps():
        carry_out(root, name, text, at_end=at_end)
    pin = root / "gemeenten" / "nieuwland" / "fietstrommel" / "onderwerp.yaml"
    told = next(
        n
        for n in load(root).notices
        if n.place.file.endswith("nieuwland/fietstrommel/onderwerp.yaml")
    )
    mark = told.hint.rpartition("base: ")[2]
    pin.write_text(pin.read_text().replace("MERK", mark))
    return root


@pytest.fixture(scope="module")
def loaded(root: Path) -> Loaded:
    return load(root)


@pytest.fixture(scope="module")
def editions(loaded: Loaded) -> Mapping[str, Edition]:
    return loaded.editions


def test_the_page_has_an_example_of_each_kind() -> None:
    assert len(steps()) == 10


def test_the_new_topic_is_answered_with_the_fee_that_holds_on_the_day(
    editions: Mapping[str, Edition],
) -> None:
    waterdam = editions["waterdam"]
    assert said(waterdam, "kosten") == "Een plek kost € 60,00 per jaar."
    assert said(waterdam, "kosten", at=NEXT_YEAR) == "Een plek kost € 62,50 per jaar."


def test_the_new_municipality_says_where_to_find_what_it_has_not_filled(
    editions: Mapping[str, Edition],
) -> None:
    nieuwland = editions["nieuwland"]
    assert said(nieuwland, "kosten") == "Wat een plek kost, staat op https://www.nieuwland.example."


def test_its_own_sentence_is_said_and_only_there(editions: Mapping[str, Edition]) -> None:
    assert "buurtbeheerder" in said(editions["nieuwland"], "hoe")
    assert "buurtbeheerder" not in said(editions["heidewoud"], "hoe")


def test_nothing_waits_for_a_look_after_the_last_step(loaded: Loaded) -> None:
    told = [n for n in loaded.notices if "fietstrommel/" in n.place.file]
    assert told == []
