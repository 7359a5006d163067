# SPDX-License-Identifier: EUPL-1.2
"""A procedure, as it is in force on a day, as DMN 1.3: a decision per table and one for the whole.

Where all rows that hit count, the outcome of the highest rank leads: DMN's PRIORITY. Its order of
output values is the rank of the outcomes. Kind of rule, source and purpose are annotations.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gemeengoed.procedures.conditions import facts_in
from gemeengoed.procedures.dmn.alternatives import alternatives, cells_of
from gemeengoed.procedures.dmn.annotations import COLUMNS, annotations_of, answers_in_words
from gemeengoed.procedures.dmn.document import refused
from gemeengoed.procedures.dmn.literals import write_literal
from gemeengoed.procedures.dmn.names import plain_name
from gemeengoed.procedures.dmn.steps import write_step
from gemeengoed.procedures.dmn.unary_tests import ANYTHING
from gemeengoed.procedures.procedure import Combination, Derived, Input, Kind, Procedure
from gemeengoed.procedures.table import HitPolicy, Table
from gemeengoed.procedures.values import as_written

NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/"

_TYPES = {
    Kind.YES_NO: "boolean",
    Kind.CHOICE: "string",
    Kind.LENGTH: "number",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
}
_HIT_POLICIES = {
    HitPolicy.UNIQUE: "UNIQUE",
    HitPolicy.ANY: "ANY",
    HitPolicy.FIRST: "FIRST",
    HitPolicy.COLLECT: "PRIORITY",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """One rule: its cells per name, what comes of it, and what is told of it."""

    cells: dict[str, list[str]]
    outcome: str
    told: tuple[str, ...] = ()


def write_dmn(procedure: Procedure, day: date) -> str:
    """The XML. Raises NoVersionError, and DmnRefusedError for what a decision table cannot say."""
    in_force = procedure.on(day)
    for table in in_force.tables:
        if table.for_each is not None:
            message = f"{table.for_each}: regels per persoon of ding hebben geen plek in een tabel"
            raise refused(message, table.id)
    return _Writer(in_force, day).text()


class _Writer:
    """Puts one document together."""

    def __init__(self, procedure: Procedure, day: date) -> None:
        self._procedure = procedure
        self._day = day
        used = _used(procedure)
        self._inputs = [each for each in procedure.inputs.values() if each.name in used]
        self._derived = [each for each in procedure.derived if each.name in used]
        facts = {*procedure.inputs, *(each.name for each in procedure.derived)}
        self._whole = plain_name(procedure.id, facts, "-")
        self._names: dict[str, str] = {}  # table -> name of its decision
        for table in procedure.tables:
            taken = {*facts, self._whole, *self._names.values()}
            self._names[table.id] = plain_name(table.id, taken)
        self._ids: dict[str, str] = {}  # name of an input or a decision -> its id
        self._rules = 0
        self._root = Element("definitions")

    def text(self) -> str:
        """The whole document."""
        procedure, root = self._procedure, self._root
        root.attrib |= {
            "xmlns": NAMESPACE,
            "id": "_definitions",
            "name": procedure.id,
            "namespace": f"urn:gemeengoed:procedure:{procedure.id}",
            "exporter": "Gemeengoed",
        }
        _add(root, "description", f"{procedure.label}. Zoals het geldt op {self._day.isoformat()}.")
        for declared in self._inputs:
            self._add_type(declared)
        for declared in self._inputs:
            self._add_input(declared)
        for derived in self._derived:
            self._add_step(derived)
        if len(procedure.tables) == 1 and not procedure.tables[0].ends:
            self._add_table(procedure.tables[0], self._whole)
        else:
            for table in procedure.tables:
                self._add_table(table, self._names[table.id])
            self._add_whole()
        indent(root)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'

    def _id(self, name: str) -> str:
        """The id of an input or a decision, by its name."""
        if name not in self._ids:
            self._ids[name] = plain_name(name, self._ids.values())
        return self._ids[name]

    # --- facts ------------------------------------------------------------------------------------

    def _add_type(self, declared: Input) -> None:
        allowed = _allowed(declared)
        if not allowed:
            return
        item = SubElement(self._root, "itemDefinition", name=_own_type(declared))
        _add(item, "typeRef", self._basic_type(declared))
        _add(SubElement(item, "allowedValues"), "text", allowed)

    def _basic_type(self, declared: Input) -> str:
        if declared.kind not in _TYPES:
            raise refused("een lijst heeft geen plek in een beslistabel", declared.name)
        return _TYPES[declared.kind]

    def _add_input(self, declared: Input) -> None:
        input_data = SubElement(
            self._root,
            "inputData",
            id=self._id(declared.name),
            name=declared.name,
            label=declared.label,
        )
        told = [f"In {declared.unit}."] if declared.unit else []
        if declared.name in self._procedure.fills:
            filled = as_written(self._procedure.fills[declared.name])
            told.append(f"Door de gemeente ingevuld: {filled}.")
        if told:
            _add(input_data, "description", " ".join(told))
        type_name = _own_type(declared) if _allowed(declared) else self._basic_type(declared)
        SubElement(input_data, "variable", name=declared.name, typeRef=type_name)

    def _add_step(self, derived: Derived) -> None:
        text = write_step(derived.step, derived.takes)
        if text is None:
            raise refused(f"de stap {derived.step} heeft geen vorm in DMN", derived.name)
        decision = self._decision(derived.name, derived.label, derived.takes)
        _add(SubElement(decision, "literalExpression"), "text", text)

    # --- decisions --------------------------------------------------------------------------------

    def _decision(self, name: str, label: str, needs: Iterable[str], answers: str = "") -> Element:
        decision = SubElement(self._root, "decision", id=self._id(name), name=name, label=label)
        _add(decision, "question", label)
        if answers:
            _add(decision, "allowedAnswers", answers)
        SubElement(
            decision, "variable", name=name, typeRef="string" if answers else _TYPES[Kind.NUMBER]
        )
        inputs = {each.name for each in self._inputs}
        for need in needs:
            kind = "requiredInput" if need in inputs else "requiredDecision"
            SubElement(
                SubElement(decision, "informationRequirement"), kind, href=f"#{self._id(need)}"
            )
        return decision

    def _add_table(self, table: Table, name: str) -> None:
        lines = [
            _Line(cells_of(alternative), row.outcome, annotations_of(row))
            for row in table.rows
            for alternative in alternatives(row.hits)
        ]
        needs = [fact for row in table.rows for fact in facts_in(row.hits)]
        label = table.label if name != self._whole else self._procedure.label
        policy = _HIT_POLICIES[table.hit_policy]
        if policy == "UNIQUE" and len(lines) > len(table.rows):
            policy = "ANY"  # one row became several rules, which say the same
        outcomes = [row.outcome for row in table.rows]
        outcomes += [] if table.otherwise is None else [table.otherwise]
        decision = self._decision(name, label, dict.fromkeys(needs), self._answers(outcomes))
        self._write(decision, policy, lines, outcomes, table.otherwise)

    def _add_whole(self) -> None:
        """What comes of the tables together."""
        procedure = self._procedure
        in_chain = procedure.combination is Combination.CHAIN
        lines = list(self._chained() if in_chain else self._collected())
        outcomes = [line.outcome for line in lines]
        decision = self._decision(
            self._whole, procedure.label, self._names.values(), self._answers(outcomes)
        )
        self._write(decision, "FIRST" if in_chain else "PRIORITY", lines, outcomes, None)

    def _chained(self) -> Iterable[_Line]:
        """The first table that ends it says what comes of it; the last always does."""
        *before, last = self._procedure.tables
        for table in before:
            for ending, outcome in table.ends.items():
                yield self._line(table, ending, outcome)
        for said in _said(last):
            yield self._line(last, said, last.ends.get(said, said))

    def _collected(self) -> Iterable[_Line]:
        for table in self._procedure.tables:
            for said in _said(table):
                yield self._line(table, said, said)

    def _line(self, table: Table, said: str, outcome: str) -> _Line:
        return _Line({self._names[table.id]: [write_literal(said)]}, outcome)

    def _ranked(self, outcomes: Iterable[str]) -> list[str]:
        return sorted(set(outcomes), key=self._procedure.rank)

    def _answers(self, outcomes: Iterable[str]) -> str:
        return answers_in_words(self._procedure.outcome(each) for each in self._ranked(outcomes))

    def _write(
        self,
        decision: Element,
        policy: str,
        lines: Sequence[_Line],
        outcomes: Iterable[str],
        otherwise: str | None,
    ) -> None:
        table = SubElement(decision, "decisionTable", hitPolicy=policy)
        columns = _columns(lines)
        for name in columns:
            expression = SubElement(
                SubElement(table, "input"), "inputExpression", typeRef=self._type_of(name)
            )
            _add(expression, "text", name)
        output = SubElement(table, "output", typeRef="string")
        values = ",".join(write_literal(each) for each in self._ranked(outcomes))
        _add(SubElement(output, "outputValues"), "text", values)
        if otherwise is not None:
            _add(SubElement(output, "defaultOutputEntry"), "text", write_literal(otherwise))
        has_annotations = any(line.told for line in lines)
        for name in COLUMNS if has_annotations else ():
            SubElement(table, "annotation", name=name)
        for line in lines:
            self._add_rule(table, line, columns)

    def _add_rule(self, table: Element, line: _Line, columns: Sequence[str]) -> None:
        self._rules += 1
        rule = SubElement(table, "rule", id=f"_regel_{self._rules}")
        left = {name: list(cells) for name, cells in line.cells.items()}
        for name in columns:
            waiting = left.get(name)
            _add(SubElement(rule, "inputEntry"), "text", waiting.pop(0) if waiting else ANYTHING)
        _add(SubElement(rule, "outputEntry"), "text", write_literal(line.outcome))
        for told in line.told:
            _add(SubElement(rule, "annotationEntry"), "text", told)

    def _type_of(self, name: str) -> str:
        if name in self._names.values():
            return "string"
        declared = self._procedure.inputs.get(name)
        return _TYPES[Kind.NUMBER] if declared is None else self._basic_type(declared)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _own_type(declared: Input) -> str:
    return f"t_{declared.name}"


def _allowed(declared: Input) -> str:
    """The words of a choice, the bounds of a number; empty when anything is allowed."""
    if declared.kind is Kind.CHOICE:
        return ",".join(write_literal(option) for option in declared.options)
    low, high = declared.minimum, declared.maximum
    if low is not None and high is not None:
        return f"[{low:f}..{high:f}]"
    if low is not None:
        return f">= {low:f}"
    return "" if high is None else f"<= {high:f}"


def _used(procedure: Procedure) -> set[str]:
    """The facts that rows in force look at, and those behind them."""
    rows = (row for table in procedure.tables for row in table.rows)
    used = {fact for row in rows for fact in row.facts}
    for derived in reversed(procedure.derived):
        used |= set(derived.takes) if derived.name in used else set()
    return used


def _said(table: Table) -> list[str]:
    """Every outcome that the table can give."""
    said = [row.outcome for row in table.rows]
    return list(dict.fromkeys(said if table.otherwise is None else [*said, table.otherwise]))


def _columns(lines: Sequence[_Line]) -> list[str]:
    """The names of the columns; a name stands there as often as one rule has cells for it."""
    widest: dict[str, int] = {}
    for line in lines:
        for name, cells in line.cells.items():
            widest[name] = max(widest.get(name, 0), len(cells))
    return [name for name, times in widest.items() for _ in range(times)]
