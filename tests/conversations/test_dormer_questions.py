# SPDX-License-Identifier: EUPL-1.2
"""How many questions a dormer takes: every written case, asked by the engine in every municipality.

A question counts when it is shown, the address among them; what registers tell is not asked.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from statistics import median

import pytest
from tests.real_packs import real_packs as loaded

from gemeengoed.content.edition import Edition
from gemeengoed.content.scenario import Scenario
from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.effects import (
    AddressChecked,
    AddressFound,
    CheckAddress,
    Effect,
    LookUpPremises,
    PremisesKnown,
    Result,
)
from gemeengoed.dialogue.engine import decide, go_on
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.incoming import Incoming
from gemeengoed.dialogue.listening_in_doubt import RIGHT
from gemeengoed.dialogue.pressing import SKIP
from gemeengoed.dialogue.replies import Ask, Doubted, Judged, Reply
from gemeengoed.dialogue.state import State
from gemeengoed.language.reading import Reading, Value

MEDIAN_AIM = 6
NEVER_MORE = 9
MUNICIPALITIES = ("waterdam", "heidewoud", "oostermark")
TODAY = date(2026, 11, 25)
FLOW = "dakkapel-check"
HOUSE_NUMBER = Value("huisnummer", 12, 11, 13)
FROM_REGISTERS = ("monument", "beschermd_gezicht", "centrum", "dakvlak_breedte_m", "dak_hoogte_m")


class Resident:
    """Answers each question with what the case says; "weet ik niet" where it says nothing."""

    def __init__(
        self, catalogue: Catalogue, facts: dict[str, str], *, is_in_registers: bool = True
    ) -> None:
        self.catalogue = catalogue
        self.is_in_registers = is_in_registers
        self.facts = {**_roof(facts), **facts}
        self.state = State()
        self.asked: list[str] = []
        self.outcome: str | None = None
        self.is_doubted = False  # measures that contradict each other: they are right

    def goes_through(self) -> "Resident":
        self._says(Incoming(choice=f"flow:{FLOW}"))
        while self.outcome is None and len(self.asked) < 30:
            if self.is_doubted:
                self._says(Incoming(choice=RIGHT))
                continue
            step = self.catalogue.flows[FLOW].steps_by_name[self.asked[-1]]
            self._says(self._answer(step))
        return self

    def _answer(self, step: Step) -> Incoming:
        if step.input is InputKind.ADDRESS:
            return _told("Kerkstraat 12", Value("straat", "kerkstraat", 0, 10), HOUSE_NUMBER)
        if step.is_joined:
            return Incoming(choice=self._joined(step))
        told = min((self.facts.get(fact, "") for fact in step.facts), key=_as_number)
        if not told:
            return Incoming(choice=SKIP)
        if step.input is InputKind.CHOICE:
            return Incoming(choice=told)
        metres = float(told)
        return _told(f"{told} m", Value(step.takes or "afstand", metres, 0, len(told)))

    def _joined(self, step: Step) -> str:
        """The choice of which the parts are so; who does not know the first knows none."""
        facts = [self.facts.get(fact, "") for fact in step.facts]
        fitting = [c.id for c in step.choices if "-".join(facts).startswith(c.id)]
        return max(fitting, key=len, default=SKIP)

    def _says(self, incoming: Incoming) -> None:
        outcome = decide(self.catalogue, self.state, incoming, today=TODAY)
        self._hears(outcome.replies)
        while outcome.effects:
            results = [self._carried_out(effect) for effect in outcome.effects]
            outcome = go_on(self.catalogue, outcome.state, results, today=TODAY)
            self._hears(outcome.replies)
        self.state = outcome.state

    def _hears(self, replies: tuple[Reply, ...]) -> None:
        self.asked += [reply.step for reply in replies if isinstance(reply, Ask)]
        self.is_doubted = bool(replies) and isinstance(replies[-1], Doubted)
        for reply in replies:
            self.outcome = reply.outcome if isinstance(reply, Judged) else self.outcome

    def _carried_out(self, effect: Effect) -> Result:
        if isinstance(effect, CheckAddress):
            value = {"identificatie": "1", "straat": "Kerkstraat", "huisnummer": 12}
            return AddressChecked(effect.step, exact=(AddressFound(value, "Kerkstraat 12"),))
        assert isinstance(effect, LookUpPremises)
        if not self.is_in_registers:
            return PremisesKnown(effect.step, {})
        known = {name: self.facts[name] for name in FROM_REGISTERS if self.facts.get(name)}
        public, plane = self.facts.get("zij_naar_openbaar"), self.facts.get("vlak", "")
        by_plane = (("zij_naar_openbaar", "vlak", plane, public),) if public else ()
        return PremisesKnown(effect.step, known, by_plane)


def _roof(facts: dict[str, str]) -> dict[str, str]:
    """The height of a roof in which this dormer has that room under the nok."""
    parts = [facts.get(name) for name in ("onderkant_m", "hoogte_m", "afstand_nok_m")]
    if not all(parts):
        return {"dak_hoogte_m": "4.2"}
    return {"dak_hoogte_m": str(sum(Decimal(part) for part in parts if part))}


def _as_number(told: str) -> float:
    try:
        return float(told)
    except ValueError:
        return 0.0


def _told(text: str, *values: Value) -> Incoming:
    return Incoming(text=text, reading=Reading(text, values=values, understood=True))


def cases() -> Iterator[tuple[Scenario, Edition]]:
    """Every scenario of both procedures, in each municipality where it must hold."""
    for scenario in loaded().packs.scenarios:
        if scenario.procedure not in ("dakkapel", "dakkapel-lokaal") or scenario.day.year < 2026:
            continue
        if any(value.startswith("-") for value in scenario.facts.values()):
            continue  # nobody measures less than nothing
        for edition in loaded().editions.values():
            if scenario.municipality in (None, edition.municipality.slug):
                yield scenario, edition


@cache
def residents() -> tuple[tuple[Scenario, Resident], ...]:
    return tuple(
        (scenario, Resident(edition.catalogue, dict(scenario.facts)).goes_through())
        for scenario, edition in cases()
    )


@cache
def unregistered(slug: str) -> tuple[tuple[Scenario, Resident], ...]:
    """The same cases, where registers know nothing of the house."""
    return tuple(
        (scenario, Resident(edition.catalogue, facts, is_in_registers=False).goes_through())
        for scenario, edition in cases()
        if edition.municipality.slug == slug
        for facts in [dict(scenario.facts)]
    )


def test_a_dormer_is_settled_in_six_questions_and_never_takes_more_than_nine() -> None:
    numbers = [len(resident.asked) for _, resident in residents()]
    assert len(numbers) > 80
    assert all(resident.outcome is not None for _, resident in residents())
    assert median(numbers) <= MEDIAN_AIM
    assert max(numbers) <= NEVER_MORE


def test_over_all_cases_with_and_without_registers_the_median_is_six_and_the_most_nine() -> None:
    """Each case in each municipality twice: registers know the house, registers know nothing.

    Half of the houses unknown is far worse than any municipality has it. Of the houses of which
    nothing is known, those that need no permit take the most: every condition must be asked.
    """
    untold = [each for slug in MUNICIPALITIES for each in unregistered(slug)]
    numbers = [len(resident.asked) for _, resident in (*residents(), *untold)]
    assert len(numbers) == 2 * len(residents())
    assert median(numbers) <= MEDIAN_AIM
    assert max(numbers) <= NEVER_MORE


def test_no_question_is_asked_twice() -> None:
    for scenario, resident in residents():
        assert len(set(resident.asked)) == len(resident.asked), scenario.name


def test_the_chat_and_the_procedure_say_the_same() -> None:
    """National cases: what the chat ends in is what the procedure says of all facts."""
    told_only = "dak_hoogte_m"  # only a register knows it: where none does, less is known
    untold = (
        each
        for slug in MUNICIPALITIES
        for each in unregistered(slug)
        if told_only not in each[0].facts
    )
    for scenario, resident in (*residents(), *untold):
        if scenario.procedure == "dakkapel" and "D1" not in (scenario.failed or ()):
            assert resident.outcome == scenario.outcome, scenario.name


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_where_registers_know_nothing_it_never_takes_more_than_nine_questions_either(
    slug: str,
) -> None:
    assert len(unregistered(slug)) > 20
    for scenario, resident in unregistered(slug):
        assert resident.outcome is not None, scenario.name
        assert len(resident.asked) <= NEVER_MORE, (scenario.name, resident.asked)
        assert len(set(resident.asked)) == len(resident.asked), scenario.name


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_who_knows_nothing_is_told_so_after_few_questions(slug: str) -> None:
    nothing = Resident(loaded().editions[slug].catalogue, {}).goes_through()
    assert nothing.outcome == "onbekend"
    assert len(nothing.asked) <= 12
