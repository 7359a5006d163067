# SPDX-License-Identifier: EUPL-1.2
"""A procedure as DMN 1.3: the structure of the standard, and what cannot be said in it."""

from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from tests.unit.procedures.dmn.files import TODAY
from tests.unit.procedures.dmn.procedures import procedure, row, table
from tests.unit.procedures.dmn.structure import DMN, faults_of

from gemeengoed.procedures.conditions import AllOf, AnyOf, Comparison, Condition, Not, Operator
from gemeengoed.procedures.dmn.alternatives import MOST_RULES
from gemeengoed.procedures.dmn.annotations import COLUMNS
from gemeengoed.procedures.dmn.writing import write_dmn
from gemeengoed.procedures.errors import DmnRefusedError, NoVersionError
from gemeengoed.procedures.procedure import Derived, Input, Kind, Procedure
from gemeengoed.procedures.table import HitPolicy

D = Decimal
FRONT = Comparison("vlak", Operator.IS, "x")
LOW = Comparison("hoogte", Operator.AT_MOST, D("1.75"))
BETWEEN = AllOf(
    (Comparison("hoogte", Operator.ABOVE, D("0.5")), Comparison("hoogte", Operator.BELOW, D(2)))
)


def written(source: Procedure) -> Element:
    root: Element = fromstring(write_dmn(source, TODAY))
    assert faults_of(root) == []
    return root


def one(when: Condition, requires: Condition | None = None, **changes: object) -> Procedure:
    rows = [row("R1", "nee", when, requires)]
    return replace(procedure([table("t", HitPolicy.COLLECT, rows, "ja")]), **changes)


def cells(root: Element) -> list[list[str]]:
    rules = root.iter(f"{DMN}rule")
    return [
        [each.findtext(f"{DMN}text") or "" for each in rule[: -len(COLUMNS) - 1]] for rule in rules
    ]


def test_a_table_that_is_the_whole_is_one_decision() -> None:
    root = written(one(FRONT, LOW))
    (decision,) = root.findall(f"{DMN}decision")
    assert decision.get("name") == "proef"
    assert decision.findtext(f"{DMN}question") == "Een proef"
    told = decision.findtext(f"{DMN}allowedAnswers")
    assert told == "nee: Het mag niet; ja: Het mag"
    assert cells(root) == [['"x"', "> 1.75"]]


def test_all_that_hit_count_is_priority_in_the_order_of_rank() -> None:
    root = written(one(FRONT))
    (found,) = root.iter(f"{DMN}decisionTable")
    assert found.get("hitPolicy") == "PRIORITY"
    assert found.findtext(f"{DMN}output/{DMN}outputValues/{DMN}text") == '"nee","ja"'
    assert found.findtext(f"{DMN}output/{DMN}defaultOutputEntry/{DMN}text") == '"ja"'


def test_only_facts_that_rows_look_at_are_written_with_their_types_and_bounds() -> None:
    root = written(one(FRONT, LOW))
    types = {
        v.get("name"): v.get("typeRef") for v in root.iterfind(f"{DMN}inputData/{DMN}variable")
    }
    assert types == {"vlak": "t_vlak", "hoogte": "t_hoogte"}
    allowed = [
        each.text for each in root.iterfind(f"{DMN}itemDefinition/{DMN}allowedValues/{DMN}text")
    ]
    assert allowed == ['"x","y, z","een \\"q\\""', "[0..9]"]


def test_source_kind_and_purpose_are_annotations() -> None:
    root = written(one(FRONT))
    names = [each.get("name") for each in root.iter(f"{DMN}annotation")]
    texts = [each.findtext(f"{DMN}text") for each in root.iter(f"{DMN}annotationEntry")]
    told = dict(zip(names, texts, strict=True))
    assert told["soort regel"] == "plan_rule"
    assert (told["wet"], told["artikel"]) == ("Wet op proeven", "1, lid 2")
    assert (told["doel"], told["beschermt"]) == ("Zo blijft het eerlijk.", "iedereen")
    assert (told["rij"], told["geldig vanaf"]) == ("R1", "2024-01-01")


@pytest.mark.parametrize(
    ("condition", "rules"),
    [
        (BETWEEN, [["(0.5..2)"]]),
        (Not(BETWEEN), [["<= 0.5"], [">= 2"]]),
        (Not(AnyOf((FRONT, LOW))), [['not("x")', "> 1.75"]]),
        (
            AllOf((AnyOf((FRONT, LOW)), BETWEEN)),
            [['"x"', "(0.5..2)", "-", "-"], ["-", "<= 1.75", "> 0.5", "< 2"]],
        ),
        (Comparison("plat", Operator.IS_NOT, True), [["false"]]),
        (Not(Comparison("vlak", Operator.AMONG, ("x", "y, z"))), [['not("x","y, z")']]),
        (AnyOf(()), []),
    ],
)
def test_a_condition_falls_apart_into_rules(condition: Condition, rules: list[list[str]]) -> None:
    assert cells(written(one(condition))) == rules


