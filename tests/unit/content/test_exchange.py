# SPDX-License-Identifier: EUPL-1.2
"""The rules in the packs, out as DMN and in again: they judge the same and tell their sources."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.real_packs import real_packs as packs

from gemeengoed.content.drafting import draft
from gemeengoed.content.loading.document import Entry, Faults
from gemeengoed.content.loading.procedures import read_procedure
from gemeengoed.content.procedures import procedure_on
from gemeengoed.procedures.dmn.as_procedure import Decision
from gemeengoed.procedures.dmn.reading import read_dmn
from gemeengoed.procedures.dmn.writing import write_dmn
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.procedure import UNKNOWN, Kind, Procedure
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.values import Facts, Value, as_written

NOW, BEFORE = date(2026, 11, 24), date(2023, 12, 31)
# (procedure, municipality, day)
JOURNEYS = [
    (id, place, day)
    for place in ("waterdam", "oostermark", "heidewoud")
    for id, day in (("dakkapel", NOW), ("dakkapel", BEFORE), ("dakkapel-lokaal", NOW))
]
NUMBERS = [
    *("0", "0.5", "0.51", "0.79", "0.8", "1", "1.01", "1.4", "1.5", "1.75", "1.76"),
    *("2.5", "3", "3.01", "6"),
]


FOLLOWS_FROM = ("dak_hoogte_m",)  # with it a distance follows that a file could not give


@cache
def journey(id: str, place: str, day: date) -> tuple[Procedure, Decision]:
    """The rules, and the same after they were written and read again."""
    edition = packs().editions[place]
    source = procedure_on(edition.procedures, edition.facts, id, day)
    assert source is not None
    return source, read_dmn(write_dmn(source, day)).decisions[id]


def values(source: Procedure, name: str) -> st.SearchStrategy[Value]:
    declared = source.inputs[name]
    if declared.kind is Kind.YES_NO:
        return st.booleans()
    if declared.kind is Kind.CHOICE:
        return st.sampled_from(declared.options)
    return st.sampled_from(NUMBERS).map(Decimal)


@st.composite
def cases(draw: st.DrawFn, source: Procedure) -> Facts:
    """Some of the facts, on and beside every number of the rules; often all of them."""
    everything = draw(st.booleans())
    return {
        name: draw(values(source, name))
        for name in source.inputs
        if everything or draw(st.booleans())
    }


@settings(deadline=None)
@given(data=st.data(), way=st.sampled_from(JOURNEYS))
def test_the_rules_of_the_dormer_judge_the_same_after_the_journey(
    data: st.DataObject, way: tuple[str, str, date]
) -> None:
    source, back = journey(*way)
    before = evaluate(source, data.draw(cases(source)), way[2])
    # A reader of DMN gets the given facts with those that follow from them. How those that
    # are missing hang together it is not told: it may know less, and never something else.
    after = evaluate(back.procedure, before.facts, way[2])
    assert set(after.candidates) >= set(before.candidates)
    if before.facts.keys() >= source.inputs.keys():
        assert after.shown == before.shown
    assert after.shown in (before.shown, UNKNOWN)


def test_each_row_comes_back_with_its_source_and_its_purpose() -> None:
    source, back = journey("dakkapel", "waterdam", NOW)
    before = {row.id: row for row in source.on(NOW).tables[0].rows}
    after = {row.id: row for row in back.procedure.tables[0].rows}
    assert set(after) == set(before) == {"D1", "D2", "D3", "D4", "D5", "D6", "X1", "X2"}
    for id, row in after.items():
        same = before[id]
        assert (row.source, row.purpose, row.rule_kind) == (
            same.source,
            same.purpose,
            same.rule_kind,
        )
        assert (row.too_much, row.otherwise) == (same.too_much, same.otherwise)
        assert row.bubble_up is same.bubble_up


def test_the_day_picks_the_version_that_is_written() -> None:
    now, before = (journey("dakkapel", "waterdam", day)[1].procedure for day in (NOW, BEFORE))
    assert "D7" not in {row.id for row in now.tables[0].rows}
    assert "D7" in {row.id for row in before.tables[0].rows}


# --- as a file for an editor ----------------------------------------------------------------------


@cache
def loaded(text: str) -> tuple[Procedure, list[str]]:
    """What the loader makes of a draft, and what it finds wrong."""
    faults = Faults()
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    source = read_procedure(Entry(node, "procedure.yaml", faults), {})
    return source.procedure, [fault.message for fault in faults.faults]


@cache
def own_draft() -> str:
    return draft(journey("dakkapel", "heidewoud", NOW)[1].procedure)


@settings(deadline=None)
@given(data=st.data())
def test_a_draft_of_our_own_rules_is_loaded_as_it_is_and_judges_the_same(
    data: st.DataObject,
) -> None:
    source, _ = journey("dakkapel", "heidewoud", NOW)
    procedure, faults = loaded(own_draft())
    assert faults == []
    facts = data.draw(cases(source))
    facts = {name: value for name, value in facts.items() if name not in FOLLOWS_FROM}
    before = evaluate(source, facts, NOW)
    known = {name: before.facts[name] for name in procedure.inputs if name in before.facts}
    written = {name: as_written(value) for name, value in known.items()}
    after = evaluate(procedure, read_facts(procedure, written), NOW)
    assert after.shown == before.shown


FOREIGN = """
<definitions xmlns="http://www.omg.org/spec/DMN/20180521/MODEL/" name="x" namespace="urn:x">
 <inputData name="Soort boom"><variable name="Soort boom" typeRef="string"/></inputData>
 <inputData name="Temperatuur"><variable name="Temperatuur" typeRef="number"/></inputData>
 <decision name="Boom kappen"><variable name="Boom kappen"/>
  <decisionTable hitPolicy="ANY">
   <input><inputExpression><text>Soort boom</text></inputExpression>
    <inputValues><text>"eik", "in de tuin, groot", "&gt; 30 cm"</text></inputValues></input>
   <input><inputExpression><text>Temperatuur</text></inputExpression></input>
   <output/>
   <rule><inputEntry><text>"eik","in de tuin, groot"</text></inputEntry>
    <inputEntry><text>-</text></inputEntry><outputEntry><text>true</text></outputEntry></rule>
   <rule><inputEntry><text>"&gt; 30 cm"</text></inputEntry>
    <inputEntry><text>[-5..5]</text></inputEntry><outputEntry><text>false</text></outputEntry></rule>
   <rule><inputEntry><text>not("eik")</text></inputEntry>
    <inputEntry><text>(5..10)</text></inputEntry><outputEntry><text>true</text></outputEntry></rule>
  </decisionTable>
 </decision>
