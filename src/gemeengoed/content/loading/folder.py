# SPDX-License-Identifier: EUPL-1.2
"""A whole folder of packs: every file is read, every fault is kept."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from gemeengoed.content.base_change import BaseChange
from gemeengoed.content.errors import PackError
from gemeengoed.content.loading.changes import by_text, read_changes
from gemeengoed.content.loading.document import Entry, Faults
from gemeengoed.content.loading.facts import missing_fields, read_facts
from gemeengoed.content.loading.flows import read_flow
from gemeengoed.content.loading.local_rules import read_local_rules
from gemeengoed.content.loading.municipalities import read_municipality, read_pins
from gemeengoed.content.loading.plain_language import read_plain_language
from gemeengoed.content.loading.regions import read_regions
from gemeengoed.content.loading.scenarios import read_scenarios
from gemeengoed.content.loading.topics import (
    placed_questions,
    read_allowed,
    read_fields,
    read_known_topics,
    read_questions,
    read_topic,
)
from gemeengoed.content.loading.transcripts import read_transcripts
from gemeengoed.content.loading.tree import (
    ASSISTANT,
    BUTTON_FLOW,
    PROCEDURE,
    SCENARIOS,
    entries,
    folders,
    own_parts,
    pin_file,
    place_of,
)
from gemeengoed.content.loading.used_tables import read_procedures
from gemeengoed.content.loading.value_sentences import read_value_sentences
from gemeengoed.content.municipality import Pin
from gemeengoed.content.packs import (
    FlowSource,
    LocalRules,
    MunicipalityPack,
    Packs,
    PlainLanguage,
    ProcedureSource,
)
from gemeengoed.content.scenario import Scenario
from gemeengoed.content.text import Text
from gemeengoed.content.topic import Allowed, LocalField, Question, Topic
from gemeengoed.content.transcript import Transcript
from gemeengoed.content.value_sentence import ValueSentence
from gemeengoed.language.additions import topic_words

_TO_LEARN = "vragen.train.yaml"
_TO_TEST = "vragen.toets.yaml"
_TOPIC_FILES = {
    "onderwerp.yaml",
    _TO_LEARN,
    _TO_TEST,
    "flow.yaml",
    "transcripts.yaml",
    "wijzigingen.yaml",
}
_ASSISTANT_FILES = {
    "velden.yaml",
    "teksten.yaml",
    "toegestaan.yaml",
    "taal.yaml",
    "onderwerpen.yaml",
    "geen-onderwerp.train.yaml",
    "geen-onderwerp.toets.yaml",
    "waarden.toets.yaml",
    "transcripts.yaml",
    "wijzigingen.yaml",
}
_MUNICIPALITY_FILES = {"gemeente.yaml", "velden.yaml"}


@dataclass(slots=True)
class _Base:
    topics: dict[str, Topic] = field(default_factory=dict)
    flows: dict[str, FlowSource] = field(default_factory=dict)
    fields: dict[str, LocalField] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    allowed: tuple[Allowed, ...] = ()
    known_topics: dict[str, str] = field(default_factory=dict)
    questions: dict[str, tuple[Question, ...]] = field(default_factory=dict)
    test_questions: dict[str, tuple[Question, ...]] = field(default_factory=dict)
    negatives: tuple[Question, ...] = ()
    test_negatives: tuple[Question, ...] = ()
    value_sentences: tuple[ValueSentence, ...] = ()
    transcripts: list[Transcript] = field(default_factory=list)
    written_procedures: list[Entry] = field(default_factory=list)
    procedures: dict[str, ProcedureSource] = field(default_factory=dict)
    scenarios: list[Scenario] = field(default_factory=list)
    plain_language: PlainLanguage = field(default_factory=PlainLanguage)
    changes: list[BaseChange] = field(default_factory=list)


def read_packs(root: Path, faults: Faults) -> Packs:
    """Everything under root (``basis/`` and ``gemeenten/``); what is wrong goes into faults."""
    base = _Base()
    _read_assistant(root, base, faults)
    for folder in folders(root / "basis", faults, root):
        if folder.name != ASSISTANT:
            _read_topic_folder(folder, root, base, faults)
    base.procedures = read_procedures(base.written_procedures, faults)
    municipalities = {
        folder.name: pack
        for folder in folders(root / "gemeenten", faults, root)
        if (pack := _read_municipality_folder(folder, root, base, faults)) is not None
    }
    return Packs(
        topics=base.topics,
        flows=base.flows,
        fields=base.fields,
        texts=base.texts,
        municipalities=municipalities,
        allowed=base.allowed,
        known_topics=base.known_topics,
        questions=base.questions,
        test_questions=base.test_questions,
        negatives=base.negatives,
        test_negatives=base.test_negatives,
        value_sentences=base.value_sentences,
        transcripts=tuple(base.transcripts),
        procedures=base.procedures,
        scenarios=tuple(base.scenarios),
        plain_language=base.plain_language,
        changes=by_text(base.changes),
        regions=read_regions(root, municipalities, faults),
    )


def readable_packs(root: Path) -> Packs:
    """What can be read of the packs, faulty or not: to look at their texts, never to publish."""
    return read_packs(root, Faults())


def refuse_faults(faults: Faults) -> None:
    """Raises PackError with every fault when there is one."""
    if faults.faults:
        raise PackError(faults.faults)


def _read_assistant(root: Path, base: _Base, faults: Faults) -> None:
    files = entries(root / "basis" / ASSISTANT, _ASSISTANT_FILES, root, faults)
    if "velden.yaml" in files:
        base.fields |= read_fields(files["velden.yaml"])
    if "teksten.yaml" in files:
        base.texts = {key: value.words() for key, _, value in files["teksten.yaml"].pairs()}
    if "toegestaan.yaml" in files:
        base.allowed = read_allowed(files["toegestaan.yaml"].items())
    if "taal.yaml" in files:
        base.plain_language = read_plain_language(files["taal.yaml"])
    base.known_topics = read_known_topics(files.get("onderwerpen.yaml"))
    base.negatives = read_questions(files.get("geen-onderwerp.train.yaml"), faults)
    base.test_negatives = read_questions(files.get("geen-onderwerp.toets.yaml"), faults)
    base.value_sentences = read_value_sentences(files.get("waarden.toets.yaml"))
    base.transcripts += read_transcripts(files.get("transcripts.yaml"))
    base.changes += read_changes(files.get("wijzigingen.yaml"), None)


def _read_topic_folder(folder: Path, root: Path, base: _Base, faults: Faults) -> None:
    files = entries(folder, _TOPIC_FILES, root, faults)
    if "onderwerp.yaml" not in files:
        hint = "write onderwerp.yaml, or remove the folder"
        faults.add(place_of(folder, root), "the topic has no onderwerp.yaml", hint)
        return
    topic = read_topic(files["onderwerp.yaml"], folder.name)
    base.topics[topic.id] = topic
    _add_fields(topic, base, faults)
    base.questions[topic.id] = read_questions(files.get(_TO_LEARN), faults)
    base.test_questions[topic.id] = read_questions(files.get(_TO_TEST), faults)
    transcripts = read_transcripts(files.get("transcripts.yaml"))
    base.transcripts += transcripts
    if "flow.yaml" in files:
        _add_flow(read_flow(files["flow.yaml"]), topic, base, faults)
        if not transcripts:
            place = files["flow.yaml"].place
            faults.add(place, "the flow has no transcript", "write transcripts.yaml beside it")
    for name, entry in files.items():
        if BUTTON_FLOW.match(name):
            source = replace(read_flow(entry), is_reached_by_button=True)
            _add_flow(source, topic, base, faults)
    base.changes += read_changes(files.get("wijzigingen.yaml"), topic.id)
    _read_procedures(files, base)


def _read_procedures(files: dict[str, Entry], base: _Base) -> None:
    """The procedures of a topic, each with scenarios beside it."""
    for name, entry in files.items():
        if SCENARIOS.match(name):
            base.scenarios += read_scenarios(entry)
        elif PROCEDURE.match(name):
            base.written_procedures.append(entry)
            if name.replace("procedure", "scenarios") not in files:
                entry.fail("the procedure has no scenarios", "write scenarios.yaml beside it")


def _add_fields(topic: Topic, base: _Base, faults: Faults) -> None:
    for name, declared in topic.fields.items():
        if name in base.fields:
            faults.add(
                declared.place,
                f"the field {name!r} was declared at {base.fields[name].place}",
                "declare it once; when topics share it, in _assistent/velden.yaml",
            )
        base.fields.setdefault(name, declared)


def _add_flow(source: FlowSource, topic: Topic, base: _Base, faults: Faults) -> None:
    flow = source.flow
    if flow.topic != topic.id:
        hint = f"write topic: {topic.id}"
        faults.add(source.place, f"the flow belongs to the topic {flow.topic!r}", hint)
    if flow.id in base.flows:
        hint = "give each flow its own id"
        faults.add(source.place, f"the flow id {flow.id!r} is used twice", hint)
    base.flows[flow.id] = source


def _read_municipality_folder(
    folder: Path, root: Path, base: _Base, faults: Faults
) -> MunicipalityPack | None:
    files = entries(folder, _MUNICIPALITY_FILES, root, faults)
    if "gemeente.yaml" not in files:
        hint = "write gemeente.yaml: who the municipality is"
        faults.add(place_of(folder, root), "the municipality has no gemeente.yaml", hint)
        return None
    facts = read_facts(files.get("velden.yaml"), base.fields)
    place = files["velden.yaml"].place if "velden.yaml" in files else place_of(folder, root)
    missing_fields(facts, base.fields, place, faults)
    pins: list[Pin] = []
    rules: list[LocalRules] = []
    questions: dict[str, tuple[Question, ...]] = {}
    tests: dict[str, tuple[Question, ...]] = {}
    for topic, found in own_parts(folder, root, faults, also={_TO_LEARN, _TO_TEST}):
        pins += read_pins(found.pop(pin_file(topic), None), topic)
        questions |= _own_questions(topic, found.pop(_TO_LEARN, None), base, faults)
        tests |= _own_questions(topic, found.pop(_TO_TEST, None), base, faults)
        rules += filter(None, (read_local_rules(each, base.procedures) for each in found.values()))
    municipality = read_municipality(files["gemeente.yaml"], folder.name)
    return MunicipalityPack(municipality, facts, tuple(pins), tuple(rules), questions, tests)


def _own_questions(
    topic: str | None, entry: Entry | None, base: _Base, faults: Faults
) -> dict[str, tuple[Question, ...]]:
    """Questions in a municipality's own words on a topic of the base."""
    if topic is None or entry is None:
        return {}
    if topic not in base.topics:
        entry.fail(f"there is no topic {topic!r}", "use the name of a folder in basis/")
        return {}
    placed = placed_questions(entry, faults)
    for question, item in placed:
        if not topic_words(question.text):
            item.fail("no word of this question tells its topic", "name what is asked for")
    return {topic: tuple(question for question, _ in placed)}
