# SPDX-License-Identifier: EUPL-1.2
"""Where a talk is. Frozen values; plain JSON on the way in and out.

A state never changes: an event gives the next one (events.apply). from_json takes older JSON:
what it does not know it leaves out, what is missing gets its default.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from functools import cache
from typing import Any, Self


class Phase(StrEnum):
    ASKING = "asking"
    SUMMARY = "summary"  # the summary was the last thing shown: a yes hands in
    CANCELLING = "cancelling"  # "sure to stop?" was the last thing asked


@dataclass(frozen=True, slots=True)
class Given:
    """One answer. value as stored, label as people read it; a choice has its id as value."""

    value: Any
    label: str
    is_checked: bool = True  # False: taken as typed, because nobody could check it


@dataclass(frozen=True, slots=True)
class Option:
    """A choice that a look-up gave, for the open question only. value None: no value yet."""

    id: str
    label: str
    value: Any
    item: str = ""  # of a person: how the list of a procedure names them


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact from a register; with a step it counts when the answer to that is ``choice``."""

    fact: str
    value: str
    step: str | None = None
    choice: str | None = None


@dataclass(frozen=True, slots=True)
class Login:
    """Who the resident proved to be. person: an id of access, never a BSN."""

    person: str
    level: str


@dataclass(frozen=True, slots=True)
class FlowRun:
    """One going-through of a flow. number tells the runs of a talk apart."""

    flow: str
    number: int
    answers: Mapping[str, Given] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    order: tuple[str, ...] = ()  # the settled steps, the latest last
    asked: str | None = None  # the open question; it may have an answer that is being changed
    tries: int = 0  # unclear answers to the open question, in a row
    phase: Phase = Phase.ASKING
    options: tuple[Option, ...] = ()
    offers: int = 0  # options offered so far: ids go on counting, an old button is never a new one
    parts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    # step -> what is known of an answer that is not complete: address parts, a number without unit
    open_facts: tuple[str, ...] = ()  # steps that can still change the outcome, in asking order
    looked_up: str | None = None  # the address of which registers told what they know
    found: tuple[FoundFact, ...] = ()  # what they told
    gathered: str | None = None  # for which answers and person facts were gathered last
    people: tuple[Option, ...] = ()  # who may be chosen, as registers told
    knows_people: bool = False  # whether registers told who there are; nobody is an answer too
    kept: Mapping[str, Any] = field(default_factory=dict)  # for handing in; not looked at here
    ruling: Mapping[str, Any] | None = None  # with which it may be handed in; see ruling.py
    confirmed: tuple[str, ...] = ()  # contradicting measures that are right all the same

    def is_settled(self, step: str) -> bool:
        """Whether this step needs no question any more."""
        return step in self.answers or step in self.skipped


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What came of a flow that was handed in."""

    flow: str
    number: int
    reference: str


@dataclass(frozen=True, slots=True)
class Settled:
    """The last outcome of a procedure in this talk, with the run that led to it."""

    run: FlowRun
    procedure: str
    outcome: str  # as shown; onbekend when facts were missing
    receipt: Mapping[str, Any]


class Want(StrEnum):
    ADDRESSES = "addresses"
    FACTS = "facts"
    PREMISES = "premises"
    TAAK = "taak"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Check:
    """An address that the register is looking up, for this step."""

    step: str
    parts: Mapping[str, Any]  # straat, huisnummer, …, and tekst: what was typed
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class Awaiting:
    """What the effects of the last outcome were for. Lives from decide to go_on only."""

    want: Want
    checks: tuple[Check, ...] = ()  # in the order of the effects
    noted: tuple[str, ...] = ()  # steps answered on the way, still to be told


@dataclass(frozen=True, slots=True)
class State:
    flow: FlowRun | None = None
    parked: tuple[FlowRun, ...] = ()  # the latest last; each flow at most once
    last_topic: str | None = None
    side_topic: str | None = None  # answered in the middle of a flow, since the last answer
    offered: tuple[str, ...] = ()  # topics of an open "which do you mean?"
    offered_aspects: tuple[str, ...] = ()
    open_aspects: tuple[str, ...] = ()  # asked of we do not know what: we asked that just now
    unknowns: int = 0  # messages not understood, in a row
    runs: int = 0  # flows begun in this talk
    handed_in: HandedIn | None = None  # the last one, until another flow begins
    settled: Settled | None = None  # the last outcome of a procedure; it can be opened again
    explaining: bool = False  # after thumbs down: the next text is the explanation
    person_offered: bool = False  # the last thing said offers a person: "ja" accepts
    crises: tuple[str, ...] = ()  # emergency topics that were shown in this talk
    login: Login | None = None
    awaiting: Awaiting | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values, without what has its default; State.from_json gives an equal state back."""
        told: dict[str, Any] = _told(self)
        return told

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        known = _known(cls, data)
        known["flow"] = _flow_run(known["flow"]) if known.get("flow") else None
        known["parked"] = tuple(_flow_run(run) for run in _several(known.get("parked")))
        for name in ("offered", "offered_aspects", "open_aspects", "crises"):
            known[name] = tuple(known.get(name, ()))
        handed_in = known.get("handed_in")
        known["handed_in"] = HandedIn(**_known(HandedIn, handed_in)) if handed_in else None
        settled = known.get("settled")
        known["settled"] = _settled(settled) if settled else None
        login = known.get("login")
        known["login"] = Login(**_known(Login, login)) if login else None
        awaiting = known.get("awaiting")
        known["awaiting"] = awaiting_from_json(awaiting) if awaiting else None
        return cls(**known)


# Most of a state has its default, and each turn writes it and reads it back.
def _told(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {name: _told(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_told(each) for each in value]
    return {
        name: _told(each)
        for name, default in _defaults(value.__class__)
        if (each := getattr(value, name)) != default
    }


@cache
def _defaults(cls: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a class of this file, each with its default; MISSING where it has none."""
    return tuple(
        (each.name, each.default if each.default_factory is MISSING else each.default_factory())
        for each in fields(cls)
    )


def awaiting_from_json(data: Mapping[str, Any]) -> Awaiting:
    """An Awaiting from its JSON."""
    checks = tuple(Check(**_known(Check, check)) for check in data.get("checks", ()))
    return Awaiting(Want(data["want"]), checks, tuple(data.get("noted", ())))


def _several(parked: Any) -> tuple[Mapping[str, Any], ...]:
    """A state from before several flows could be parked holds one, or none."""
    if not parked:
        return ()
    return (parked,) if isinstance(parked, Mapping) else tuple(parked)


def _flow_run(data: Mapping[str, Any]) -> FlowRun:
    known = _known(FlowRun, data)
    known["answers"] = {
        name: Given(**_known(Given, given)) for name, given in known.get("answers", {}).items()
    }
    known["found"] = tuple(FoundFact(**_known(FoundFact, f)) for f in known.get("found", ()))
    for name in ("skipped", "order", "open_facts", "confirmed"):
        known[name] = tuple(known.get(name, ()))
    known["phase"] = Phase(known.get("phase", Phase.ASKING))
    for name in ("options", "people"):
        known[name] = tuple(Option(**_known(Option, option)) for option in known.get(name, ()))
    return FlowRun(**known)


def _settled(data: Mapping[str, Any]) -> Settled:
    known = _known(Settled, data)
    return Settled(**{**known, "run": _flow_run(known["run"])})


def _known(cls: Any, data: Mapping[str, Any]) -> dict[str, Any]:
    names = dict(_defaults(cls))
    return {name: value for name, value in data.items() if name in names}


EMPTY = State()
