# SPDX-License-Identifier: EUPL-1.2
"""A procedure, as it is in force on a day, as the XML of DMN 1.3.

A decision per table and one for the whole, input data with their types, derived facts as literal
expressions. Kind of rule, source and purpose of each row are annotations. A fact that may be given
and else follows from others is an input: DMN has no word for that.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gemeengoed.procedures.dmn.annotations import COLUMNS, outcomes_in_words
from gemeengoed.procedures.dmn.document import refused
from gemeengoed.procedures.dmn.lines import Line, Lines, lines_of
from gemeengoed.procedures.dmn.literals import write_literal
from gemeengoed.procedures.dmn.names import plain_name
from gemeengoed.procedures.dmn.steps import write_step
from gemeengoed.procedures.dmn.unary_tests import ANYTHING
from gemeengoed.procedures.procedure import Derived, Input, Kind, Procedure
from gemeengoed.procedures.values import as_written

NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/"

_TYPES: Mapping[Kind, str] = {
    Kind.YES_NO: "boolean",
    Kind.CHOICE: "string",
    Kind.LENGTH: "number",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
}


def write_dmn(procedure: Procedure, day: date) -> str:
    """The XML. Raises NoVersionError, and DmnRefusedError for what a decision table cannot say."""
    in_force = procedure.on(day)
    for table in in_force.tables:
        if table.for_each is not None:
            message = f"{table.for_each}: regels per persoon of ding hebben geen plek in een tabel"
            raise refused(message, table.id)
    known = {*in_force.inputs, *(each.name for each in in_force.derived)}
    for name in sorted(_used(in_force, in_force.derived) - known):
        raise refused("een waarde die in een lijst staat heeft geen plek in een tabel", name)
    root = _Writer(in_force).definitions(day)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


class _Writer:
    """Puts one document together."""

    def __init__(self, procedure: Procedure) -> None:
        self._procedure = procedure
        derived = [each for each in procedure.derived if each.name not in procedure.inputs]
        used = _used(procedure, derived)
        self._inputs = [each for each in procedure.inputs.values() if each.name in used]
        self._derived = [each for each in derived if each.name in used]
        facts = {*procedure.inputs, *(each.name for each in procedure.derived)}
        self._whole = plain_name(procedure.id, facts, "-")
        self._names: dict[str, str] = {}  # table -> name of its decision
        for table in procedure.tables:
            taken = {*facts, self._whole, *self._names.values()}
            self._names[table.id] = plain_name(table.id, taken)
        self._ids: dict[str, str] = {}  # name of an input or a decision -> its id
        self._rules = 0
        self._root = Element("definitions")

    def definitions(self, day: date) -> Element:
        """The whole document."""
        procedure, root = self._procedure, self._root
        for key, value in (
            ("xmlns", NAMESPACE),
            ("id", "_definitions"),
            ("name", procedure.id),
            ("namespace", f"urn:gemeengoed:procedure:{procedure.id}"),
            ("exporter", "Gemeengoed"),
        ):
            root.set(key, value)
        _add(root, "description", f"{procedure.label}. Zoals het geldt op {day.isoformat()}.")
        for declared in self._inputs:
            self._add_type(declared)
        for declared in self._inputs:
            self._add_input(declared)
        for derived in self._derived:
            self._add_step(derived)
        for lines in lines_of(procedure, self._names, self._whole):
            self._add_table(lines)
        return root

    def _id(self, name: str) -> str:
        """The id of an input or a decision, by its name."""
        if name not in self._ids:
            self._ids[name] = plain_name(name, self._ids.values())
        return self._ids[name]

    # --- facts ------------------------------------------------------------------------------------

    def _add_type(self, declared: Input) -> None:
        allowed = _allowed(declared)
        if allowed:
            item = SubElement(self._root, "itemDefinition", name=_own_type(declared))
            _add(item, "typeRef", _type_of(declared))
            _add(SubElement(item, "allowedValues"), "text", allowed)

    def _add_input(self, declared: Input) -> None:
        name = declared.name
        input_data = SubElement(
            self._root, "inputData", id=self._id(name), name=name, label=declared.label
        )
        told = [f"In {declared.unit}."] if declared.unit else []
        if name in self._procedure.fills:
            filled = as_written(self._procedure.fills[name])
            told.append(f"Door de gemeente ingevuld: {filled}.")
        if told:
            _add(input_data, "description", " ".join(told))
        type_name = _own_type(declared) if _allowed(declared) else _type_of(declared)
        SubElement(input_data, "variable", name=name, typeRef=type_name)

    def _add_step(self, derived: Derived) -> None:
        text = write_step(derived.step, derived.takes)
        if text is None:
            raise refused(f"de stap {derived.step} heeft geen vorm in DMN", derived.name)
        number = _TYPES[Kind.NUMBER]
        decision = self._decision(derived.name, derived.label, "", number, derived.takes)
        _add(SubElement(decision, "literalExpression"), "text", text)

    # --- decisions --------------------------------------------------------------------------------

    def _decision(
        self, name: str, label: str, outcomes: str, kind: str, needs: Iterable[str]
    ) -> Element:
        decision = SubElement(self._root, "decision", id=self._id(name), name=name, label=label)
        _add(decision, "question", label)
        if outcomes:
            _add(decision, "allowedAnswers", outcomes)
        SubElement(decision, "variable", name=name, typeRef=kind)
        inputs = {each.name for each in self._inputs}
        for need in needs:
            required = SubElement(decision, "informationRequirement")
            is_input = need in inputs
            name_of_part = "requiredInput" if is_input else "requiredDecision"
            SubElement(required, name_of_part, href=f"#{self._id(need)}")
        return decision

    def _add_table(self, lines: Lines) -> None:
        outcomes = outcomes_in_words(self._procedure.outcome(each) for each in lines.outcomes)
        decision = self._decision(
            lines.name, lines.label, outcomes, _TYPES[Kind.CHOICE], lines.needs
        )
        table = SubElement(decision, "decisionTable", hitPolicy=lines.policy)
        columns = lines.columns
        for name in columns:
            column = SubElement(table, "input")
            expression = SubElement(column, "inputExpression", typeRef=self._type_in_column(name))
            _add(expression, "text", name)
        output = SubElement(table, "output", typeRef=_TYPES[Kind.CHOICE])
        order = ",".join(write_literal(each) for each in lines.outcomes)
        _add(SubElement(output, "outputValues"), "text", order)
        if lines.otherwise is not None:
            default = SubElement(output, "defaultOutputEntry")
            _add(default, "text", write_literal(lines.otherwise))
        for name in COLUMNS if any(line.told for line in lines.lines) else ():
            SubElement(table, "annotation", name=name)
        for line in lines.lines:
            self._add_rule(table, line, columns)

    def _add_rule(self, table: Element, line: Line, columns: Iterable[str]) -> None:
        self._rules += 1
        rule = SubElement(table, "rule", id=f"_regel_{self._rules}")
        left = {name: list(cells) for name, cells in line.cells.items()}
        for name in columns:
            cells = left.get(name)
            _add(SubElement(rule, "inputEntry"), "text", cells.pop(0) if cells else ANYTHING)
        _add(SubElement(rule, "outputEntry"), "text", write_literal(line.outcome))
        for told in line.told:
            _add(SubElement(rule, "annotationEntry"), "text", told)

    def _type_in_column(self, name: str) -> str:
        """Of a fact, of what follows from facts, or of the outcome of another table."""
        if name in self._procedure.inputs:
            return _type_of(self._procedure.inputs[name])
        return _TYPES[Kind.CHOICE if name in self._names.values() else Kind.NUMBER]


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _type_of(declared: Input) -> str:
    if declared.kind not in _TYPES:
        raise refused("een lijst heeft geen plek in een beslistabel", declared.name)
    return _TYPES[declared.kind]


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


def _used(procedure: Procedure, derived: Sequence[Derived]) -> set[str]:
    """The facts that rows in force look at, and those behind them."""
    rows = (row for table in procedure.tables for row in table.rows)
    used = {fact for row in rows for fact in row.facts}
    for each in reversed(derived):
        used |= set(each.takes) if each.name in used else set()
    return used
