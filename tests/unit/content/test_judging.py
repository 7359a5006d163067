# SPDX-License-Identifier: EUPL-1.2
"""The outcome of a procedure in words, with the real rules of the three municipalities."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from gemeengoed.content.edition import Edition
from gemeengoed.content.judging import judged, ways_on
from gemeengoed.content.message import Message
from gemeengoed.content.queries import edition_of
from gemeengoed.dialogue.flow import OutcomeWords
from gemeengoed.dialogue.replies import Judged, Line, WaysOn
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.receipt import receipt_of
from gemeengoed.terms.clock import AMSTERDAM

DAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=AMSTERDAM)
FLOW = "dakkapel-check"
FREE = {
    "vlak": "achter",
    "zij_naar_openbaar": "nee",
    "plat_dak": "ja",
    "hoogte_m": "1.60",
    "onderkant_m": "0.80",
    "afstand_nok_m": "0.90",
    "afstand_links_m": "1.20",
    "afstand_rechts_m": "1.20",
    "monument": "nee",
    "beschermd_gezicht": "nee",
}
FRONT = FREE | {
    "vlak": "voor",
    "zij_naar_openbaar": "ja",
    "hoogte_m": "1.45",
    "breedte_m": "2.60",
    "dakvlak_breedte_m": "5.40",
    "in_lijn": "ja",
    "centrum": "nee",
}
# Of every outcome: where, by which procedure, with which facts.
OUTCOMES = {
    "vergunningvrij": ("oostermark", "dakkapel", FREE),
    "vergunning_nodig": ("waterdam", "dakkapel", FREE | {"hoogte_m": "1.76"}),
    "lokaal_vergunningvrij": ("heidewoud", "dakkapel-lokaal", FRONT),
    "past_in_regels": ("waterdam", "dakkapel-lokaal", FRONT),
    "afwijking_nodig": ("oostermark", "dakkapel-lokaal", FRONT | {"breedte_m": "3.40"}),
    "onbekend": ("waterdam", "dakkapel", {"vlak": "achter", "plat_dak": "ja"}),
}

pytestmark = pytest.mark.usefixtures("published")


def reply(edition: Edition, procedure: str, facts: dict[str, str]) -> Judged:
    found = edition.catalogue.rulebook.on(procedure, DAY)
    assert found is not None
    known = {name: value for name, value in facts.items() if name in found.inputs}
    judgement = evaluate(found, read_facts(found, known), DAY)
    receipt = receipt_of(judgement, edition.municipality.slug).to_json()
    lines = (
        Line("hoogte", "Hoogte van de dakkapel", "1,76 m"),
        Line("monument", "Monument", "nee", "nee"),
    )
    return Judged(FLOW, procedure, judgement.shown, receipt, lines)


def message_of(slug: str, procedure: str, facts: dict[str, str]) -> Message:
    edition = edition_of(slug)
    return judged(edition, reply(edition, procedure, facts), NOW)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_has_its_words_its_rules_and_its_receipt(outcome: str) -> None:
    message = message_of(*OUTCOMES[outcome])
    explanation = message.explanation
    assert explanation is not None
    assert explanation["outcome"] == outcome
    assert message.kind == "receipt"
    assert message.text.startswith("**")
    assert explanation["receipt"]["outcome"] == outcome
    assert explanation["rules"]
    for rule in explanation["rules"]:
        assert rule["source"]
        assert rule["purpose"]
        assert rule["protects"]
        assert rule["url"].startswith("https://")


@pytest.mark.parametrize("slug", ["waterdam", "heidewoud", "oostermark"])
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_no_outcome_mixes_je_and_u(slug: str, outcome: str) -> None:
    """The words of every outcome, also those that come up in another municipality only."""
    edition = edition_of(slug)
    words = edition.flows[FLOW].outcomes[outcome]
    told = reply(edition, *OUTCOMES[outcome][1:])
    message = judged(edition, replace(told, outcome=outcome), NOW)
    still = message.explanation["still"] if message.explanation else []
    said = (
        f" {message.text} {' '.join(still)} {' '.join(c.label for c in message.choices)} ".lower()
    )
    assert len(still) == len(words.still)
    other = (" je ", " jij ", " jouw ") if edition.municipality.form == "u" else (" u ", " uw ")
    assert [word for word in other if word in said] == []
    assert "{" not in said


def test_a_rule_that_is_missed_is_told_with_its_margin_its_reason_and_what_would_help() -> None:
    message = message_of(*OUTCOMES["vergunning_nodig"])
    assert "**Hoogte van de dakkapel**: 1,76 m. Dat moet hoogstens 1,75 m zijn" in message.text
    assert "**1 cm te hoog**" in message.text
    assert "Waarom? Een dakkapel blijft een klein deel van het dak." in message.text
    assert "1,75 m. Dan is de uitkomst: er is geen vergunning nodig." in message.text
    assert message.explanation is not None
    (failed,) = [rule for rule in message.explanation["rules"] if rule["status"] == "failed"]
    assert (failed["given"], failed["demand"], failed["margin"]) == (
        "1,76 m",
        "hoogstens 1,75 m",
        "1 cm te hoog",
    )
    assert message.explanation["change"] == {
        "lines": ["Hoogte van de dakkapel: 1,75 m"],
        "outcome": "Er is geen vergunning nodig",
    }


def test_the_ways_on_begin_with_the_measures_that_are_in_the_way() -> None:
    message = message_of(*OUTCOMES["afwijking_nodig"])
    assert [choice.id for choice in message.choices] == [
        "wijzig:breedte",
        "onderwerp:dakkapel#hoe,meenemen,kosten,duur",
        "flow:dakkapel-uitzondering",
    ]


def test_who_is_free_gets_no_buttons_but_what_still_applies() -> None:
    message = message_of(*OUTCOMES["vergunningvrij"])
    assert message.choices == ()
    assert message.explanation is not None
    assert any("geen besluit" in sentence for sentence in message.explanation["still"])
    assert {rule["status"] for rule in message.explanation["rules"]} == {"fits"}
    assert all(rule["margin"] == "" for rule in message.explanation["rules"])


def test_both_bounds_of_a_measure_are_told_and_of_two_values_either() -> None:
    message = message_of(*OUTCOMES["onbekend"])
    assert message.explanation is not None
    demands = {rule["id"]: rule["demand"] for rule in message.explanation["rules"]}
    assert demands["D4"] == "meer dan 0,50 m en minder dan 1,00 m"
    front = message_of("waterdam", "dakkapel", FRONT)
    assert front.explanation is not None
    demands = {rule["id"]: rule["demand"] for rule in front.explanation["rules"]}
    assert demands["D1"] == "de achterkant of een zijkant"


def test_what_is_not_known_is_named_by_its_question_and_once() -> None:
    message = message_of(*OUTCOMES["onbekend"])
    assert message.explanation is not None
    unknown = message.explanation["unknown"]
    assert "Afstand tot de zijkant" in unknown
    assert "Adres" not in unknown
    assert len(unknown) == len(set(unknown))
    assert "- Hoogte van de dakkapel\n" in message.text


def test_where_the_outcome_is_sure_but_not_why_that_is_said_so() -> None:
    """1.80 m is too high in the centre of Heidewoud and outside it, by rules of two kinds."""
    facts = {name: value for name, value in FRONT.items() if name != "centrum"}
    message = message_of("heidewoud", "dakkapel-lokaal", facts | {"hoogte_m": "1.80"})
    assert message.explanation is not None
    assert message.explanation["outcome"] == "afwijking_nodig"
    assert "Deze uitkomst staat vast." in message.text
    assert "- In het centrum" in message.text
    assert "Wat ik nog niet weet:" not in message.text


def test_a_monument_has_no_change_that_would_help() -> None:
    message = message_of("waterdam", "dakkapel", FREE | {"monument": "ja"})
    assert message.explanation is not None
    assert message.explanation["change"] is None
    assert "Dit zou helpen" not in message.text
    assert "Het huis is een monument." in message.text


def test_every_line_can_be_told_otherwise_and_a_choice_is_told_in_words() -> None:
    message = message_of(*OUTCOMES["vergunning_nodig"])
    lines = [(line.name, line.value, line.changeable) for line in message.lines]
    assert lines == [("hoogte", "1,76 m", True), ("monument", "Nee", True)]


def test_the_laws_behind_the_rules_are_the_sources_each_once() -> None:
    message = message_of(*OUTCOMES["afwijking_nodig"])
    titles = [source.title for source in message.sources]
    assert titles == ["Besluit bouwwerken leefomgeving", "Omgevingsplan Oostermark"]


def test_the_tone_and_the_few_words_of_an_outcome_come_from_its_pack() -> None:
    looks = {name: message_of(*asked).explanation or {} for name, asked in OUTCOMES.items()}
    assert {name: look["tone"] for name, look in looks.items()} == {
        "vergunningvrij": "good",
        "vergunning_nodig": "attention",
        "lokaal_vergunningvrij": "good",
        "past_in_regels": "attention",
        "afwijking_nodig": "attention",
        "onbekend": "unknown",
    }
    assert looks["onbekend"]["headline"] == "Nog niet bekend"


def test_an_outcome_that_its_pack_gives_no_tone_is_told_by_the_label_of_the_procedure() -> None:
    edition = edition_of("waterdam")
    flow = edition.flows[FLOW]
    plain = OutcomeWords(flow.outcomes["vergunning_nodig"].text)
    flows = {FLOW: replace(flow, outcomes={"vergunning_nodig": plain})}
    told = reply(edition, *OUTCOMES["vergunning_nodig"][1:])
    explanation = judged(replace(edition, flows=flows), told, NOW).explanation or {}
    assert explanation["tone"] == "neutral"
    assert explanation["headline"] == "Er is een vergunning nodig"


def test_the_reason_stands_in_a_paragraph_of_its_own() -> None:
    text = message_of(*OUTCOMES["vergunning_nodig"]).text
    (reason,) = [part for part in text.split("\n\n") if "Waarom?" in part]
    assert reason.startswith("  Waarom? ")
    assert "1 cm te hoog" not in reason


def test_the_ways_on_are_shown_again_without_the_one_that_was_taken() -> None:
    edition = edition_of("waterdam")
    told = reply(edition, *OUTCOMES["vergunning_nodig"][1:])
    taken = "onderwerp:dakkapel#hoe,meenemen,kosten,duur"
    message = ways_on(edition, WaysOn(told, taken), NOW)
    assert message is not None
    assert [choice.id for choice in message.choices] == [
        "wijzig:hoogte",
        "flow:dakkapel-uitzondering",
    ]
    fits = reply(edition, *OUTCOMES["past_in_regels"][1:])
    assert ways_on(edition, WaysOn(fits, taken), NOW) is None


def test_on_the_boundary_the_demand_is_said_once() -> None:
    text = message_of("waterdam", "dakkapel", FREE | {"onderkant_m": "1.00"}).text
    assert "Dat is **precies op de grens**. Het moet minder dan 1,00 m zijn." in text
    assert text.count("minder dan 1,00 m") == 1


def test_above_the_ridge_is_told_as_such_and_changed_by_what_it_follows_from() -> None:
    facts = FREE | {"hoogte_m": "1.70", "onderkant_m": "0.90", "dak_hoogte_m": "2.40"}
    del facts["afstand_nok_m"]
    message = message_of("waterdam", "dakkapel", facts)
    assert "**0,20 m boven de nok**" in message.text
    assert "-0,20" not in message.text
    assert "De maten passen niet bij elkaar." in message.text
    ids = [choice.id for choice in message.choices]
    assert "wijzig:nok" not in ids
    assert {"wijzig:hoogte", "wijzig:onderkant"} <= set(ids)


def test_a_choice_that_is_in_the_way_can_be_changed_by_a_button_and_a_monument_cannot() -> None:
    flat = message_of("waterdam", "dakkapel", FREE | {"plat_dak": "nee"})
    assert "wijzig:plat_dak" in [choice.id for choice in flat.choices]
    monument = message_of("waterdam", "dakkapel", FREE | {"monument": "ja"})
    assert not [choice.id for choice in monument.choices if choice.id.startswith("wijzig")]
