# SPDX-License-Identifier: EUPL-1.2
"""A municipality that wrote no rules of its own is not judged by what others left open."""

from tests.real_packs import real_packs as loaded

from gemeengoed.content.loading.document import Faults
from gemeengoed.content.procedures import LocalRulebook, localised
from gemeengoed.content.scenario import Scenario
from gemeengoed.content.text import Text


def local_scenario() -> Scenario:
    scenarios = loaded().packs.scenarios
    return next(each for each in scenarios if each.procedure == "dakkapel-lokaal")


def test_an_open_table_without_rows_of_its_own_gives_no_procedure() -> None:
    sources = loaded().packs.procedures
    procedures = {name: localised(each, None, Faults()) for name, each in sources.items()}
    rulebook = LocalRulebook(procedures, {})
    assert rulebook.on("dakkapel-lokaal", local_scenario().day) is None
    assert rulebook.on("dakkapel", local_scenario().day) is not None


def test_the_three_municipalities_have_rules_of_their_own() -> None:
    for edition in loaded().editions.values():
        rulebook = edition.catalogue.rulebook
        assert rulebook.on("dakkapel-lokaal", local_scenario().day) is not None


def test_the_rows_of_a_statute_are_the_bases_own_everywhere() -> None:
    for name, source in loaded().packs.procedures.items():
        base = {
            id(r) for t in source.procedure.tables for r in t.rows if r.rule_kind == "statute_rule"
        }
        for edition in loaded().editions.values():
            own = edition.procedures[name].procedure
            rows = [r for t in own.tables for r in t.rows if r.rule_kind == "statute_rule"]
            assert {id(row) for row in rows} == base


def test_every_no_of_an_ordinance_names_the_clause_to_deviate_by_as_the_answer_does() -> None:
    """The three ordinances on parking and the two on trees have one each."""
    found = set()
    for slug, edition in loaded().editions.items():
        for name, own in edition.procedures.items():
            for row in (row for table in own.procedure.tables for row in table.rows):
                if row.rule_kind == "ordinance_rule":
                    assert row.source.hardship_clause, (slug, row.id)
                    found.add((slug, name, row.source.hardship_clause))
    assert len(found) == 5
    for slug, name, clause in found:
        if name == "parkeervergunning":
            (told,) = loaded().editions[slug].facts["parkeervergunning_hardheid"]
            assert isinstance(told.value, Text)
            assert told.value.source.startswith(f"artikel {clause} van de")
