# SPDX-License-Identifier: EUPL-1.2
"""The number a resident reads out on the phone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.casework.references import new_reference, prefix, read_reference

names = st.sampled_from(
    ["Waterdam", "Heidewoud", "Oostermark", "Ee", "'s-Hertogenbosch", "Súdwest"]
)


@given(names)
def test_a_new_number_reads_back_as_itself(name):
    reference = new_reference(name)

    assert re.fullmatch(r"[B-Z]{2}-\d{4}-\d{4}", reference)
    assert read_reference(reference) == reference
    assert read_reference(f" {reference.lower().replace('-', ' ')} ") == reference


@given(names, st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(name, position, shift):
    letters, *groups = new_reference(name).split("-")
    digits = list("".join(groups))
    digits[position] = str((int(digits[position]) + shift) % 10)

    assert read_reference(letters + "".join(digits)) is None


@given(names, st.integers(0, 6))
def test_two_swapped_digits_are_noticed(name, position):
    letters, *groups = new_reference(name).split("-")
    digits = list("".join(groups))
    digits[position], digits[position + 1] = digits[position + 1], digits[position]
    typed = letters + "".join(digits)

    assert (read_reference(typed) is None) == (digits[position] != digits[position + 1])


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Waterdam", "WT"),
        ("Heidewoud", "HD"),
        ("Oostermark", "ST"),
        ("Ee", "XX"),
        ("Aa en Ho", "NH"),
    ],
)
def test_no_letter_of_it_can_be_taken_for_a_figure(name, letters):
    assert prefix(name) == letters
    assert not set(letters) & set("OIAEUY")


@pytest.mark.parametrize("typed", ["", "WT", "12345678", "OI-1234-5678", "WT-1234-567", "😀" * 12])
def test_what_cannot_be_a_number_is_none(typed):
    assert read_reference(typed) is None
