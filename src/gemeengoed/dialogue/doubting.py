# SPDX-License-Identifier: EUPL-1.2
"""Measures that contradict each other: asked about once, and the resident has the last word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from gemeengoed.dialogue import judging
from gemeengoed.dialogue.flow import Doubt, Flow, Step
from gemeengoed.dialogue.lengths import length_in_words
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Doubted, Line
from gemeengoed.dialogue.step_events import QuestionClosed
from gemeengoed.language.phrase import Phrase

SLACK = Decimal("0.05")  # metres: nobody measures a roof more exactly than this


@dataclass(frozen=True, slots=True)
class Contradiction:
    """parts: the facts that are known of the doubt, with their lengths; whole: what they exceed."""

    doubt: Doubt
    parts: Mapping[str, Decimal]
    whole: Decimal

    @property
    def total(self) -> Decimal:
        return sum(self.parts.values(), Decimal(0))

    @property
    def words(self) -> Phrase:
        """What is strange about it."""
        return self.doubt.text if len(self.parts) > 1 else self.doubt.alone

    @property
    def key(self) -> str:
        """The same measures are asked about once; other ones may be asked about again."""
        values = (*self.parts.values(), self.whole)
        return f"{self.doubt.name}:{'+'.join(str(each.normalize()) for each in values)}"


def contradictions(flow: Flow, facts: Mapping[str, str]) -> Iterator[Contradiction]:
    """The doubts of the flow that these facts give rise to. facts: lengths in metres, as text."""
    for doubt in flow.doubts:
        known = {name: _length(facts.get(name)) for name in (*doubt.parts, doubt.whole)}
        parts = {name: length for name in doubt.parts if (length := known[name]) is not None}
        whole = known[doubt.whole]
        if whole is not None and sum(parts.values(), Decimal(0)) > whole + SLACK:
            yield Contradiction(doubt, parts, whole)


def _length(written: str | None) -> Decimal | None:
    try:
        return Decimal(written) if written is not None else None
    except InvalidOperation:
        return None


def measures(flow: Flow, found: Contradiction) -> tuple[Line, ...]:
    """What contradicts, each by the label of its question; one that counts twice says so."""
    lines: dict[str, list[Decimal]] = {}
    for fact, length in found.parts.items():
        lines.setdefault(_step_of(flow, fact).name, []).append(length)
    return tuple(_line(flow.steps_by_name[name], lengths) for name, lengths in lines.items())


def _line(step: Step, lengths: list[Decimal]) -> Line:
    words = length_in_words(float(lengths[0]), step)
    return Line(step.name, step.label, words if len(lengths) == 1 else f"{len(lengths)} × {words}")


def _step_of(flow: Flow, fact: str) -> Step:
    return next(step for step in flow.steps if fact in step.facts and not step.looks_up)


# --- in the talk ----------------------------------------------------------------------------------


def open_doubt(draft: Draft) -> Contradiction | None:
    """The contradiction that is asked about now; None where there is none, or another question."""
    if draft.state.flow is None or draft.open_step is not None:
        return None
    return _unconfirmed(draft)


def _unconfirmed(draft: Draft) -> Contradiction | None:
    found = contradictions(draft.flow, judging.facts(draft.flow, draft.run))
    return next((each for each in found if each.key not in draft.run.confirmed), None)


def ask(draft: Draft) -> bool:
    """Ask whether the measures are right; False when nothing contradicts."""
    found = _unconfirmed(draft)
    if found is None:
        return False
    if draft.run.asked is not None:
        draft.note(QuestionClosed())
    facts = (*found.parts, found.doubt.whole)
    steps = tuple(dict.fromkeys(_step_of(draft.flow, fact).name for fact in facts))
    whole = _line(_step_of(draft.flow, found.doubt.whole), [found.whole])
    total = Line("", "", length_in_words(float(found.total)))
    together = (total,) if len(found.parts) > 1 else ()
    lines = (*measures(draft.flow, found), *together, whole)
    draft.say(Doubted(draft.run.flow, found.doubt.name, found.words, lines, steps))
    return True
