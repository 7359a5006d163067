# SPDX-License-Identifier: EUPL-1.2
"""flow.yaml: compiled into the shapes of the dialogue room, its texts kept by path."""

import re
from dataclasses import dataclass, field

from gemeengoed.content.loading.document import Entry, Table
from gemeengoed.content.packs import FlowSource
from gemeengoed.content.text import Text
from gemeengoed.dialogue.flow import (
    Beyond,
    Choice,
    Condition,
    Doubt,
    Flow,
    Heeding,
    InputKind,
    OutcomeWords,
    Ruling,
    Step,
    Tone,
)
from gemeengoed.dialogue.logging_in import LEVELS
from gemeengoed.language.phrase import Phrase, parse

_STEP_NAME = re.compile(r"[a-z_]+\Z")
_CHOICE_ID = re.compile(r"[a-z0-9-]+\Z")
_WITHOUT_VALUE = ("known", "unknown", "checked", "unchecked")
_OPERATORS = ("=", "!=", "<", "<=", ">", ">=", *_WITHOUT_VALUE)
_STEP_KEYS = (
    "again why choices optional role minimum maximum when warnings facts takes plausible drawing "
    "looks_up told_only beyond level leaves"
)
_FLOW_KEYS = (
    "submit term receipt intro summary_intro rulings outcomes attaches_outcome doubts words "
    "hands_in gathers reasons heeds"
)
_CHOOSING = (InputKind.CHOICE, InputKind.PERSONS, InputKind.LOGIN)


@dataclass(slots=True)
class _Texts:
    """Reads the phrases of a flow and keeps each text under its path."""

    kept: dict[str, Text] = field(default_factory=dict)

    def phrase(self, entry: Entry | None, path: str) -> Phrase | None:
        if entry is None:
            return None
        text = entry.words()
        self.kept[path] = text
        return text.phrase

    def needed(self, table: Table, key: str, path: str) -> Phrase:
        """A phrase that must be there; its absence was noted as a fault already."""
        return self.phrase(table.get(key), path) or parse("")


def read_flow(entry: Entry) -> FlowSource:
    """A whole flow.yaml."""
    table = entry.table("id topic label steps", _FLOW_KEYS)
    texts = _Texts()
    steps = tuple(_step(item, texts) for item in table.items("steps"))
    _check_steps(table, steps)
    rulings = tuple(_ruling(item) for item in table.items("rulings"))
    _check_ending(table, rulings, steps)
    gathers = _gathers(table.get("gathers"), steps)
    flow = Flow(
        id=table.text("id"),
        topic=table.text("topic"),
        label=table.text("label"),
        steps=steps,
        submit=table.text("submit"),
        term=table.text("term"),
        receipt=texts.phrase(table.get("receipt"), "flow.receipt"),
        intro=texts.phrase(table.get("intro"), "flow.intro"),
        summary_intro=texts.phrase(table.get("summary_intro"), "flow.summary_intro"),
        rulings=rulings,
        outcomes=_outcomes(table.get("outcomes"), texts),
        attaches_outcome=table.read("attaches_outcome", Entry.yes_no, False),
        hands_in=table.texts("hands_in"),
        heeds=_heeds(table.get("heeds"), steps),
        reasons=_reasons(table.get("reasons"), texts),
        gathers=gathers[0],
        gathers_from=gathers[1],
        doubts=tuple(_doubt(item, steps, texts) for item in table.items("doubts")),
        words=_words(table.get("words"), texts),
    )
    return FlowSource(flow, texts.kept, entry.place)


def _check_ending(table: Table, rulings: tuple[Ruling, ...], steps: tuple[Step, ...]) -> None:
    """A flow hands something in, it judges, or it does both: a procedure before handing in."""
    is_gated = bool(rulings) and table.get("submit") is not None
    ending = "outcomes" if rulings else "submit term receipt"
    if is_gated:
        ending = "submit term receipt outcomes hands_in"
    for key in ending.split():
        if table.get(key) is None:
            table.entry.fail(f"the key {key!r} is missing", "see docs/flows.md")
    takes_files = any(step.input is InputKind.FILE for step in steps)
    if takes_files and not is_gated:
        table.entry.fail("a step with input file needs rulings and submit", "see docs/flows.md")
    if table.get("hands_in") is not None and not is_gated:
        table.entry.fail("hands_in needs rulings and submit", "see docs/flows.md")


def _gathers(entry: Entry | None, steps: tuple[Step, ...]) -> tuple[str, tuple[str, ...]]:
    """``{by: verhuizing, from: [nieuw_adres]}``: the named step, and the answers it looks at."""
    if entry is None:
        return "", ()
    table = entry.table("by from", "")
    names = table.texts("from")
    for name in set(names) - {step.name for step in steps}:
        entry.fail(f"gathers: there is no step {name!r}", "use the name of a step")
    if not any(step.input is InputKind.LOGIN for step in steps):
        entry.fail("gathers needs a step with input login", "registers tell who is logged in only")
    return table.text("by"), names


