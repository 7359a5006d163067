# SPDX-License-Identifier: EUPL-1.2
"""A decisionTable to a RuleTable: columns, cells, values; what cannot be read becomes a fault."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from gemeengoed.procedures.conditions import Condition
from gemeengoed.procedures.dmn.annotations import LABEL
from gemeengoed.procedures.dmn.document import text_in, words_in
from gemeengoed.procedures.dmn.facts import expression_of
from gemeengoed.procedures.dmn.literals import NotLiteralError, read_literal
from gemeengoed.procedures.dmn.questions import conclusion_in
from gemeengoed.procedures.dmn.rules import (
    COUNTED,
    ONE_RESULT,
    OutputColumn,
    Policy,
    Rule,
    RuleTable,
    Values,
    gives,
)
from gemeengoed.procedures.dmn.unary_tests import (
    ANYTHING,
    CellError,
    Column,
    both,
    read_cell,
    values_in,
)
from gemeengoed.procedures.errors import DmnFault
from gemeengoed.procedures.values import Value

MOST_COMPARISONS = 50_000  # of one rule, when the tables below it are folded into it

_POLICIES: Mapping[str, Policy] = {
    "UNIQUE": Policy.UNIQUE,
    "ANY": Policy.ANY,
    "FIRST": Policy.FIRST,
    "PRIORITY": Policy.PRIORITY,
    "COLLECT": Policy.COLLECT,
    "RULE ORDER": Policy.RULE_ORDER,
    "OUTPUT ORDER": Policy.OUTPUT_ORDER,
    "COLLECT SUM": Policy.SUM,
    "COLLECT COUNT": Policy.COUNT,
    "COLLECT MIN": Policy.MINIMUM,
    "COLLECT MAX": Policy.MAXIMUM,
}
_BY_PRIORITY = (Policy.PRIORITY, Policy.OUTPUT_ORDER)


@dataclass(frozen=True, slots=True)
class Around:
    """What a table can look at: columns over facts, tables that were read before, by name."""

    columns: Mapping[str, Column]
    tables: Mapping[str, RuleTable]
    unusable: Mapping[str, str]


def read_table(element: Element, name: str, around: Around, faults: list[DmnFault]) -> RuleTable:
    """The table; what it says may be used only when no fault was added."""
    reader = _Reader(name, around, faults)
    policy = reader.policy(element)
    looked_at = [reader.input_column(column) for column in element.findall("input")]
    outputs = element.findall("output")
    columns = tuple(_output_column(output) for output in outputs)
    clauses = [clause.get("name", "") for clause in element.findall("annotation")]
    rules = tuple(
        reader.rule(rule, number, looked_at, clauses, len(columns))
        for number, rule in enumerate(element.findall("rule"), 1)
    )
    reader.check_rules(rules)
    default = reader.default(outputs)
    reader.check_policy(policy, columns, rules)
    return RuleTable(name, policy, columns, rules, default)


def _output_column(output: Element) -> OutputColumn:
    return OutputColumn(output.get("name", ""), values_in(text_in(output, "outputValues/text")))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the parts of one table and notes what is wrong with them."""

    name: str
    around: Around
    faults: list[DmnFault]

    def _fail(self, message: str, place: str = "") -> None:
        self.faults.append(DmnFault(f"{self.name}, {place}" if place else self.name, message))

    def policy(self, element: Element) -> Policy:
        """The hit policy, together with the aggregator when there is one."""
        written = f"{element.get('hitPolicy', 'UNIQUE')} {element.get('aggregation', '')}".strip()
        if written not in _POLICIES:
            self._fail(f"de hit policy {written} kan hier niet")
        return _POLICIES.get(written, Policy.UNIQUE)

    def check_rules(self, rules: tuple[Rule, ...]) -> None:
        """A table without rules says nothing."""
        if not rules:
            self._fail("de tabel heeft geen regels")

    def check_policy(
        self, policy: Policy, columns: tuple[OutputColumn, ...], rules: tuple[Rule, ...]
    ) -> None:
        """Whether the table has what its policy needs."""
        if policy in _BY_PRIORITY and not any(column.order for column in columns):
            self._fail("prioriteit zonder outputValues: welke uitkomst voorgaat staat er niet")
        if policy not in COUNTED:
            return
        are_numbers = all(isinstance(value, Decimal) for rule in rules for value in rule.values)
        if len(columns) != 1:
            self._fail("optellen en tellen kan alleen met één uitvoerkolom")
        elif policy is not Policy.COUNT and not are_numbers:
            self._fail("optellen en vergelijken kan alleen met getallen in de uitvoerkolom")

    def input_column(self, column: Element) -> Column | RuleTable | None:
        """What the column looks at; None (and a fault) when that cannot be."""
        name = expression_of(column)
        if name in self.around.tables:
            table = self.around.tables[name]
            if table.policy not in ONE_RESULT:
                self._fail(f"kolom {name}: die tabel geeft met {table.policy} geen enkele waarde")
            elif len(table.columns) != 1:
                self._fail(f"kolom {name}: die tabel heeft meer dan één uitvoerkolom")
            else:
                return table
        elif name in self.around.columns:
            return self.around.columns[name]
        elif name in self.around.unusable:
            self._fail(f"kolom {name}: {self.around.unusable[name]} kan hier niet")
        else:
            self._fail(f"kolom {name!r}: rekent, roept een functie aan of is onbekend")
        return None

    def rule(
        self,
        rule: Element,
        number: int,
        looked_at: list[Column | RuleTable | None],
        clauses: list[str],
        outputs: int,
    ) -> Rule:
        """One rule; it has as many cells as there are columns."""
        place = f"regel {number}"
        cells = [text_in(entry) for entry in rule.findall("inputEntry")]
        entries = rule.findall("outputEntry")
        if len(cells) != len(looked_at) or len(entries) != outputs:
            self._fail("de regel heeft niet evenveel cellen als er kolommen zijn", place)
        read = [
            self._cell(column, text, place)
            for column, text in zip(looked_at, cells, strict=False)
            if column is not None and text not in ("", ANYTHING)
        ]
        size = sum(part for _, part in read)
        if size > MOST_COMPARISONS:
            self._fail("de tabellen hieronder zijn te groot om in één regel te passen", place)
        texts = [text_in(entry) for entry in rule.findall("annotationEntry")]
        told = {clause: text for clause, text in zip(clauses, texts, strict=False) if clause}
        return Rule(
            condition=both([condition for condition, _ in read if condition is not None]),
            values=tuple(self._value(entry, place) for entry in entries),
            size=size,
            label=_label(rule, told, texts),
            conclusion=" ".join(filter(None, map(conclusion_in, entries))),
            told=told,
        )

    def _cell(
        self, column: Column | RuleTable, text: str, place: str
    ) -> tuple[Condition | None, int]:
        """(the condition, how many comparisons it has)."""
        try:
            if isinstance(column, Column):
                cell = read_cell(text, column)
                return (None, 0) if cell is None else (cell.condition(), len(cell.tests))
            return _folded(column, text), column.size
        except CellError as error:
            self._fail(f"cel {text!r}: {error}", place)
            return None, 0

    def _value(self, entry: Element, place: str) -> Value | None:
        text = text_in(entry)
        try:
            return read_literal(text) if text not in ("", ANYTHING) else None
        except NotLiteralError:
            self._fail(f"uitkomst {text!r}: rekent of roept een functie aan", place)
            return None

    def default(self, outputs: list[Element]) -> Values | None:
        """The values when no rule hits; None when no column has one."""
        entries = [output.find("defaultOutputEntry") for output in outputs]
        if all(entry is None for entry in entries):
            return None
        return tuple(None if e is None else self._value(e, "zonder regel") for e in entries)


def _folded(table: RuleTable, text: str) -> Condition:
    """The condition under which another table gives what the cell asks for."""
    column = Column(table.name, None, {})
    cell = read_cell(text, column)
    return gives(table, lambda values: cell is None or cell.holds_for(column, values[0]))


def _label(rule: Element, told: Mapping[str, str], texts: list[str]) -> str:
    """What the file says of a rule, in the words that come nearest to a name for it."""
    return words_in(rule, "description") or told.get(LABEL, "") or "; ".join(filter(None, texts))
