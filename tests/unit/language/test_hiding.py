# SPDX-License-Identifier: EUPL-1.2
"""What is shown to others says what was asked, not who asked it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.language.hiding import without_persons
from gemeengoed.language.preparing import prepared
from gemeengoed.language.reading import Context

TODAY = date(2026, 11, 26)
WATERDAM = Context(streets=frozenset({"lindelaan", "het veer"}), places=frozenset({"waterdam"}))


def hidden(text: str) -> str:
    return without_persons(text, today=TODAY, context=WATERDAM)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ik heet Jan de Vries, mag dat", "ik heet [naam verborgen], mag dat"),
        ("ik woon op Lindelaan 8b, 1234 AB Waterdam", "ik woon op [adres verborgen] Waterdam"),
        ("van het veer 3 naar kerkstraat 22", "van [adres verborgen] naar [adres verborgen]"),
        (
            "mail jan@x.nl of bel 06 12345678",
            "mail [mailadres verborgen] of bel [telefoonnummer verborgen]",
        ),
        ("mijn auto 12-abc-3 is weg", "mijn auto [kenteken verborgen] is weg"),
        ("mijn bsn is 111222333", "mijn bsn is [bsn verborgen]"),
        ("mijn zoon Pieter van den Berg wil op judo", "mijn zoon [naam verborgen] wil op judo"),
        ("mevrouw Jansen zei dat het kan", "mevrouw [naam verborgen] zei dat het kan"),
        ("dhr jansen belde", "dhr [naam verborgen] belde"),
        ("hoe laat open? groetjes fatima", "hoe laat open? groetjes [naam verborgen]"),
        ("geboren op 12-03-1950", "geboren op [datum verborgen]"),
        ("geboren 3 maart 1950", "geboren [datum verborgen]"),
        ("mijn melding WT-4827-1963", "mijn melding [nummer verborgen]"),
        ("kijk op https://x.nl/?naam=jan", "kijk op [link verborgen]"),
        ("eerst dit\n\nen   dan dat", "eerst dit en dan dat"),
    ],
)
def test_who_and_where_is_replaced(typed: str, shown: str) -> None:
    assert hidden(typed) == shown


def test_a_name_that_was_told_is_hidden_wherever_it_stands() -> None:
    assert hidden("ik ben Fatima. Kan Fatima zelf komen?").count("Fatima") == 0


@pytest.mark.parametrize(
    "typed",
    [
        "wat kost een paspoort",
        "wanneer is de balie open op 1 december",
        "mag een schutting 2 meter hoog zijn",
        "wat doet mijn buurman met zijn boom",
        "ik verhuis volgende week met 2 kinderen",
        "moet mijn zoon mee",
        "kost dat € 83,87",
    ],
)
def test_what_says_nothing_of_a_person_stays(typed: str) -> None:
    assert hidden(typed) == typed


def test_a_reader_learns_nothing_from_the_words_that_stand_instead() -> None:
    assert prepared(hidden("ik heet Jan de Vries, wat kost een paspoort")) == prepared(
        "ik heet , wat kost een paspoort"
    )


@given(st.text(max_size=300))
def test_whatever_was_typed_it_never_fails_and_hiding_again_changes_little(typed: str) -> None:
    once = hidden(typed)
    assert "\n" not in once
    assert hidden(once).count("verborgen") >= once.count("verborgen") - once.count("[")
