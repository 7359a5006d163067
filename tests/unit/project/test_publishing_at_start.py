# SPDX-License-Identifier: EUPL-1.2
"""A start publishes the folder of packs, unless that is faulty: then what works stays."""

from pathlib import Path

import pytest
from tests.unit.content.small_pack import changed, write_pack
from tests.unit.content.test_releases import nothing_published as nothing_published

from gemeengoed.content.errors import PackError
from gemeengoed.content.models import Release
from gemeengoed.content.queries import edition_of
from gemeengoed.content.swapping import say_what_is_published_or_folder
from gemeengoed.project.demo_data import publish_packs
from gemeengoed.project.edition_swaps import _look

pytestmark = pytest.mark.django_db
TOPIC = "basis/pas/onderwerp.yaml"
FAULTY = changed(TOPIC, "aspect: hoe", "aspect: waarom")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of packs of this process."""
    root = write_pack(tmp_path)
    monkeypatch.setenv("GEMEENGOED_PACKS", str(root))
    return tmp_path


def appointment() -> str:
    return edition_of("aastad").topics["pas"].blocks[2].text.source


def test_a_changed_folder_is_published_at_the_next_start(folder: Path) -> None:
    publish_packs()
    assert appointment() == "Maak een afspraak."
    write_pack(folder, changed(TOPIC, "Maak een", "Plan een"))
    publish_packs()
    assert appointment() == "Plan een afspraak."


def test_a_faulty_folder_leaves_what_was_published_and_is_told(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    publish_packs()
    write_pack(folder, FAULTY)
    publish_packs()
    assert appointment() == "Maak een afspraak."
    assert "'waarom' is not possible here" in caplog.text


def test_a_faulty_folder_and_nothing_published_is_no_start(folder: Path) -> None:
    write_pack(folder, FAULTY)
    with pytest.raises(PackError):
        publish_packs()
    assert Release.objects.count() == 0


def test_a_process_that_prepares_nothing_says_what_is_published_not_its_folder(
    folder: Path,
) -> None:
    publish_packs()
    write_pack(folder, changed(TOPIC, "Maak een", "Plan een"))
    say_what_is_published_or_folder()
    assert appointment() == "Maak een afspraak."


def test_without_anything_published_it_says_its_folder(folder: Path) -> None:
    say_what_is_published_or_folder()
    assert appointment() == "Maak een afspraak."


def test_a_release_that_cannot_be_said_here_is_told_and_costs_nothing(
    folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_packs()
    good = Release.objects.get()
    Release.objects.create(digest="x", files={TOPIC: good.files[TOPIC]})
    monkeypatch.setattr("gemeengoed.project.edition_swaps.connections.close_all", lambda: None)
    _look()
    assert appointment() == "Maak een afspraak."
    assert "the earlier stays" in caplog.text
