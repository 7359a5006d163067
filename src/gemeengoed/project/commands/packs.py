# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed packs schemas``: JSON Schemas of the pack files, for an editor that knows YAML."""

import argparse
import json
from pathlib import Path

from gemeengoed.content.errors import NoPacksError
from gemeengoed.content.folders import packs_folder
from gemeengoed.content.schemas.schemas import KINDS, schemas
from gemeengoed.project.errors import CannotStartError

HELP = "Schrijft JSON Schema's van de packbestanden, voor een editor"
SETTINGS = "yaml-schemas.json"  # what an editor needs to find them


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("schemas",))
    parser.add_argument("--to", type=Path, required=True, help="de map waar ze komen te staan")
    parser.add_argument("--packs", type=Path, help="een andere map dan packs/")


def run(arguments: argparse.Namespace) -> int:
    """Returns 0; raises CannotStartError."""
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
    return 0


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
