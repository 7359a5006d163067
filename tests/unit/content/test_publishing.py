# SPDX-License-Identifier: EUPL-1.2
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from tests.unit.content.small_pack import FILES, changed, write_pack

from gemeengoed.content import published
from gemeengoed.content.errors import NoEditionsError, PackError, UnknownMunicipalityError
from gemeengoed.content.operations import publish
from gemeengoed.content.queries import (
    edition_by_fingerprint,
    edition_in_flow,
    edition_of,
    editions,
    fact,
    municipality_packs,
    reader_of,
)
from gemeengoed.content.reader import trained_reader
from gemeengoed.language.reading import Context
from gemeengoed.terms.clock import AMSTERDAM

TOPIC = "basis/pas/onderwerp.yaml"
FLOW = "basis/kind/flow.yaml"
FACTS = "gemeenten/aastad/velden.yaml"
PLACE = "gemeenten/aastad/gemeente.yaml"
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)


@pytest.fixture(autouse=True)
def nothing_published(home_of_tests: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins in a process that has published nothing; models are kept elsewhere."""
    monkeypatch.setenv("GEMEENGOED_HOME", str(home_of_tests))
    monkeypatch.setattr(published, "_current", None)
    before = dict(published._kept)
    published._kept.clear()
    yield
    published._kept.clear()
    published._kept.update(before)


def test_before_the_first_publishing_there_is_nothing() -> None:
    assert editions() == ()
    with pytest.raises(NoEditionsError):
        edition_of("aastad")


def test_what_is_published_can_be_asked_for(tmp_path: Path) -> None:
    publish(write_pack(tmp_path))
    assert [edition.municipality.slug for edition in editions()] == ["aastad", "beedorp"]
    aastad = edition_of("aastad")
    assert edition_by_fingerprint(aastad.fingerprint) is aastad
    found = fact(aastad, "tarief_pas", MONDAY)
    assert found is not None
    assert found.value == 12.5
    assert fact(aastad, "iets_anders", MONDAY) is None
    assert [municipality.name for municipality in municipality_packs()] == ["Aastad", "Beedorp"]
    with pytest.raises(UnknownMunicipalityError):
        edition_of("ceestad")


def test_a_faulty_pack_never_takes_the_place_of_a_working_one(tmp_path: Path) -> None:
    publish(write_pack(tmp_path / "good"))
    before = edition_of("aastad")
    with pytest.raises(PackError):
        publish(write_pack(tmp_path / "bad", changed(TOPIC, "aspect: hoe", "aspect: waarom")))
    assert edition_of("aastad") is before


def test_an_earlier_edition_stays_for_conversations_that_began_in_it(tmp_path: Path) -> None:
    publish(write_pack(tmp_path / "one"))
    before = edition_of("aastad")
    publish(write_pack(tmp_path / "two", changed(TOPIC, "Maak een", "Plan een")))
    assert edition_of("aastad").fingerprint != before.fingerprint
    assert edition_by_fingerprint(before.fingerprint) is before


def test_a_running_flow_stays_as_it_began_and_new_facts_count_at_once(tmp_path: Path) -> None:
    publish(write_pack(tmp_path / "one"))
    began = edition_of("aastad").fingerprint
    changes = {
        **changed(FLOW, "Wat {wil je|wilt u} weten?", "Waarover gaat het?"),
        **changed(FACTS, "12.50", "13.75"),
    }
    publish(write_pack(tmp_path / "two", changes))
    running = edition_in_flow("aastad", began, "vraag")
    assert running.fingerprint == running.catalogue.edition == began
    assert running.flows["vraag"].steps[0].question.render("u", {}) == "Wat wilt u weten?"
    assert running.catalogue.flows["vraag"] is running.flows["vraag"]
    found = fact(running, "tarief_pas", MONDAY)
    assert found is not None
    assert found.value == 13.75
    newest = edition_of("aastad")
    assert newest.flows["vraag"].steps[0].question.render("u", {}) == "Waarover gaat het?"


def test_a_flow_whose_topic_is_switched_off_is_not_gone_on_with(tmp_path: Path) -> None:
    publish(write_pack(tmp_path / "one"))
    began = edition_of("aastad").fingerprint
    publish(write_pack(tmp_path / "two", changed(PLACE, "form: u", "form: u\noff: {kind: Dicht}")))
    running = edition_in_flow("aastad", began, "vraag")
    assert running is edition_of("aastad")
    assert "vraag" not in running.catalogue.flows


def test_the_flow_of_an_edition_that_is_gone_is_that_of_the_newest(tmp_path: Path) -> None:
    publish(write_pack(tmp_path))
    newest = edition_of("aastad")
    assert edition_in_flow("aastad", "0" * 64, "vraag") is newest
    assert edition_in_flow("aastad", edition_of("beedorp").fingerprint, "vraag") is newest
    assert edition_in_flow("aastad", newest.fingerprint, "vraag") is newest


def test_no_more_editions_are_kept_than_needed(tmp_path: Path) -> None:
    publish(write_pack(tmp_path / "first"))
    first = edition_of("aastad").fingerprint
    for number in range(published.KEPT_PER_MUNICIPALITY):
        files = changed(TOPIC, "Maak een", f"Plan {number} een")
        publish(write_pack(tmp_path / str(number), files))
    assert edition_by_fingerprint(first) is None
    assert len(published._kept) == 2 * published.KEPT_PER_MUNICIPALITY


def test_one_never_sees_half_a_publishing(tmp_path: Path) -> None:
    roots = [write_pack(tmp_path / "one"), write_pack(tmp_path / "two", both_changed())]
    publish(roots[0])
    seen: set[tuple[str, str]] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            seen.add(tuple(e.topics["pas"].label for e in editions()))  # type: ignore[arg-type]

    looking = threading.Thread(target=look)
    looking.start()
    for number in range(10):
        publish(roots[number % 2])
    done.set()
    looking.join()
    assert seen <= {("Pas aanvragen", "Pas aanvragen"), ("Pas halen", "Pas halen")}


def both_changed() -> dict[str, str | None]:
    return changed(TOPIC, "label: Pas aanvragen", "label: Pas halen")


def test_the_reader_learns_from_the_questions_beside_the_topics(tmp_path: Path) -> None:
    publish(write_pack(tmp_path))
    reader = reader_of(edition_of("aastad"))
    reading = reader.read("wat kost een pas", today=MONDAY.date(), context=Context())
    assert reading.best is not None
    assert reading.best.topic == "pas"


def test_without_questions_for_two_topics_there_is_no_reader(tmp_path: Path) -> None:
    files: dict[str, str | None] = {"basis/kind/vragen.train.yaml": None}
    with pytest.raises(PackError, match="too few questions"):
        publish(write_pack(tmp_path, files))


def test_a_folder_that_cannot_be_written_costs_only_a_training(tmp_path: Path) -> None:
    loaded = publish(write_pack(tmp_path))
    in_the_way = tmp_path / "a file"
    in_the_way.write_text(FILES[TOPIC])
    assert trained_reader(loaded.packs, in_the_way).model.classes == ("kind", "pas")
