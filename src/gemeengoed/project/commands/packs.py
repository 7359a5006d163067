# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed packs export``: what the database holds, back as pack files, byte by byte."""

import argparse
from pathlib import Path

from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.start import django_ready

HELP = "Schrijf wat gepubliceerd is terug als bestanden van packs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``export``, of the newest release or another."""
    actions = parser.add_subparsers(dest="action", required=True)
    export = actions.add_parser("export", help="alle bestanden van een uitgave")
    export.add_argument("folder", type=Path, help="een map die er nog niet is, of leeg is")
    export.add_argument("--release", type=int, help="nummer van een uitgave; anders de nieuwste")


def run(arguments: argparse.Namespace) -> int:
    """Returns 0. Raises CannotStartError: nothing to write, or the folder is in use."""
    folder: Path = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotStartError(f"{folder} bestaat al en is niet leeg.")
    django_ready()
    # Rooms with models can be imported only once Django is ready.
    from gemeengoed.content.errors import UnknownReleaseError  # noqa: PLC0415
    from gemeengoed.content.pack_files import write_files  # noqa: PLC0415
    from gemeengoed.content.queries_releases import files_of, standing  # noqa: PLC0415

    now = standing()
    if now is None:
        raise CannotStartError("Er is nog niets gepubliceerd.")
    release = arguments.release or now.release
    try:
        files = files_of(release)
    except UnknownReleaseError as error:
        raise CannotStartError(f"Er is geen uitgave {release}.") from error
    write_files(files, folder)
    print(f"{len(files)} bestanden van uitgave {release} staan in {folder}.")
    return 0
