# SPDX-License-Identifier: EUPL-1.2
"""The outcome of a procedure in words: which rule says no, by how much, why, what would help."""

from datetime import date, datetime
from typing import Any

from gemeengoed.content.asking import escaped, lines_in_words, phrase_in_words, text_in_words
from gemeengoed.content.edition import Edition
from gemeengoed.content.message import Message, MessageChoice, MessageSource
from gemeengoed.dialogue.flow import Flow, InputKind, OutcomeWords, Step
from gemeengoed.dialogue.judging import CHANGE
from gemeengoed.dialogue.replies import Judged
from gemeengoed.procedures.conditions import Operator
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import Compared, ExplainedRow, Explanation, explain
from gemeengoed.procedures.procedure import UNKNOWN
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.wording import demand_in_words, margin_in_words, value_in_words


def judged(edition: Edition, reply: Judged, at: datetime) -> Message:
    """One message: the outcome, the rules in the way with their reasons, and the ways on.

    It is judged again from the receipt: what is shown is what the receipt proves. Raises KeyError
    when this edition has no such procedure.
    """
    flow = edition.flows[reply.flow]
    explanation = _explained(edition, reply)
    words = flow.outcomes[reply.outcome]
    return Message(
        kind="receipt",
        text="\n\n".join(_paragraphs(edition, flow, explanation, words, at)),
        choices=_ways(edition, flow, explanation, words, at),
        topic=flow.topic,
        lines=lines_in_words(edition, flow, reply.lines, at, changeable=True),
        sources=_sources(edition, flow, explanation),
        explanation=_payload(edition, reply, explanation, words, at),
    )


def _explained(edition: Edition, reply: Judged) -> Explanation:
    day = date.fromisoformat(reply.receipt["day"])
    procedure = edition.catalogue.rulebook.on(reply.procedure, day)
    if procedure is None:
        raise KeyError(reply.procedure)
    return explain(evaluate(procedure, read_facts(procedure, reply.receipt["facts"]), day))


def _paragraphs(
    edition: Edition,
    flow: Flow,
    explanation: Explanation,
    words: OutcomeWords,
    at: datetime,
) -> list[str]:
    parts = [phrase_in_words(edition, words.text, at)]
    parts += [_reason(edition, row, at) for row in explanation.failed]
    if explanation.unknown:
        names = ", ".join(name.lower() for name in _unknown(explanation, flow))
        parts.append(text_in_words(edition, "uitkomst_ontbreekt", at, {"gegevens": names}))
    change = _change(edition, explanation, flow, at)
    if change is not None:
        values = {"wijziging": "; ".join(change["lines"]), "dan": change["outcome"]}
        parts.append(text_in_words(edition, "uitkomst_wijziging", at, values))
    return parts


def _reason(edition: Edition, row: ExplainedRow, at: datetime) -> str:
    """What is not as the rule wants it, and why the rule is there."""
    values = {
        "wat": _what(edition, row, at),
        "waarom": row.row.purpose.text,
        "wie": row.row.purpose.protects,
    }
    return text_in_words(edition, "uitkomst_rij", at, values)


def _what(edition: Edition, row: ExplainedRow, at: datetime) -> str:
    widest = row.widest
    if widest is None or widest.margin is None:
        return row.row.otherwise or row.row.label
    values = {
        "wat": widest.label,
        "gegeven": escaped(value_in_words(widest.given, widest.unit)),
        "eis": demand_in_words(widest),
        "marge": margin_in_words(row),
    }
    return text_in_words(edition, "uitkomst_maat", at, values)


def _label(explanation: Explanation, flow: Flow, fact: str) -> str:
    step = _step_of(flow, fact)
    return step.label if step is not None else explanation.judgement.procedure.inputs[fact].label


def _step_of(flow: Flow, fact: str) -> Step | None:
    """The step that asks for the fact itself; not the address, by which registers tell it."""
    return next((s for s in flow.steps if fact in s.facts and not s.looks_up), None)


def _unknown(explanation: Explanation, flow: Flow) -> list[str]:
    """What is still unknown, each question once."""
    return list(dict.fromkeys(_label(explanation, flow, fact) for fact in explanation.unknown))


