# SPDX-License-Identifier: EUPL-1.2
"""Files that mean harm, or are no DMN at all: refused with a sentence, nothing else happens."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.procedures.dmn.files import DMN_13, one_table

from gemeengoed.procedures.dmn.document import MOST_BYTES
from gemeengoed.procedures.dmn.reading import read_dmn
from gemeengoed.procedures.errors import DmnRefusedError

_KINDS = ["string", "number", "boolean", "date", "Any"]
TABLE = one_table('"&x;" => 1', {"feit": "string"}).replace("&amp;x;", "&x;")
BOMB = (
    '<!DOCTYPE d [<!ENTITY a "boem">'
    + "".join(
        f'<!ENTITY {name} "{10 * f"&{before};"}">'
        for before, name in zip("abcdefgh", "bcdefghx", strict=True)
    )
    + "]>"
)


def test_a_bomb_of_entities_is_refused() -> None:
    with pytest.raises(DmnRefusedError, match="entiteit"):
        read_dmn(BOMB + TABLE)


def test_a_file_of_the_machine_cannot_be_drawn_in(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    reference = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    with pytest.raises(DmnRefusedError) as refused:
        read_dmn(reference + TABLE)
    assert "entiteit" in str(refused.value)
    assert "geheim" not in str(refused.value)


def test_another_document_type_is_refused_as_well() -> None:
    with pytest.raises(DmnRefusedError, match="documenttype"):
        read_dmn(f'<!DOCTYPE d SYSTEM "https://example.org/d.dtd">{TABLE.replace("&x;", "x")}')


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "leesbare XML"),
        ("geen xml", "leesbare XML"),
        (b"\xff\xfe\x00", "leesbare XML"),
        (b'<?xml version="1.0" encoding="utf-99"?><a/>', "leesbare XML"),
        ("<html/>", "geen DMN"),
        (f'<decision xmlns="{DMN_13}"/>', "geen DMN"),
        ('<definitions xmlns="http://example.org/dmn"/>', "geen DMN"),
        ("<definitions/>", "geen DMN"),
    ],
)
def test_what_is_no_dmn_is_refused(text: str | bytes, named: str) -> None:
    with pytest.raises(DmnRefusedError, match=named):
        read_dmn(text)


def test_a_file_that_is_too_large_is_not_opened() -> None:
    with pytest.raises(DmnRefusedError, match="groter dan 10 MB"):
        read_dmn(b" " * (MOST_BYTES + 1))


def test_very_deep_nesting_does_no_harm() -> None:
    deep = "<a>" * 5000 + "</a>" * 5000
    with pytest.raises(DmnRefusedError, match="geen beslistabel"):
        read_dmn(f'<definitions xmlns="{DMN_13}">{deep}</definitions>')


@settings(deadline=None)
@given(cell=st.text(max_size=30), value=st.text(max_size=20), kind=st.sampled_from(_KINDS))
def test_whatever_stands_in_a_cell_it_is_read_or_refused(cell: str, value: str, kind: str) -> None:
    with suppress(DmnRefusedError):
        assert read_dmn(one_table(f"{cell} => {value}", {"feit": kind})).top == ("Besluit",)
