# SPDX-License-Identifier: EUPL-1.2
"""What a municipality may change of the rules of the base: one row, with its own source."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.real_packs import real_packs as packs
from tests.unit.content.small_pack import write_pack
from tests.unit.content.small_procedure import BASE, LOCAL, OWN_RULES, changing, with_rules

from gemeengoed.content.accepting import load
from gemeengoed.content.compiling import Compiler
from gemeengoed.content.errors import Fault, PackError, Place
from gemeengoed.content.fingerprint import fingerprint
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.packs import LocalRules, LocalThreshold
from gemeengoed.content.procedures import LocalProcedure, localised
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import explain
from gemeengoed.procedures.procedure import FilledBy
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.table import Row, RuleKind, Source

TODAY = date(2026, 11, 23)
OWN_DECISION = Source("Raadsbesluit", "7", "2026", "https://raad.example", date(2020, 1, 1))
P2_OF_TODAY = 'P2, label: P2, requires: {hoogte: "<= 3"}'
HERE = Place("procedure.yaml", 7)


def own_rules(folder: Path, files: Mapping[str, str | None]) -> LocalProcedure:
    return load(write_pack(folder, dict(files))).editions["aastad"].procedures["schuur"]


def faults_of(folder: Path, files: Mapping[str, str | None]) -> list[Fault]:
    with pytest.raises(PackError) as caught:
        load(write_pack(folder, dict(files)))
    return list(caught.value.faults)


def said(own: LocalProcedure, height: str, day: date) -> tuple[str, list[tuple[str, str]]]:
    """(outcome, law and article of what is in the way) for a shed of that height."""
    facts = read_facts(own.procedure, {"hoogte": height, "monument": "nee"})
    explanation = explain(evaluate(own.procedure, facts, day))
    sources = [(row.row.source.law, row.row.source.article) for row in explanation.failed]
    return explanation.judgement.shown, sources


# --- which row ------------------------------------------------------------------------------------


def test_only_the_version_that_is_named_is_changed(tmp_path: Path) -> None:
    more = changing("lokaal.P1", "4", in_force_on="2024-01-01")
    own = own_rules(tmp_path, with_rules(more=more))
    assert said(own, "3.5", TODAY)[0] == "ja"
    assert said(own, "3.5", date(2023, 12, 31)) == ("bijna", [("Wet", "1")])  # still 2 m


@pytest.mark.parametrize(
    ("row", "day", "told", "hint"),
    [
        ("P1", "", "no row 'P1'", "write table.row: lokaal.P1"),
        ("landelijk.P1", "", "no row 'landelijk.P1'", "write table.row: lokaal.P1"),
        ("lokaal.P9", "", "no row 'lokaal.P9'", "write table.row"),
        ("lokaal.P1", "", "2 rows 'lokaal.P1'", "in_force_on"),
        ("lokaal.P1", "2019-01-01", "not in force on 2019-01-01", "in_force_on"),
        ("landelijk.L1", "2024-01-01", "is a statute rule", "national law is the same"),
        ("landelijk.L1", "2023-01-01", "is a statute rule", "national law is the same"),
    ],
)
def test_a_row_that_is_not_clearly_one_row_is_a_fault_at_its_line(
    tmp_path: Path, row: str, day: str, told: str, hint: str
) -> None:
    files = with_rules(more=changing(row, "4", in_force_on=day))
    (fault,) = faults_of(tmp_path, files)
    assert told in fault.message
    assert hint in fault.hint
    lines = (files[LOCAL] or "").splitlines()
    assert fault.place == Place(f"packs/{LOCAL}", 1 + lines.index("thresholds:") + 1)


def test_an_id_that_stands_in_two_tables_means_the_row_of_the_table_that_is_named(
    tmp_path: Path,
) -> None:
    """It may stand in two tables as long as the two are not in force together."""
    files = with_rules(('P1, label: P1, requires: {hoogte: "<= 3"}', P2_OF_TODAY))
    national, before_2024, rest = (files[BASE] or "").rpartition("{id: L1")
    base = f"{national}{before_2024.replace('L1', 'P2')}{rest}"
    own = own_rules(tmp_path, {**files, BASE: base, LOCAL: OWN_RULES + changing("lokaal.P2", "4")})
    assert said(own, "3.5", TODAY)[0] == "ja"
    assert [row.id for row in own.procedure.tables[0].rows] == ["L1", "L2", "P2", "L2"]


def test_one_row_is_not_changed_twice(tmp_path: Path) -> None:
    once = changing("lokaal.P1", "4", in_force_on="2024-01-01")
    twice = once + once.splitlines()[1] + "\n"
    assert [f.message for f in faults_of(tmp_path, with_rules(more=twice))] == [
        "'lokaal.P1' is changed twice"
    ]


# --- on whose word --------------------------------------------------------------------------------


def test_what_is_shown_is_the_source_of_the_municipality(tmp_path: Path) -> None:
    more = changing("lokaal.P1", "2", in_force_on="2024-01-01")
    own = own_rules(tmp_path, with_rules(more=more))
    assert said(own, "2.5", TODAY) == ("bijna", [("Nota", "7")])


def test_a_change_without_a_source_of_its_own_is_a_fault(tmp_path: Path) -> None:
    more = changing("lokaal.P1", "2", in_force_on="2024-01-01")
    without = more.replace(', source: {of: nota, article: "7"}', "")
    assert [f.message for f in faults_of(tmp_path / "a", with_rules(more=without))] == [
        "the key 'source' is missing"
    ]
    strange = more.replace("of: nota", "of: krant")
    assert [f.message for f in faults_of(tmp_path / "b", with_rules(more=strange))] == [
        "there is no source 'krant'"
    ]


def test_before_the_municipality_decided_and_after_it_the_base_holds(tmp_path: Path) -> None:
    more = changing("lokaal.P1", "2", in_force_on="2024-01-01", law="besluit")
    files = with_rules(
        local=(
            "sources:\n",
            'sources:\n  besluit: {law: Besluit, version: "1", url: "https://b.example", '
            "valid_from: 2025-01-01, valid_to: 2025-12-31}\n",
        ),
        more=more,
    )
    own = own_rules(tmp_path, files)
    assert said(own, "2.5", date(2024, 12, 31))[0] == "ja"
    assert said(own, "2.5", date(2025, 1, 1)) == ("bijna", [("Besluit", "7")])
    assert said(own, "2.5", date(2025, 12, 31)) == ("bijna", [("Besluit", "7")])
    assert said(own, "2.5", date(2026, 1, 1))[0] == "ja"
    assert said(own, "3.5", date(2026, 1, 1)) == ("bijna", [("Wet", "1")])


def test_a_source_that_never_holds_together_with_the_row_is_a_fault(tmp_path: Path) -> None:
    more = changing("lokaal.P1", "2", in_force_on="2020-01-01", law="later")
    files = with_rules(
        local=(
            "sources:\n",
            'sources:\n  later: {law: B, version: "1", url: "https://b.example", '
            "valid_from: 2025-01-01}\n",
        ),
        more=more,
    )
    (fault,) = faults_of(tmp_path, files)
    assert "never in force together" in fault.message


def test_the_fence_of_oostermark_is_on_the_word_of_its_own_plan() -> None:
    own = packs().editions["oostermark"].procedures["schutting"].procedure
    (row,) = (r for t in own.tables for r in t.rows if r.id == "F1")
    assert (row.source.law, row.source.article) == ("Omgevingsplan Oostermark", "8.11")


# --- whatever is tried ----------------------------------------------------------------------------

numbers = st.integers(0, 1200).map(lambda count: count * Decimal("0.01"))
days = st.sampled_from((None, date(2023, 6, 1), TODAY))
names = st.deferred(lambda: st.sampled_from(sorted(packs().packs.procedures)))


def rows_of(own: LocalProcedure) -> dict[str, list[Row]]:
    return {table.id: list(table.rows) for table in own.procedure.tables}


def statute(own: LocalProcedure) -> list[Row]:
    rows = (row for table in own.procedure.tables for row in table.rows)
    return [row for row in rows if row.rule_kind is RuleKind.STATUTE]


@settings(max_examples=150, deadline=None)
@given(names, numbers, days, st.data())
def test_no_threshold_of_a_municipality_touches_a_row_of_a_statute(
    name: str, number: Decimal, day: date | None, data: st.DataObject
) -> None:
    """It is refused at its line, and what comes of it has the rows of the base, all the same."""
    source = packs().packs.procedures[name]
    tables = [table for table in source.procedure.tables if table.rows]
    if not tables:
        return
    table = data.draw(st.sampled_from(tables))
    row = data.draw(st.sampled_from(table.rows))
    wanted = LocalThreshold(
        f"{table.id}.{row.id}", number, OWN_DECISION, day, "Raad", "Gonda", HERE
    )
    faults = Faults()
    own = localised(source, LocalRules(name, (wanted,), {}, HERE), faults)
    base = localised(source, None, Faults())
    assert statute(own) == statute(base)
    if row.rule_kind is RuleKind.STATUTE or row.local.may != "change":
        assert [fault.place for fault in faults.faults] == [HERE]
        assert rows_of(own) == rows_of(base)


@settings(max_examples=60, deadline=None)
@given(names, st.sampled_from(tuple(RuleKind)), st.booleans(), st.data())
def test_no_row_of_a_municipality_stands_in_for_one_of_the_base(
    name: str, kind: RuleKind, has_name_of_its_own: bool, data: st.DataObject
) -> None:
    """Neither written as a statute rule, nor under the id of a row of the base."""
    source = packs().packs.procedures[name]
    rows = [row for table in source.procedure.tables if table.is_open for row in table.rows]
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))
    mine = replace(
        row, id="EIGEN" if has_name_of_its_own else row.id, rule_kind=kind, source=OWN_DECISION
    )
    (table,) = (each.id for each in source.procedure.tables if row in each.rows)
    faults = Faults()
    own = localised(source, LocalRules(name, (), {table: (mine,)}, HERE), faults)
    assert {id(each) for each in rows} <= {
        id(row) for rows in rows_of(own).values() for row in rows
    }
    assert bool(faults.faults) is (kind is RuleKind.STATUTE or not has_name_of_its_own)


def test_a_rule_of_a_statute_does_not_look_at_what_a_municipality_fills(tmp_path: Path) -> None:
    """Also not by way of a fact that follows from it."""
    filled = "  grens: {kind: length, label: Grens, fact: tarief_pas}\n"
    derived = (
        "derived:\n  - {name: helft, label: Helft, step: half, takes: [grens], kind: length}\n"
    )
    for number, fact in enumerate(("grens", "helft")):
        files = with_rules(("outcomes:\n", filled + derived + "outcomes:\n"))
        test = f'when: {{hoogte: ">= @{fact}", monument: ja}}'
        base = (files[BASE] or "").replace("when: {monument: ja}", test)
        found = faults_of(tmp_path / str(number), {**files, BASE: base})
        told = [each for each in found if "statute" in each.message]
        assert {f"'L1' is a statute rule and looks at {fact!r}" in t.message for t in told} == {
            True
        }
        assert told[0].place.file == f"packs/{BASE}"


def own_rows() -> list[tuple[str, str, str, str]]:
    """(municipality, procedure, table, row) of every row that a municipality wrote itself."""
    return [
        (slug, rules.procedure, table, row.id)
        for slug, pack in packs().packs.municipalities.items()
        for rules in pack.rules
        for table, rows in rules.rows.items()
        for row in rows
    ]


@settings(max_examples=5, deadline=None)
@given(st.deferred(lambda: st.sampled_from(own_rows())))
def test_a_changed_row_of_a_municipality_changes_that_municipality_only(
    which: tuple[str, str, str, str],
) -> None:
    slug, name, table, id = which
    before, pack = packs().editions, packs().packs.municipalities[slug]
    rules = next(each for each in pack.rules if each.procedure == name)
    rows = tuple(replace(row, label="Anders") if row.id == id else row for row in rules.rows[table])
    news = replace(rules, rows={**rules.rows, table: rows})
    others = tuple(each for each in pack.rules if each is not rules)
    municipalities = {
        **packs().packs.municipalities,
        slug: replace(pack, rules=(*others, news)),
    }
    after = Compiler(replace(packs().packs, municipalities=municipalities), Faults()).editions()
    different = {
        (where, each)
        for where, edition in before.items()
        for each, own in edition.procedures.items()
        if fingerprint(own.procedure) != fingerprint(after[where].procedures[each].procedure)
    }
    assert different == {(slug, name)}


def test_a_number_that_a_municipality_fills_in_is_told_with_its_own_source() -> None:
    edition = packs().editions["waterdam"]
    own = edition.procedures["verhuizen"].filled(edition.facts, TODAY)
    facts = {
        "aangever_relatie": "zelf",
        "aangever_leeftijd": "35",
        "aangiftedatum": "2026-11-23",
        "verhuisdatum": "2026-12-01",
        "route": "binnen_gemeente",
    }

    def told(signals: str) -> list[FilledBy | None]:
        judgement = evaluate(own, read_facts(own, {**facts, "signalen": signals}), TODAY)
        (row,) = (each for each in explain(judgement).failed if each.row.id == "S5")
        return [each.filled_by for each in row.compared]

    (fact,) = edition.facts["verhuizen_personen_meekijken"]
    assert told("personen_op_adres:7") == [FilledBy(fact.source, "", fact.checked_on)]
    assert told("personen_op_adres:7;drempel:5") == [None]  # the case itself told another one
