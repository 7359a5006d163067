# SPDX-License-Identifier: EUPL-1.2
"""packs/regios: texts that several municipalities share."""

from collections.abc import Container
from pathlib import Path

from gemeengoed.content.loading.document import Entry, Faults
from gemeengoed.content.loading.municipalities import read_pins
from gemeengoed.content.loading.tree import entries, folders, own_parts, pin_file, place_of
from gemeengoed.content.municipality import Pin
from gemeengoed.content.region import Region

_FILE = "regio.yaml"


def read_regions(root: Path, municipalities: Container[str], faults: Faults) -> dict[str, Region]:
    """All regions by slug; that there are none is no fault."""
    parent = root / "regios"
    if not parent.is_dir():
        return {}
    regions: dict[str, Region] = {}
    taken: dict[str, str] = {}
    for folder in folders(parent, faults, root):
        documents = entries(folder, {_FILE}, root, faults)
        if _FILE not in documents:
            hint = f"write {_FILE}: its name and its municipalities"
            faults.add(place_of(folder, root), f"the region has no {_FILE}", hint)
            continue
        members = _members(documents[_FILE], folder.name, municipalities, taken)
        regions[folder.name] = _region(documents[_FILE], folder, members, root, faults)
    return regions


def _region(
    entry: Entry, folder: Path, members: tuple[str, ...], root: Path, faults: Faults
) -> Region:
    pins: list[Pin] = []
    for topic, found in own_parts(folder, root, faults):
        pins += read_pins(found.pop(pin_file(topic), None), topic, folder.name)
        for document in found.values():
            document.fail("a region has texts, no rules", "a rule belongs to a municipality")
    name = entry.table("name municipalities").text("name", folder.name)
    return Region(folder.name, name, members, tuple(pins), place=entry.place)


def _members(
    entry: Entry, region: str, municipalities: Container[str], taken: dict[str, str]
) -> tuple[str, ...]:
    """Its municipalities; one that does not exist or is in another region is a fault."""
    items = entry.table("name municipalities").items("municipalities")
    for item in items:
        slug = item.text()
        if slug not in municipalities:
            item.fail(
                f"there is no municipality {slug!r}", "use the name of a folder in gemeenten/"
            )
        if slug in taken:
            item.fail(f"{slug} is in the region {taken[slug]!r} too", "one region at most")
        taken[slug] = region
    return tuple(item.text() for item in items)
