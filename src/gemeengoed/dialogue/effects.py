# SPDX-License-Identifier: EUPL-1.2
"""Named effects: what the engine wants done outside itself, and what comes back.

Higher rooms supply the handlers (wired in project); the answer comes in the same turn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class CheckAddress:
    """Does this address exist? Parts as read from the text; None is unknown."""

    step: str
    text: str
    street: str | None = None
    number: int | None = None
    addition: str | None = None
    postcode: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class OpenTaak:
    """Open an interne_taak for staff.

    answers: step name -> value as stored; display: step label -> value as read by people.
    term: the municipal field that holds the promised number of working days.
    run: the number of the flow's run in its talk: handing in the same run again, after an
    answer that came too late, must not open a second one.
    """

    kind: str
    topic: str
    term: str
    answers: Mapping[str, Any]
    display: Mapping[str, str]
    run: int = 0


@dataclass(frozen=True, slots=True)
class MakeResumeLink:
    """Make a one-time link with which the talk goes on elsewhere or later."""


@dataclass(frozen=True, slots=True)
class LookUpPremises:
    """What do registers know of this address? identification: that of AddressFound."""

    step: str
    identification: str


@dataclass(frozen=True, slots=True)
class GatherFacts:
    """What do registers know of this person and these answers? gatherer: the flow's own word.

    answers: step name -> value as stored, so far.
    """

    gatherer: str
    person: str
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class HandIn:
    """Accept what a resident hands in, as a submission that becomes a zaak.

    ruling: what the procedure said, see dialogue/ruling.py. kept: what the gatherer gave along, so
    that handing in needs no register. Handing in the same run again must not make a second one.
    """

    kind: str
    topic: str
    term: str
    answers: Mapping[str, Any]
    display: Mapping[str, str]
    person: str
    ruling: Mapping[str, Any]
    run: int
    kept: Mapping[str, Any] = field(default_factory=dict)


Effect = CheckAddress | OpenTaak | MakeResumeLink | LookUpPremises | GatherFacts | HandIn


@dataclass(frozen=True, slots=True)
class AddressFound:
    """value: identificatie, straat, huisnummer, toevoeging, postcode, plaats; label as written."""

    value: Mapping[str, Any]
    label: str


@dataclass(frozen=True, slots=True)
class AddressChecked:
    """exact: the addresses that fit (one: it is that one; more: ask which).

    nearest: what comes close when none fits (other numbers in the street, like street names).
    missing: what must be known first: "street" or "number"; None when enough was given.
    """

    step: str
    exact: tuple[AddressFound, ...] = ()
    nearest: tuple[AddressFound, ...] = ()
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class TaakOpened:
    reference: str  # the number the resident gets
    due: str  # ISO date of the promise
    who: str  # who will do it, in words


@dataclass(frozen=True, slots=True)
class ResumeLinkMade:
    url: str
    valid_until: str  # ISO date


@dataclass(frozen=True, slots=True)
class PremisesKnown:
    """Facts by name, as a procedure reads them ("ja", "nee", a word).

    by_choice: facts that hang on an answer: (fact, step, choice) -> value, such as whether the
    roof plane that was chosen faces public ground.
    """

    step: str
    facts: Mapping[str, str]
    by_choice: tuple[tuple[str, str, str, str], ...] = ()  # fact, step, choice, value


@dataclass(frozen=True, slots=True)
class PersonFound:
    """Somebody who may be chosen. id: of access, never a BSN; label: the name to show.

    item: how the list of a procedure names them, ``kind:15``: by it they have their own outcome.
    """

    id: str
    label: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class FactsGathered:
    """facts by name, as procedures and conditions of steps read them; people for a persons step.

    told: a text key and its values, said as a notice; None when there is nothing to tell.
    knows_people: False when the register of persons was silent, and people says nothing.
    kept: plain values that come back with HandIn; the engine does not look at them.
    """

    facts: Mapping[str, str]
    people: tuple[PersonFound, ...] = ()
    told: tuple[str, Mapping[str, str]] | None = None
    knows_people: bool = True
    kept: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SubmissionAccepted:
    """reference: the ontvangstnummer; due: ISO date of the promise; who: in words.

    told: text keys with their values, said as notices after the receipt.
    """

    reference: str
    due: str
    who: str
    told: tuple[tuple[str, Mapping[str, str]], ...] = ()


@dataclass(frozen=True, slots=True)
class EffectFailed:
    """The other side did not answer in time or refused; nothing was done."""

    effect: str  # class name of the effect
    reason: str  # for the log, not for the resident


Result = (
    AddressChecked
    | TaakOpened
    | ResumeLinkMade
    | PremisesKnown
    | FactsGathered
    | SubmissionAccepted
    | EffectFailed
)
