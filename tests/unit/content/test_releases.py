# SPDX-License-Identifier: EUPL-1.2
"""What is published for all processes: stored, swapped to, gone back to, written out again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.content.small_pack import changed, write_pack

from gemeengoed.audit.models import AuditRecord
from gemeengoed.content import published, swapping
from gemeengoed.content.errors import NothingToRollBackError, PackError, UnknownReleaseError
from gemeengoed.content.models import PackFile, PublishedEdition, Release
from gemeengoed.content.operations_releases import (
    publish_changed_folder,
    publish_release,
    roll_back,
)
from gemeengoed.content.pack_files import files_in, write_files
from gemeengoed.content.queries import edition_of
from gemeengoed.content.queries_releases import files_of, history, release_with_edition, standing
from gemeengoed.content.swapping import say_what_is_published

pytestmark = pytest.mark.django_db

TOPIC = "basis/pas/onderwerp.yaml"
PLACE = "gemeenten/aastad/gemeente.yaml"
QUESTIONS = "basis/pas/vragen.train.yaml"


@pytest.fixture(autouse=True)
def nothing_published(home_of_tests: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins in a process that has published nothing; models are kept elsewhere."""
    monkeypatch.setenv("GEMEENGOED_HOME", str(home_of_tests))
    monkeypatch.setattr(published, "_current", None)
    monkeypatch.setattr(swapping, "_shown", (0, 0))
    before = dict(published._kept)
    for kept in (published._kept, swapping._loaded):
        kept.clear()
    yield
    for kept in (published._kept, swapping._loaded):
        kept.clear()
    published._kept.update(before)


def say(folder: Path, files: dict[str, str | None] | None = None) -> tuple[str, ...]:
    """Publish the small pack with these changes, and have this process say it."""
    slugs = publish_release(folder=write_pack(folder, files), actor="system:test", reason="proef")
    say_what_is_published()
    return slugs


def appointment(slug: str) -> str:
    return edition_of(slug).topics["pas"].blocks[2].text.source


def plan(word: str) -> dict[str, str | None]:
    return changed(TOPIC, "Maak een", f"{word} een")


def test_a_process_says_what_is_published_and_nothing_else_before(tmp_path: Path) -> None:
    assert not say_what_is_published()
    assert say(tmp_path / "one") == ("aastad", "beedorp")
    assert appointment("aastad") == "Maak een afspraak."
    assert say(tmp_path / "two", plan("Plan")) == ("aastad", "beedorp")
    assert appointment("aastad") == "Plan een afspraak."
    assert not say_what_is_published(), "it says it already"


def test_only_who_says_something_else_gets_a_new_edition(tmp_path: Path) -> None:
    say(tmp_path / "one")
    assert say(tmp_path / "two", changed(PLACE, "residents: 1000", "residents: 1001")) == (
        "aastad",
    )
    assert [len(history("aastad")), len(history("beedorp"))] == [2, 1]
    published_ones = AuditRecord.objects.filter(action="edition.published")
    assert published_ones.filter(municipality="aastad", reason="proef").count() == 2


def test_new_training_questions_are_swapped_to_though_no_edition_changed(tmp_path: Path) -> None:
    say(tmp_path / "one")
    reader = published.current().reader
    more = {QUESTIONS: "- pas aanvragen\n- wat kost een pas\n- ik wil een pas\n"}
    assert say(tmp_path / "two", dict(more)) == ()
    assert published.current().reader is not reader


def test_a_faulty_pack_is_not_stored_and_nothing_changes(tmp_path: Path) -> None:
    say(tmp_path / "one")
    with pytest.raises(PackError):
        say(tmp_path / "two", changed(TOPIC, "aspect: hoe", "aspect: waarom"))
    assert Release.objects.count() == 1
    assert not say_what_is_published()
    assert appointment("aastad") == "Maak een afspraak."


