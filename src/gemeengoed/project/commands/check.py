# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed check``: all packs, every fault at once, and every written-down conversation."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from gemeengoed.content.accepting import load
from gemeengoed.content.checking_plain import check_plain
from gemeengoed.content.checking_questions import too_few_questions
from gemeengoed.content.errors import Fault, NoPacksError, PackError
from gemeengoed.content.folders import packs_folder
from gemeengoed.content.loaded import Loaded
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.loading.folder import readable_packs
from gemeengoed.content.packs import Packs
from gemeengoed.content.playing.player import play_all
from gemeengoed.content.playing.scenarios import play_scenarios
from gemeengoed.content.reader import trained_reader

HELP = "Check all packs: faults with file and line, every transcript and every scenario"
_UNVERIFIED = "unverified"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unverified", action="store_true", help="list what nobody has confirmed")
    parser.add_argument("--packs", type=Path, help="another folder than packs/")


def run(arguments: argparse.Namespace) -> int:
    """Exit code 1 when there is a fault, or something goes otherwise than written."""
    try:
        loaded = load(arguments.packs)
        reader = trained_reader(loaded.packs)
    except NoPacksError as error:
        print(error, file=sys.stderr)
        return 1
    except PackError as error:
        _tell("Faults", error.faults)
        _tell_plain(readable_packs(arguments.packs or packs_folder()))
        print(f"{len(error.faults)} faults: these packs are refused as a whole")
        return 1
    editions = tuple(loaded.editions.values())
    played, different = play_all(loaded.packs.transcripts, editions, reader)
    judged, otherwise = play_scenarios(loaded.packs.scenarios, editions)
    unverified = [notice for notice in loaded.notices if notice.hint == _UNVERIFIED]
    _tell("Notices", [notice for notice in loaded.notices if notice.hint != _UNVERIFIED])
    _tell("Topics with too few questions", too_few_questions(loaded.packs))
    if arguments.unverified:
        _tell("Unverified: never shown as certain", unverified)
    _tell("Conversations that went otherwise than written", different)
    _tell("Scenarios that came out otherwise than written", otherwise)
    unclear = _tell_plain(loaded.packs)
    print(_summary(loaded, len(unverified)))
    print(f"{played} conversations played, {len(different)} differences")
    print(f"{judged} scenarios judged, {len(otherwise)} differences")
    print(f"{unclear} places in the base that are not plain Dutch")
    return 1 if different or otherwise or unclear else 0


def _tell_plain(packs: Packs) -> int:
    """How many places of the base are not plain Dutch."""
    faults = Faults()
    check_plain(packs, faults)
    _tell("Not plain Dutch, in municipalities (docs/plain-language.md)", sorted(faults.notices))
    _tell("Not plain Dutch, to mend or to excuse (docs/plain-language.md)", sorted(faults.faults))
    return len(faults.faults)


def _tell(title: str, faults: Iterable[Fault]) -> None:
    listed = list(faults)
    if listed:
        print(f"{title}:")
        for fault in listed:
            print(f"  {fault}")
        print()


def _summary(loaded: Loaded, unverified: int) -> str:
    packs = loaded.packs
    texts = next((edition.text_fields for edition in loaded.editions.values()), 0)
    questions = sum(len(questions) for questions in packs.questions.values())
    shares = ", ".join(
        f"{edition.municipality.name} {edition.overlay_share:.1%}"
        for edition in loaded.editions.values()
        if edition.pins
    )
    return (
        f"No faults: {len(packs.topics)} topics, {len(packs.flows)} flows, {texts} texts, "
        f"{questions} training questions, {len(packs.municipalities)} municipalities, "
        f"{len(loaded.notices) - unverified} notices, {unverified} unverified\n"
        f"Own texts: {shares or 'none'}"
    )
