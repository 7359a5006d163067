# SPDX-License-Identifier: EUPL-1.2
"""What goes along with a request for an exception: the last outcome, in words for a colleague."""

from datetime import date

import pytest

from gemeengoed.content.queries import edition_of
from gemeengoed.dialogue.judging import attachment
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.state import FlowRun, FoundFact, Given, Settled, State
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.receipt import receipt_of

DAY = date(2026, 11, 25)
FLOW = "dakkapel-check"

pytestmark = pytest.mark.usefixtures("published")


def after(slug: str, procedure: str, facts: dict[str, str], run: FlowRun, day: date = DAY) -> Draft:
    """A talk in which that outcome was the last thing settled."""
    catalogue = edition_of(slug).catalogue
    found = catalogue.rulebook.on(procedure, day)
    assert found is not None
    judgement = evaluate(found, read_facts(found, facts), day)
    receipt = receipt_of(judgement, slug).to_json()
    return Draft(catalogue, State(settled=Settled(run, procedure, judgement.shown, receipt)), DAY)


def test_the_outcome_the_rules_in_the_way_and_the_measures_go_along_in_words() -> None:
    run = FlowRun(
        FLOW,
        1,
        answers={"hoogte": Given(1.76, "1,76 m"), "plat_dak": Given("nee", "Nee")},
        found=(FoundFact("monument", "nee"), FoundFact("dak_hoogte_m", "3.6")),
    )
    facts = {"hoogte_m": "1.76", "plat_dak": "nee", "vlak": "achter", "monument": "nee"}
    values, lines = attachment(after("waterdam", "dakkapel", facts, run))
    assert values["bewijs"]["outcome"] == "vergunning_nodig"
    assert lines == {
        "Uitkomst": "Er is een vergunning nodig",
        "Past niet": (
            "Het dak van de dakkapel is niet plat.\n"
            "Hoogte van de dakkapel 1,76 m, hoogstens 1,75 m (1 cm te hoog)"
        ),
        "Mogelijke weg": "D: afwijken van de wet kan niet; kijk naar een andere route",
        "Plat dak op de dakkapel": "Nee",
        "Hoogte van de dakkapel": "1,76 m",
        "Hoogte van het dak": "3,60 m",
        "Monument": "nee",
    }


@pytest.mark.parametrize(
    ("slug", "facts", "way"),
    [
        ("waterdam", {"hoogte_m": "1.60"}, "A: afwijken van de beleidsregel (Awb 4:84)"),
        (
            "oostermark",
            {"breedte_m": "3.40", "dakvlak_breedte_m": "5.40"},
            "B: afwijken van het omgevingsplan (buitenplanse omgevingsplanactiviteit)",
        ),
    ],
)
def test_the_lawful_way_on_follows_from_the_kind_of_rule(
    slug: str, facts: dict[str, str], way: str
) -> None:
    front = {"vlak": "voor", "zij_naar_openbaar": "ja", "monument": "nee", **facts}
    front |= {"beschermd_gezicht": "nee"}
    _, lines = attachment(after(slug, "dakkapel-lokaal", front, FlowRun(FLOW, 1)))
    assert lines["Uitkomst"] == "Het plan past niet in de regels van de gemeente"
    assert lines["Mogelijke weg"] == way


def test_what_is_not_known_is_told_instead_of_a_way() -> None:
    _, lines = attachment(after("waterdam", "dakkapel", {"vlak": "achter"}, FlowRun(FLOW, 1)))
    assert lines["Uitkomst"] == "Nog niet bekend"
    assert "Hoogte van de dakkapel" in lines["Ontbreekt"]
    assert not {"Mogelijke weg", "Past niet"} & set(lines)


def test_an_outcome_is_told_by_the_law_of_its_own_day() -> None:
    old = date(2023, 12, 31)
    facts = {"vlak": "achter", "plat_dak": "ja", "soort_gebouw": "woonwagen"}
    draft = after("waterdam", "dakkapel", facts, FlowRun(FLOW, 1), day=old)
    assert attachment(draft)[1]["Past niet"] == "Het gebouw is geen gewone woning."


def test_without_an_outcome_nothing_goes_along() -> None:
    assert attachment(Draft(edition_of("waterdam").catalogue, State(), DAY)) == ({}, {})