def test_a_release_that_cannot_be_loaded_here_leaves_what_was_said(tmp_path: Path) -> None:
    """As when an older process meets what a newer one stored."""
    say(tmp_path / "one")
    good = Release.objects.get()
    broken = PackFile.objects.create(digest="0" * 64, content=b"id: [")
    Release.objects.create(digest="x", files={**good.files, TOPIC: broken.digest})
    with pytest.raises(PackError):
        say_what_is_published()
    assert appointment("aastad") == "Maak een afspraak."


def test_one_municipality_goes_back_and_the_others_stay(tmp_path: Path) -> None:
    say(tmp_path / "one")
    say(tmp_path / "two", plan("Plan"))
    row = roll_back(municipality="aastad", actor="user:1", reason="klopt niet")
    say_what_is_published()
    assert (appointment("aastad"), appointment("beedorp")) == (
        "Maak een afspraak.",
        "Plan een afspraak.",
    )
    assert edition_of("aastad").fingerprint == row.fingerprint
    record = AuditRecord.objects.get(action="edition.rolled_back")
    assert (record.municipality, record.actor, record.reason) == ("aastad", "user:1", "klopt niet")


def test_what_was_rolled_back_stays_so_until_it_is_mended(tmp_path: Path) -> None:
    say(tmp_path / "one")
    say(tmp_path / "two", plan("Plan"))
    roll_back(municipality="aastad", actor="user:1", reason="klopt niet")
    again = plan("Plan") | {QUESTIONS: "- pas aanvragen\n- waar haal ik een pas\n"}
    say(tmp_path / "three", again)
    assert appointment("aastad") == "Maak een afspraak."
    say(tmp_path / "four", plan("Regel"))
    assert appointment("aastad") == appointment("beedorp") == "Regel een afspraak."


def test_one_goes_back_to_a_chosen_edition(tmp_path: Path) -> None:
    say(tmp_path / "one")
    first = edition_of("aastad").fingerprint
    for word in ("Plan", "Regel"):
        say(tmp_path / word, plan(word))
    roll_back(municipality="aastad", edition=first[:10], actor="user:1", reason="toch")
    say_what_is_published()
    assert edition_of("aastad").fingerprint == first
    assert release_with_edition(first) == min(Release.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("slug", "edition"), [("aastad", None), ("ceestad", None), ("aastad", "f" * 12)]
)
def test_without_an_earlier_edition_there_is_nothing_to_go_back_to(
    tmp_path: Path, slug: str, edition: str | None
) -> None:
    say(tmp_path)
    with pytest.raises(NothingToRollBackError):
        roll_back(municipality=slug, edition=edition, actor="user:1", reason="toch")


def test_a_start_publishes_a_folder_once_and_again_when_it_was_changed(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    assert publish_changed_folder(folder=root, actor="system:test") == ("aastad", "beedorp")
    assert publish_changed_folder(folder=root, actor="system:test") == ()
    assert Release.objects.count() == 1
    write_pack(tmp_path, plan("Plan"))
    assert publish_changed_folder(folder=root, actor="system:test") == ("aastad", "beedorp")


def test_what_is_stored_is_written_out_again_byte_by_byte(tmp_path: Path) -> None:
    odd = {"basis/_assistent/toegestaan.yaml": "# met een opmerking  \n\n[]\n"}
    root = write_pack(tmp_path / "one", dict(odd))
    publish_release(folder=root, actor="system:test", reason="")
    now = standing()
    assert now is not None
    write_files(files_of(now.release), tmp_path / "out")
    assert files_in(tmp_path / "out") == files_in(root)
    assert (tmp_path / "out" / TOPIC).read_bytes() == (root / TOPIC).read_bytes()


def test_equal_files_are_stored_once(tmp_path: Path) -> None:
    say(tmp_path / "one")
    before = PackFile.objects.count()
    say(tmp_path / "two", plan("Plan"))
    assert PackFile.objects.count() == before + 1


def test_a_release_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownReleaseError):
        files_of(12)
    assert PublishedEdition.objects.count() == 0
