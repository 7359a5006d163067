# SPDX-License-Identifier: EUPL-1.2
"""Does everything in the packs fit together: references, texts, facts, flows, municipalities?"""

from dataclasses import replace

from gemeengoed.content.errors import Place
from gemeengoed.content.fixed_texts import known_texts, needed_texts
from gemeengoed.content.lint import BLOCK_WORDS, Rules, lint, lint_label
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.municipality import Municipality, Pin
from gemeengoed.content.packs import FlowSource, Packs
from gemeengoed.content.people import PHONE_HOURS
from gemeengoed.content.topic import Block, FieldType, LocalField, Topic, WhenField
from gemeengoed.content.values import MUNICIPAL
from gemeengoed.dialogue.catalogue import TopicKind
from gemeengoed.dialogue.flow import Flow
from gemeengoed.procedures.procedure import UNKNOWN

CHAT_HOURS = "openingstijden_chat"
DESK_HOURS = "openingstijden_balie"
_NEEDED_FIELDS = (PHONE_HOURS, CHAT_HOURS, DESK_HOURS)
WAITING = "wachten"  # the names of who must still do something
_RECEIPT_VALUES = frozenset({"nummer", "uiterlijk", "wie"})
_TEXTS_FILE = Place("packs/basis/_assistent/teksten.yaml")
_FIELDS_FILE = Place("packs/basis/_assistent/velden.yaml")


def check_packs(packs: Packs, faults: Faults) -> None:
    """Every fault that no single file can show."""
    for name in _NEEDED_FIELDS:
        declared = packs.fields.get(name)
        if declared is None or declared.type is not FieldType.HOURS:
            hint = f"{name}: {{type: hours, label: …}}"
            faults.add(_FIELDS_FILE, f"the code needs the field {name!r} of type hours", hint)
    rules = _Shared(packs)
    for topic in packs.topics.values():
        _check_topic(topic, packs, rules, faults)
    for source in packs.flows.values():
        _check_flow(source, packs, rules, faults)
    _check_texts(packs, rules, faults)
    for pack in packs.municipalities.values():
        _check_municipality(pack.municipality, packs, faults)
        for pin in pack.pins:
            _check_pin(pin, packs, rules, faults)
    for region in packs.regions.values():
        for pin in region.pins:
            _check_pin(pin, packs, rules, faults)
    _check_transcripts(packs, faults)


class _Shared:
    """What every text may use: gemeente.… and the facts that can be shown."""

    def __init__(self, packs: Packs) -> None:
        self.hidden = frozenset(
            name for name, field in packs.fields.items() if field.type is FieldType.CHOICE
        )
        self.shown = MUNICIPAL | (frozenset(packs.fields) - self.hidden)
        self.fixed = known_texts()
        self.packs = packs

    def of_topic(self, topic: Topic | None, *, maximum_words: int | None = None) -> Rules:
        allow = (topic.allow if topic else ()) + self.packs.allowed
        return Rules(self.shown, self.hidden, allow, maximum_words)

    def of_receipt(self, topic: Topic | None, flow: Flow) -> Rules:
        """A receipt may name the steps that are always answered."""
        always = {s.name for s in flow.steps if not s.optional and not s.when}
        rules = self.of_topic(topic)
        return Rules(rules.placeholders | _RECEIPT_VALUES | always, rules.hidden, rules.allowed)

    def of_text(self, key: str) -> Rules:
        values = self.fixed.get(key, frozenset())
        return Rules(self.shown | values, self.hidden, self.packs.allowed)


