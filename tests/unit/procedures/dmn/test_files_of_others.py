# SPDX-License-Identifier: EUPL-1.2
"""Whole files: versions, types, tables on top of each other, and what is refused."""

from decimal import Decimal

import pytest
from tests.unit.procedures.dmn.files import TODAY, definitions, one_table, result, table

from gemeengoed.procedures.asking import unknown_facts
from gemeengoed.procedures.dmn.document import VERSIONS
from gemeengoed.procedures.dmn.reading import MOST_STOREYS, read_dmn
from gemeengoed.procedures.errors import DmnRefusedError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.procedure import Kind

D = Decimal
INPUTS = {"Tuin": "boolean", "Op de lijst": "boolean", "Stam": "number"}


def on_top(policy: str, below: str, above: str, outputs: str = "<output/>") -> str:
    """Two tables: Soort looks at facts, Besluit at Soort."""
    return definitions(
        table(above, {"Soort": "string", "Tuin": "boolean"}),
        table(below, {"Op de lijst": "boolean", "Stam": "number"}, policy, outputs, name="Soort"),
        inputs=INPUTS,
    )


@pytest.mark.parametrize(("namespace", "version"), VERSIONS.items())
def test_every_version_of_dmn_is_read(namespace: str, version: str) -> None:
    inputs = {"Full Name": "string"}
    file = definitions(table('"Jansen" => 1', inputs), inputs=inputs, namespace=namespace)
    model = read_dmn(file.encode())
    assert model.version == version
    assert model.facts == {"Full Name": "full_name"}


def test_a_type_of_the_file_gives_the_words_and_the_bounds() -> None:
    types = (
        '<itemDefinition name="tVlak"><typeRef>string</typeRef>'
        '<allowedValues><text>"voor","achter"</text></allowedValues></itemDefinition>'
        '<itemDefinition name="tHoogte"><typeRef>feel:number</typeRef>'
        "<allowedValues><text>[-1..10.5]</text></allowedValues></itemDefinition>"
    )
    inputs = {"vlak": "tVlak", "hoogte": "tHoogte"}
    model = read_dmn(definitions(types, table('"voor" | 1.75 => 1', inputs), inputs=inputs))
    procedure = model.decisions["Besluit"].procedure
    assert procedure.inputs["vlak"].options == ("voor", "achter")
    height = procedure.inputs["hoogte"]
    assert (height.minimum, height.maximum, height.step) == (D(-1), D("10.5"), D("0.01"))


def test_words_that_a_file_does_not_list_are_those_of_its_cells_and_another() -> None:
    model = read_dmn(one_table('"a" => 1\n"b" => 2', {"feit": "string"}))
    assert model.decisions["Besluit"].procedure.inputs["feit"].options == ("a", "b", "anders")
    assert any("welke woorden" in notice for notice in model.notices)


def test_a_column_may_name_a_fact_that_is_not_declared() -> None:
    model = read_dmn(definitions(table("true => 1", {"monument": ""})))
    assert model.decisions["Besluit"].procedure.inputs["monument"].kind is Kind.YES_NO
    assert any("niet bij de invoer" in notice for notice in model.notices)


def test_a_table_that_looks_at_another_table_looks_at_facts() -> None:
    file = on_top(
        'hitPolicy="ANY"',
        'true | - => "bijzonder"\nfalse | >= 30 => "gewoon"\nfalse | < 30 => "dun"',
        '"bijzonder" | - => "nodig"\n"gewoon" | false => "nodig"\n"gewoon" | true => "vrij"\n'
        'not("bijzonder","gewoon") | - => "vrij"',
    )
    model = read_dmn(file)
    assert model.top == ("Besluit",)
    procedure = model.decisions["Besluit"].procedure
    assert set(procedure.inputs) == {"tuin", "op_de_lijst", "stam"}
    assert result(file, {"Op de lijst": True}).value == "nodig"
    assert result(file, {"Op de lijst": False, "Stam": D(29)}).value == "vrij"
    assert result(file, {"Op de lijst": False, "Stam": D(30), "Tuin": True}).value == "vrij"
    assert result(file, {"Stam": D(30)}, name="Soort").is_settled is False


