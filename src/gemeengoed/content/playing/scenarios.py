# SPDX-License-Identifier: EUPL-1.2
"""Plays the scenarios beside the procedures: does what is written come of these facts?"""

from collections.abc import Iterable, Iterator, Sequence

from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import Fault
from gemeengoed.content.procedures import procedure_on
from gemeengoed.content.scenario import Scenario
from gemeengoed.procedures.errors import ProceduresError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import Explanation, explain
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.values import as_written


def play_scenarios(
    scenarios: Sequence[Scenario], editions: Sequence[Edition]
) -> tuple[int, list[Fault]]:
    """(how many were played, what came out otherwise than written)."""
    played = 0
    different: list[Fault] = []
    for scenario in scenarios:
        for edition in _editions_for(scenario, editions):
            played += 1
            different += _play(scenario, edition)
    return played, different


def _editions_for(scenario: Scenario, editions: Sequence[Edition]) -> Iterable[Edition]:
    wanted = scenario.municipality
    return (e for e in editions if wanted is None or e.municipality.slug == wanted)


def _play(scenario: Scenario, edition: Edition) -> list[Fault]:
    where = f"{scenario.procedure}, {scenario.name!r}, {edition.municipality.slug}"
    rules = procedure_on(edition.procedures, edition.facts, scenario.procedure, scenario.day)
    if rules is None:
        return [Fault(scenario.place, f"{where}: there are no such rules here", "")]
    try:
        judgement = evaluate(rules, read_facts(rules, scenario.facts), scenario.day)
    except ProceduresError as error:
        return [Fault(scenario.place, f"{where}: {error}", "")]
    return [
        Fault(scenario.place, f"{where}: {difference}", "")
        for difference in _differences(scenario, explain(judgement))
    ]


def _differences(scenario: Scenario, explanation: Explanation) -> Iterator[str]:
    judgement = explanation.judgement
    failed = {row.row.id: row for row in explanation.failed}
    found: list[tuple[str, object, object]] = [
        ("outcome", scenario.outcome, judgement.shown),
        ("failed", _sorted(scenario.failed), sorted(failed)),
        ("also", _sorted(scenario.also), sorted(judgement.also)),
        ("unknown", _sorted(scenario.unknown), sorted(explanation.unknown)),
        ("door", scenario.door, explanation.door),
        ("per_item", scenario.per_item, dict(judgement.per_item)),
    ]
    for row, margin in scenario.margins.items():
        widest = failed[row].widest if row in failed else None
        found.append((f"margin of {row}", margin, widest.margin if widest else "not failed"))
    if scenario.change is not None:
        values = explanation.change.values if explanation.change else {}
        written = {name: as_written(value) for name, value in values.items()}
        found.append(("change", dict(scenario.change), written))
    for what, wanted, came in found:
        if wanted is not None and wanted != came:
            yield f"{what} should be {wanted}, is {came}"


def _sorted(names: tuple[str, ...] | None) -> list[str] | None:
    return None if names is None else sorted(names)
