# SPDX-License-Identifier: EUPL-1.2
"""Flows that judge: which questions can still matter, what registers know, and the outcome.

What a procedure makes of the answers is worked out here and noted as events; path.py then reads
from the run alone which steps count.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from gemeengoed.dialogue.effects import LookUpPremises, PremisesKnown, Result
from gemeengoed.dialogue.flow import Flow, InputKind, Step
from gemeengoed.dialogue.flow_events import FlowLeft, FlowSettled
from gemeengoed.dialogue.lengths import length_in_words
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import lines
from gemeengoed.dialogue.replies import Judged, Line, Say
from gemeengoed.dialogue.state import Awaiting, FlowRun, FoundFact, Settled, Want
from gemeengoed.dialogue.step_events import FactsOpened, PremisesTold
from gemeengoed.dialogue.talk_events import PersonOffered
from gemeengoed.procedures.asking import unknown_facts
from gemeengoed.procedures.errors import ProceduresError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import explain
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import UNKNOWN, Procedure
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.receipt import receipt_of
from gemeengoed.procedures.wording import door_in_words, row_in_words

MOST_UNKNOWN = 3
WAY = "Mogelijke weg"  # for a colleague only
CHANGE = "wijzig"  # a button under an outcome: wijzig:<step>


@dataclass(frozen=True, slots=True)
class Judging:
    """Where the judging stands. open_steps: unasked steps that can still change the outcome."""

    judgement: Judgement
    open_steps: tuple[str, ...]


def reconsider(draft: Draft) -> None:
    """Note which steps can still change the outcome, after what is known now."""
    if not draft.flow.judges:
        return
    judging = judge(draft)
    steps = judging.open_steps if judging is not None else ()
    if steps != draft.run.open_facts:
        draft.note(FactsOpened(steps))


def judge(draft: Draft) -> Judging | None:
    """By the procedure that counts now; None where the municipality has no rules for it.

    The first procedure decides, unless one of the rows named for the next one says no.
    """
    judgement = judgement_now(draft)
    if judgement is None:
        return None
    if not draft.flow.judges or _knows_too_little(draft):
        return Judging(judgement, ())
    return Judging(judgement, _steps_for(draft, unknown_facts(judgement)))


def judgement_now(draft: Draft) -> Judgement | None:
    """What the procedure that counts now makes of what is known; None where there are no rules."""
    found: Judgement | None = None
    known = facts(draft.flow, draft.run)
    for ruling in draft.flow.rulings:
        if ruling.after and not _said_no(found, ruling.after):
            break
        procedure = draft.catalogue.rulebook.on(ruling.procedure, draft.today)
        judgement = judgement_of(procedure, known, draft.today) if procedure else None
        if judgement is None:
            break
        found = judgement
    return found


def _knows_too_little(draft: Draft) -> bool:
    """Who cannot tell three things gets no more questions, but a person.

    A joined question that was left does not count once one of its facts was told apart.
    """
    known = set(facts(draft.flow, draft.run))
    steps = (draft.flow.steps_by_name[name] for name in draft.run.skipped)
    left = (step for step in steps if step.facts and not step.looks_up)
    return sum(not known & set(step.facts) for step in left) >= MOST_UNKNOWN


def _said_no(judgement: Judgement | None, rows: tuple[str, ...]) -> bool:
    if judgement is None or judgement.outcome is None:
        return False
    return any(row.row.id in rows for row in judgement.failed)


def judgement_of(procedure: Procedure, known: Mapping[str, str], day: date) -> Judgement | None:
    """None when the facts cannot be read: then nothing is decided, and a person is offered."""
    named = {name: value for name, value in known.items() if name in procedure.inputs}
    try:
        return evaluate(procedure, read_facts(procedure, named), day)
    except ProceduresError:
        return None


def facts(flow: Flow, run: FlowRun) -> Mapping[str, str]:
    """What is known, by the names of the procedure: registers first, the resident over them."""
    known = {found.fact: found.value for found in told(run)}
    answered = [
        step
        for step in flow.steps
        if step.name in run.answers and step.input is not InputKind.ADDRESS
    ]
    apart: dict[str, str] = {}
    for step in answered:
        apart |= {} if step.is_joined else _given_by(step, run)
    for step in answered:
        given = _given_by(step, run) if step.is_joined else {}
        if all(apart.get(fact, value) == value for fact, value in given.items()):
            known |= given  # no part of it was told otherwise since
    return _with_lists(flow, known | apart, answered, run)


def _given_by(step: Step, run: FlowRun) -> Mapping[str, str]:
    """What the answer gives; of a joined question a part for each fact: ``zij-ja``."""
    value = str(run.answers[step.name].value)
    chosen = next((choice for choice in step.choices if choice.id == value), None)
    if chosen is not None and not step.facts:
        return chosen.gives
    if not step.is_joined:
        return dict.fromkeys(step.facts, value)
    return dict(zip(step.facts, value.split("-"), strict=False))


def _with_lists(
    flow: Flow, known: Mapping[str, str], answered: list[Step], run: FlowRun
) -> dict[str, str]:
    """With what choices add to lists: what registers told stays, what nobody told is not so."""
    listed = {fact for step in flow.steps for choice in step.choices for fact in choice.adds}
    whole = {**dict.fromkeys(listed, ""), **known}
    chosen = [
        choice
        for step in answered
        for choice in step.choices
        if choice.id == run.answers[step.name].value
    ]
    for choice in chosen:
        for fact, value in choice.adds.items():
            before = whole.get(fact)
            whole[fact] = f"{before};{value}" if before else value
    return whole


def told(run: FlowRun) -> Iterator[FoundFact]:
    """What registers told that counts with the answers given so far."""
    for found in run.found:
        given = run.answers.get(found.step or "")
        if found.step is None or (given is not None and given.value == found.choice):
            yield found


def _steps_for(draft: Draft, names: tuple[str, ...]) -> tuple[str, ...]:
    """The steps that ask for these facts, in that order, each once.

    Of several that give a fact the first that is not settled: the address, by which registers
    tell it, and then the question itself, or one in which it is joined with others.
    """
    asking: dict[str, str] = {}
    for step in sorted(draft.flow.steps, key=lambda step: (not step.looks_up, not step.is_joined)):
        if not draft.run.is_settled(step.name) and _may_ask(draft.run, step, names):
            asking |= {fact: step.name for fact in step.facts if fact not in asking}
    names = tuple(name for name in names if name not in _known_by_any_choice(draft))
    steps = draft.flow.steps_by_name
    left = [steps[name] for name in draft.run.skipped if steps[name].is_joined]
    unknown = {fact for step in left for fact in step.facts}
    wanted = dict.fromkeys(asking[name] for name in names if name in asking and name not in unknown)
    # The address first: what registers know of it need not be asked.
    return tuple(sorted(wanted, key=lambda name: not draft.flow.steps_by_name[name].looks_up))


def _may_ask(run: FlowRun, step: Step, names: tuple[str, ...]) -> bool:
    """A joined question stands in for registers that told nothing, while all its facts matter."""
    if step.is_joined:
        return not run.found and set(step.facts) <= set(names)
    return not step.told_only


def _known_by_any_choice(draft: Draft) -> set[str]:
    """Facts that registers told for every choice of a question that is still to come."""
    known = set()
    for fact in {each.fact for each in draft.run.found if each.step is not None}:
        by_choice = {e.choice for e in draft.run.found if e.fact == fact}
        step = next(e.step for e in draft.run.found if e.fact == fact and e.step is not None)
        asked = draft.flow.step(step)
        if asked is not None and not draft.run.is_settled(step):
            known |= {fact} if {choice.id for choice in asked.choices} <= by_choice else set()
    return known


# --- registers ------------------------------------------------------------------------------------


def look_up(draft: Draft) -> bool:
    """Ask registers about the address, once; False when there is nothing to ask."""
    for step in draft.flow.steps if draft.flow.judges else ():
        address = _identification(draft.run, step)
        if step.looks_up and address is not None and address != draft.run.looked_up:
            draft.want(Awaiting(Want.PREMISES), [LookUpPremises(step.name, address)])
            return True
    return False


def _identification(run: FlowRun, step: Step) -> str | None:
    given = run.answers.get(step.name)
    value = given.value if given is not None else None
    return value.get("identificatie") if isinstance(value, Mapping) else None


def hear_premises(draft: Draft, result: Result | None) -> None:
    """Note what registers told, and tell it; when they are silent the questions are asked."""
    step = next(step for step in draft.flow.steps if step.looks_up)
    address = _identification(draft.run, step) or ""
    if not isinstance(result, PremisesKnown):
        draft.note(PremisesTold(address, ()))
        draft.say(Say("gegevens_onbekend", kind="notice"))
        return
    found = [FoundFact(fact, value) for fact, value in result.facts.items()]
    found += [FoundFact(fact, value, on, choice) for fact, on, choice, value in result.by_choice]
    draft.note(PremisesTold(address, tuple(asdict(each) for each in found)))
    shown = "\n".join(
        f"- {line.label}: {line.value}" for line in found_lines(draft.flow, draft.run, found)
    )
    if shown:
        draft.say(Say("gegevens_gevonden", values={"gegevens": shown}))


def found_lines(flow: Flow, run: FlowRun, found: Iterable[FoundFact]) -> tuple[Line, ...]:
    """What registers told as lines, those that count for every answer; named by their step."""
    plain = {each.fact: each.value for each in found if each.step is None}
    return tuple(
        _found_line(step, plain[step.facts[0]])
        for step in flow.steps
        if step.facts and not step.looks_up and not step.is_joined
        if step.facts[0] in plain and step.name not in run.answers
    )


def _told_lines(flow: Flow, run: FlowRun) -> tuple[Line, ...]:
    """All that the outcome rests on: what was answered, and what registers told."""
    return (*lines(flow, run), *found_lines(flow, run, told(run)))


def _found_line(step: Step, value: str) -> Line:
    if step.input is InputKind.LENGTH:
        return Line(step.name, step.label, length_in_words(float(value)))
    return Line(step.name, step.label, value, value)


# --- the outcome ----------------------------------------------------------------------------------


def conclude(draft: Draft) -> None:
    """There is nothing left to ask: say what comes of the answers."""
    judging = judge(draft)
    if judging is None:
        draft.note(FlowLeft("no rules"))
        draft.note(PersonOffered("no rules"))
        call_back = draft.catalogue.person_flow
        choices = ((f"flow:{call_back}", "knop_terugbellen"),) if call_back else ()
        draft.say(Say("geen_regels", kind="handover", choices=choices))
        return
    receipt = receipt_of(judging.judgement, draft.catalogue.municipality).to_json()
    shown = _told_lines(draft.flow, draft.run)
    flow, judgement = draft.run.flow, judging.judgement
    draft.note(FlowSettled(judgement.procedure.id, judgement.shown, receipt))
    draft.say(Judged(flow, judgement.procedure.id, judgement.shown, receipt, shown))


def in_the_way(draft: Draft, settled: Settled) -> set[str]:
    """The facts of the rows that stood in the way of that outcome."""
    procedure = draft.catalogue.rulebook.on(settled.procedure, draft.today)
    flow = draft.catalogue.flows.get(settled.run.flow)
    if procedure is None or flow is None:
        return set()
    judgement = judgement_of(procedure, facts(flow, settled.run), draft.today)
    if judgement is None:
        return set()
    return {fact for row in judgement.failed for fact in row.row.facts}


def attachment(draft: Draft) -> tuple[dict[str, Any], dict[str, str]]:
    """(values, lines) of the last outcome, to hand in with a request to look at it.

    The lines are for a colleague: the outcome, what is in the way, the lawful way on, the measures.
    """
    settled = draft.state.settled
    if settled is None:
        return {}, {}
    about = _outcome_in_words(draft, settled)
    flow = draft.catalogue.flows.get(settled.run.flow)
    if flow is not None:
        about |= {line.label: line.value for line in _told_lines(flow, settled.run)}
    return {"bewijs": dict(settled.receipt)}, about


def goes_along(draft: Draft) -> tuple[Line, ...]:
    """What is handed in with a request besides the answers, as one line of its summary."""
    _, about = attachment(draft)
    told = "\n".join(f"{label}: {words}" for label, words in about.items() if label != WAY)
    return (Line("bijlage", "Wordt meegestuurd", told, is_fixed=True),) if told else ()


def _outcome_in_words(draft: Draft, settled: Settled) -> dict[str, str]:
    """As the receipt proves it; empty when its procedure is not there any more."""
    day = date.fromisoformat(settled.receipt["day"])
    procedure = draft.catalogue.rulebook.on(settled.procedure, day)
    facts_then = settled.receipt["facts"]
    judgement = judgement_of(procedure, facts_then, day) if procedure is not None else None
    if procedure is None or judgement is None:
        return {}
    explanation = explain(judgement)
    labels = {UNKNOWN: "Nog niet bekend"} | {o.shown: o.label for o in procedure.outcomes}
    told_in_words = {
        "Uitkomst": labels[judgement.shown],
        "Past niet": "\n".join(row_in_words(row) for row in explanation.failed),
        "Ontbreekt": ", ".join(procedure.inputs[name].label for name in explanation.unknown),
        WAY: door_in_words(explanation),
    }
    return {label: words for label, words in told_in_words.items() if words}
