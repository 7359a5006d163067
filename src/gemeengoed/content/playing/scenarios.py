# SPDX-License-Identifier: EUPL-1.2
"""Plays the scenarios beside the procedures: does what is written come of these facts?"""

from collections.abc import Iterator, Sequence

from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import Fault
from gemeengoed.content.procedures import procedure_on
from gemeengoed.content.scenario import Scenario
from gemeengoed.procedures.errors import ProceduresError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import Explanation, explain
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.values import as_written


def play_scenarios(
    scenarios: Sequence[Scenario], editions: Sequence[Edition]
) -> tuple[int, list[Fault]]:
    """(how many were played, what came out otherwise than written).

    A scenario without a municipality is played in each that has the rules; one that can be played
    nowhere is a fault.
    """
    played = 0
    different: list[Fault] = []
    for scenario in scenarios:
        rules_of = _rules_for(scenario, editions)
        if not rules_of:
            different.append(_cannot_be_played(scenario, editions))
        for slug, rules in rules_of.items():
            played += 1
            different += _play(scenario, slug, rules)
    return played, different


def _rules_for(scenario: Scenario, editions: Sequence[Edition]) -> dict[str, Procedure]:
    """Per municipality the rules that the scenario is judged by."""
    wanted = scenario.municipality
    chosen = (e for e in editions if wanted is None or e.municipality.slug == wanted)
    found = {
        each.municipality.slug: procedure_on(
            each.procedures, each.facts, scenario.procedure, scenario.day
        )
        for each in chosen
    }
    return {slug: rules for slug, rules in found.items() if rules is not None}


def _cannot_be_played(scenario: Scenario, editions: Sequence[Edition]) -> Fault:
    where = f"{scenario.procedure}, {scenario.name!r}"
    slugs = [each.municipality.slug for each in editions]
    if not any(scenario.procedure in each.procedures for each in editions):
        return Fault(scenario.place, f"{where}: there is no such procedure", "mend its name")
    if scenario.municipality is None:
        hint = "write rows for its open tables in the pack of a municipality"
        message = f"{where}: no municipality has rules of its own"
    elif scenario.municipality in slugs:
        hint = "write them in its pack, or name another municipality"
        message = f"{where}: {scenario.municipality} has no rules of its own"
    else:
        hint = f"known are: {', '.join(slugs)}"
        message = f"{where}: there is no municipality {scenario.municipality!r}"
    return Fault(scenario.place, message, hint)


def _play(scenario: Scenario, slug: str, rules: Procedure) -> list[Fault]:
    where = f"{scenario.procedure}, {scenario.name!r}, {slug}"
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
