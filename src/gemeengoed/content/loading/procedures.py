# SPDX-License-Identifier: EUPL-1.2
"""procedure.yaml (docs/procedures.md), compiled into the shapes of the procedures room."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gemeengoed.content.errors import Place
from gemeengoed.content.loading.conditions import Known, read_condition
from gemeengoed.content.loading.document import Entry, Table
from gemeengoed.content.packs import ProcedureSource, TableUse
from gemeengoed.procedures.conditions import ALWAYS
from gemeengoed.procedures.derivations import STEPS
from gemeengoed.procedures.procedure import (
    Combination,
    Derived,
    Input,
    Kind,
    Outcome,
    Procedure,
)
from gemeengoed.procedures.table import (
    HitPolicy,
    LocalRoom,
    Purpose,
    Row,
    RuleKind,
    Source,
)
from gemeengoed.procedures.table import Table as DecisionTable

_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_INPUT_KEYS = (
    "unit options others minimum maximum step register changeable likely typical fields optional "
    "fact"
)
_ROW_KEYS = "when requires bubble_up local not_met too_much too_little"
_TABLE_KEYS = "label hit_policy rows otherwise ends for_each open use"
_ANY_DAY = date(1900, 1, 1)
_NUMBERS = (Kind.LENGTH, Kind.NUMBER)
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What rows may refer to: facts with their kind and words, outcomes, laws by a short name.

    places notes where each row stands.
    """

    known: Known
    outcomes: tuple[str, ...]
    laws: Mapping[str, Entry]
    places: dict[tuple[str, date], Place] = field(default_factory=dict)


def uses_another(entry: Entry) -> bool:
    """Whether the file builds on the facts of another procedure."""
    return entry.is_mapping and any(key == "uses" for key, _, _ in entry.pairs())


def read_procedure(entry: Entry, others: Mapping[str, ProcedureSource]) -> ProcedureSource:
    """A whole procedure.yaml. Tables of another procedure (use) are filled in later.

    others: those that were read before; the facts of the one that it uses are its own as well.
    """
    table = entry.table("id label inputs outcomes tables", "uses derived combination sources")
    inputs = {**_inputs_of_used(table, others), **read_inputs(table.get("inputs"))}
    used = others.get(table.text("uses"))
    own = tuple(_derived(item) for item in table.items("derived"))
    derived = (*(used.procedure.derived if used else ()), *own)
    outcomes = tuple(_outcome(item) for item in table.items("outcomes"))
    words = Vocabulary(
        known_facts(inputs, derived), tuple(each.id for each in outcomes), read_laws(table)
    )
    lent: list[TableUse] = []
    tables = tuple(
        found
        for place, item in enumerate(table.items("tables"))
        if (found := _table(item, words, place, lent)) is not None
    )
    procedure = Procedure(
        id=table.text("id"),
        label=table.text("label"),
        inputs={name: declared.input for name, declared in inputs.items()},
        derived=derived,
        tables=tables,
        outcomes=outcomes,
        combination=Combination(
            table.read("combination", lambda e: e.one_of(tuple(Combination)), "chain")
        ),
    )
    from_facts = {name: each.fact for name, each in inputs.items() if each.fact}
    return ProcedureSource(procedure, from_facts, tuple(lent), entry.place, words.places)


def _inputs_of_used(
    table: Table, others: Mapping[str, ProcedureSource]
) -> Mapping[str, "DeclaredInput"]:
    name = table.text("uses")
    if not name:
        return {}
    if name not in others:
        table.entry.fail(f"uses: there is no procedure {name!r}", "mend the name")
        return {}
    source = others[name]
    inputs = source.procedure.inputs
    return {name: DeclaredInput(each, source.from_facts.get(name)) for name, each in inputs.items()}


# --- facts ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DeclaredInput:
    """An input; fact: the municipal field that fills it, if there is one."""

    input: Input
    fact: str | None


def read_inputs(entry: Entry | None) -> dict[str, DeclaredInput]:
    """The inputs by name."""
    found: dict[str, DeclaredInput] = {}
    for name, key, value in entry.pairs() if entry else ():
        if not _NAME.match(name):
            key.fail(f"{name!r} is no name of a fact", "use a-z, 0-9 and _")
        found[name] = _input(name, value)
    return found


