# SPDX-License-Identifier: EUPL-1.2
"""The summary for who is asked to take over."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.casework.conftest import NIGHT

from gemeengoed.casework.summarising import AT_MOST, Spoken, summary

LINES = [["Telefoonnummer", "06 12345678"], ["Waar het over gaat", "mijn\nverhuizing"]]
CALLED = Spoken(NIGHT, "Anja", "Voicemail ingesproken", "Belt morgen terug")


def test_it_tells_what_it_is_what_is_known_what_was_done_and_what_is_asked():
    told = summary(
        label="Terugbelverzoek",
        goal="Bel de inwoner terug.",
        lines=LINES,
        contacts=[CALLED],
        due="woensdag 25 november",
    )

    assert told.splitlines() == [
        "Wat is het: Terugbelverzoek.",
        "Bekend: Telefoonnummer: 06 12345678; Waar het over gaat: mijn verhuizing.",
        "Gedaan: 23 november 03.05 uur Anja: voicemail ingesproken (Belt morgen terug).",
        "Gevraagd: Bel de inwoner terug. Uiterlijk woensdag 25 november.",
    ]


def test_when_nothing_was_done_it_says_so():
    told = summary(label="Terugbelverzoek", goal="Bel.", lines=[], contacts=[], due="morgen")

    assert "Gedaan: nog niet gebeld." in told
    assert "Bekend: nog niets." in told


@given(
    st.lists(st.lists(st.text(max_size=2000), min_size=2, max_size=2), max_size=30),
    st.lists(
        st.builds(
            Spoken, st.just(NIGHT), st.just("Anja"), st.just("Gesproken"), st.text(max_size=1000)
        ),
        max_size=9,
    ),
)
def test_it_always_fits_and_always_ends_with_what_is_asked(lines, contacts):
    told = summary(
        label="Terugbelverzoek", goal="Bel terug.", lines=lines, contacts=contacts, due="morgen"
    )

    assert len(told) <= AT_MOST
    assert told.endswith("Gevraagd: Bel terug. Uiterlijk morgen.")
