# SPDX-License-Identifier: EUPL-1.2
"""The outcome of a procedure in words: which rule says no, by how much, why, what would help."""

from datetime import date, datetime
from typing import Any

from gemeengoed.content.asking import lines_in_words, phrase_in_words, text_in_words
from gemeengoed.content.edition import Edition
from gemeengoed.content.judged_rules import as_data, reason, step_of
from gemeengoed.content.message import Message, MessageSource
from gemeengoed.content.ways import ways
from gemeengoed.dialogue.doubting import contradictions
from gemeengoed.dialogue.flow import Flow, OutcomeWords
from gemeengoed.dialogue.replies import Judged, WaysOn
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import Explanation, explain
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.wording import value_in_words


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
        choices=ways(edition, flow, explanation, words, at),
        topic=flow.topic,
        lines=lines_in_words(edition, flow, reply.lines, at, changeable=True),
        sources=_sources(edition, flow, explanation),
        explanation=_payload(edition, reply, explanation, words, at),
    )


def ways_on(edition: Edition, reply: WaysOn, at: datetime) -> Message | None:
    """The ways of an outcome once more, without the one that was just taken; None without any."""
    flow = edition.flows[reply.judged.flow]
    words = flow.outcomes[reply.judged.outcome]
    choices = ways(edition, flow, _explained(edition, reply.judged), words, at)
    left = tuple(choice for choice in choices if choice.id != reply.but)
    if not left:
        return None
    text = text_in_words(edition, "uitkomst_wegen", at)
    return Message(kind="choices", text=text, choices=left, topic=flow.topic)


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
    parts += [reason(edition, flow, row, at) for row in explanation.failed]
    if explanation.unknown:
        names = "\n".join(f"- {name}" for name in _unknown(explanation, flow))
        is_sure = explanation.judgement.outcome is not None
        key = "uitkomst_reden_open" if is_sure else "uitkomst_ontbreekt"
        parts.append(text_in_words(edition, key, at, {"gegevens": names}))
    change = _change(edition, explanation, flow, at)
    if change is not None:
        key = "uitkomst_wijziging" if change["outcome"] else "uitkomst_wijziging_open"
        values = {"wijziging": "; ".join(change["lines"]), "dan": _small(change["outcome"])}
        parts.append(
            text_in_words(edition, key, at, values if change["outcome"] else _only(values))
        )
    return [*parts, *_notices(edition, flow, explanation, at)]


def _only(values: dict[str, str]) -> dict[str, str]:
    return {"wijziging": values["wijziging"]}


def _small(words: str) -> str:
    """In the middle of a sentence."""
    return words[:1].lower() + words[1:]


def _notices(edition: Edition, flow: Flow, explanation: Explanation, at: datetime) -> list[str]:
    """Measures that contradict each other, which the resident said are right all the same."""
    given = {name: str(value) for name, value in explanation.judgement.given.items()}
    return [
        text_in_words(
            edition, "uitkomst_maten", at, {"vreemd": phrase_in_words(edition, d.words, at)}
        )
        for d in contradictions(flow, given)
    ]


def _label(explanation: Explanation, flow: Flow, fact: str) -> str:
    step = step_of(flow, fact)
    return step.label if step is not None else explanation.judgement.procedure.inputs[fact].label


def _unknown(explanation: Explanation, flow: Flow) -> list[str]:
    """What is still unknown, each question once."""
    return list(dict.fromkeys(_label(explanation, flow, fact) for fact in explanation.unknown))


def _change(
    edition: Edition, explanation: Explanation, flow: Flow, at: datetime
) -> dict[str, Any] | None:
    """The nearest change as lines, each fact by the label of its question, once.

    outcome: what then comes of it; empty as long as that depends on what is not known.
    """
    change = explanation.change
    if change is None:
        return None
    inputs = explanation.judgement.procedure.inputs
    lines = {
        f"{_label(explanation, flow, fact)}: {value_in_words(value, inputs[fact].unit)}"
        for fact, value in change.values.items()
    }
    return {"lines": sorted(lines), "outcome": change.label}


def _outcome_label(explanation: Explanation, shown: str) -> str:
    outcomes = explanation.judgement.procedure.outcomes
    return next((each.label for each in outcomes if each.shown == shown), shown)


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
    procedure, flow = explanation.judgement.procedure, edition.flows[reply.flow]
    return {
        "procedure": procedure.id,
        "title": procedure.label,
        "outcome": reply.outcome,
        "outcome_label": _outcome_label(explanation, reply.outcome),
        "tone": words.tone.value,
        "headline": _headline(edition, reply, explanation, words, at),
        "day": reply.receipt["day"],
        "rules": [as_data(edition, flow, procedure, row, at) for row in explanation.rows],
        "unknown": _unknown(explanation, flow),
        "change": _change(edition, explanation, flow, at),
        "notices": _notices(edition, flow, explanation, at),
        "onward": [phrase_in_words(edition, phrase, at) for phrase in words.onward],
        "still": [phrase_in_words(edition, phrase, at) for phrase in words.still],
        "receipt": dict(reply.receipt),
    }


def _headline(
    edition: Edition, reply: Judged, explanation: Explanation, words: OutcomeWords, at: datetime
) -> str:
    if words.headline is None:
        return _outcome_label(explanation, reply.outcome)
    return phrase_in_words(edition, words.headline, at)
