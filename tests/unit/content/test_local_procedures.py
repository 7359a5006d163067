# SPDX-License-Identifier: EUPL-1.2
"""A municipality that wrote no rules of its own is not judged by what others left open."""

from functools import cache

from gemeengoed.content.loading.document import Faults
from gemeengoed.content.operations import Loaded, load
from gemeengoed.content.procedures import LocalRulebook, localised
from gemeengoed.content.scenario import Scenario


@cache
def loaded() -> Loaded:
    return load()


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