def _heeds(entry: Entry | None, steps: tuple[Step, ...]) -> Heeding | None:
    """``{step: overleg, choice: veiligheid, topics: [nood-112]}``."""
    if entry is None:
        return None
    table = entry.table("step choice topics")
    heeds = Heeding(table.text("step"), table.text("choice"), table.texts("topics"))
    choices = {choice.id for step in steps if step.name == heeds.step for choice in step.choices}
    if heeds.choice not in choices:
        entry.fail(f"heeds: {heeds.step!r} has no choice {heeds.choice!r}", "name a choice")
    return heeds


def _ruling(entry: Entry) -> Ruling:
    table = entry.table("procedure", "after")
    return Ruling(table.text("procedure"), table.texts("after"))


def _doubt(entry: Entry, steps: tuple[Step, ...], texts: _Texts) -> Doubt:
    table = entry.table("name parts whole text alone")
    doubt = Doubt(
        name=table.text("name"),
        parts=table.texts("parts"),
        whole=table.text("whole"),
        text=texts.needed(table, "text", f"flow.doubts.{table.text('name')}.text"),
        alone=texts.needed(table, "alone", f"flow.doubts.{table.text('name')}.alone"),
    )
    lengths = (step for step in steps if step.input is InputKind.LENGTH)
    known = {fact for step in lengths for fact in step.facts}
    for fact in (*doubt.parts, doubt.whole):
        if fact not in known:
            entry.fail(f"no step asks for the length {fact!r}", "name a fact of a step")
    return doubt


def _words(entry: Entry | None, texts: _Texts) -> dict[str, Phrase]:
    """What a word of the questions means."""
    return {
        word.lower(): texts.phrase(value, f"flow.words.{word}") or parse("")
        for word, _, value in (entry.pairs() if entry else ())
    }


def _reasons(entry: Entry | None, texts: _Texts) -> dict[str, Phrase]:
    """Why a row lets a person look, in words for the resident."""
    return {
        row: texts.phrase(value, f"flow.reasons.{row}") or parse("")
        for row, _, value in (entry.pairs() if entry else ())
    }


def _outcomes(entry: Entry | None, texts: _Texts) -> dict[str, OutcomeWords]:
    found: dict[str, OutcomeWords] = {}
    for name, _, value in entry.pairs() if entry else ():
        table = value.table("", "text tone headline ways onward still receipt term partly")
        path = f"flow.outcomes.{name}"
        found[name] = OutcomeWords(
            text=texts.phrase(table.get("text"), f"{path}.text") or Phrase(()),
            tone=Tone(table.read("tone", lambda e: e.one_of(tuple(Tone)), Tone.NEUTRAL.value)),
            headline=texts.phrase(table.get("headline"), f"{path}.headline"),
            ways=tuple(_way(item, texts, path) for item in table.items("ways")),
            onward=_phrases(table, "onward", texts, path),
            still=_phrases(table, "still", texts, path),
            receipt=texts.phrase(table.get("receipt"), f"{path}.receipt"),
            term=table.text("term"),
            partly=texts.phrase(table.get("partly"), f"{path}.partly"),
        )
    return found


def _phrases(table: Table, key: str, texts: _Texts, path: str) -> tuple[Phrase, ...]:
    return tuple(
        texts.phrase(item, f"{path}.{key}.{number}") or parse("")
        for number, item in enumerate(table.items(key))
    )


def _way(entry: Entry, texts: _Texts, path: str) -> Choice:
    """A button under an outcome; ``wijzig`` alone stands for the measures that are in the way."""
    table = entry.table("id", "label also")
    name = table.text("id")
    label = texts.phrase(table.get("label"), f"{path}.ways.{name}") or parse("")
    return Choice(name, label, _lower(table.texts("also")))


def _step(entry: Entry, texts: _Texts) -> Step:
    table = entry.table("name label input question", _STEP_KEYS)
    name = table.text("name")
    if "name" in table.found and not _STEP_NAME.match(name):
        table.found["name"].fail(f"{name!r} is no step name", "use a-z and underscores")
    path = f"flow.steps.{name}"
    kind = InputKind(table.read("input", lambda item: item.one_of(tuple(InputKind)), "text"))
    if table.get("facts") is not None and table.get("when") is not None:
        entry.fail("a step for a procedure has no when", "the procedure decides whether it counts")
    choices = tuple(_choice(item, texts, path) for item in table.items("choices"))
    if kind is not InputKind.FILE and (kind in _CHOOSING) != bool(choices):
        entry.fail("only choice, persons and login have choices, and must have them", "mend that")
    for name in set(table.texts("leaves")) - {choice.id for choice in choices}:
        entry.fail(f"leaves: there is no choice {name!r}", "use the id of a choice")
    return Step(
        name=name,
        label=table.text("label"),
        input=kind,
        question=texts.needed(table, "question", f"{path}.question"),
        again=texts.phrase(table.get("again"), f"{path}.again"),
        why=texts.phrase(table.get("why"), f"{path}.why"),
        choices=choices,
        optional=table.read("optional", Entry.yes_no, False),
        role=table.text("role") or None,
        minimum=table.read("minimum", Entry.number, None),
        maximum=table.read("maximum", Entry.number, None),
        when=tuple(_condition(item) for item in table.items("when")),
        warnings=_warnings(table, texts, path, choices),
        facts=table.texts("facts"),
        takes=table.text("takes") or None,
        plausible=_plausible(table.get("plausible")),
        drawing=table.text("drawing") or None,
        looks_up=table.read("looks_up", Entry.yes_no, False),
        told_only=table.read("told_only", Entry.yes_no, False),
        level=table.read("level", lambda item: item.one_of(LEVELS), None),
        leaves=table.texts("leaves"),
        beyond=_beyond(table.get("beyond"), texts, path),
    )