def _change(
    edition: Edition, explanation: Explanation, flow: Flow, at: datetime
) -> dict[str, Any] | None:
    """The nearest change as lines, each fact by the label of its question, once."""
    change = explanation.change
    if change is None:
        return None
    inputs = explanation.judgement.procedure.inputs
    lines = {
        f"{_label(explanation, flow, fact)}: {value_in_words(value, inputs[fact].unit)}"
        for fact, value in change.values.items()
    }
    if change.outcome == UNKNOWN:
        then = text_in_words(edition, "uitkomst_hangt_af", at)
    else:
        then = _outcome_label(explanation, change.outcome)
    return {"lines": sorted(lines), "outcome": then}


def _outcome_label(explanation: Explanation, shown: str) -> str:
    outcomes = explanation.judgement.procedure.outcomes
    return next((each.label for each in outcomes if each.shown == shown), shown)


def _ways(
    edition: Edition,
    flow: Flow,
    explanation: Explanation,
    words: OutcomeWords,
    at: datetime,
) -> tuple[MessageChoice, ...]:
    """The buttons of the outcome; ``wijzig`` stands for each measure that is in the way."""
    choices: list[MessageChoice] = []
    for way in words.ways:
        if way.id == CHANGE:
            choices += _changes(edition, flow, explanation, at)
        else:
            choices.append(MessageChoice(way.id, phrase_in_words(edition, way.label, at)))
    return tuple(choices)


def _changes(
    edition: Edition, flow: Flow, explanation: Explanation, at: datetime
) -> list[MessageChoice]:
    facts = [fact for row in explanation.failed for fact in row.row.facts]
    steps = dict.fromkeys(
        step.name
        for fact in facts
        if (step := _step_of(flow, fact)) is not None and step.input is InputKind.LENGTH
    )
    labels = ((name, flow.steps_by_name[name].label) for name in steps)
    return [
        MessageChoice(
            f"{CHANGE}:{name}", text_in_words(edition, "knop_aanpassen", at, {"wat": label})
        )
        for name, label in labels
    ]


def _sources(edition: Edition, flow: Flow, explanation: Explanation) -> tuple[MessageSource, ...]:
    """The laws behind the rules that were looked at, with the day they were last checked."""
    checked = {source.url: source.checked_on for source in edition.topics[flow.topic].sources}
    found: dict[str, MessageSource] = {}
    for row in explanation.rows:
        source = row.row.source
        day = checked.get(source.url)
        found.setdefault(
            source.url, MessageSource(source.law, source.url, day.isoformat() if day else "")
        )
    return tuple(found.values())


def _payload(
    edition: Edition, reply: Judged, explanation: Explanation, words: OutcomeWords, at: datetime
) -> dict[str, Any]:
    """All of it as data: for the page to keep, and for other doors."""
    procedure = explanation.judgement.procedure
    return {
        "procedure": procedure.id,
        "title": procedure.label,
        "outcome": reply.outcome,
        "outcome_label": _outcome_label(explanation, reply.outcome),
        "day": reply.receipt["day"],
        "rules": [_rule(row) for row in explanation.rows],
        "unknown": _unknown(explanation, edition.flows[reply.flow]),
        "change": _change(edition, explanation, edition.flows[reply.flow], at),
        "still": [phrase_in_words(edition, phrase, at) for phrase in words.still],
        "receipt": dict(reply.receipt),
    }


def _rule(row: ExplainedRow) -> dict[str, str]:
    measured = row.widest or (row.compared[0] if row.compared else None)
    return {
        "id": row.row.id,
        "label": row.row.label,
        "status": row.status.value,
        "given": value_in_words(measured.given, measured.unit) if measured else "",
        "demand": _demand(row, measured) if measured else "",
        "margin": margin_in_words(row) if row.status == "failed" else "",
        "source": _cited(row),
        "url": row.row.source.url,
        "purpose": row.row.purpose.text,
        "protects": row.row.purpose.protects,
    }


def _demand(row: ExplainedRow, measured: Compared) -> str:
    """All that is demanded of what was measured: two bounds both, two values either of them."""
    of_one = [each for each in row.compared if each.fact == measured.fact]
    joining = " of " if measured.operator is Operator.IS else " en "
    return joining.join(dict.fromkeys(demand_in_words(each) for each in of_one))


def _cited(row: ExplainedRow) -> str:
    """The rule, and where the municipality filled in its number: on whose word."""
    source = row.row.source
    cited = f"{source.law}, artikel {source.article} (tekst van {source.version})"
    filled = dict.fromkeys(each.filled_by.title for each in row.compared if each.filled_by)
    return "; ".join((cited, *filled))
