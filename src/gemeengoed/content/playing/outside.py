# SPDX-License-Identifier: EUPL-1.2
"""The world outside a played conversation: answers effects from memory, always the same."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gemeengoed.content.edition import Edition
from gemeengoed.content.municipality import fact_on
from gemeengoed.content.transcript import Transcript
from gemeengoed.content.values import local_day
from gemeengoed.dialogue.effects import (
    AddressChecked,
    AddressFound,
    CheckAddress,
    Effect,
    EffectFailed,
    FactsGathered,
    GatherFacts,
    HandIn,
    LookUpPremises,
    OpenTaak,
    PersonFound,
    PremisesKnown,
    Result,
    ResumeLinkMade,
    SubmissionAccepted,
    TaakOpened,
)
from gemeengoed.terms.workdays import add_working_days

REFERENCE = "2026-0001"
WHO = "een collega"


class Outside:
    """One conversation's world. tasks: what was handed in, in order."""

    def __init__(self, transcript: Transcript, edition: Edition, now: datetime) -> None:
        self._transcript = transcript
        self._edition = edition
        self._now = now
        self.tasks: list[OpenTaak | HandIn] = []

    def carry_out(self, effect: Effect) -> Result:
        """What the real handlers answer, in the same shapes."""
        name = type(effect).__name__
        if name in self._transcript.fails:
            return EffectFailed(name, "the transcript lets it fail")
        if isinstance(effect, CheckAddress):
            return self._address(effect)
        if isinstance(effect, OpenTaak):
            return self._task(effect)
        if isinstance(effect, LookUpPremises):
            return PremisesKnown(effect.step, self._transcript.premises, self._by_plane())
        if isinstance(effect, HandIn):
            return self._submission(effect)
        if isinstance(effect, GatherFacts):
            people = tuple(_person(told) for told in self._transcript.people)
            return FactsGathered(self._transcript.facts, people)
        until = local_day(self._now).isoformat()
        return ResumeLinkMade(f"{self._edition.municipality.website}/verder", until)

    def _task(self, effect: OpenTaak) -> Result:
        due = self._due(effect.term)
        if due is None:
            return EffectFailed("OpenTaak", f"{effect.term} is not known")
        self.tasks.append(effect)
        return TaakOpened(REFERENCE, due, WHO)

    def _submission(self, effect: HandIn) -> Result:
        due = self._due(effect.term)
        if due is None:
            return EffectFailed("HandIn", f"{effect.term} is not known")
        self.tasks.append(effect)
        return SubmissionAccepted(REFERENCE, due, WHO)

    def _due(self, field: str) -> str | None:
        """The promised day, ISO; None where the municipality promises nothing."""
        term = fact_on(self._edition.facts, field, local_day(self._now))
        if term is None or not isinstance(term.value, int):
            return None
        return add_working_days(local_day(self._now), term.value).isoformat()

    def _by_plane(self) -> tuple[tuple[str, str, str, str], ...]:
        """``zij_naar_openbaar`` of the transcript holds roof planes; the others are not public."""
        public = self._transcript.public_planes
        return tuple(
            ("zij_naar_openbaar", "vlak", plane, "ja" if plane in public else "nee")
            for plane in ("achter", "zij", "voor")
        )

    def _address(self, asked: CheckAddress) -> AddressChecked:
        if asked.street is None and asked.postcode is None:
            return AddressChecked(asked.step, missing="street")
        if asked.number is None:
            return AddressChecked(asked.step, missing="number")
        if not self._transcript.addresses:
            return AddressChecked(asked.step, exact=(_found(_as_typed(asked)),))
        near = [known for known in self._transcript.addresses if _is_near(known, asked)]
        exact = [known for known in near if _fits(known, asked)]
        if exact:
            return AddressChecked(asked.step, exact=tuple(_found(known) for known in exact))
        return AddressChecked(asked.step, nearest=tuple(_found(known) for known in near[:3]))


def _person(told: str) -> PersonFound:
    """ "Sam Jansen", or "Sam Jansen, huisgenoot:30" with how the procedure names them."""
    name, _, item = told.partition(", ")
    return PersonFound(name.casefold(), name, item)


def _as_typed(asked: CheckAddress) -> dict[str, Any]:
    return {
        "straat": asked.street or "",
        "huisnummer": asked.number,
        "toevoeging": asked.addition or "",
        "postcode": asked.postcode or "",
        "plaats": asked.place or "",
    }


def _is_near(known: Mapping[str, Any], asked: CheckAddress) -> bool:
    """The same street or, when only that was given, the same postcode."""
    if asked.street is not None:
        return str(known["straat"]).casefold() == asked.street.casefold()
    return str(known["postcode"]).replace(" ", "") == (asked.postcode or "").replace(" ", "")


def _fits(known: Mapping[str, Any], asked: CheckAddress) -> bool:
    same_addition = str(known["toevoeging"]).casefold() == (asked.addition or "").casefold()
    same_place = asked.place is None or str(known["plaats"]).casefold() == asked.place.casefold()
    return same_addition and same_place and bool(known["huisnummer"] == asked.number)


def _found(parts: Mapping[str, Any]) -> AddressFound:
    number = f"{parts['huisnummer']}{parts['toevoeging']}"
    postcode_and_place = f"{parts['postcode']} {parts['plaats']}".strip()
    label = f"{parts['straat']} {number}".strip()
    value = {**parts, "identificatie": label.casefold()}
    return AddressFound(value, f"{label}, {postcode_and_place}" if postcode_and_place else label)
