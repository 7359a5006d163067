# SPDX-License-Identifier: EUPL-1.2
"""What the rules said of a move, as the colleague reads it who deals with it."""

from datetime import date, datetime
from typing import Any

import pytest

from gemeengoed.content.explaining import explanation_of
from gemeengoed.content.queries import edition_of
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.receipt import receipt_of
from gemeengoed.terms.clock import AMSTERDAM

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 8, 40, tzinfo=AMSTERDAM)
FACTS = {
    "aangever_relatie": "zelf",
    "aangever_leeftijd": "34",
    "zelfde_nieuwe_adres": "ja",
    "aangiftedatum": "2026-11-23",
    "verhuisdatum": "2026-12-01",
    "machtiging": "nvt",
    "route": "binnen_gemeente",
    "richting": "nvt",
    "signalen": "personen_op_adres:1",
}


def explained(**changed: str) -> dict[str, Any]:
    edition = edition_of("waterdam")
    procedure = edition.catalogue.rulebook.on("verhuizen", DAY)
    assert procedure is not None
    judgement = evaluate(procedure, read_facts(procedure, {**FACTS, **changed}), DAY)
    found = explanation_of(edition, receipt_of(judgement, "waterdam").to_json(), NOW)
    assert found is not None
    return found


def failed(explanation: dict[str, Any]) -> list[dict[str, str]]:
    return [rule for rule in explanation["rules"] if rule["status"] == "failed"]


@pytest.mark.usefixtures("published")
class TestForAColleague:
    def test_of_an_ordinary_one_no_rule_is_in_the_way(self) -> None:
        explanation = explained()
        assert explanation["outcome_label"] == "De aangifte kan meteen worden verwerkt"
        assert failed(explanation) == []

    def test_of_two_outcomes_that_are_called_the_same_it_tells_which_one_it_is(self) -> None:
        """Residents hear "bellen" of both; that there is danger may be said of one only."""
        refused = explained(signalen="hoofdbewoner_weigert;personen_op_adres:2")
        assert refused["outcome_label"] == "Een medewerker belt er eerst over"
        in_danger = explained(signalen="geheim_adres")
        assert in_danger["outcome_label"] == "Eerst bellen, vanwege de veiligheid"

    def test_no_code_of_a_signal_is_shown(self) -> None:
        explanation = explained(signalen="bag_gebruik:winkel;personen_op_adres:9")
        crowded, no_home = failed(explanation)
        assert (crowded["given"], crowded["margin"]) == ("9", "3 boven de drempel")
        assert (no_home["given"], no_home["margin"]) == ("", "")
        assert no_home["label"] == "Gebouw dat niet is bedoeld om in te wonen"

    def test_what_is_missing_is_named(self) -> None:
        explanation = explained(aangever_leeftijd="")
        assert explanation["unknown"] == ["Leeftijd van wie de aangifte doet"]
        assert explanation["outcome_label"].startswith("Dit was nog niet te zeggen")

    @pytest.mark.parametrize("receipt", [{}, {"procedure": "verhuizen"}, {"procedure": "x"}])
    def test_without_a_judgement_there_is_nothing_to_tell(self, receipt: dict[str, str]) -> None:
        assert explanation_of(edition_of("waterdam"), receipt, NOW) is None
