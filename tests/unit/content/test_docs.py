# SPDX-License-Identifier: EUPL-1.2
"""The samples in the guides are read by the very code that they explain."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gemeengoed.content.loading.changes import read_changes
from gemeengoed.content.loading.document import Entry, Faults, open_document
from gemeengoed.content.loading.facts import read_facts
from gemeengoed.content.loading.flows import read_flow
from gemeengoed.content.loading.municipalities import read_municipality
from gemeengoed.content.loading.topics import read_fields, read_topic
from gemeengoed.content.loading.transcripts import read_transcripts
from gemeengoed.content.topic import FieldType, LocalField

DOCS = Path(__file__).parents[3] / "docs"
MONEY = LocalField("tarief_paspoort_volwassene", FieldType.MONEY, "Tarief")

SAMPLES: list[tuple[str, str, Callable[[Entry], object]]] = [
    ("packs.md", "id: paspoort", lambda entry: read_topic(entry, "paspoort")),
    ("packs.md", "openingstijden_telefoon: {", read_fields),
    ("packs.md", "name: Waterdam", lambda entry: read_municipality(entry, "waterdam")),
    (
        "packs.md",
        "tarief_paspoort_volwassene:\n",
        lambda entry: read_facts(entry, {MONEY.name: MONEY}),
    ),
    ("packs.md", "- path: blocks.kosten.text", lambda entry: read_changes(entry, "paspoort")),
    ("flows.md", "id: terugbelverzoek", read_flow),
    ("flows.md", "- name: a call-back", read_transcripts),
]


@pytest.mark.parametrize(("page", "begins", "read"), SAMPLES, ids=[row[1][:24] for row in SAMPLES])
def test_a_sample_is_read_without_a_fault(
    tmp_path: Path, page: str, begins: str, read: Callable[[Entry], object]
) -> None:
    samples = re.findall(r"```yaml\n(.*?)```", (DOCS / page).read_text(), re.DOTALL)
    (sample,) = [
        text for text in samples if re.search(rf"^{re.escape(begins)}", text, re.MULTILINE)
    ]
    path = tmp_path / "packs" / "sample.yaml"
    path.parent.mkdir()
    path.write_text(sample)
    faults = Faults()
    entry = open_document(path, path.parent, faults)
    assert entry is not None, faults.faults
    assert read(entry)
    assert faults.faults == []
