# SPDX-License-Identifier: EUPL-1.2
"""Labelled questions become additions to the base, without what the base has already."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.insights.missed.exporting import (
    NO_TOPIC_FILE,
    Labelled,
    Stands,
    as_yaml,
    export,
)
from gemeengoed.insights.missed.wording import key_of

PASSPORT = "packs/basis/paspoort/vragen.train.yaml"


def asked(text: str, topic: str | None = "paspoort", times: int = 1) -> Labelled:
    return Labelled(key_of(text), text, times, topic)


def test_each_topic_has_its_own_file_and_what_is_none_has_one_too() -> None:
    found = export([asked("pasje"), asked("roze pasje", "rijbewijs"), asked("slee", None)], {})
    assert list(found.additions) == [
        NO_TOPIC_FILE,
        PASSPORT,
        "packs/basis/rijbewijs/vragen.train.yaml",
    ]
    assert found.count == 3


def test_what_the_base_learns_or_is_tested_on_at_that_topic_is_left_out() -> None:
    known = {
        key_of("Pasje?"): Stands("paspoort", is_test=False),
        key_of("reispas"): Stands("paspoort", is_test=True),
        key_of("slee"): Stands(None, is_test=False),
    }
    found = export([asked("pasje"), asked("reispas"), asked("slee", None)], known)
    assert (found.count, found.additions, found.otherwise) == (0, {}, ())


def test_what_the_base_has_elsewhere_is_told_and_never_added() -> None:
    known = {key_of("pasje"): Stands("rijbewijs", is_test=True)}
    found = export([asked("pasje"), asked("pas", times=3)], known)
    assert list(found.additions) == [PASSPORT]
    told = as_yaml(found, head="Van Waterdam")
    assert told == (
        "# Van Waterdam\n"
        f"{PASSPORT}:\n"
        '  - "pas"  # 3 keer gevraagd\n'
        "# Staat in de basis ergens anders. Kies zelf waar het hoort:\n"
        '# "pasje": hier paspoort, in de basis rijbewijs (toets)\n'
    )


def test_nothing_is_an_empty_list_of_files() -> None:
    assert yaml.safe_load(as_yaml(export([], {}), head="Van Waterdam")) == {}


@given(st.lists(st.text(min_size=1).map(lambda text: " ".join(text.split())), max_size=5))
def test_whatever_was_asked_is_read_back_as_it_was(texts: list[str]) -> None:
    """Also what would be YAML of its own: quotes, colons, hashes, odd signs."""
    found = export([Labelled(str(n), text, 1, "paspoort") for n, text in enumerate(texts)], {})
    read = yaml.safe_load(as_yaml(found, head="x"))
    assert read == ({PASSPORT: texts} if texts else {})