def _beyond(entry: Entry | None, texts: _Texts, path: str) -> Beyond | None:
    """Where a length may lie on the other side of what it is measured from."""
    if entry is None:
        return None
    table = entry.table("label question words", "also")
    return Beyond(
        label=texts.needed(table, "label", f"{path}.beyond.label"),
        question=texts.needed(table, "question", f"{path}.beyond.question"),
        words=table.text("words"),
        also=_lower(table.texts("also")),
    )


def _lower(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _plausible(entry: Entry | None) -> tuple[float, float] | None:
    """``[0.5, 3]``: between these, in metres."""
    bounds = [float(item.number()) for item in entry.items()] if entry else []
    if entry is not None and len(bounds) != 2:
        entry.fail("plausible has a lowest and a highest length", "plausible: [0.5, 3]")
        return None
    return (bounds[0], bounds[1]) if bounds else None


def _choice(entry: Entry, texts: _Texts, path: str) -> Choice:
    table = entry.table("id label", "also unasked gives adds")
    choice_id = table.text("id")
    if "id" in table.found and not _CHOICE_ID.match(choice_id):
        table.found["id"].fail(f"{choice_id!r} is no choice id", "use a-z, 0-9 and dashes")
    label = texts.needed(table, "label", f"{path}.choices.{choice_id}")
    unasked = _lower(table.texts("unasked")) if table.get("unasked") is not None else None
    gives, adds = _facts(table.get("gives")), _facts(table.get("adds"))
    return Choice(choice_id, label, _lower(table.texts("also")), unasked, gives, adds)


def _facts(entry: Entry | None) -> dict[str, str]:
    """Facts that follow from a choice, as they are written for a procedure."""
    return {fact: value.text() for fact, _, value in (entry.pairs() if entry else ())}


def _condition(entry: Entry) -> Condition:
    if several := entry.table("", "any operator step fact value").items("any"):
        return Condition("", "any", any=tuple(_condition(each) for each in several))
    table = entry.table("operator", "step fact value")
    if (table.get("step") is None) == (table.get("fact") is None):
        entry.fail("a condition looks at a step or at a fact", "write one of the two")
    operator = table.read("operator", lambda e: e.one_of(_OPERATORS), "=")
    value = table.get("value")
    if (value is None) != (operator in _WITHOUT_VALUE):
        entry.fail(f"the operator {operator!r} and the value do not fit", "known takes no value")
    compared = None if value is None else _compared(value)
    return Condition(table.text("step"), operator, compared, table.text("fact"))


def _compared(entry: Entry) -> str | int | float:
    text = entry.text()
    return entry.number() if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def _warnings(
    table: Table, texts: _Texts, path: str, choices: tuple[Choice, ...]
) -> dict[str, Phrase]:
    warnings: dict[str, Phrase] = {}
    entry = table.get("warnings")
    for choice, key, value in entry.pairs() if entry else ():
        if choice not in {known.id for known in choices}:
            key.fail(f"there is no choice {choice!r} to warn for", "use the id of a choice")
        warnings[choice] = texts.phrase(value, f"{path}.warnings.{choice}") or parse("")
    return warnings


def _check_steps(table: Table, steps: tuple[Step, ...]) -> None:
    """Each step has its own name and looks back only; each can be reached."""
    if not steps:
        table.entry.fail("the flow has no steps", "write at least one")
    earlier: dict[str, Step] = {}
    for item, step in zip(table.items("steps"), steps, strict=True):
        if step.name in earlier:
            item.fail(f"the step {step.name!r} occurs twice", "give each step its own name")
        for condition in (each for one in step.when for each in one.any or (one,)):
            if not condition.fact:
                _check_condition(item, condition, earlier)
        earlier[step.name] = step


def _check_condition(item: Entry, condition: Condition, earlier: dict[str, Step]) -> None:
    asked = earlier.get(condition.step)
    if asked is None:
        item.fail(
            f"the condition looks at {condition.step!r}, which is not an earlier step",
            "this step could never be reached; name an earlier step",
        )
    elif asked.choices and condition.operator in ("=", "!="):
        ids = {choice.id for choice in asked.choices}
        if str(condition.value) not in ids:
            item.fail(
                f"{condition.value!r} is no choice of {asked.name!r}",
                f"choose from: {', '.join(sorted(ids))}",
            )
