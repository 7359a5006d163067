# SPDX-License-Identifier: EUPL-1.2
"""One rule of an outcome in words and as data: what was asked of what, by how much, and why."""

from datetime import datetime
from decimal import Decimal

from gemeengoed.content.asking import escaped, phrase_in_words, text_in_words
from gemeengoed.content.edition import Edition
from gemeengoed.dialogue.flow import Flow, InputKind, Step
from gemeengoed.dialogue.lengths import length_in_words
from gemeengoed.procedures.conditions import Operator
from gemeengoed.procedures.explaining import Compared, ExplainedRow
from gemeengoed.procedures.procedure import Kind, Procedure
from gemeengoed.procedures.values import Value
from gemeengoed.procedures.wording import demand_in_words, margin_in_words, value_in_words


def reason(edition: Edition, flow: Flow, row: ExplainedRow, at: datetime) -> str:
    """What is not as the rule wants it, and why the rule is there."""
    values = {
        "wat": _what(edition, flow, row, at),
        "waarom": row.row.purpose.text,
        "wie": row.row.purpose.protects,
    }
    return text_in_words(edition, "uitkomst_rij", at, values)


def _what(edition: Edition, flow: Flow, row: ExplainedRow, at: datetime) -> str:
    widest = row.widest
    if widest is None or widest.margin is None:
        return row.row.otherwise or row.row.label
    values = {
        "wat": widest.label,
        "gegeven": escaped(_given(edition, flow, widest, at)),
        "eis": demand_in_words(widest),
    }
    if widest.margin == 0:
        return text_in_words(edition, "uitkomst_maat_grens", at, values)
    if _lies_beyond(flow, widest):
        return text_in_words(edition, "uitkomst_maat_voorbij", at, values)
    return text_in_words(edition, "uitkomst_maat", at, values | {"marge": margin_in_words(row)})


def as_data(
    edition: Edition, flow: Flow, procedure: Procedure, row: ExplainedRow, at: datetime
) -> dict[str, str]:
    """The rule for the page to keep and for other doors."""
    measured = row.widest or (row.compared[0] if row.compared else None)
    has_margin = row.status == "failed" and not (measured and _lies_beyond(flow, measured))
    return {
        "id": row.row.id,
        "label": row.row.label,
        "status": row.status.value,
        "given": _given(edition, flow, measured, at) if measured else "",
        "demand": _demand(edition, flow, procedure, row, measured, at) if measured else "",
        "margin": margin_in_words(row) if has_margin else "",
        "room": margin_in_words(row) if row.status == "fits" else "",
        "source": _cited(row),
        "url": row.row.source.url,
        "purpose": row.row.purpose.text,
        "protects": row.row.purpose.protects,
    }


def step_of(flow: Flow, fact: str) -> Step | None:
    """The step that asks for the fact itself; not the address, by which registers tell it."""
    return next((s for s in flow.steps if fact in s.facts and not s.looks_up), None)


def _lies_beyond(flow: Flow, measured: Compared) -> bool:
    """Whether it lies on the other side of what it is measured from: above the ridge."""
    step = step_of(flow, measured.fact)
    is_below_zero = isinstance(measured.given, Decimal) and measured.given < 0
    return step is not None and step.beyond is not None and is_below_zero


def _given(edition: Edition, flow: Flow, measured: Compared, at: datetime) -> str:
    step = step_of(flow, measured.fact)
    if _lies_beyond(flow, measured) and isinstance(measured.given, Decimal):
        return length_in_words(float(measured.given), step)
    return _chosen(edition, step, measured.given, at) or value_in_words(
        measured.given, measured.unit
    )


def _chosen(edition: Edition, step: Step | None, value: Value | None, at: datetime) -> str | None:
    """The words of the choice with this value: "Een zijkant", not "zij"."""
    if step is None or step.input is not InputKind.CHOICE or not isinstance(value, str):
        return None
    found = next((choice for choice in step.choices if choice.id == value), None)
    return phrase_in_words(edition, found.label, at) if found is not None else None


def _demand(
    edition: Edition,
    flow: Flow,
    procedure: Procedure,
    row: ExplainedRow,
    measured: Compared,
    at: datetime,
) -> str:
    """All that is demanded of what was measured: two bounds both, two values either of them.

    Of a yes or no that is as it should be nothing: "nee, de regel vraagt nee" says nothing more.
    """
    declared = procedure.inputs.get(measured.fact)
    if row.status != "failed" and declared is not None and declared.kind is Kind.YES_NO:
        return ""
    of_one = [each for each in row.compared if each.fact == measured.fact]
    joining = " of " if measured.operator is Operator.IS else " en "
    step = step_of(flow, measured.fact)
    chosen = ((_chosen(edition, step, each.threshold, at), each) for each in of_one)
    demands = (f"{c[:1].lower()}{c[1:]}" if c else demand_in_words(each) for c, each in chosen)
    return joining.join(dict.fromkeys(demands))


def _cited(row: ExplainedRow) -> str:
    """The rule, and where the municipality filled in its number: on whose word."""
    source = row.row.source
    cited = f"{source.law}, artikel {source.article} (tekst van {source.version})"
    filled = dict.fromkeys(each.filled_by.title for each in row.compared if each.filled_by)
    return "; ".join((cited, *filled))
