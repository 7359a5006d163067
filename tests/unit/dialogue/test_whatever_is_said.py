# SPDX-License-Identifier: EUPL-1.2
"""Whatever a resident types, presses or repeats, in whatever order: the laws of the engine.

It never raises, always says something, never traps, hands in only what the summary on top showed
after an explicit yes, and its state is the fold of its events.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.unit.dialogue.world import (
    CALL,
    CATALOGUE,
    LAMP,
    MOVE,
    TODAY,
    Talk,
    found,
    holds_the_laws,
    read,
    switched_off,
    with_flows,
)

from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.effects import (
    AddressChecked,
    Effect,
    EffectFailed,
    FactsGathered,
    GatherFacts,
    HandIn,
    OpenTaak,
    PersonFound,
    Result,
    ResumeLinkMade,
    SubmissionAccepted,
    TaakOpened,
)
from gemeengoed.dialogue.engine import context_for, decide, go_on
from gemeengoed.dialogue.flow import InputKind
from gemeengoed.dialogue.incoming import Action, Incoming
from gemeengoed.dialogue.outcome import Outcome
from gemeengoed.dialogue.path import lines
from gemeengoed.dialogue.replies import Ask, Clarify, Receipt, Reply, Say, Summary
from gemeengoed.dialogue.state import Login, State
from gemeengoed.language.reading import Distress, Flag, Reading, TopicScore, Value

# --- what may come in -----------------------------------------------------------------------

SENTENCES = (
    "kapot",
    "flikkert",
    "scheef",
    "een",
    "meer",
    "Kerkstraat",
    "Kerkstraat 12",
    "Kerkstraat 999",
    "Dorpsstraat 5",
    "Nergensstraat 5",
    "van Lindelaan 8 naar Kerkstraat 22 op 1 december",
    "nummer 16",
    "toch niet, nummer 16",
    "toch niet",
    "nee, ik bedoel 06-87654321",
    "06-12345678",
    "06-12",
    "jan@voorbeeld.example",
    "1 december",
    "31 november",
    "2026-02-31",
    "3",
    "250",
    "cm",
    "250 cm",
    "paal 443",
    "ja",
    "nee",
    "klopt",
    "terug",
    "stop",
    "opnieuw",
    "weet ik niet",
    "sla over",
    "waarom vraag je dat",
    "ik ga later verder",
    "wat kost een paspoort?",
    "wat kost een paspoort en wat kost een rijbewijs",
    "hoe lang duurt dat?",
    "er is een lantaarn kapot op de Kerkstraat 12, paal 443",
    "ik ga verhuizen naar Kerkstraat 22",
    "een feest",
    "toeslag",
    "ik wil een medewerker",
    "bel mij op 06-12345678",
    "het telefoonnummer klopt niet",
    "hoi",
    "bedankt",
    "belachelijk",
    "where is the station please",
    "er is brand",
    "mijn bouwplan",
    "de tweede",
    "",
    "🙂",
)
TOPICS = (*CATALOGUE.topics, "bestaat-niet")
KINDS: dict[str, st.SearchStrategy[Any]] = {
    "datum": st.sampled_from(["2026-11-23", "2026-12-24", "2020-01-01"]),
    "datum_ongeldig": st.just("31 februari"),
    "straat": st.sampled_from(["Kerkstraat", "Dorpsstraat", "Nergensstraat"]),
    "huisnummer": st.integers(0, 2000),
    "toevoeging": st.sampled_from(["a", "bis"]),
    "postcode": st.just("1994AB"),
    "plaats": st.just("Waterdam"),
    "telefoon": st.sampled_from(["+31612345678", "+31201234567", "+4912345678"]),
    "email": st.just("jan@voorbeeld.example"),
    "hoogte": st.floats(0, 20, allow_nan=False),
    "aantal_personen": st.integers(0, 12),
    "bedrag": st.floats(0, 1e6, allow_nan=False),
    "mastnummer": st.text("0123456789", min_size=1, max_size=30),
    "naam": st.just("Jansen"),
}


@st.composite
def values(draw: st.DrawFn) -> Value:
    kind = draw(st.sampled_from(sorted(KINDS)))
    role = draw(st.sampled_from([None, None, "van", "naar", "begin"]))
    return Value(kind, draw(KINDS[kind]), 0, 1, role)


@st.composite
def readings(draw: st.DrawFn, text: str | None = None) -> Reading:
    """Any reading, also one that has nothing to do with its text."""
    topics = draw(st.lists(st.sampled_from(TOPICS), max_size=3, unique=True))
    share = draw(st.sampled_from([0.1, 0.3, 0.5, 0.6, 0.9])) / max(1, len(topics) - 1)
    said = draw(st.text(max_size=30)) if text is None else text
    whole = Reading(
        text=said,
        topics=tuple(TopicScore(topic, share) for topic in topics),
        aspects=tuple(draw(st.lists(st.sampled_from(["kosten", "duur"]), max_size=2, unique=True))),
        values=tuple(draw(st.lists(values(), max_size=4))),
        flags=draw(st.frozensets(st.sampled_from(list(Flag)), max_size=3)),
        distress=draw(st.sampled_from([None] * 12 + list(Distress))),
    )
    halves = draw(st.booleans()) and len(topics) > 1
    parts = tuple(replace(whole, topics=(score,), distress=None) for score in whole.topics)
    return replace(whole, parts=parts if halves else ())


CHOICES = (
    *("ja", "nee", "verder", "vergeet", "stoppen", "bewaar", "overslaan", "anders", "adres:toch"),
    *("kapot", "knippert", "gevaar", "een", "meer", "adres:1", "adres:2", "adres:7"),
    *("flow:lamp", "flow:terugbellen", "flow:verhuizen", "flow:weg", "onderwerp:geen"),
    *(
        "onderwerp:paspoort",
        "onderwerp:evenement",
        "onderwerp:nood-112",
        "onderwerp:straatverlichting",
    ),
    *("flow:aankomst", "zonder", "alleen", "iedereen", "persoon:1", "persoon:1+persoon:2"),
    *("onderwerp:gesprek-medewerker", "onzin", "", ":", "flow:"),
)
EDITIONS: tuple[Catalogue, ...] = (
    CATALOGUE,
    with_flows(CALL, MOVE),
    with_flows(CALL, replace(LAMP, steps=LAMP.steps[::2]), MOVE),
    with_flows(CALL, replace(LAMP, steps=(*MOVE.steps[:4], *LAMP.steps))),
    switched_off("straatverlichting"),
    replace(CATALOGUE, person_flow=None),
)


def results_of(effect: Effect) -> st.SearchStrategy[Result]:
    """All that may come of an effect."""
    failure: Result = EffectFailed(type(effect).__name__, "down")
    if isinstance(effect, OpenTaak):
        return st.sampled_from([TaakOpened("T-1", "2026-12-01", "een collega"), failure])
    if isinstance(effect, HandIn):
        return st.sampled_from([SubmissionAccepted("S-1", "2026-12-01", "een team"), failure])
    if isinstance(effect, GatherFacts):
        sam, kim = PersonFound("sam", "Sam Jansen"), PersonFound("kim", "Kim Jansen")
        return st.sampled_from(
            [
                FactsGathered({"anderen": "0"}, (sam, kim)),
                FactsGathered({"anderen": "2"}, (sam,)),
                FactsGathered({"anderen": "0"}),
                FactsGathered({}),
                failure,
            ]
        )
    step = getattr(effect, "step", None)
    if step is None:
        return st.sampled_from([ResumeLinkMade("https://x.example", "2026-12-01"), failure])
    one, other = found("Kerkstraat", 12), found("Kerkstraat", 14)
    return st.sampled_from(
        [
            AddressChecked(step, exact=(one,)),
            AddressChecked(step, exact=(one,)),
            AddressChecked(step, exact=(one, other)),
            AddressChecked(step, nearest=(one, other)),
            AddressChecked(step),
            AddressChecked(step, missing="street"),
            AddressChecked(step, missing="number"),
            failure,
        ]
    )


def is_explicit_yes(incoming: Incoming) -> bool:
    if incoming.action is Action.CONFIRM or incoming.choice == "ja":
        return True
    return (
        incoming.text is not None
        and incoming.reading is not None
        and (Flag.YES in incoming.reading.flags and Flag.NO not in incoming.reading.flags)
    )


class AnyTalk(RuleBasedStateMachine):
    """A resident who does anything at all."""

    def __init__(self) -> None:
        super().__init__()
        self.catalogue = CATALOGUE
        self.state = State()
        self.shown: Reply | None = None  # the last thing that was said
        self.options: list[str] = []  # of everything that was ever offered
        self.handed_in: set[int] = set()  # runs for which a receipt was given

    @initialize(flow=st.sampled_from([None, "lamp", "terugbellen", "verhuizen", "aankomst"]))
    def begins(self, flow: str | None) -> None:
        if flow is not None:
            self.turn(Incoming(choice=f"flow:{flow}"), None)

    @rule(text=st.sampled_from(SENTENCES), data=st.data())
    def types_a_sentence(self, text: str, data: st.DataObject) -> None:
        expected = context_for(self.catalogue, self.state).expected
        self.turn(Incoming(text=text, reading=read(text, expected)), data)

    @rule(data=st.data())
    def types_anything(self, data: st.DataObject) -> None:
        reading = data.draw(readings())
        self.turn(Incoming(text=reading.text, reading=reading), data)

    @rule(text=st.text(max_size=2500))
    def types_what_nobody_read(self, text: str) -> None:
        self.turn(Incoming(text=text), None)

    @rule(choice=st.sampled_from(CHOICES), data=st.data())
    def presses_any_button(self, choice: str, data: st.DataObject) -> None:
        self.turn(Incoming(choice=choice), data)

    @rule(data=st.data())
    def presses_a_button_that_was_shown(self, data: st.DataObject) -> None:
        if self.options:
            recent = self.options[-8:]
            choice = data.draw(st.sampled_from(recent) | st.sampled_from(self.options))
            self.turn(Incoming(choice=choice), data)

    @rule(data=st.data())
    def answers_as_asked(self, data: st.DataObject) -> None:
        if isinstance(self.shown, Ask):
            good = {
                "wat": "kapot", "plaats": "Kerkstraat 12", "aantal": "een", "van": "Kerkstraat 1",
                "naar": "Lindelaan 2", "datum": "1 december", "personen": "3", "hoogte": "2 meter",
                "mail": "jan@voorbeeld.example", "eigenaar": "nee", "telefoon": "06-12345678",
                "contact": "06-12345678",
            }  # fmt: skip
            text = good.get(self.shown.step, "gewoon wat woorden")
            expected = context_for(self.catalogue, self.state).expected
            self.turn(Incoming(text=text, reading=read(text, expected)), data)

    @rule(
        action=st.sampled_from(list(Action)),
        name=st.sampled_from([None, "plaats", "wat", "telefoon", "naam", "naar", "12", "onzin"]),
        value=st.sampled_from([None, None, "down", "up", *SENTENCES]),
        data=st.data(),
    )
    def acts(
        self, action: Action, name: str | None, value: str | None, data: st.DataObject
    ) -> None:
        reading = read(value) if value else None
        self.turn(Incoming(action=action, name=name, value=value, reading=reading), data)

    @rule(data=st.data())
    def confirms(self, data: st.DataObject) -> None:
        self.turn(Incoming(action=Action.CONFIRM), data)

    @rule(
        person=st.sampled_from(["jan", "jan", "an"]),
        level=st.sampled_from(["basis", "midden", "midden", "hoog"]),
        data=st.data(),
    )
    def comes_back_from_logging_in(self, person: str, level: str, data: st.DataObject) -> None:
        self.turn(Incoming(login=Login(person, level)), data)

    @rule(edition=st.sampled_from(EDITIONS))
    def gets_another_edition(self, edition: Catalogue) -> None:
        self.catalogue = edition

    def turn(self, incoming: Incoming, data: st.DataObject | None) -> None:
        before, shown = self.state, self.shown
        outcome = self.keep(decide(self.catalogue, self.state, incoming, today=TODAY))
        replies = outcome.replies
        for _ in range(5):
            if not outcome.effects:
                break
            self.check_handing_in(before, shown, incoming, outcome)
            results = self.results(outcome.effects, data)
            outcome = self.keep(go_on(self.catalogue, self.state, results, today=TODAY))
            replies += outcome.replies
            self.check_receipt(outcome.replies)
        assert not outcome.effects, "the effects do not end"
        assert replies, "something is always said"
        self.check_nothing_is_filled_in_silently(before, incoming, replies)
        self.shown = replies[-1]
        self.remember(replies)

    def keep(self, outcome: Outcome) -> Outcome:
        holds_the_laws(self.state, outcome)
        self.state = outcome.state
        return outcome

    def check_handing_in(
        self, before: State, shown: Reply | None, incoming: Incoming, outcome: Outcome
    ) -> None:
        """Only what the summary on top showed, and only after an explicit yes to it."""
        for effect in outcome.effects:
            if not isinstance(effect, OpenTaak | HandIn):
                continue
            assert isinstance(shown, Summary), shown
            assert is_explicit_yes(incoming), incoming
            assert outcome.effects == (effect,)
            assert before.flow is not None
            flow = self.catalogue.flows[before.flow.flow]
            assert lines(flow, before.flow) == shown.lines
            assert effect.display == {line.label: line.value for line in shown.lines}
            given = {
                name: each.value for name, each in before.flow.answers.items() if name != "inloggen"
            }
            assert effect.answers == given
            if isinstance(effect, HandIn):
                assert before.login is not None
                assert effect.person == before.login.person
            assert effect.run not in self.handed_in

    def check_receipt(self, replies: Sequence[Reply]) -> None:
        for reply in replies:
            if isinstance(reply, Receipt):
                assert self.state.handed_in is not None
                self.handed_in.add(self.state.handed_in.number)

    def check_nothing_is_filled_in_silently(
        self, before: State, incoming: Incoming, replies: Sequence[Reply]
    ) -> None:
        """An answer to a question that was not asked is told back at once."""
        run, old = self.state.flow, before.flow
        runs = [*([old] if old is not None else []), *before.parked]
        if run is None:
            return
        known = {incoming.name}
        for same in (each for each in runs if each.number == run.number):
            known |= {*same.answers, same.asked}
        said = [r for r in replies if isinstance(r, Say) and r.key == "ook_begrepen"]
        told = " ".join(reply.values["antwoorden"] for reply in said)
        for name in set(run.answers) - known:
            step = self.catalogue.flows[run.flow].step(name)
            assert step is not None
            if step.input is InputKind.LOGIN or run.answers[name].value == "alleen":
                continue  # by logging in; and who lives alone, by the registers
            assert step.label in told, (name, replies)

    def results(self, effects: Sequence[Effect], data: st.DataObject | None) -> list[Result]:
        if data is None:
            return [EffectFailed(type(effect).__name__, "down") for effect in effects]
        return [data.draw(results_of(effect)) for effect in effects]

    def remember(self, replies: Sequence[Reply]) -> None:
        for reply in replies:
            if isinstance(reply, Ask):
                self.options += [name for name, _ in reply.options]
            elif isinstance(reply, Say):
                self.options += [name for name, _ in reply.choices]
            elif isinstance(reply, Clarify):
                self.options += [f"onderwerp:{topic}" for topic in reply.topics]

    @invariant()
    def stop_always_leads_out(self) -> None:
        talk = Talk(self.catalogue, self.state)
        for _ in range(2):
            if talk.state.flow is not None:
                talk.says("stop")
        assert talk.state.flow is None
        for _ in self.state.parked:
            if talk.state.parked and talk.state.flow is None:
                talk.says("stop")
        assert talk.state.flow is None

    @invariant()
    def a_person_is_always_near(self) -> None:
        talk = Talk(self.catalogue, self.state).says("ik wil een mens spreken")
        if talk.state.flow is not None and talk.state.flow.flow == self.catalogue.person_flow:
            return
        told = [reply for reply in talk.replies if isinstance(reply, Say)]
        assert {"medewerker", "medewerker_nodig", "onderwerp_uit"} & {reply.key for reply in told}
        if self.catalogue.person_flow is not None:
            talk.chooses(f"flow:{self.catalogue.person_flow}")
            assert talk.state.flow is not None
            assert talk.state.flow.flow == self.catalogue.person_flow

    @invariant()
    def the_open_question_can_be_read_back(self) -> None:
        context = context_for(self.catalogue, self.state)
        assert context.in_flow == (self.state.flow is not None)


AnyTalk.TestCase.settings = settings(
    max_examples=80, stateful_step_count=25, deadline=None, print_blob=True
)
TestAnyTalk = AnyTalk.TestCase
