# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed plain``: what is not plain in a text or a pack file, sentence by sentence."""

import argparse
import sys
from pathlib import Path

from gemeengoed.content.checking_plain import findings_of, word_list_of
from gemeengoed.content.errors import NoPacksError
from gemeengoed.content.folders import packs_folder
from gemeengoed.content.loading.folder import readable_packs
from gemeengoed.content.texts_of_file import texts_of_file
from gemeengoed.language.phrase import Phrase, PhraseError, parse
from gemeengoed.language.plain.findings import Finding
from gemeengoed.language.plain.wording import WordList
from gemeengoed.project.errors import CannotStartError

HELP = "Legt per zin uit wat er aan een tekst niet gewoon Nederlands is"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", help="een tekst, een bestand, of - voor wat er binnenkomt")
    parser.add_argument("--packs", type=Path, help="een andere map dan packs/")


def run(arguments: argparse.Namespace) -> int:
    """Returns 1 when something must be mended; raises CannotStartError."""
    try:
        word_list = word_list_of(readable_packs(arguments.packs or packs_folder()))
        phrases = phrases_in(arguments.text)
    except NoPacksError as error:
        raise CannotStartError(str(error)) from error
    except PhraseError as error:
        raise CannotStartError(f"De opmaak klopt niet: {error}") from error
    return 1 if sum(_explain(where, phrase, word_list) for where, phrase in phrases) else 0


def phrases_in(argument: str) -> list[tuple[str, Phrase]]:
    """The texts that are meant, each with where it stands ("" for a text that was typed)."""
    path = Path(argument)
    if argument == "-":
        return [("", parse(sys.stdin.read()))]
    if len(argument) < 255 and path.is_file():
        if path.suffix == ".yaml":
            return [(str(text.place), text.phrase) for text in texts_of_file(path)]
        return [(argument, parse(path.read_text(encoding="utf-8")))]
    return [("", parse(argument))]


def _explain(where: str, phrase: Phrase, word_list: WordList) -> int:
    """Prints the findings of one text; how many of them must be mended."""
    findings = findings_of(phrase, word_list)
    if not findings:
        if not where:
            print("Niets gevonden.")
        return 0
    if where:
        print(f"{where}:")
    for sentence in dict.fromkeys(finding.sentence for finding in findings):
        print(f"  {sentence}")
        for finding in findings:
            if finding.sentence == sentence:
                print(f"    {_line(finding)}")
    return sum(not finding.is_hint for finding in findings)


def _line(finding: Finding) -> str:
    sign = "tip" if finding.is_hint else "aanpassen"
    words = "" if finding.words == finding.sentence else f" {finding.words!r}"
    return f"{sign}, {finding.kind}{words}: {finding.why} {finding.advice}"