def test_tables_in_a_chain_get_a_decision_for_the_whole() -> None:
    first = replace(
        table("eerst", HitPolicy.COLLECT, [row("A", "nee", FRONT)], "ja"), ends={"ja": "klaar"}
    )
    last = table("dan", HitPolicy.FIRST, [row("B", "misschien", LOW)], "nee")
    root = written(procedure([first, last]))
    names = [each.get("name") for each in root.findall(f"{DMN}decision")]
    assert names == ["eerst", "dan", "proef"]
    (_, _, whole) = root.iter(f"{DMN}decisionTable")
    assert whole.get("hitPolicy") == "FIRST"


def test_a_row_of_a_unique_table_that_becomes_several_rules_makes_it_any() -> None:
    rows = [row("R1", "nee", AnyOf((FRONT, LOW)))]
    (found,) = written(procedure([table("t", HitPolicy.UNIQUE, rows, "ja")])).iter(
        f"{DMN}decisionTable"
    )
    assert found.get("hitPolicy") == "ANY"


def test_names_that_are_the_same_are_told_apart() -> None:
    first = replace(
        table("vlak", HitPolicy.COLLECT, [row("A", "nee", FRONT)], "ja"), ends={"ja": "klaar"}
    )
    last = table("proef", HitPolicy.COLLECT, [row("B", "nee", LOW)], "ja")
    root = written(procedure([first, last]))
    names = [each.get("name") for each in root.iter() if each.get("id") and each.get("name")]
    assert len(names) == len(set(names)) + 1  # the file and its last decision are called alike


def test_what_a_municipality_filled_in_is_told() -> None:
    named = one(Comparison("hoogte", Operator.ABOVE, D(1)), fills={"hoogte": D("1.4")})
    text = written(named).findtext(f"{DMN}inputData/{DMN}description")
    assert text == "In m. Door de gemeente ingevuld: 1.4."


def test_a_day_on_which_nothing_was_in_force_is_refused() -> None:
    with pytest.raises(NoVersionError):
        write_dmn(one(FRONT), TODAY.replace(year=2023))


def listed(kind: Kind) -> Procedure:
    words = Input("signalen", kind, "Signalen")
    with_words = one(Comparison("signalen", Operator.HAS, "boos"))
    return replace(with_words, inputs={"signalen": words})


def stepped() -> Procedure:
    derived = (Derived("dubbel", "Dubbel", "twice", ("breedte",), Kind.NUMBER),)
    return one(Comparison("dubbel", Operator.ABOVE, D(1)), derived=derived)


def per_item() -> Procedure:
    rows = [row("R1", "nee", FRONT)]
    return procedure([replace(table("t", HitPolicy.COLLECT, rows, "ja"), for_each="mensen")])


def carried() -> Procedure:
    """A number that a word of a list carries: signalen holds ``personen:7``."""
    persons = Input("personen", Kind.NUMBER, "Personen")
    signals = Input("signalen", Kind.LIST, "Signalen", options=("personen",), fields=(persons,))
    more_than_six = Comparison("personen", Operator.ABOVE, D(6))
    return replace(one(more_than_six), inputs={"signalen": signals})


def too_many() -> Procedure:
    either = [
        AnyOf(tuple(Comparison("hoogte", Operator.IS, D(n + 10 * place)) for n in range(8)))
        for place in range(4)
    ]
    assert MOST_RULES < 8**4
    return one(AllOf(tuple(either)))


@pytest.mark.parametrize(
    ("source", "named"),
    [
        (listed(Kind.LIST), "lijst"),
        (stepped(), "twice"),
        (carried(), "personen: .*lijst"),
        (per_item(), "mensen"),
        (too_many(), "te veel regels"),
    ],
)
def test_what_a_decision_table_cannot_say_is_refused_by_name(source: Procedure, named: str) -> None:
    with pytest.raises(DmnRefusedError, match=named):
        write_dmn(source, TODAY)


def test_the_structure_test_finds_what_is_wrong() -> None:
    text = write_dmn(one(FRONT), TODAY)
    wrong = {
        text.replace("PRIORITY", "BEST"),
        text.replace('href="#vlak"', 'href="#nergens"'),
        text.replace("<question>", "<variable name='x' /><question>"),
        text.replace(' name="proef"', "", 1),
        text.replace("</rule>", "<annotationEntry /></rule>"),
    }
    assert all(faults_of(fromstring(each)) for each in wrong)
    assert len(wrong) == 5
