# SPDX-License-Identifier: EUPL-1.2
"""Plays the test cases of the DMN TCK: inputs and expected results in XML beside each model."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from gemeengoed.procedures.dmn.reading import Model, read_dmn
from gemeengoed.procedures.dmn.results import result_of
from gemeengoed.procedures.errors import DmnRefusedError
from gemeengoed.procedures.evaluating import evaluate

VARIABLE = "GEMEENGOED_DMN_TCK"
LEVEL_2 = Path("TestCases") / "compliance-level-2"

_TEST = "{http://www.omg.org/spec/DMN/20160719/testcase}"
_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
_DAY = date(2026, 11, 24)  # nothing of the TCK depends on it


@dataclass(slots=True)
class Played:
    """One set. unsupported: why its model is refused; failed: what came instead, per case."""

    name: str
    cases: int
    passed: int = 0
    failed: list[str] = field(default_factory=list)
    unsupported: str = ""

    def __str__(self) -> str:
        told = f"unsupported: {self.unsupported}" if self.unsupported else "; ".join(self.failed)
        return f"{self.name:42} {self.passed:3} of {self.cases:3}  {told}".rstrip()


def folder() -> Path | None:
    """The sets of level 2; None when none is given. Raises FileNotFoundError for a wrong one."""
    given = os.environ.get(VARIABLE)
    if not given:
        return None
    sets = Path(given) / LEVEL_2
    if not sets.is_dir():
        raise FileNotFoundError(f"{VARIABLE}: there is no {LEVEL_2} in {given}")
    return sets


def play(folder: Path) -> Played:
    """All cases of a set."""
    files = [parse(path).getroot() for path in sorted(folder.glob("*-test-*.xml"))]
    cases = [case for file in files for case in file.findall(f"{_TEST}testCase")]
    played = Played(folder.name, len(cases))
    try:
        model = read_dmn(next(folder.glob("*.dmn")).read_bytes())
    except DmnRefusedError as error:
        played.unsupported = str(error.faults[0])
        return played
    for case in cases:
        wrong = list(_differences(model, case))
        played.failed += wrong
        played.passed += not wrong
    return played


def report(played: Sequence[Played], claimed: Sequence[str]) -> str:
    """Figures per set, and of the sets that are claimed."""
    ours = [each for each in played if each.name in claimed]
    passed, cases = sum(each.passed for each in ours), sum(each.cases for each in ours)
    everything = sum(each.cases for each in played)
    return "\n".join(
        [
            *(str(each) for each in played),
            f"{passed} of {cases} cases of the decision-table subset ({len(ours)} sets)",
            f"{sum(each.passed for each in played)} of {everything} cases of level 2",
        ]
    )


def _differences(model: Model, case: Element) -> list[str]:
    given = {each.get("name", ""): _value(each) for each in case.findall(f"{_TEST}inputNode")}
    facts = {model.facts[name]: value for name, value in given.items() if value is not None}
    found = []
    for node in case.findall(f"{_TEST}resultNode"):
        decision = model.decisions[node.get("name", "")]
        result = result_of(decision, evaluate(decision.procedure, facts, _DAY))
        expected = _value(node.find(f"{_TEST}expected"))
        if not result.is_settled or result.value != expected:
            found.append(f"{case.get('id')}: {result.value} instead of {expected}")
    return found


def _value(element: Element | None) -> Any:
    """A value, a mapping of components, or a list."""
    if element is None:
        return None
    components = element.findall(f"{_TEST}component")
    if components:
        return {each.get("name"): _value(each) for each in components}
    listed = element.find(f"{_TEST}list")
    if listed is not None:
        return [_value(item) for item in listed.findall(f"{_TEST}item")]
    return _simple(element.find(f"{_TEST}value"))


def _simple(value: Element | None) -> Any:
    if value is None or value.get(f"{_INSTANCE}nil") == "true":
        return None
    text = value.text or ""
    match value.get(f"{_INSTANCE}type", "").rpartition(":")[2]:
        case "boolean":
            return text == "true"
        case "decimal" | "double" | "integer":
            return Decimal(text)
        case "date":
            return date.fromisoformat(text)
    return text
