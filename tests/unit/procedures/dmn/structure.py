# SPDX-License-Identifier: EUPL-1.2
"""The structure of DMN 1.3, as far as decision tables go: what may stand where, in which order."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"

# element -> (its children in order; ? at most once, * any number, + at least once, ! once)
_CHILDREN = {
    "definitions": "description? itemDefinition* drg*",
    "itemDefinition": "description? typeRef! allowedValues?",
    "allowedValues": "text!",
    "inputData": "description? variable?",
    "variable": "",
    "decision": "description? question? allowedAnswers? variable? informationRequirement* logic?",
    "informationRequirement": "required!",
    "requiredInput": "",
    "requiredDecision": "",
    "literalExpression": "text!",
    "decisionTable": "input* output+ annotation* rule*",
    "input": "inputExpression! inputValues?",
    "inputExpression": "text!",
    "output": "outputValues? defaultOutputEntry?",
    "outputValues": "text!",
    "defaultOutputEntry": "text!",
    "annotation": "",
    "rule": "description? inputEntry* outputEntry+ annotationEntry*",
    "inputEntry": "text!",
    "outputEntry": "text!",
    "annotationEntry": "text?",
    **dict.fromkeys(("description", "question", "allowedAnswers", "typeRef", "text"), ""),
}
_GROUPS = {
    "inputData": "drg",
    "decision": "drg",
    "requiredInput": "required",
    "requiredDecision": "required",
    "decisionTable": "logic",
    "literalExpression": "logic",
}
_ATTRIBUTES = {  # required ones first
    "definitions": ("name namespace", "id exporter exporterVersion label"),
    "itemDefinition": ("name", "id label isCollection"),
    "inputData": ("name", "id label"),
    "decision": ("name", "id label"),
    "variable": ("name", "id typeRef label"),
    "requiredInput": ("href", ""),
    "requiredDecision": ("href", ""),
    "decisionTable": ("", "id hitPolicy aggregation preferredOrientation outputLabel typeRef"),
    "inputExpression": ("", "id typeRef"),
    "output": ("", "id name typeRef label"),
    "annotation": ("", "name"),
    "rule": ("", "id label"),
}
_POLICIES = {"UNIQUE", "FIRST", "PRIORITY", "ANY", "COLLECT", "RULE ORDER", "OUTPUT ORDER"}


def faults_of(root: Element) -> list[str]:
    """Everything that the standard does not allow."""
    elements = list(root.iter())
    found = [fault for element in elements for fault in _faults_in(element)]
    ids = [element.get("id") for element in elements if element.get("id")]
    found += [f"id {id} stands there twice" for id in set(ids) if ids.count(id) > 1]
    references = {element.get("href", "#")[1:] for element in elements if element.get("href")}
    found += [f"nothing has the id {each}" for each in references - set(ids)]
    for table in root.iter(f"{DMN}decisionTable"):
        found += _faults_in_table(table)
    return found


def _faults_in(element: Element) -> Iterator[str]:
    name = element.tag.removeprefix(DMN)
    if name not in _CHILDREN:
        yield f"{element.tag} is no element of DMN 1.3"
        return
    required, allowed = (words.split() for words in _ATTRIBUTES.get(name, ("", "id")))
    for attribute in set(required) - set(element.attrib):
        yield f"{name} lacks {attribute}"
    for attribute in set(element.attrib) - {*required, *allowed}:
        yield f"{name} may have no {attribute}"
    children = [child.tag.removeprefix(DMN) for child in element]
    yield from _faults_in_order(name, [_GROUPS.get(child, child) for child in children])


def _faults_in_order(name: str, children: list[str]) -> Iterator[str]:
    left = list(children)
    for part in _CHILDREN[name].split():
        wanted, times = part[:-1], 0
        while left[:1] == [wanted]:
            left.pop(0)
            times += 1
        if (times == 0 and part[-1] in "+!") or (times > 1 and part[-1] in "?!"):
            yield f"{name} has {wanted} {times} times"
    if left:
        yield f"{name} may not have {left[0]} there"


def _faults_in_table(table: Element) -> Iterator[str]:
    if table.get("hitPolicy") not in _POLICIES:
        yield f"{table.get('hitPolicy')} is no hit policy"
    for part, entry in (
        ("input", "inputEntry"),
        ("output", "outputEntry"),
        ("annotation", "annotationEntry"),
    ):
        columns = len(table.findall(f"{DMN}{part}"))
        for rule in table.iter(f"{DMN}rule"):
            if len(rule.findall(f"{DMN}{entry}")) != columns:
                yield f"a rule has not as many {entry} as the table has {part}"
