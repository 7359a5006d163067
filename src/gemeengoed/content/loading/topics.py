# SPDX-License-Identifier: EUPL-1.2
"""onderwerp.yaml and velden.yaml of the base."""

import re

from gemeengoed.content.loading.document import Entry, Faults, Table
from gemeengoed.content.topic import (
    ASPECTS,
    Allowed,
    Block,
    FieldType,
    Handover,
    Law,
    LocalField,
    Question,
    Source,
    Topic,
    WhenField,
)
from gemeengoed.dialogue.catalogue import TopicKind

_FIELD_NAME = re.compile(r"[a-z_]+\Z")
_BLOCK_ID = re.compile(r"[a-z0-9-]+\Z")
_TOPIC_KEYS = (
    "upl owner grondslag sources fields flow default follow_up blocks handover unverified allow "
    "plain"
)


def read_topic(entry: Entry, folder: str) -> Topic:
    """A whole onderwerp.yaml; folder is the name of the topic's folder, which must be its id."""
    table = entry.table("id label kind blocks", _TOPIC_KEYS)
    topic_id = table.text("id", folder)
    if topic_id != folder:
        table.found["id"].fail(f"the id is {topic_id!r}, the folder {folder!r}", "make them equal")
    blocks = tuple(read_block(item) for item in table.items("blocks"))
    _refuse_doubles(table, blocks)
    upl = table.read("upl", lambda item: item.table("name uri"), None)
    topic = Topic(
        id=folder,
        label=table.text("label", folder),
        kind=TopicKind(table.read("kind", _kind, TopicKind.MUNICIPAL.value)),
        owner=table.text("owner"),
        blocks=blocks,
        default=table.texts("default") or tuple(dict.fromkeys(b.aspect for b in blocks)),
        follow_up=table.texts("follow_up"),
        flow=table.text("flow") or None,
        upl_name=upl.text("name") if upl else None,
        upl_uri=upl.text("uri") if upl else None,
        grondslag=tuple(_law(item) for item in table.items("grondslag")),
        sources=tuple(_source(item) for item in table.items("sources")),
        fields=table.read("fields", read_fields, {}),
        handover=tuple(_handover(item) for item in table.items("handover")),
        unverified=table.texts("unverified"),
        allow=read_allowed(table.items("allow")),
        plain=read_allowed(table.items("plain")),
        place=entry.place,
    )
    _check_aspects(table, topic)
    return topic


def _kind(entry: Entry) -> str:
    return entry.one_of(tuple(kind.value for kind in TopicKind))


def _refuse_doubles(table: Table, blocks: tuple[Block, ...]) -> None:
    seen: set[str] = set()
    for item, block in zip(table.items("blocks"), blocks, strict=True):
        if block.id in seen:
            item.fail(f"the block id {block.id!r} occurs twice", "give each block its own id")
        seen.add(block.id)


def _check_aspects(table: Table, topic: Topic) -> None:
    if not topic.blocks:
        table.entry.fail("the topic has no blocks", "write at least one")
    for item in table.items("default"):
        if item.text() not in topic.aspects:
            item.fail(f"no block has the aspect {item.text()!r}", "write one or leave it out")
    if topic.kind in (TopicKind.EMERGENCY, TopicKind.TALK):
        for block in topic.blocks:
            if block.aspect != "wat":
                table.entry.faults.add(
                    block.place,
                    f"a topic of kind {topic.kind} answers with the aspect wat only",
                    "make the aspect wat",
                )


def read_block(entry: Entry) -> Block:
    """One answer block."""
    table = entry.table("id aspect text", "missing zero when fixed figures_of figures")
    block_id = table.text("id")
    if "id" in table.found and not _BLOCK_ID.match(block_id):
        table.found["id"].fail(f"{block_id!r} is no block id", "use a-z, 0-9 and dashes")
    text = table.words("text")
    if ("figures" in table.found) is not ("figures_of" in table.found):
        entry.fail(
            "figures_of and figures go together", "name the procedure, and its rows in order"
        )
    return Block(
        id=block_id,
        aspect=table.read("aspect", lambda item: item.one_of(ASPECTS), "wat"),
        text=text if text is not None else entry.words(),
        missing=table.words("missing"),
        zero=table.words("zero"),
        when=table.read("when", _when, None),
        is_fixed=table.read("fixed", Entry.yes_no, False),
        figures_of=table.text("figures_of") or None,
        figures=table.texts("figures"),
        place=entry.place,
    )


def _when(entry: Entry) -> WhenField:
    table = entry.table("field equals")
    equals = table.found.get("equals")
    return WhenField(table.text("field"), "" if equals is None else _value(equals))


def _value(entry: Entry) -> str | float | int:
    text = entry.text()
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return entry.number()
    return text


def _law(entry: Entry) -> Law:
    table = entry.table("law article", "version url")
    return Law(
        law=table.text("law"),
        article=table.text("article"),
        version=table.read("version", lambda item: item.day(), None),
        url=table.text("url"),
    )


def _source(entry: Entry) -> Source:
    table = entry.table("title url checked_on")
    day = table.found.get("checked_on")
    return Source(table.text("title"), table.text("url"), (day or entry).day())


def _handover(entry: Entry) -> Handover:
    table = entry.table("situation reason")
    return Handover(table.text("situation"), table.text("reason"))


def read_allowed(items: list[Entry]) -> tuple[Allowed, ...]:
    """Exceptions of the lint, each with its reason."""
    tables = [item.table("text reason") for item in items]
    return tuple(Allowed(table.text("text"), table.text("reason")) for table in tables)


def read_fields(entry: Entry) -> dict[str, LocalField]:
    """Declarations of local fields: name -> type, label, options."""
    fields: dict[str, LocalField] = {}
    for name, key, value in entry.pairs():
        if not _FIELD_NAME.match(name):
            key.fail(f"{name!r} is no field name", "use a-z and underscores")
        table = value.table("type label", "options figures_of")
        kind = FieldType(table.read("type", _field_type, "text"))
        options = table.texts("options")
        if (kind is FieldType.CHOICE) != bool(options):
            value.fail("only a choice has options, and it must have them", "options: [a, b]")
        figures_of = table.text("figures_of") or None
        if figures_of is not None and kind is not FieldType.TEXT:
            value.fail("only a text has figures of a procedure", "type: text")
        fields[name] = LocalField(name, kind, table.text("label"), options, figures_of, key.place)
    return fields


def _field_type(entry: Entry) -> str:
    return entry.one_of(tuple(FieldType))


def read_known_topics(entry: Entry | None) -> dict[str, str]:
    """onderwerpen.yaml: id -> label."""
    return {} if entry is None else {key: value.text() for key, _, value in entry.pairs()}


def read_questions(entry: Entry | None, faults: Faults) -> tuple[Question, ...]:
    """Questions, each a text or ``{text, aspects}``; a double one is worth a notice."""
    return tuple(question for question, _ in placed_questions(entry, faults))


def placed_questions(entry: Entry | None, faults: Faults) -> list[tuple[Question, Entry]]:
    """The same, each with where it stands."""
    questions: dict[str, tuple[Question, Entry]] = {}
    for item in entry.items() if entry else []:
        question = _question(item)
        if question.text in questions:
            faults.notice(
                item.place, f"the question {question.text!r} stands here twice", "drop one"
            )
        questions[question.text] = (question, item)
    return list(questions.values())


def _question(entry: Entry) -> Question:
    if not entry.is_mapping:
        return Question(entry.text())
    table = entry.table("text", "aspects")
    aspects = tuple(item.one_of(ASPECTS) for item in table.items("aspects"))
    return Question(table.text("text"), aspects)
