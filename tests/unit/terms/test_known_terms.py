# SPDX-License-Identifier: EUPL-1.2
"""The terms of everyday work: what the law says of each, and dates that follow from it."""

from datetime import date

import pytest

from gemeengoed.terms.counting import term_end
from gemeengoed.terms.errors import TermError
from gemeengoed.terms.grondslag import AWB
from gemeengoed.terms.known_terms import (
    BEZWAAR,
    DECISION_ON_BEZWAAR,
    DECISION_ON_BEZWAAR_WITH_COMMITTEE,
    DECISION_WITHOUT_ZIENSWIJZE,
    KNOWN_TERMS,
    ZIENSWIJZE,
)
from gemeengoed.terms.legal_terms import Extension
from gemeengoed.terms.length import weeks
from gemeengoed.terms.suspension import GRONDSLAG, SuspensionGround, waiting


def test_each_term_tells_its_length_its_article_and_what_extends_it():
    told = {
        code: (
            str(term.length),
            str(term.grondslag),
            str(term.begun_by),
            term.extended_by and (str(term.extended_by.grondslag), str(term.extended_by.most)),
        )
        for code, term in KNOWN_TERMS.items()
    }
    assert told == {
        "beslistermijn": (
            "8 weeks",
            "Awb art. 4:13 lid 2",
            "Awb art. 4:13 lid 2",
            ("Awb art. 4:14 lid 3", "None"),
        ),
        "omgevingsvergunning-regulier": (
            "8 weeks",
            "Ow art. 16.64 lid 1",
            "Ow art. 16.64 lid 1",
            ("Ow art. 16.64 lid 2", "6 weeks"),
        ),
        "omgevingsvergunning-instemming": (
            "12 weeks",
            "Ow art. 16.64 lid 1",
            "Ow art. 16.64 lid 1",
            ("Ow art. 16.64 lid 2", "6 weeks"),
        ),
        "omgevingsvergunning-uitgebreid": (
            "6 months",
            "Awb art. 3:18 lid 1",
            "Awb art. 3:18 lid 1",
            ("Ow art. 16.66 lid 3", "6 weeks"),
        ),
        "zienswijze": ("6 weeks", "Awb art. 3:16 lid 1", "Awb art. 3:16 lid 2", None),
        "besluit-zonder-zienswijzen": (
            "4 weeks",
            "Awb art. 3:18 lid 4",
            "Awb art. 3:18 lid 4",
            None,
        ),
        "bezwaar": ("6 weeks", "Awb art. 6:7", "Awb art. 6:8 lid 1", None),
        "beslissing-op-bezwaar": (
            "6 weeks",
            "Awb art. 7:10 lid 1",
            "Awb art. 7:10 lid 1",
            ("Awb art. 7:10 lid 3", "6 weeks"),
        ),
        "beslissing-op-bezwaar-commissie": (
            "12 weeks",
            "Awb art. 7:10 lid 1",
            "Awb art. 7:10 lid 1",
            ("Awb art. 7:10 lid 3", "6 weeks"),
        ),
        "verhuisaangifte": ("5 days", "Wet BRP art. 2.39 lid 2", "Wet BRP art. 2.39 lid 2", None),
    }


@pytest.mark.parametrize(
    ("article", "url"),
    [
        ("4:15", "https://wetten.overheid.nl/BWBR0005537/2026-07-01#Artikel415"),
        ("6:7", "https://wetten.overheid.nl/BWBR0005537/2026-07-01#Artikel67"),
    ],
)
def test_an_article_is_found_in_the_version_that_was_read(article, url):
    assert AWB.at(article).url == url


def test_every_ground_of_suspension_has_its_article():
    assert {ground.value: str(rule) for ground, rule in GRONDSLAG.items()} == {
        "completion": "Awb art. 4:15 lid 1 onder a",
        "foreign_information": "Awb art. 4:15 lid 1 onder b",
        "agreed_delay": "Awb art. 4:15 lid 2 onder a",
        "delay_by_applicant": "Awb art. 4:15 lid 2 onder b",
        "force_majeure": "Awb art. 4:15 lid 2 onder c",
        "omission": "Awb art. 7:10 lid 2",
    }
    assert set(GRONDSLAG) == set(SuspensionGround)


@pytest.mark.parametrize(
    ("made_known", "last"),
    [
        ("2026-02-16", "2026-03-30"),
        ("2026-02-20", "2026-04-07"),  # Good Friday, then Easter
        ("2026-03-16", "2026-04-28"),  # King's Day
        ("2026-03-24", "2026-05-06"),  # Liberation Day
        ("2026-04-02", "2026-05-18"),  # Ascension Day, and the Friday after it
        ("2026-11-13", "2026-12-28"),  # Christmas
        ("2026-11-20", "2027-01-04"),  # New Year's Day, a Friday
    ],
)
def test_a_bezwaar_is_in_time_up_to_six_weeks_and_the_next_working_day(made_known, last):
    assert term_end(BEZWAAR, date.fromisoformat(made_known)).last == date.fromisoformat(last)


def test_the_decision_on_a_bezwaar_is_counted_after_the_term_for_bezwaar():
    bezwaar = term_end(BEZWAAR, date(2026, 4, 2))
    assert bezwaar.last == date(2026, 5, 18)
    alone = term_end(DECISION_ON_BEZWAAR, bezwaar.last)
    with_committee = term_end(DECISION_ON_BEZWAAR_WITH_COMMITTEE, bezwaar.last)
    assert (alone.first, alone.last) == (date(2026, 5, 19), date(2026, 6, 29))
    assert with_committee.last == date(2026, 8, 10)


def test_a_decision_on_a_bezwaar_can_be_put_off_by_six_weeks():
    put_off = Extension(announced_on=date(2026, 6, 15), by=weeks(6))
    assert term_end(DECISION_ON_BEZWAAR, date(2026, 5, 18), extensions=[put_off]).last == date(
        2026, 8, 10
    )


def test_an_omission_suspends_a_decision_on_bezwaar_until_it_is_put_right():
    asked = waiting(SuspensionGround.OMISSION, date(2026, 5, 20), date(2026, 6, 3))
    end = term_end(DECISION_ON_BEZWAAR, date(2026, 5, 18), suspensions=[asked])
    assert end.counted_last == date(2026, 7, 12)  # 13 days
    assert end.last == date(2026, 7, 13)


@pytest.mark.parametrize("ground", [SuspensionGround.COMPLETION, SuspensionGround.AGREED_DELAY])
def test_what_awb_7_14_leaves_out_does_not_suspend_a_decision_on_bezwaar(ground):
    asked = waiting(ground, date(2026, 5, 20), date(2026, 6, 3))
    with pytest.raises(TermError, match="does not suspend beslissing-op-bezwaar"):
        term_end(DECISION_ON_BEZWAAR, date(2026, 5, 18), suspensions=[asked])


def test_without_a_view_the_decision_comes_within_four_weeks_after_six():
    views = term_end(ZIENSWIJZE, date(2026, 2, 19))
    assert (views.first, views.last) == (date(2026, 2, 19), date(2026, 4, 1))
    decision = term_end(DECISION_WITHOUT_ZIENSWIJZE, views.last)
    assert decision.last == date(2026, 4, 29)


def test_a_view_that_could_last_be_given_on_easter_monday_can_be_given_on_tuesday():
    assert term_end(ZIENSWIJZE, date(2026, 2, 24)).last == date(2026, 4, 7)
