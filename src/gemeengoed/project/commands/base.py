# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed base change``: what a change of the base means for every municipality."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from gemeengoed.content.errors import NoPacksError
from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.start import django_ready

if TYPE_CHECKING:
    from gemeengoed.content.base_comparing import ChangedText
    from gemeengoed.content.pack_files import Files

HELP = (
    "Wat een wijziging van de basis betekent: wie volgt, wie een eigen tekst heeft, wie moet kijken"
)
EDITION = "edition:"
NAMED = 12  # municipalities that are named; of more, the number


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``change --since``: from a revision of git to the packs as they are now."""
    actions = parser.add_subparsers(dest="action", required=True)
    change = actions.add_parser("change", help="per tekst die anders is")
    change.add_argument(
        "--since",
        required=True,
        metavar="REV",
        help="een revisie van git, of edition:<vingerafdruk>",
    )
    change.add_argument("--packs", type=Path, help="een andere map dan packs/")
    change.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Returns 1 when nobody wrote down of which kind a change is. Raises CannotStartError."""
    from gemeengoed.content.base_comparing import changed_texts  # noqa: PLC0415 (quick --help)
    from gemeengoed.content.folders import packs_folder  # noqa: PLC0415

    try:
        root = (arguments.packs or packs_folder()).resolve()
    except NoPacksError as error:
        raise CannotStartError(str(error)) from error
    changed = changed_texts(root, *_differing(root, arguments.since))
    unmarked = [each for each in changed if each.then is not None and each.kind is None]
    if arguments.json:
        print(json.dumps([_plain(each) for each in changed], indent=1, default=str))
    else:
        print("\n\n".join([*(_told(each) for each in changed), _sum(changed, len(unmarked))]))
    return 1 if unmarked else 0


def _differing(root: Path, since: str) -> "tuple[Files, Files]":
    from gemeengoed.project import earlier_packs  # noqa: PLC0415 (quick --help)

    if not since.startswith(EDITION):
        return earlier_packs.differing_files(root, since)
    django_ready(tables=True)
    return earlier_packs.differing_from_edition(root, since.removeprefix(EDITION))


def _plain(changed: "ChangedText") -> dict[str, object]:
    texts = {"then": changed.then, "now": changed.now}
    return asdict(changed) | {name: text and text.source for name, text in texts.items()}


def _told(changed: "ChangedText") -> str:
    from gemeengoed.content.overlay import difference  # noqa: PLC0415 (quick --help)

    then = changed.then.source if changed.then else ""
    now = changed.now.source if changed.now else ""
    lines = [
        f"{changed.key[0] or '_assistent'} {changed.key[1]}",
        f"  soort         {_kind(changed)}",
        f"  tekst         {difference(then, now)}",
        f"  volgen        {_who(changed.followers)}",
        f"  van de regio  {_who(changed.regional)}",
        f"  eigen tekst   {_who(changed.pinned)}",
        f"  moeten kijken {_who(changed.must_look)}",
    ]
    return "\n".join(lines)


def _kind(changed: "ChangedText") -> str:
    if changed.then is None:
        return "nieuw"
    if changed.kind is None:
        return "NIET OPGESCHREVEN: zet de wijziging in wijzigingen.yaml"
    ends = f", oude tekst niet meer vanaf {changed.old_ends_on}" if changed.old_ends_on else ""
    return f"{changed.kind}{ends}: {changed.reason}"


def _who(slugs: tuple[str, ...]) -> str:
    named = f": {', '.join(slugs)}" if 0 < len(slugs) <= NAMED else ""
    return f"{len(slugs)}{named}"


def _sum(changed: "tuple[ChangedText, ...]", unmarked: int) -> str:
    look = {slug for each in changed for slug in each.must_look}
    return (
        f"{len(changed)} teksten anders, {unmarked} niet opgeschreven, "
        f"{len(look)} gemeenten moeten kijken"
    )
