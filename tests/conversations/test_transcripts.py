# SPDX-License-Identifier: EUPL-1.2
"""Every conversation that lies beside the packs, played in each municipality it is written for."""

from functools import cache

import pytest
from tests.real_packs import real_packs as packs

from gemeengoed.content.edition import Edition
from gemeengoed.content.playing.player import play
from gemeengoed.content.reader import trained_reader
from gemeengoed.content.transcript import Transcript
from gemeengoed.language.reader import TrainedReader


@cache
def reader() -> TrainedReader:
    return trained_reader(packs().packs)


PLAYED = [
    pytest.param(transcript, edition, id=f"{transcript.name} in {edition.municipality.name}")
    for transcript in packs().packs.transcripts
    for edition in packs().editions.values()
    if transcript.municipality in (None, edition.municipality.slug)
]


@pytest.mark.parametrize(("transcript", "edition"), PLAYED)
def test_a_conversation_goes_as_written(transcript: Transcript, edition: Edition) -> None:
    faults = play(transcript, edition, reader())
    assert not faults, "\n".join(str(fault) for fault in faults)


def test_every_flow_is_played_to_its_receipt_somewhere() -> None:
    """A flow whose end nobody wrote down is not proven."""
    ended = {
        transcript.place.file
        for transcript in packs().packs.transcripts
        if any("receipt" in turn.expected for turn in transcript.turns)
    }
    for source in packs().packs.flows.values():
        folder = source.place.file.rpartition("/")[0]
        assert f"{folder}/transcripts.yaml" in ended, source.flow.id
