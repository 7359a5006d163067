# SPDX-License-Identifier: EUPL-1.2
"""One JSON Schema per kind of pack file."""

import re
from pathlib import Path

import yaml

from gemeengoed.content.loading.folder import read_packs
from gemeengoed.content.schemas.building import Builder, Schema
from gemeengoed.content.schemas.recording import Recorder

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TOPIC = r"packs/basis/(?!_assistent/)[^/]+/"
_ASSISTANT = r"packs/basis/_assistent/"
_LOCAL = r"packs/gemeenten/[^/]+/"
# kind -> which files are of it, for the code and for editors
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "onderwerp": (_TOPIC + r"onderwerp\.yaml", ("packs/basis/*/onderwerp.yaml",)),
    "vragen": (
        rf"(?:{_TOPIC}|{_LOCAL}[^/]+/)vragen\.\w+\.yaml|{_ASSISTANT}geen-onderwerp\.\w+\.yaml",
        (
            "packs/basis/*/vragen.*.yaml",
            "packs/gemeenten/*/*/vragen.*.yaml",
            "packs/basis/_assistent/geen-onderwerp.*.yaml",
        ),
    ),
    "flow": (_TOPIC + r"flow(-[a-z-]+)?\.yaml", ("packs/basis/*/flow*.yaml",)),
    "transcripts": (r"packs/basis/[^/]+/transcripts\.yaml", ("packs/basis/*/transcripts.yaml",)),
    "procedure": (_TOPIC + r"procedure(-[a-z-]+)?\.yaml", ("packs/basis/*/procedure*.yaml",)),
    "scenarios": (_TOPIC + r"scenarios(-[a-z-]+)?\.yaml", ("packs/basis/*/scenarios*.yaml",)),
    "velden": (_ASSISTANT + r"velden\.yaml", ("packs/basis/_assistent/velden.yaml",)),
    "teksten": (_ASSISTANT + r"teksten\.yaml", ("packs/basis/_assistent/teksten.yaml",)),
    "toegestaan": (_ASSISTANT + r"toegestaan\.yaml", ("packs/basis/_assistent/toegestaan.yaml",)),
    "taal": (_ASSISTANT + r"taal\.yaml", ("packs/basis/_assistent/taal.yaml",)),
    "onderwerpen": (
        _ASSISTANT + r"onderwerpen\.yaml",
        ("packs/basis/_assistent/onderwerpen.yaml",),
    ),
    "waarden": (
        _ASSISTANT + r"waarden\.toets\.yaml",
        ("packs/basis/_assistent/waarden.toets.yaml",),
    ),
    "gemeente": (_LOCAL + r"gemeente\.yaml", ("packs/gemeenten/*/gemeente.yaml",)),
    "feiten": (_LOCAL + r"velden\.yaml", ("packs/gemeenten/*/velden.yaml",)),
    "regio": (r"packs/regios/[^/]+/regio\.yaml", ("packs/regios/*/regio.yaml",)),
    "pins": (
        r"packs/(?:gemeenten|regios)/[^/]+/(?:[^/]+/onderwerp|_assistent/teksten)\.yaml",
        (
            "packs/gemeenten/*/*/onderwerp.yaml",
            "packs/gemeenten/*/_assistent/teksten.yaml",
            "packs/regios/*/*/onderwerp.yaml",
        ),
    ),
    "wijzigingen": (r"packs/basis/[^/]+/wijzigingen\.yaml", ("packs/basis/*/wijzigingen.yaml",)),
    "procedure-gemeente": (
        _LOCAL + r"[^/]+/procedure(-[a-z-]+)?\.yaml",
        ("packs/gemeenten/*/*/procedure*.yaml",),
    ),
}


def kind_of(file: str) -> str | None:
    """file: relative to the parent of the packs, ``packs/basis/…``."""
    return next((kind for kind, (files, _) in KINDS.items() if re.fullmatch(files, file)), None)


def schemas(root: Path) -> dict[str, Schema]:
    """By kind, for the kinds of which the packs in root have a file.

    A key that no file uses is known to its schema, with any value.
    """
    recorder = Recorder()
    read_packs(root, recorder)
    builder = Builder(recorder)
    by_kind: dict[str, list[yaml.Node]] = {}
    for file, document in recorder.documents.items():
        if (kind := kind_of("packs/" + file.split("/", 1)[1])) is not None:
            by_kind.setdefault(kind, []).append(document)
    return {
        kind: {"$schema": _DRAFT, "title": kind, **builder.schema(documents)}
        for kind, documents in sorted(by_kind.items())
    }
