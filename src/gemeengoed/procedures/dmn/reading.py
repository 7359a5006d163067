# SPDX-License-Identifier: EUPL-1.2
"""A DMN file to procedures: one per decision table, each over facts only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from xml.etree.ElementTree import Element

from gemeengoed.procedures.dmn.annotations import labels_in
from gemeengoed.procedures.dmn.as_procedure import Decision, Said, as_decision
from gemeengoed.procedures.dmn.data_types import Types
from gemeengoed.procedures.dmn.document import lost_parts, open_document, text_in, words_in
from gemeengoed.procedures.dmn.facts import (
    FoundFacts,
    expression_of,
    read_facts_of,
    words_of,
)
from gemeengoed.procedures.dmn.names import plain_name
from gemeengoed.procedures.dmn.rules import RuleTable
from gemeengoed.procedures.dmn.steps import read_step
from gemeengoed.procedures.dmn.tables import Around, read_table
from gemeengoed.procedures.dmn.unary_tests import Column
from gemeengoed.procedures.errors import DmnFault, DmnRefusedError
from gemeengoed.procedures.procedure import Derived, Kind

MOST_STOREYS = 50  # tables on top of each other

_FOREIGN = {
    "import": "een ander bestand invoegen",
    "businessKnowledgeModel": "een businessKnowledgeModel",
}
_LOGIC = ("literalExpression", "invocation", "context", "functionDefinition", "relation", "list")
_LOGIC_OF_1_4 = ("conditional", "for", "every", "some", "filter")


@dataclass(frozen=True, slots=True)
class Model:
    """What a file holds.

    decisions: by name, in an order in which each comes after those it looks at. top: the names of
    those that no other looks at. facts: name in the file -> name of the fact. notices: what was
    lost, or an editor must look at; sentences in Dutch.
    """

    version: str
    decisions: Mapping[str, Decision]
    top: tuple[str, ...]
    facts: Mapping[str, str]
    notices: tuple[str, ...]


def read_dmn(text: str | bytes) -> Model:
    """The decision tables of DMN 1.1 to 1.5. Raises DmnRefusedError with every fault."""
    root, version = open_document(text)
    elements = {words_of(element): element for element in root.findall("decision")}
    faults = [
        DmnFault(part.get("name", ""), f"{words} kan hier niet")
        for name, words in _FOREIGN.items()
        for part in root.findall(name)
    ]
    if len(elements) != len(root.findall("decision")):
        faults.append(DmnFault("", "twee beslissingen hebben dezelfde naam"))
    facts = read_facts_of(root, Types(root), elements)
    needs = {name: _needs(element, elements) for name, element in elements.items()}
    tables, derived = _in_order(elements, needs, facts, faults)
    if not tables and not faults:
        faults.append(DmnFault("", "er staat geen beslistabel in"))
    if faults:
        raise DmnRefusedError(faults)
    needed = {each for names in needs.values() for each in names}
    return Model(
        version=version,
        decisions={
            name: as_decision(
                table, _said(elements[name], root, name, needed), facts.inputs, derived
            )
            for name, table in tables.items()
        },
        top=tuple(name for name in tables if name not in needed),
        facts={name: declared.name for name, declared in facts.inputs.items()},
        notices=(*facts.notices, *lost_parts(root)),
    )


def _needs(element: Element, decisions: Mapping[str, Element]) -> tuple[str, ...]:
    """The decisions that this one looks at."""
    step = read_step(text_in(element, "literalExpression/text"))
    named = [expression_of(column) for column in element.iterfind("decisionTable/input")]
    return tuple(name for name in (*named, *(step[1] if step else ())) if name in decisions)


def _in_order(
    elements: Mapping[str, Element],
    needs: Mapping[str, tuple[str, ...]],
    facts: FoundFacts,
    faults: list[DmnFault],
) -> tuple[dict[str, RuleTable], dict[str, Derived]]:
    """The decisions one by one, each after those it looks at: tables, and named steps."""
    tables: dict[str, RuleTable] = {}
    derived: dict[str, Derived] = {}
    storeys: dict[str, int] = {}
    for name in _sorted(needs, faults):
        storeys[name] = 1 + max((storeys[each] for each in needs[name]), default=0)
        if storeys[name] > MOST_STOREYS:
            faults.append(DmnFault(name, f"meer dan {MOST_STOREYS} tabellen op elkaar"))
            break
        table = elements[name].find("decisionTable")
        if table is None:
            _add_step(elements[name], name, facts, derived, faults)
        else:
            around = Around(_columns(facts, derived), tables, facts.unusable)
            tables[name] = read_table(table, name, around, faults)
    return tables, derived


def _sorted(needs: Mapping[str, tuple[str, ...]], faults: list[DmnFault]) -> tuple[str, ...]:
    try:
        return tuple(TopologicalSorter(needs).static_order())
    except CycleError as error:
        faults.append(DmnFault(error.args[1][0], "de tabel verwijst naar zichzelf"))
        return ()


def _columns(facts: FoundFacts, derived: Mapping[str, Derived]) -> dict[str, Column]:
    """Every fact by its name in the file; each may be compared with the others."""
    known = {name: (declared.name, declared.kind) for name, declared in facts.inputs.items()}
    known |= {name: (each.name, each.kind) for name, each in derived.items()}
    return {name: Column(fact, kind, known) for name, (fact, kind) in known.items()}


def _add_step(
    element: Element,
    name: str,
    facts: FoundFacts,
    derived: dict[str, Derived],
    faults: list[DmnFault],
) -> None:
    """A decision that is no table: one of the steps that are known here, or a fault."""
    step = read_step(text_in(element, "literalExpression/text"))
    known = _columns(facts, derived)
    if step is not None and all(each in known for each in step[1]):
        taken = {column.fact for column in known.values()}
        takes = tuple(known[each].fact for each in step[1])
        derived[name] = Derived(
            plain_name(name, taken), element.get("label", name), step[0], takes, Kind.NUMBER
        )
        return
    found = [part for part in (*_LOGIC, *_LOGIC_OF_1_4) if element.find(part) is not None]
    what = f"{found[0]} kan hier niet" if found else "de beslissing is leeg"
    text = text_in(element, "literalExpression/text")
    faults.append(DmnFault(name, f"{what}: {text}" if text else what))


def _said(element: Element, root: Element, name: str, needed: Collection[str]) -> Said:
    """Its question; a file with one conclusion has the name of that as its own."""
    is_conclusion = name not in needed and root.find("extensionElements") is not None
    own = root.get("name", "") if is_conclusion else ""
    labels = labels_in(text_in(element, "allowedAnswers"))
    return Said(own or name, words_in(element, "question") or own or name, labels)