def _input(name: str, entry: Entry) -> DeclaredInput:
    table = entry.table("kind label", _INPUT_KEYS)
    kind = Kind(table.read("kind", lambda item: item.one_of(tuple(Kind)), "yes_no"))
    options = table.texts("options")
    if kind is Kind.CHOICE and not options:
        entry.fail("a choice needs options", "options: [a, b]")
    fields = tuple(each.input for each in read_inputs(table.get("fields")).values())
    if kind is Kind.LIST and (strange := [f.name for f in fields if f.name not in options]):
        entry.fail(f"{', '.join(strange)} cannot carry a value", "put it among the options")
    declared = Input(
        name=name,
        kind=kind,
        label=table.text("label"),
        unit=table.text("unit") or ("m" if kind is Kind.LENGTH else None),
        options=options,
        others=_others(table, options),
        minimum=table.read("minimum", decimal, _ZERO if kind in _NUMBERS else None),
        maximum=table.read("maximum", decimal, None),
        step=table.read("step", decimal, Decimal("0.01" if kind is Kind.LENGTH else "1")),
        register=table.text("register") or None,
        changeable=table.read("changeable", Entry.yes_no, True),
        likely=table.read("likely", _parts, None),
        typical=_typical(table),
        fields=fields,
        optional=table.read("optional", Entry.yes_no, False),
    )
    return DeclaredInput(declared, table.text("fact") or None)


def decimal(entry: Entry) -> Decimal:
    """A number exactly as it is written."""
    entry.number()  # notes the fault when it is none
    try:
        return Decimal(entry.text())
    except ArithmeticError:
        return Decimal(0)


def _others(table: Table, options: tuple[str, ...]) -> str | None:
    entry = table.get("others")
    if entry is None:
        return None
    return entry.one_of(options)


def _typical(table: Table) -> tuple[Decimal, Decimal] | None:
    bounds = [decimal(item) for item in table.items("typical")]
    if bounds and len(bounds) != 2:
        table.entry.fail("typical has a lowest and a highest number", "typical: [0.5, 1.0]")
    return (bounds[0], bounds[1]) if len(bounds) == 2 else None


def _parts(entry: Entry) -> dict[str, int]:
    return {word: value.whole() for word, _, value in entry.pairs()}


def _derived(entry: Entry) -> Derived:
    table = entry.table("name label step takes kind", "options")
    return Derived(
        name=table.text("name"),
        label=table.text("label"),
        step=table.read("step", lambda item: item.one_of(tuple(STEPS)), ""),
        takes=table.texts("takes"),
        kind=Kind(table.read("kind", lambda item: item.one_of(tuple(Kind)), "yes_no")),
        options=table.texts("options"),
    )


def known_facts(inputs: Mapping[str, DeclaredInput], derived: tuple[Derived, ...]) -> Known:
    """Every name that a condition may use, with its kind and words."""
    known = {name: (each.input.kind, each.input.options) for name, each in inputs.items()}
    for each in inputs.values():
        known |= {field.name: (field.kind, field.options) for field in each.input.fields}
    return known | {each.name: (each.kind, each.options) for each in derived}


def facts_of(procedure: Procedure) -> Known:
    """The same of a procedure that was read before."""
    inputs = {name: DeclaredInput(each, None) for name, each in procedure.inputs.items()}
    return known_facts(inputs, procedure.derived)


def _outcome(entry: Entry) -> Outcome:
    table = entry.table("id label", "shown is_no alone besides")
    id = table.text("id")
    return Outcome(
        id,
        table.text("label"),
        table.text("shown", id),
        table.read("is_no", Entry.yes_no, False),
        table.read("alone", Entry.yes_no, False),
        table.texts("besides"),
    )


# --- tables ---------------------------------------------------------------------------------------


