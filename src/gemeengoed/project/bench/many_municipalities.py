# SPDX-License-Identifier: EUPL-1.2
"""Packs with 342 municipalities, made from the three invented ones: other name, other fees."""

import shutil
from pathlib import Path

import yaml

NUMBER = 342
# Those in C where there are: hundreds of files are written.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def write_packs(source: Path, target: Path, *, number: int = NUMBER) -> list[str]:
    """Copy the base and write so many municipalities; returns their slugs."""
    shutil.copytree(source / "basis", target / "basis")
    originals = sorted(path for path in (source / "gemeenten").iterdir() if path.is_dir())
    slugs = []
    for place in range(number):
        original = originals[place % len(originals)]
        slug = original.name if place < len(originals) else f"{original.name}-{place}"
        shutil.copytree(original, target / "gemeenten" / slug)
        if slug != original.name:
            _rename(target / "gemeenten" / slug, slug)
            _other_fees(target / "gemeenten" / slug / "velden.yaml", place)
        slugs.append(slug)
    _copy_regions(source / "regios", target / "regios", slugs)
    return slugs


def _copy_regions(source: Path, target: Path, slugs: list[str]) -> None:
    """Copies of a municipality are in its region too."""
    if not source.is_dir():
        return
    shutil.copytree(source, target)
    for path in target.glob("*/regio.yaml"):
        region = yaml.load(path.read_text(), Loader=_LOADER)  # noqa: S506 (a safe one)
        of = set(region["municipalities"])
        region["municipalities"] = [slug for slug in slugs if slug.partition("-")[0] in of]
        path.write_text(_written(region))


def _rename(folder: Path, slug: str) -> None:
    path = folder / "gemeente.yaml"
    pack = yaml.load(path.read_text(), Loader=_LOADER)  # noqa: S506 (a safe one)
    pack |= {"name": slug.title(), "colleagues": [], "demo": False}
    path.write_text(_written(pack))


def _other_fees(path: Path, place: int) -> None:
    """Every amount a little different, so that facts are not shared by accident."""
    facts = yaml.load(path.read_text(), Loader=_LOADER)  # noqa: S506 (a safe one)
    for values in facts.values():
        for fact in values if isinstance(values, list) else []:
            if isinstance(fact.get("value"), float):
                fact["value"] = round(fact["value"] + place / 100, 2)
    path.write_text(_written(facts))


def _written(content: object) -> str:
    return str(yaml.dump(content, Dumper=_DUMPER, allow_unicode=True, sort_keys=False))