</definitions>
"""


def foreign() -> Decision:
    return read_dmn(FOREIGN).decisions["Boom kappen"]


def test_a_draft_of_somebody_else_is_refused_until_it_is_filled_in() -> None:
    _, faults = loaded(draft(foreign().procedure, ["let op", "nog iets"]))
    unfilled = [fault for fault in faults if "in te vullen" in fault]
    assert len(unfilled) == len(faults) == 3 * 2 + 1  # kind and source per row, and a minimum
    assert draft(foreign().procedure, ["let op"]).startswith("# let op\nid: boom-kappen\n")


def filled_in(text: str) -> str:
    """As an editor would: a source, a kind, a minimum."""
    source = "sources: {wet: {law: W, version: '1', url: u, valid_from: 2020-01-01}}\n"
    return source + (
        text.replace("of: in te vullen", "of: wet")
        .replace("rule_kind: in te vullen", "rule_kind: policy_rule")
        .replace("minimum: in te vullen", "minimum: -50")
    )


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"soort_boom": "eik"}, "ja"),
        ({"soort_boom": "in de tuin, groot"}, "ja"),
        ({"soort_boom": "> 30 cm", "temperatuur": "-5"}, "nee"),
        ({"soort_boom": "> 30 cm", "temperatuur": "5"}, "nee"),
        ({"soort_boom": "> 30 cm", "temperatuur": "5.01"}, "ja"),
        ({"soort_boom": "> 30 cm", "temperatuur": "10"}, "geen regel"),
    ],
)
def test_a_draft_that_was_filled_in_judges_as_the_file_did(
    facts: Mapping[str, Any], outcome: str
) -> None:
    procedure, faults = loaded(filled_in(draft(foreign().procedure)))
    assert faults == []
    for each in (procedure, foreign().procedure):
        assert evaluate(each, read_facts(each, facts), NOW).shown == outcome