def _table(
    entry: Entry, words: Vocabulary, place: int, used: list[TableUse]
) -> DecisionTable | None:
    table = entry.table("", f"id {_TABLE_KEYS}")
    written = table.get("ends")
    ends = _words(written) if written else {}
    if use := table.text("use"):
        used.append(TableUse(place, use, ends, entry.place))
        return None
    otherwise = table.text("otherwise") or None
    for name in (otherwise, *ends.values()):
        if name is not None and name not in words.outcomes:
            entry.fail(f"there is no outcome {name!r}", f"known: {', '.join(words.outcomes)}")
    policies = tuple(HitPolicy)
    return DecisionTable(
        id=table.text("id"),
        label=table.text("label"),
        hit_policy=HitPolicy(table.read("hit_policy", lambda e: e.one_of(policies), "U")),
        rows=tuple(read_row(item, words) for item in table.items("rows")),
        otherwise=otherwise,
        ends=ends,
        for_each=table.text("for_each") or None,
        is_open=table.read("open", Entry.yes_no, False),
    )


def _words(entry: Entry) -> dict[str, str]:
    return {key: value.text() for key, _, value in entry.pairs()}


def read_row(entry: Entry, words: Vocabulary) -> Row:
    """One rule. Its source names a law of ``sources`` or stands in full."""
    table = entry.table("id label outcome rule_kind source purpose", _ROW_KEYS)
    kinds = tuple(RuleKind)
    when, requires = table.get("when"), table.get("requires")
    if when is None and requires is None:
        entry.fail("the row says nothing", "write when or requires")
    row = Row(
        id=table.text("id"),
        label=table.text("label"),
        outcome=table.read("outcome", lambda e: e.one_of(words.outcomes), ""),
        rule_kind=RuleKind(table.read("rule_kind", lambda e: e.one_of(kinds), "policy_rule")),
        source=read_source(table.get("source"), words.laws) or _no_source(),
        purpose=table.read("purpose", _purpose, Purpose("", "")),
        when=read_condition(when, words.known) if when else ALWAYS,
        requires=read_condition(requires, words.known) if requires else None,
        bubble_up=table.read("bubble_up", Entry.yes_no, False),
        local=table.read("local", _local_room, LocalRoom()),
        otherwise=table.text("not_met"),
        too_much=table.text("too_much", "te veel"),
        too_little=table.text("too_little", "te weinig"),
    )
    if row.source.hardship_clause and row.rule_kind is not RuleKind.ORDINANCE:
        hint = "only an ordinance has one; policy is deviated from by Awb 4:84"
        entry.fail(f"{row.id!r} is no ordinance rule and its source has a hardship_clause", hint)
    words.places[(row.id, row.source.valid_from)] = entry.place
    return row


def _purpose(entry: Entry) -> Purpose:
    table = entry.table("text protects")
    return Purpose(table.text("text"), table.text("protects"))


def _local_room(entry: Entry) -> LocalRoom:
    table = entry.table("may", "minimum maximum")
    may = table.read("may", lambda item: item.one_of(("none", "change")), "none")
    return LocalRoom(
        may, table.read("minimum", decimal, None), table.read("maximum", decimal, None)
    )


# --- sources --------------------------------------------------------------------------------------


def read_laws(table: Table) -> Mapping[str, Entry]:
    """The laws that rows name by a short word."""
    entry = table.get("sources")
    return {name: value for name, _, value in entry.pairs()} if entry else {}


def read_source(entry: Entry | None, laws: Mapping[str, Entry]) -> Source | None:
    """``{of: bbl, article: "2.29, onder b"}``: the article, and the law it is an article of."""
    if entry is None:
        return None
    table = entry.table("of article")
    name = table.text("of")
    if name not in laws:
        entry.fail(f"there is no source {name!r}", f"known: {', '.join(laws) or 'none'}")
        return None
    law = laws[name].table("law version url valid_from", "valid_to hardship_clause")
    return Source(
        law=law.text("law"),
        article=table.text("article"),
        version=law.text("version"),
        url=law.text("url"),
        valid_from=law.read("valid_from", Entry.day, _ANY_DAY),
        valid_to=law.read("valid_to", Entry.day, None),
        hardship_clause=law.text("hardship_clause"),
    )


def _no_source() -> Source:
    """In place of one that is missing; that was noted as a fault already."""
    return Source("", "", "", "", _ANY_DAY)
