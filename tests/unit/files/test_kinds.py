# SPDX-License-Identifier: EUPL-1.2
"""What a file is, by its content; what it is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.files.making import EXE, JPEG, PDF, PNG

from gemeengoed.files.kinds import ENDINGS, MOST_OF_NAME, clean_name, media_type_of


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (PDF, "application/pdf"),
        (JPEG, "image/jpeg"),
        (PNG, "image/png"),
        (EXE, None),
        (b"\x7fELF\x02\x01\x01" + bytes(32), None),
        (b"<html><script>alert(1)</script>", None),
        (b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', None),
        (b"PK\x03\x04" + bytes(64), None),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", None),
        (EXE + PDF, None),
        (b"hallo", None),
        (b"", None),
    ],
)
def test_the_content_tells_the_kind(head: bytes, media_type: str | None) -> None:
    assert media_type_of(head) == media_type


@given(st.binary(max_size=200))
def test_whatever_it_is_it_is_told_or_refused(head: bytes) -> None:
    assert media_type_of(head) in (None, *ENDINGS)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("huurcontract.pdf", "huurcontract.pdf"),
        ("huurcontract.exe", "huurcontract.pdf"),
        ("C:\\Users\\jan\\Mijn contract.PDF", "Mijn contract.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("contract\u202efdp.exe", "contractfdp.pdf"),
        ('"rare":<naam>?.pdf', "rare naam.pdf"),
        ("....", "bestand.pdf"),
        ("", "bestand.pdf"),
    ],
)
def test_a_name_is_cleaned_and_ends_as_its_content(told: str, kept: str) -> None:
    assert clean_name(told, "application/pdf") == kept


@given(st.text(max_size=300))
def test_no_name_gets_out_of_its_place(told: str) -> None:
    name = clean_name(told, "image/png")
    assert name.endswith(".png")
    assert len(name) <= MOST_OF_NAME + 4
    assert not set(name) & set('\\/:*?"<>|\r\n\x00')
    assert not name.startswith(".")
