# SPDX-License-Identifier: EUPL-1.2
"""The player itself: a proof that cannot fail proves nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.unit.content.small_pack import edition

from gemeengoed.content.edition import Edition
from gemeengoed.content.message import Message
from gemeengoed.content.playing.outside import Outside
from gemeengoed.content.playing.player import NOW, Played, Player, differences, play
from gemeengoed.content.transcript import Transcript, TranscriptTurn
from gemeengoed.dialogue.effects import AddressChecked, CheckAddress, EffectFailed, OpenTaak
from gemeengoed.language.reading import Context, Reading

STREET = {"straat": "Kerkstraat", "huisnummer": 12, "toevoeging": "", "postcode": "", "plaats": ""}


class NothingUnderstood:
    """A reader for conversations of buttons."""

    def read(self, text: str, *, today: date, context: Context) -> Reading:
        return Reading(text)


@pytest.fixture
def aastad(tmp_path: Path) -> Edition:
    return edition(tmp_path)


def turns(*rows: tuple[dict[str, str], Sequence[str]]) -> tuple[TranscriptTurn, ...]:
    return tuple(TranscriptTurn(**done, expected=tuple(expected)) for done, expected in rows)


STRAIGHT = turns(
    ({"choice": "flow:vraag"}, ["ask:soort", "text:Wat wilt u weten?"]),
    ({"choice": "kort"}, ["summary", "text:Soort: Kort"]),
    ({"action": "confirm"}, ["receipt", "text:dinsdag 24 november 2026", "not:jou"]),
)


def test_a_conversation_that_goes_as_written_has_no_faults(aastad: Edition) -> None:
    assert play(Transcript("recht", STRAIGHT), aastad, NothingUnderstood()) == ()


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        (["ask:uitleg"], "'ask:uitleg' was expected"),
        (["receipt", "summary"], "'summary' was expected"),
        (["text:goedemorgen"], "'goedemorgen' do not occur"),
        (["not:een collega"], "'een collega' must not occur"),
    ],
)
def test_a_conversation_that_goes_otherwise_is_told_with_what_was_said(
    aastad: Edition, expected: list[str], told: str
) -> None:
    wrong = (*STRAIGHT[:2], replace(STRAIGHT[2], expected=tuple(expected)))
    (fault,) = play(Transcript("fout", wrong), aastad, NothingUnderstood())
    assert told in fault.message
    assert "'fout' in Aastad" in fault.message
    assert "receipt" in fault.hint


def test_what_is_expected_must_come_in_that_order() -> None:
    played = Played(("say:a", "ask:b"), (Message("text", "x"),))
    assert differences(["say:a", "ask:b"], played) == []
    assert differences(["ask:b", "say:a"], played) == ["'say:a' was expected"]
    assert differences(["say:a", "say:a"], played) == ["'say:a' was expected"]


def test_an_effect_can_be_made_to_fail(aastad: Edition) -> None:
    failing = Transcript("stuk", STRAIGHT, fails=("OpenTaak",))
    player = Player(failing, aastad, NothingUnderstood())
    for turn in STRAIGHT[:2]:
        player.turn(turn)
    assert "say:indienen_mislukt" in player.turn(STRAIGHT[2]).symbols
    assert player.outside.tasks == []


def test_what_is_handed_in_is_kept(aastad: Edition) -> None:
    player = Player(Transcript("recht", STRAIGHT), aastad, NothingUnderstood())
    for turn in STRAIGHT:
        player.turn(turn)
    assert [(task.kind, task.answers) for task in player.outside.tasks] == [
        ("vraag", {"soort": "kort"})
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (CheckAddress("s", "", "Kerkstraat", 12), (1, 0, None)),
        (CheckAddress("s", "", "kerkstraat", 14), (0, 1, None)),
        (CheckAddress("s", "", "Dorpsstraat", 12), (0, 0, None)),
        (CheckAddress("s", "", "Kerkstraat"), (0, 0, "number")),
        (CheckAddress("s", "", None, 12), (0, 0, "street")),
    ],
)
def test_addresses_come_from_the_transcript(
    aastad: Edition, asked: CheckAddress, expected: tuple[int, int, str | None]
) -> None:
    outside = Outside(Transcript("adres", (), addresses=(STREET,)), aastad, NOW)
    found = outside.carry_out(asked)
    assert isinstance(found, AddressChecked)
    assert (len(found.exact), len(found.nearest), found.missing) == expected


def test_without_a_list_every_whole_address_exists(aastad: Edition) -> None:
    found = Outside(Transcript("adres", ()), aastad, NOW).carry_out(
        CheckAddress("s", "", "Nieuwstraat", 3, "a", "1234AB", "Aastad")
    )
    assert isinstance(found, AddressChecked)
    assert [address.label for address in found.exact] == ["Nieuwstraat 3a, 1234AB Aastad"]


def test_a_promise_that_is_not_known_is_never_made(aastad: Edition) -> None:
    outside = Outside(Transcript("taak", ()), aastad, NOW)
    task = OpenTaak("vraag", "kind", "termijn_weg", {}, {})
    assert isinstance(outside.carry_out(task), EffectFailed)
    assert outside.tasks == []
