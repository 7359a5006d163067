# SPDX-License-Identifier: EUPL-1.2
"""The schemas for editors: every pack file fits its own, and a fault fits none."""

import json
import shutil
from collections import Counter
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema_rs
import pytest
import yaml

from gemeengoed.content.folders import packs_folder
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.loading.folder import read_packs
from gemeengoed.content.schemas.schemas import KINDS, kind_of
from gemeengoed.project.command_line import main

END = ".schema.json"
# kind, file, what stands there, what is written instead: a fault for loader and schema alike
PLANTED = [
    ("onderwerp", "basis/paspoort/onderwerp.yaml", "kind: gemeente", "kind: provincie"),
    ("onderwerp", "basis/paspoort/onderwerp.yaml", "    aspect: kosten", "    aspekt: kosten"),
    ("vragen", "basis/paspoort/vragen.train.yaml", "- ", "- {tekst: x}\n- "),
    ("flow", "basis/gesprek-medewerker/flow.yaml", "    input: ", "    invoer: "),
    ("transcripts", "basis/paspoort/transcripts.yaml", "  turns:", "  beurten:"),
    ("procedure", "basis/schutting/procedure.yaml", "outcomes:", "uitkomsten:"),
    ("scenarios", "basis/schutting/scenarios.yaml", "outcome: ", "uitkomst: "),
    ("velden", "basis/_assistent/velden.yaml", "type: hours", "type: uren"),
    ("teksten", "basis/_assistent/teksten.yaml", "begin: >-", "begin: [x]\nbegin_twee: >-"),
    ("toegestaan", "basis/_assistent/toegestaan.yaml", "reason: ", "reden: "),
    ("taal", "basis/_assistent/taal.yaml", "\nknown:", "\nbekend:"),
    ("onderwerpen", "basis/_assistent/onderwerpen.yaml", "paspoort: ", "paspoort: [x]\nx: "),
    ("waarden", "basis/_assistent/waarden.toets.yaml", "{datum: ", "{dag: "),
    ("gemeente", "gemeenten/waterdam/gemeente.yaml", "form: u", "form: hij"),
    ("feiten", "gemeenten/waterdam/velden.yaml", "source: ", "bron: "),
    ("pins", "gemeenten/waterdam/paspoort/onderwerp.yaml", "reason: ", "reden: "),
    (
        "procedure-gemeente",
        "gemeenten/waterdam/schutting/procedure.yaml",
        "procedure: ",
        "prosedure: ",
    ),
    ("regio", "regios/duinrand/regio.yaml", "municipalities:", "gemeenten:"),
    ("wijzigingen", "basis/verhuizen-binnen-gemeente/wijzigingen.yaml", "kind: ", "soort: "),
]


@cache
def written() -> tuple[dict[str, Any], str]:
    """What the command writes for the packs of the project, by path, and what it says."""
    with TemporaryDirectory() as folder, redirect_stdout(StringIO()) as told:
        assert main(["packs", "schemas", "--to", folder]) == 0
        files = {str(path): json.loads(path.read_text()) for path in Path(folder).iterdir()}
    return files, told.getvalue()


@cache
def all_schemas() -> dict[str, Any]:
    files, _ = written()
    return {
        path.name.removesuffix(END): files[str(path)]
        for path in map(Path, files)
        if END in path.name
    }


@cache
def validator(kind: str) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(all_schemas()[kind])


def as_json(text: str) -> Any:
    """A document as an editor sees it: YAML 1.2, in which a date is a text."""
    return _value(yaml.compose(text, Loader=yaml.CSafeLoader))


def _value(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    kind = node.tag.rpartition(":")[2]
    if kind in ("int", "float") and not node.style:
        return float(node.value.replace("_", ""))
    if kind == "bool":
        return node.value == "true"
    return None if kind == "null" else node.value


def fits(kind: str, text: str) -> bool:
    return validator(kind).is_valid(as_json(text))


def pack_files() -> list[Path]:
    return sorted(packs_folder().rglob("*.yaml"))


def test_every_pack_file_fits_the_schema_of_its_kind() -> None:
    assert len(pack_files()) > 100
    for path in pack_files():
        kind = kind_of("packs/" + path.relative_to(packs_folder()).as_posix())
        assert kind is not None, path
        document = as_json(path.read_text())
        errors = [error.message for error in validator(kind).iter_errors(document)]
        assert errors == [], path


def test_there_is_a_schema_for_every_kind_and_a_fault_planted_in_each() -> None:
    assert set(all_schemas()) == set(KINDS) == {kind for kind, *_ in PLANTED}


@pytest.fixture(scope="module")
def told_of_all(tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    """The files of the faults that the loader tells when all are planted at once."""
    root = tmp_path_factory.mktemp("planted") / "packs"
    shutil.copytree(packs_folder(), root)
    for _, file, old, new in PLANTED:
        path = root / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    faults = Faults()
    read_packs(root, faults)
    return Counter(fault.place.file for fault in faults.faults)


@pytest.mark.parametrize(("kind", "file", "old", "new"), PLANTED, ids=[row[0] for row in PLANTED])
def test_a_planted_fault_is_refused_by_loader_and_schema(
    told_of_all: Counter[str], kind: str, file: str, old: str, new: str
) -> None:
    text = (packs_folder() / file).read_text(encoding="utf-8")
    assert old in text
    assert fits(kind, text)
    assert not fits(kind, text.replace(old, new, 1))
    planted = [row for row in PLANTED if row[1] == file]
    assert told_of_all[f"packs/{file}"] >= len(planted)


def test_the_keys_of_a_schema_are_those_that_the_loader_knows() -> None:
    schema = all_schemas()["onderwerp"]
    assert {"plain", "allow", "blocks", "upl"} <= set(schema["properties"])
    assert set(schema["required"]) == {"id", "label", "kind", "blocks"}


def test_what_only_one_file_can_know_is_no_closed_list() -> None:
    """The outcomes of a row are those of its own procedure."""
    tables = json.dumps(all_schemas()["procedure"]["properties"]["tables"])
    assert '"enum": ["ordinance"' not in tables or '"outcome"' in tables
    assert "vergunningvrij" not in tables


def test_the_command_writes_them_and_tells_an_editor_where_they_belong() -> None:
    wrote, told = written()
    (settings,) = (wrote[path]["yaml.schemas"] for path in wrote if "yaml-schemas.json" in path)
    assert len(settings) == len(KINDS)
    for path, files in settings.items():
        assert wrote[path]["title"]
        assert files
    assert f"{len(KINDS)} schema's" in told