def _check_topic(topic: Topic, packs: Packs, shared: _Shared, faults: Faults) -> None:
    lint_label(topic.label, topic.place, faults)
    rules = shared.of_topic(topic, maximum_words=BLOCK_WORDS)
    for block in topic.blocks:
        for text in (block.text, block.missing, block.zero):
            if text is not None:
                lint(text, rules, faults)
        _check_block(block, packs, faults)
    for name in topic.follow_up:
        if name not in packs.topics and name not in packs.known_topics:
            hint = "use an id of _assistent/onderwerpen.yaml"
            faults.add(topic.place, f"follow_up: there is no topic {name!r}", hint)
    if topic.flow is not None and topic.flow not in packs.flows:
        hint = "write flow.yaml beside it, or flow: null"
        faults.add(topic.place, f"there is no flow {topic.flow!r}", hint)
    if packs.known_topics and topic.id not in packs.known_topics:
        hint = "add it to _assistent/onderwerpen.yaml"
        faults.add(topic.place, f"the topic {topic.id!r} is not in the list of topics", hint)
    if topic.kind is TopicKind.ELSEWHERE and not topic.sources:
        faults.add(topic.place, "a referral needs a source", "sources: the other body's page")
    for entry in topic.unverified:
        faults.notice(topic.place, entry, "unverified")
    if not packs.questions.get(topic.id):
        faults.notice(topic.place, "the reader has no questions to learn from", "no questions")


def _check_block(block: Block, packs: Packs, faults: Faults) -> None:
    if block.zero is not None and not _has_money(block, packs):
        hint = "zero takes the place of a text with a money field"
        faults.add(block.place, f"{block.id!r} has zero, but its text has no amount", hint)
    if block.when is None:
        return
    field = packs.fields.get(block.when.field)
    if field is None:
        hint = "declare it as a field, or mend the name"
        faults.add(block.place, f"when: there is no field {block.when.field!r}", hint)
    else:
        _check_when(block, field, block.when, faults)


def _has_money(block: Block, packs: Packs) -> bool:
    types = {packs.fields[n].type for n in block.text.phrase.placeholders if n in packs.fields}
    return FieldType.MONEY in types


def _check_when(block: Block, field: LocalField, when: WhenField, faults: Faults) -> None:
    possible = {FieldType.CHOICE: field.options, FieldType.YES_NO: ("ja", "nee")}.get(field.type)
    numbers = (FieldType.MONEY, FieldType.NUMBER, FieldType.WORKING_DAYS)
    if possible is not None and when.equals not in possible:
        hint = f"choose from: {', '.join(possible)}"
        faults.add(block.place, f"{when.equals!r} is no value of {field.name!r}", hint)
    if field.type in numbers and isinstance(when.equals, str):
        faults.add(block.place, f"{field.name!r} is a number", "compare it with a number")
    if possible is None and field.type not in numbers:
        hint = "only choice, yes_no and numbers can be compared"
        faults.add(block.place, f"{field.name!r} is of type {field.type}", hint)


def _check_flow(source: FlowSource, packs: Packs, shared: _Shared, faults: Faults) -> None:
    flow = source.flow
    topic = packs.topics.get(flow.topic)
    for path, text in source.texts.items():
        is_receipt = path.endswith(".receipt")
        rules = shared.of_receipt(topic, flow) if is_receipt else shared.of_topic(topic)
        if path.endswith(".partly"):
            rules = replace(rules, placeholders=rules.placeholders | {WAITING})
        lint(text, rules, faults)
        if ".choices." in path:
            lint_label(text.source, text.place, faults)
    for label in (flow.label, *(step.label for step in flow.steps)):
        lint_label(label, source.place, faults)
    if flow.rulings:
        _check_rulings(source, packs, faults)
    if flow.submit:
        _check_term(source, packs, faults)
    if topic is not None and topic.flow != flow.id and not source.is_reached_by_button:
        hint = f"write flow: {flow.id} in its onderwerp.yaml"
        faults.add(source.place, "the topic does not lead to this flow", hint)


def _check_term(source: FlowSource, packs: Packs, faults: Faults) -> None:
    of_outcomes = {words.term for words in source.flow.outcomes.values()} - {""}
    for name in (source.flow.term, *sorted(of_outcomes)):
        term = packs.fields.get(name)
        if term is None or term.type is not FieldType.WORKING_DAYS:
            hint = "declare the promise as a field of type working_days"
            faults.add(source.place, f"term: there is no number of working days {name!r}", hint)


