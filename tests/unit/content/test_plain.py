# SPDX-License-Identifier: EUPL-1.2
"""Plain language over the packs: the base must pass, municipalities are warned."""

from pathlib import Path

import pytest
from tests.real_packs import real_packs
from tests.unit.content.small_pack import changed, write_pack

from gemeengoed.content.checking_plain import check_plain
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.loading.folder import readable_packs
from gemeengoed.project.command_line import main

TOPIC = "basis/pas/onderwerp.yaml"
WORDS = {"basis/_assistent/taal.yaml": "better: {indien: als}\nknown: []\nplain: []\n"}
UNCLEAR = "Maak een afspraak, indien dat kan."


def judged(folder: Path, changes: dict[str, str | None]) -> Faults:
    faults = Faults()
    check_plain(readable_packs(write_pack(folder, {**WORDS, **changes})), faults)
    return faults


def unclear(exception: str = "") -> dict[str, str | None]:
    topic = changed(TOPIC, "Maak een afspraak.", UNCLEAR)[TOPIC]
    assert topic is not None
    return {TOPIC: topic + exception}


def test_the_base_is_plain_or_says_why_not() -> None:
    faults = Faults()
    check_plain(real_packs().packs, faults)
    assert [str(fault) for fault in faults.faults] == []


def test_the_list_of_official_words_is_of_some_size() -> None:
    assert len(real_packs().packs.plain_language.better) >= 120


def test_a_text_that_is_not_plain_is_told_with_its_line_and_a_better_word(tmp_path: Path) -> None:
    (fault,) = judged(tmp_path, unclear()).faults
    assert str(fault.place) == "packs/basis/pas/onderwerp.yaml:23"
    assert "ambtelijk woord: 'indien'" in fault.message
    assert fault.hint == "Schrijf liever: als."


def test_an_exception_with_its_reason_excuses_it(tmp_path: Path) -> None:
    assert judged(tmp_path, unclear("plain: [{text: indien, reason: Wet}]\n")).faults == []


def test_an_exception_that_nothing_needs_is_a_fault(tmp_path: Path) -> None:
    faults = judged(tmp_path, unclear("plain: [{text: indien, reason: r}, {text: x, reason: r}]\n"))
    assert ["nothing needs" in fault.message for fault in faults.faults] == [True]


def test_an_exception_without_a_reason_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path, {**WORDS, **unclear("plain: [{text: indien}]\n")})
    assert main(["check", "--packs", str(root)]) == 1
    assert "the key 'reason' is missing" in capsys.readouterr().out


def test_a_pin_that_is_not_plain_is_a_notice(tmp_path: Path) -> None:
    pins = f"pins:\n  - {{path: blocks.wet.text, value: '{UNCLEAR}', reason: r, author: a}}\n"
    faults = judged(tmp_path, {"gemeenten/aastad/pas/onderwerp.yaml": pins})
    assert faults.faults == []
    assert ["'indien'" in notice.message for notice in faults.notices] == [True]


def test_the_check_tells_it_and_ends_in_one(
    tmp_path: Path,
    home_of_tests: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GEMEENGOED_HOME", str(home_of_tests))
    root = write_pack(tmp_path, {**WORDS, **unclear()})
    assert main(["check", "--packs", str(root)]) == 1
    told = capsys.readouterr().out
    assert "packs/basis/pas/onderwerp.yaml:23: ambtelijk woord: 'indien'" in told
    assert "1 places in the base" in told


def test_a_fault_of_another_kind_hides_none_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = {**WORDS, **unclear("upll: x\n")}
    assert main(["check", "--packs", str(write_pack(tmp_path, changes))]) == 1
    told = capsys.readouterr().out
    assert "unknown key 'upll'" in told
    assert "'indien'" in told


def test_a_typed_text_is_explained_sentence_by_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Dat is goed. Bel ons, indien {je|u} iets {wil|wilt}."
    assert main(["plain", text, "--packs", str(write_pack(tmp_path, WORDS))]) == 1
    told = capsys.readouterr().out
    assert "Dat is goed." not in told
    assert "Bel ons, indien je iets wil.\n    aanpassen, ambtelijk woord 'indien'" in told


def test_of_a_pack_file_each_text_is_explained_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path, unclear())
    monkeypatch.setenv("GEMEENGOED_PACKS", str(write_pack(tmp_path / "words", WORDS)))
    assert main(["plain", str(root / TOPIC)]) == 1
    told = capsys.readouterr().out
    assert "onderwerp.yaml:23:" in told
    assert "Schrijf liever: als." in told


def test_a_plain_text_is_told_to_be_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plain", "Maak een afspraak."]) == 0
    assert capsys.readouterr().out == "Niets gevonden.\n"