def test_only_what_can_still_matter_is_asked_through_the_tables() -> None:
    file = on_top(
        'hitPolicy="ANY"',
        'true | - => "bijzonder"\nfalse | - => "gewoon"',
        '"bijzonder" | - => "nodig"\n"gewoon" | false => "nodig"\n"gewoon" | true => "vrij"',
    )
    procedure = read_dmn(file).decisions["Besluit"].procedure
    judgement = evaluate(procedure, {"op_de_lijst": False}, TODAY)
    assert unknown_facts(judgement) == ("tuin",)


@pytest.mark.parametrize(("policy", "expected"), [("FIRST", "eerste"), ("PRIORITY", "tweede")])
def test_the_order_of_a_table_below_counts(policy: str, expected: str) -> None:
    order = '<output><outputValues><text>"tweede","eerste"</text></outputValues></output>'
    file = on_top(
        f'hitPolicy="{policy}"',
        '- | >= 1 => "eerste"\n- | >= 2 => "tweede"',
        '"eerste" | - => "eerste"\n"tweede" | - => "tweede"',
        order,
    )
    assert result(file, {"Stam": D(2)}).value == expected
    assert result(file, {"Stam": D(1)}).value == "eerste"
    assert result(file, {"Stam": D(0)}).value is None


def test_null_of_a_table_below_is_that_no_rule_hits() -> None:
    above = 'null | - => "niets"\nnot(null) | - => "iets"'
    file = on_top('hitPolicy="UNIQUE"', 'true | - => "x"', above)
    assert result(file, {"Op de lijst": False}).value == "niets"
    assert result(file, {"Op de lijst": True}).value == "iets"


@pytest.mark.parametrize(
    ("step", "limit"), [("Breed / 2", "2"), ("Breed - Goot", "3"), ("Breed - Goot - Goot", "2")]
)
def test_half_and_what_is_left_are_the_steps_that_are_known_here(step: str, limit: str) -> None:
    calculated = (
        '<decision name="Ruimte"><variable name="Ruimte"/><literalExpression>'
        f"<text>{step}</text></literalExpression></decision>"
    )
    inputs = {"Breed": "number", "Goot": "number", "Dak": "number"}
    above = table('> Ruimte => "te groot"', {"Dak": "number"})
    file = definitions(calculated, above, inputs=inputs)
    known = {"Breed": D(4), "Goot": D(1)}
    assert result(file, {**known, "Dak": D(limit)}).value is None
    assert result(file, {**known, "Dak": D(limit) + D("0.01")}).value == "te groot"
    assert not result(file, {"Goot": D(1), "Dak": D(9)}).is_settled


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ("<literalExpression><text>12 * Loon</text></literalExpression>", "literalExpression"),
        ("<literalExpression><text>10 - 5</text></literalExpression>", "literalExpression"),
        ("<literalExpression><text>10 / 2</text></literalExpression>", "literalExpression"),
        ("<invocation/>", "invocation"),
        ("<context/>", "context"),
        ("<conditional/>", "conditional"),
        ("", "leeg"),
    ],
)
def test_a_decision_that_is_no_table_is_refused_by_name(part: str, named: str) -> None:
    decision = f'<decision name="Loon per jaar"><variable name="Loon per jaar"/>{part}</decision>'
    with pytest.raises(DmnRefusedError, match=f"Loon per jaar: .*{named}"):
        read_dmn(definitions(decision))


@pytest.mark.parametrize("part", ["businessKnowledgeModel", "import"])
def test_what_calls_others_is_refused_by_name(part: str) -> None:
    with pytest.raises(DmnRefusedError, match=part if part != "import" else "ander bestand"):
        read_dmn(definitions(f'<{part} name="x"/>', table("1 => 1", {"a": "number"})))