def _check_rulings(source: FlowSource, packs: Packs, faults: Faults) -> None:
    """The procedures exist, every outcome has words, and steps give facts that they know."""
    known: set[str] = set()
    rows: set[str] = set()
    for ruling in source.flow.rulings:
        procedure = packs.procedures.get(ruling.procedure)
        if procedure is None:
            faults.add(source.place, f"there is no procedure {ruling.procedure!r}", "mend the name")
            continue
        known |= set(procedure.procedure.inputs)
        rows |= {row.id for table in procedure.procedure.tables for row in table.rows}
        for outcome in procedure.procedure.outcomes:
            if outcome.shown not in source.flow.outcomes:
                hint = "write it under outcomes"
                faults.add(source.place, f"the outcome {outcome.shown!r} has no words", hint)
    for name in sorted(set(source.flow.hands_in) - set(source.flow.outcomes)):
        faults.add(source.place, f"hands_in: there is no outcome {name!r}", "mend the name")
    if UNKNOWN not in source.flow.outcomes:
        faults.add(source.place, f"the outcome {UNKNOWN!r} has no words", "write it under outcomes")
    for name in sorted(set(source.flow.reasons) - rows):
        faults.add(source.place, f"reasons: there is no row {name!r}", "use the id of a row")
    for step in source.flow.steps:
        given = {fact for choice in step.choices for fact in (*choice.gives, *choice.adds)}
        for fact in sorted({*step.facts, *given} - known):
            hint = "use the name of an input"
            faults.add(source.place, f"{step.name}: no procedure knows the fact {fact!r}", hint)


def _check_texts(packs: Packs, shared: _Shared, faults: Faults) -> None:
    for key in sorted(needed_texts() - set(packs.texts)):
        values = ", ".join(sorted(shared.fixed[key])) or "none"
        faults.add(
            _TEXTS_FILE, f"the text {key!r} is missing", f"it may use these values: {values}"
        )
    for key, text in packs.texts.items():
        if key not in shared.fixed:
            faults.add(text.place, f"nobody says the text {key!r}", "remove it, or mend the key")
        lint(text, shared.of_text(key), faults)


def _check_municipality(municipality: Municipality, packs: Packs, faults: Faults) -> None:
    place = municipality.place
    for topic in municipality.off:
        if topic not in packs.topics and topic not in packs.known_topics:
            faults.add(place, f"off: there is no topic {topic!r}", "use the id of a topic")
    if not municipality.website.startswith("https://"):
        faults.add(place, f"the website is {municipality.website!r}", "it begins with https://")
    for colleague in municipality.colleagues:
        for slug in colleague.also_in:
            if slug not in packs.municipalities:
                hint = "use the name of a folder in gemeenten/"
                message = f"{colleague.login} works in an unknown municipality {slug!r}"
                faults.add(place, message, hint)


def _check_pin(pin: Pin, packs: Packs, shared: _Shared, faults: Faults) -> None:
    topic = packs.topics.get(pin.topic) if pin.topic else None
    if topic is None:
        rules = shared.of_text(pin.path) if pin.topic is None else shared.of_topic(None)
        lint(pin.value, rules, faults)
    elif pin.path == "flow.receipt" and (source := packs.flows.get(topic.flow or "")):
        lint(pin.value, shared.of_receipt(topic, source.flow), faults)
    else:
        words = BLOCK_WORDS if pin.path.startswith("blocks.") else None
        lint(pin.value, shared.of_topic(topic, maximum_words=words), faults)


def _check_transcripts(packs: Packs, faults: Faults) -> None:
    names: set[str] = set()
    for transcript in packs.transcripts:
        if transcript.municipality and transcript.municipality not in packs.municipalities:
            message = f"there is no municipality {transcript.municipality!r}"
            faults.add(transcript.place, message, "use the name of a folder in gemeenten/")
        if transcript.name in names:
            hint = "give each conversation its own name"
            faults.add(transcript.place, f"the name {transcript.name!r} is used twice", hint)
        names.add(transcript.name)
