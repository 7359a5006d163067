# SPDX-License-Identifier: EUPL-1.2
"""A whole folder of packs: every file is read, every fault is kept."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from gemeengoed.content.errors import PackError, Place
from gemeengoed.content.loading.document import Entry, Faults, open_document
from gemeengoed.content.loading.facts import missing_fields, read_facts
from gemeengoed.content.loading.flows import read_flow
from gemeengoed.content.loading.local_rules import read_local_rules
from gemeengoed.content.loading.municipalities import read_municipality, read_pins
from gemeengoed.content.loading.plain_language import read_plain_language
from gemeengoed.content.loading.scenarios import read_scenarios
from gemeengoed.content.loading.topics import (
    read_allowed,
    read_fields,
    read_known_topics,
    read_questions,
    read_topic,
)
from gemeengoed.content.loading.transcripts import read_transcripts
from gemeengoed.content.loading.used_tables import read_procedures
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

ASSISTANT = "_assistent"  # the folder of what belongs to no topic
_TOPIC_FILES = {
    "onderwerp.yaml",
    "vragen.train.yaml",
    "vragen.toets.yaml",
    "flow.yaml",
    "transcripts.yaml",
}
_ASSISTANT_FILES = {
    "velden.yaml",
    "teksten.yaml",
    "toegestaan.yaml",
    "taal.yaml",
    "onderwerpen.yaml",
    "geen-onderwerp.train.yaml",
    "geen-onderwerp.toets.yaml",
    "transcripts.yaml",
}
# A topic may have several procedures: procedure.yaml, procedure-lokaal.yaml, each with scenarios.
_PROCEDURE = re.compile(r"procedure(-[a-z-]+)?\.yaml\Z")
_SCENARIOS = re.compile(r"scenarios(-[a-z-]+)?\.yaml\Z")
_BUTTON_FLOW = re.compile(r"flow-[a-z-]+\.yaml\Z")  # a second flow, reached by a button only
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
    negatives: tuple[Question, ...] = ()
    transcripts: list[Transcript] = field(default_factory=list)
    written_procedures: list[Entry] = field(default_factory=list)
    procedures: dict[str, ProcedureSource] = field(default_factory=dict)
    scenarios: list[Scenario] = field(default_factory=list)
    plain_language: PlainLanguage = field(default_factory=PlainLanguage)


def read_packs(root: Path, faults: Faults) -> Packs:
    """Everything under root (``basis/`` and ``gemeenten/``); what is wrong goes into faults."""
    base = _Base()
    _read_assistant(root, base, faults)
    for folder in _folders(root / "basis", faults, root):
        if folder.name != ASSISTANT:
            _read_topic_folder(folder, root, base, faults)
    base.procedures = read_procedures(base.written_procedures, faults)
    municipalities = {
        folder.name: pack
        for folder in _folders(root / "gemeenten", faults, root)
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
        negatives=base.negatives,
        transcripts=tuple(base.transcripts),
        procedures=base.procedures,
        scenarios=tuple(base.scenarios),
        plain_language=base.plain_language,
    )


def readable_packs(root: Path) -> Packs:
    """What can be read of the packs, faulty or not: to look at their texts, never to publish."""
    return read_packs(root, Faults())


def refuse_faults(faults: Faults) -> None:
    """Raises PackError with every fault when there is one."""
    if faults.faults:
        raise PackError(faults.faults)


def _folders(parent: Path, faults: Faults, root: Path) -> list[Path]:
    """The folders in it by name; a file among them is a fault."""
    if not parent.is_dir():
        faults.add(_place(parent, root), "this folder is missing", "see docs/packs.md")
        return []
    for path in sorted(parent.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            faults.add(_place(path, root), "a file has no place here", "put it in a folder")
    return sorted(path for path in parent.iterdir() if path.is_dir())


def _place(path: Path, root: Path) -> Place:
    return Place(path.relative_to(root.parent).as_posix())


def _entries(folder: Path, known: set[str], root: Path, faults: Faults) -> dict[str, Entry]:
    """The documents of a folder by file name; a file of another name is a fault."""
    entries: dict[str, Entry] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.is_dir():
            continue
        if path.name not in known and not _is_of_procedures(path.name, known):
            hint = f"known are: {', '.join(sorted(known))}"
            faults.add(_place(path, root), "this file has no meaning here", hint)
        elif (entry := open_document(path, root, faults)) is not None:
            entries[path.name] = entry
    return entries


def _is_of_procedures(name: str, known: set[str]) -> bool:
    """Topic folders, of the base and of municipalities, may have procedures under several names."""
    if "onderwerp.yaml" not in known:
        return False
    patterns = (_PROCEDURE, _SCENARIOS, _BUTTON_FLOW)
    return any(pattern.match(name) for pattern in patterns)


def _read_assistant(root: Path, base: _Base, faults: Faults) -> None:
    files = _entries(root / "basis" / ASSISTANT, _ASSISTANT_FILES, root, faults)
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
    read_questions(files.get("geen-onderwerp.toets.yaml"), faults)
    base.transcripts += read_transcripts(files.get("transcripts.yaml"))


def _read_topic_folder(folder: Path, root: Path, base: _Base, faults: Faults) -> None:
    files = _entries(folder, _TOPIC_FILES, root, faults)
    if "onderwerp.yaml" not in files:
        hint = "write onderwerp.yaml, or remove the folder"
        faults.add(_place(folder, root), "the topic has no onderwerp.yaml", hint)
        return
    topic = read_topic(files["onderwerp.yaml"], folder.name)
    base.topics[topic.id] = topic
    _add_fields(topic, base, faults)
    base.questions[topic.id] = read_questions(files.get("vragen.train.yaml"), faults)
    read_questions(files.get("vragen.toets.yaml"), faults)
    transcripts = read_transcripts(files.get("transcripts.yaml"))
    base.transcripts += transcripts
    if "flow.yaml" in files:
        _add_flow(read_flow(files["flow.yaml"]), topic, base, faults)
        if not transcripts:
            place = files["flow.yaml"].place
            faults.add(place, "the flow has no transcript", "write transcripts.yaml beside it")
    for name, entry in files.items():
        if _BUTTON_FLOW.match(name):
            source = replace(read_flow(entry), is_reached_by_button=True)
            _add_flow(source, topic, base, faults)
    _read_procedures(files, base)


def _read_procedures(files: dict[str, Entry], base: _Base) -> None:
    """The procedures of a topic, each with scenarios beside it."""
    for name, entry in files.items():
        if _SCENARIOS.match(name):
            base.scenarios += read_scenarios(entry)
        elif _PROCEDURE.match(name):
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
    files = _entries(folder, _MUNICIPALITY_FILES, root, faults)
    if "gemeente.yaml" not in files:
        hint = "write gemeente.yaml: who the municipality is"
        faults.add(_place(folder, root), "the municipality has no gemeente.yaml", hint)
        return None
    facts = read_facts(files.get("velden.yaml"), base.fields)
    place = files["velden.yaml"].place if "velden.yaml" in files else _place(folder, root)
    missing_fields(facts, base.fields, place, faults)
    pins: list[Pin] = []
    rules: list[LocalRules] = []
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        is_assistant = part.name == ASSISTANT
        name = "teksten.yaml" if is_assistant else "onderwerp.yaml"
        found = _entries(part, {name}, root, faults)
        pins += read_pins(found.pop(name, None), None if is_assistant else part.name)
        rules += filter(None, (read_local_rules(each, base.procedures) for each in found.values()))
    municipality = read_municipality(files["gemeente.yaml"], folder.name)
    return MunicipalityPack(municipality, facts, tuple(pins), tuple(rules))
