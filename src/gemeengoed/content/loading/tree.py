# SPDX-License-Identifier: EUPL-1.2
"""Folders and files of packs: what may stand where."""

import re
from collections.abc import Iterator, Set
from pathlib import Path

from gemeengoed.content.errors import Place
from gemeengoed.content.loading.document import Entry, Faults, open_document

ASSISTANT = "_assistent"  # the folder of what belongs to no topic
# A topic may have several procedures: procedure.yaml, procedure-lokaal.yaml, each with scenarios.
PROCEDURE = re.compile(r"procedure(-[a-z-]+)?\.yaml\Z")
SCENARIOS = re.compile(r"scenarios(-[a-z-]+)?\.yaml\Z")
BUTTON_FLOW = re.compile(r"flow-[a-z-]+\.yaml\Z")  # a second flow, reached by a button only


def folders(parent: Path, faults: Faults, root: Path) -> list[Path]:
    """The folders in it by name; a file among them is a fault."""
    if not parent.is_dir():
        faults.add(place_of(parent, root), "this folder is missing", "see docs/packs.md")
        return []
    for path in sorted(parent.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            faults.add(place_of(path, root), "a file has no place here", "put it in a folder")
    return sorted(path for path in parent.iterdir() if path.is_dir())


def place_of(path: Path, root: Path) -> Place:
    """Where a file or folder is told to stand: from the packs' own folder on."""
    return Place(path.relative_to(root.parent).as_posix())


def entries(folder: Path, known: set[str], root: Path, faults: Faults) -> dict[str, Entry]:
    """The documents of a folder by file name; a file of another name is a fault."""
    found: dict[str, Entry] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.is_dir():
            continue
        if path.name not in known and not _is_of_procedures(path.name, known):
            hint = f"known are: {', '.join(sorted(known))}"
            faults.add(place_of(path, root), "this file has no meaning here", hint)
        elif (entry := open_document(path, root, faults)) is not None:
            found[path.name] = entry
    return found


def _is_of_procedures(name: str, known: set[str]) -> bool:
    """Topic folders, of the base and of municipalities, may have procedures under several names."""
    if "onderwerp.yaml" not in known:
        return False
    patterns = (PROCEDURE, SCENARIOS, BUTTON_FLOW)
    return any(pattern.match(name) for pattern in patterns)


def pin_file(topic: str | None) -> str:
    """The name of the file with pins in the folder of a topic; None: of the assistant's texts."""
    return "teksten.yaml" if topic is None else "onderwerp.yaml"


def own_parts(
    folder: Path, root: Path, faults: Faults, *, also: Set[str] = frozenset()
) -> Iterator[tuple[str | None, dict[str, Entry]]]:
    """Per folder in that of a municipality or region: its topic and its documents by name.

    also: more files that the folder of a topic may hold.
    """
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        topic = None if part.name == ASSISTANT else part.name
        known = {pin_file(topic)} | (also if topic else frozenset())
        yield topic, entries(part, known, root, faults)