@pytest.mark.parametrize("expression", ["Leeftijd + 1", "Aanvrager.Leeftijd", "count(x)"])
def test_a_column_that_calculates_is_refused_by_name(expression: str) -> None:
    file = definitions(table("1 => 1", {expression: "number"}), inputs={"Leeftijd": "number"})
    with pytest.raises(DmnRefusedError) as refused:
        read_dmn(file)
    assert expression in refused.value.faults[0].message


@pytest.mark.parametrize("kind", ["date and time", "days and time duration", "Any", "tAanvraag"])
def test_a_type_that_is_not_known_is_refused_by_name(kind: str) -> None:
    structure = (
        '<itemDefinition name="tAanvraag"><itemComponent name="a"><typeRef>string</typeRef>'
        "</itemComponent></itemDefinition>"
    )
    inputs = {"feit": kind}
    with pytest.raises(DmnRefusedError, match=kind):
        read_dmn(definitions(structure, table("- => 1", inputs), inputs=inputs))


def test_a_type_that_names_itself_is_no_trap() -> None:
    types = '<itemDefinition name="tA"><typeRef>tA</typeRef></itemDefinition>'
    with pytest.raises(DmnRefusedError, match="tA"):
        read_dmn(definitions(types, table("1 => 1", {"feit": "tA"}), inputs={"feit": "tA"}))


def test_a_table_below_that_gives_several_values_is_refused_by_name() -> None:
    file = on_top('hitPolicy="COLLECT"', 'true | - => "x"', '"x" | - => 1')
    with pytest.raises(DmnRefusedError, match="Soort: die tabel geeft met C"):
        read_dmn(file)


def test_a_circle_of_tables_is_refused() -> None:
    parts = (table("1 => 1", {"B": "number"}, name="A"), table("1 => 1", {"A": "number"}, name="B"))
    with pytest.raises(DmnRefusedError, match="zichzelf"):
        read_dmn(definitions(*parts))


def test_a_tower_of_tables_is_refused_before_it_is_too_high() -> None:
    tower = [table("true => true", {"feit": "boolean"}, name="T0")]
    tower += [
        table("true => true", {f"T{number}": "boolean"}, name=f"T{number + 1}")
        for number in range(MOST_STOREYS)
    ]
    with pytest.raises(DmnRefusedError, match="op elkaar"):
        read_dmn(definitions(*tower, inputs={"feit": "boolean"}))


def test_tables_that_double_each_time_are_refused_before_they_are_too_large() -> None:
    rows = "true | true => true\nfalse | false => true"
    parts = [table(rows, {"a": "boolean", "b": "boolean"}, name="T0")]
    for number in range(30):
        twice = "true | true => true\nfalse | false => true"
        below = f"T{number}"
        parts.append(
            table(twice, {below: "boolean", f" {below}": "boolean"}, name=f"T{number + 1}")
        )
    with pytest.raises(DmnRefusedError, match="te groot"):
        read_dmn(definitions(*parts, inputs={"a": "boolean", "b": "boolean"}))


def test_all_faults_are_told_at_once() -> None:
    file = one_table("1 + 1 => 1\n2 => x + 1\nnull => 3", {"feit": "number"})
    with pytest.raises(DmnRefusedError) as refused:
        read_dmn(file)
    places = [fault.place for fault in refused.value.faults]
    assert places == ["Besluit, regel 1", "Besluit, regel 2", "Besluit, regel 3"]


def test_a_file_without_a_table_is_refused() -> None:
    with pytest.raises(DmnRefusedError, match="geen beslistabel"):
        read_dmn(definitions(inputs={"a": "number"}))


def test_what_is_lost_is_told() -> None:
    parts = '<knowledgeSource name="wet"/><knowledgeSource name="nota"/><textAnnotation/>'
    model = read_dmn(definitions(table("1 => 1", {"a": "number"}), parts, inputs={"a": "number"}))
    assert "niet overgenomen: knowledgeSource (2 keer)" in model.notices
    assert "niet overgenomen: textAnnotation (1 keer)" in model.notices
