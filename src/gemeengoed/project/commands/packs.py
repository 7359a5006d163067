# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed packs``: what the database holds back as pack files, and schemas of such files."""

import argparse
import json
from pathlib import Path

from gemeengoed.content.errors import NoPacksError
from gemeengoed.content.folders import packs_folder
from gemeengoed.content.schemas.schemas import KINDS, schemas
from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.start import django_ready

HELP = "Schrijf uit wat gepubliceerd is, of schema's van packbestanden voor een editor"
SETTINGS = "yaml-schemas.json"  # what an editor needs to find the schemas


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``export``, of the newest release or another; ``schemas``, of these packs or others."""
    actions = parser.add_subparsers(dest="action", required=True)
    export = actions.add_parser("export", help="alle bestanden van een uitgave, byte voor byte")
    export.add_argument("folder", type=Path, help="een map die er nog niet is, of leeg is")
    export.add_argument("--release", type=int, help="nummer van een uitgave; anders de nieuwste")
    export.set_defaults(act=_export)
    described = actions.add_parser("schemas", help="JSON Schema's van de packbestanden")
    described.add_argument("--to", type=Path, required=True, help="de map waar ze komen te staan")
    described.add_argument("--packs", type=Path, help="een andere map dan packs/")
    described.set_defaults(act=_describe)


def run(arguments: argparse.Namespace) -> int:
    """Returns 0. Raises CannotStartError: nothing to write, or no place to write it."""
    arguments.act(arguments)
    return 0


def _export(arguments: argparse.Namespace) -> None:
    folder: Path = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotStartError(f"{folder} bestaat al en is niet leeg.")
    django_ready(tables=True)
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


def _describe(arguments: argparse.Namespace) -> None:
    try:
        found = schemas(arguments.packs or packs_folder())
        arguments.to.mkdir(parents=True, exist_ok=True)
        for kind, schema in found.items():
            _write(arguments.to / f"{kind}.schema.json", schema)
        settings = {str(arguments.to / f"{kind}.schema.json"): KINDS[kind][1] for kind in found}
        _write(arguments.to / SETTINGS, {"yaml.schemas": settings})
    except NoPacksError as error:
        raise CannotStartError(str(error)) from error
    except OSError as error:
        raise CannotStartError(f"{arguments.to} kan niet worden geschreven: {error}") from error
    print(f"{len(found)} schema's in {arguments.to}; {SETTINGS} zegt een editor waar ze voor zijn")


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
