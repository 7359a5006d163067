# SPDX-License-Identifier: EUPL-1.2
"""What the rules said of something that was handed in, for the colleague who deals with it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from gemeengoed.content.edition import Edition
from gemeengoed.content.judged_rules import as_data
from gemeengoed.dialogue.flow import Flow
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import ExplainedRow, explain
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Input, Kind
from gemeengoed.procedures.reading import read_facts

_CODES = (Kind.LIST, Kind.ITEMS)  # written as codes: the label of the rule tells what they mean


def explanation_of(
    edition: Edition, receipt: Mapping[str, Any], at: datetime
) -> dict[str, Any] | None:
    """Judged again from the receipt: outcome_label, day, rules (as in a message), unknown, change.

    None when it holds no outcome, or when this edition has no such procedure.
    """
    name = receipt.get("procedure", "")
    flow = next((each for each in edition.flows.values() if _judges_by(each, name)), None)
    if flow is None or "facts" not in receipt:
        return None
    day = date.fromisoformat(receipt["day"])
    procedure = edition.catalogue.rulebook.on(name, day)
    if procedure is None:
        return None
    explanation = explain(evaluate(procedure, read_facts(procedure, receipt["facts"]), day))
    return {
        "outcome_label": _label(explanation.judgement),
        "day": receipt["day"],
        "rules": [_rule(edition, flow, row, explanation.judgement, at) for row in explanation.rows],
        "unknown": [procedure.inputs[fact].label for fact in explanation.unknown],
        "change": None,
    }


def _judges_by(flow: Flow, procedure: str) -> bool:
    return any(ruling.procedure == procedure for ruling in flow.rulings)


def _label(judgement: Judgement) -> str:
    """Of the outcome itself: several may be called the same outside."""
    if judgement.outcome is None:
        return "Dit was nog niet te zeggen: er ontbreken gegevens"
    return judgement.procedure.outcome(judgement.outcome).label


def _rule(
    edition: Edition, flow: Flow, row: ExplainedRow, judgement: Judgement, at: datetime
) -> dict[str, str]:
    procedure = judgement.procedure
    told = as_data(edition, flow, procedure, row, at)
    of_codes = [each for each in row.compared if _is_of_codes(procedure.inputs.get(each.fact))]
    return told | {"given": "", "demand": ""} if of_codes else told


def _is_of_codes(declared: Input | None) -> bool:
    return declared is not None and declared.kind in _CODES
