# SPDX-License-Identifier: EUPL-1.2
"""A small world for the engine: topics, flows, a keyword reader, a register, and a resident.

The reader knows only what the scenarios need; what people really type is the language room's.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gemeengoed.dialogue.catalogue import Catalogue, TopicCard, TopicKind
from gemeengoed.dialogue.effects import (
    AddressChecked,
    AddressFound,
    CheckAddress,
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
from gemeengoed.dialogue.events import event_from_json, fold
from gemeengoed.dialogue.flow import (
    Choice,
    Condition,
    Flow,
    InputKind,
    OutcomeWords,
    Ruling,
    Step,
)
from gemeengoed.dialogue.incoming import Action, FileTold, Incoming
from gemeengoed.dialogue.outcome import Outcome
from gemeengoed.dialogue.replies import Ask, Reply, Say, Summary
from gemeengoed.dialogue.state import EMPTY, Login, State
from gemeengoed.dialogue.texts import TEXTS
from gemeengoed.language.phrase import parse
from gemeengoed.language.reading import Distress, Flag, Reading, TopicScore, Value

UNKNOWN = "onbekend"
TODAY = date(2026, 11, 23)
ROUNDS = 5


def step(name: str, input: InputKind, **more: object) -> Step:
    """A step whose texts do not matter."""
    label = str(more.pop("label", name.replace("_", " ").capitalize()))
    return Step(name, label, input, parse(f"{name}?"), **more)  # type: ignore[arg-type]


def choice(id: str, label: str, *also: str) -> Choice:
    return Choice(id, parse(label), also)


CALL = Flow(
    id="terugbellen",
    topic="gesprek-medewerker",
    label="Terugbelverzoek",
    submit="terugbelverzoek",
    term="termijn_terugbellen",
    receipt=parse("{nummer}"),
    steps=(
        step("telefoon", InputKind.PHONE, label="Telefoonnummer", why=parse("Om te bellen.")),
        step("onderwerp", InputKind.TEXT, minimum=3, maximum=60),
        step("naam", InputKind.TEXT, optional=True, maximum=40),
    ),
)
LAMP = Flow(
    id="lamp",
    topic="straatverlichting",
    label="Kapotte lamp melden",
    submit="melding",
    term="termijn_lamp",
    receipt=parse("{nummer}"),
    intro=parse("Een paar vragen."),
    steps=(
        step(
            "wat",
            InputKind.CHOICE,
            label="Wat er is",
            choices=(
                choice("kapot", "De lamp brandt niet", "brandt niet", "kapot", "doet het niet"),
                choice("knippert", "De lamp knippert", "knippert", "flikkert"),
                choice("gevaar", "De paal staat scheef", "scheef", "losse draden"),
            ),
            warnings={"gevaar": parse("Blijf uit de buurt.")},
        ),
        step("plaats", InputKind.ADDRESS),
        step(
            "aantal",
            InputKind.CHOICE,
            label="Aantal lampen",
            choices=(choice("een", "Eén lamp", "een"), choice("meer", "Meer lampen", "meer")),
            when=(Condition("wat", "!=", "gevaar"),),
        ),
        step("mastnummer", InputKind.TEXT, label="Paal", optional=True, maximum=20),
        step("toelichting", InputKind.TEXT, optional=True, maximum=200),
        step("contact", InputKind.CONTACT, label="Telefoon of e-mail", optional=True),
    ),
)
MOVE = Flow(
    id="verhuizen",
    topic="verhuizing",
    label="Verhuizing doorgeven",
    submit="verhuizing",
    term="termijn_verhuizing",
    receipt=parse("{nummer}"),
    steps=(
        step("van", InputKind.ADDRESS, role="van", label="Oud adres"),
        step("naar", InputKind.ADDRESS, role="naar", label="Nieuw adres"),
        step("datum", InputKind.DATE, label="Verhuisdatum", minimum=-5, maximum=28),
        step("personen", InputKind.NUMBER, minimum=1, maximum=9),
        step("hoogte", InputKind.LENGTH, optional=True, minimum=1, maximum=10),
        step("mail", InputKind.EMAIL, label="E-mailadres"),
        step(
            "eigenaar",
            InputKind.CHOICE,
            choices=(choice("ja", "Ja"), choice("nee", "Nee")),
        ),
        step("huurbaas", InputKind.TEXT, when=(Condition("eigenaar", "=", "nee"),)),
        step("kinderen", InputKind.TEXT, when=(Condition("personen", ">", 2),)),
    ),
)


ARRIVAL = Flow(
    id="aankomst",
    topic="verhuizing",
    label="Aankomst doorgeven",
    submit="verhuizing",
    term="termijn_verhuizing",
    receipt=parse("{nummer}"),
    rulings=(Ruling("aankomst"),),
    hands_in=(UNKNOWN,),
    outcomes={UNKNOWN: OutcomeWords(parse("Een collega kijkt."))},
    gathers="aankomst",
    gathers_from=("adres", "wie"),
    steps=(
        step("oud", InputKind.ADDRESS, role="van", told_only=True),
        step("adres", InputKind.ADDRESS, role="naar", label="Nieuw adres"),
        step(
            "inloggen",
            InputKind.LOGIN,
            level="midden",
            choices=(choice("zonder", "Zonder DigiD", "zonder digid"),),
            leaves=("zonder",),
        ),
        step(
            "wie",
            InputKind.PERSONS,
            choices=(choice("alleen", "Alleen ik", "ik alleen"), choice("iedereen", "Iedereen")),
        ),
        step(
            "anderen",
            InputKind.CHOICE,
            choices=(choice("ja", "Ja"), choice("nee", "Nee")),
            when=(Condition("", ">", 0, fact="anderen"),),
        ),
        step("mail", InputKind.EMAIL, label="E-mailadres", optional=True),
    ),
)


def _cards() -> dict[str, TopicCard]:
    municipal, talk = TopicKind.MUNICIPAL, TopicKind.TALK
    cards = (
        TopicCard("paspoort", "Paspoort", municipal, ("wat", "kosten", "duur"), ("wat",)),
        TopicCard("rijbewijs", "Rijbewijs", municipal, ("wat", "kosten"), ("wat",)),
        TopicCard("straatverlichting", "Kapotte lamp", municipal, ("duur",), ("duur",), "lamp"),
        TopicCard("verhuizing", "Verhuizen", municipal, ("hoe",), ("hoe",), "verhuizen"),
        TopicCard("toeslag", "Toeslag", TopicKind.ELSEWHERE, ("wat",), ("wat",)),
        TopicCard("evenement", "Evenement", municipal, ("wat",), ("wat",), is_on=False),
        TopicCard("contact-openingstijden", "Contact", municipal, ("wat",), ("wat",)),
        *(TopicCard(d.value, d.value, TopicKind.EMERGENCY, ("wat",), ("wat",)) for d in Distress),
        TopicCard("gesprek-groet", "Groet", talk, ("wat",), ("wat",)),
        TopicCard("gesprek-dank", "Dank", talk, ("wat",), ("wat",)),
        TopicCard("gesprek-wie-ben-je", "Wie ben je", talk, ("wat",), ("wat",)),
        TopicCard("gesprek-klagen-over-bot", "Klacht", talk, ("wat",), ("wat",)),
        TopicCard("gesprek-medewerker", "Medewerker", talk, ("wat",), ("wat",), "terugbellen"),
    )
    return {card.id: card for card in cards}


CATALOGUE = Catalogue(
    edition="e1",
    topics=_cards(),
    flows={flow.id: flow for flow in (CALL, LAMP, MOVE, ARRIVAL)},
    person_flow="terugbellen",
)


def with_flows(*flows: Flow, base: Catalogue = CATALOGUE) -> Catalogue:
    """Another edition, in which these are all the flows."""
    return replace(base, edition="e2", flows={flow.id: flow for flow in flows})


def switched_off(topic: str, base: Catalogue = CATALOGUE) -> Catalogue:
    """Another edition, in which this topic is off."""
    card = replace(base.topics[topic], is_on=False)
    return replace(base, edition="e2", topics={**base.topics, topic: card})


# --- the reader -----------------------------------------------------------------------------

_TOPICS = {
    "paspoort": ("paspoort",),
    "rijbewijs": ("rijbewijs",),
    "straatverlichting": ("lantaarn", "straatlamp"),
    "verhuizing": ("verhuis", "verhuizing"),
    "toeslag": ("toeslag",),
    "evenement": ("evenement", "feest"),
    "contact-openingstijden": ("openingstijden",),
    "gesprek-wie-ben-je": ("wie ben je",),
}
_ASPECTS = {"kosten": ("kost",), "duur": ("hoe lang", "duurt"), "hoe": ("hoe regel",)}
_FLAGS = {
    Flag.YES: r"(?:ja|klopt|akkoord)\b(?!.*\b(?:maar|niet)\b).*",
    Flag.NO: r"nee\b.*|.*\bklopt niet",
    Flag.BACK: r"terug|vorige",
    Flag.CANCEL: r"stop|annuleer",
    Flag.RESTART: r"opnieuw",
    Flag.DONT_KNOW: r"weet ik niet|geen idee",
    Flag.SKIP: r"sla over|liever niet",
    Flag.WHY: r"waarom\b.*",
    Flag.CORRECTION: r".*(?:toch niet|ik bedoel|moet zijn|klopt niet).*",
    Flag.ASKS_PERSON: r".*(?:medewerker|terugbellen|bel mij|een mens).*",
    Flag.GREETING: r"(?:hoi|hallo)\b.*",
    Flag.THANKS: r".*\b(?:bedankt|dank je)\b.*",
    Flag.ANGER: r".*\b(?:belachelijk|waardeloos)\b.*",
    Flag.NOT_DUTCH: r".*\b(?:the|please|english)\b.*",
}
_STREET = re.compile(r"\b((?:van |naar )?)(\w*(?:straat|laan))(?:\s+(\d+))?", re.IGNORECASE)
_NUMBER = re.compile(r"\bnummer (\d+)|\A(?:nee,? |toch niet,? )?(\d{1,4})\Z", re.IGNORECASE)
_PHONE = re.compile(r"\b06[ -]?(\d{8})\b")
_EMAIL = re.compile(r"\b\S+@\S+\.\w+\b")
_DAY = re.compile(r"\b(\d{1,2}) (november|december)\b")
_LENGTH = re.compile(r"\b(\d+(?:,\d+)?) ?(cm|meter)\b")


def values_in(text: str, expected: str | None) -> list[Value]:
    """The values that this little reader knows."""
    values: list[Value] = []

    def add(
        kind: str, value: str | int | float, match: re.Match[str], role: str | None = None
    ) -> None:
        values.append(Value(kind, value, match.start(), match.end(), role))

    for match in _STREET.finditer(text):
        role = match[1].strip().lower() or None
        add("straat", match[2].capitalize(), match, role)
        if match[3]:
            add("huisnummer", int(match[3]), match, role)
    if not values and (match := _NUMBER.search(text)) and (match[1] or expected == "address"):
        add("huisnummer", int(match[1] or match[2]), match)
    for match in _PHONE.finditer(text):
        add("telefoon", f"+316{match[1]}", match)
    for match in _EMAIL.finditer(text):
        add("email", match[0], match)
    for match in _DAY.finditer(text):
        month = 11 if match[2] == "november" else 12
        try:
            add("datum", date(2026, month, int(match[1])).isoformat(), match)
        except ValueError:
            add("datum_ongeldig", match[0], match)
    for match in _LENGTH.finditer(text):
        metres = float(match[1].replace(",", ".")) * (0.01 if match[2] == "cm" else 1)
        add("hoogte", metres, match)
    if match := re.search(r"\bpaal (\d+)", text):
        add("mastnummer", match[1], match)
    return values


def read(text: str, expected: str | None = None) -> Reading:
    """A Reading as a keyword reader makes it."""
    plain = text.lower().strip(" .!")
    found = [topic for topic, words in _TOPICS.items() if any(word in plain for word in words)]
    share = 0.9 / len(found) if found else 0.0
    parts = tuple(read(part) for part in plain.split(" en ")) if len(found) > 1 else ()
    distress = Distress.DANGER if "brand" in plain.split() else None
    return Reading(
        text=text,
        topics=tuple(TopicScore(topic, share) for topic in found),
        aspects=tuple(a for a, words in _ASPECTS.items() if any(word in plain for word in words)),
        values=tuple(values_in(text, expected)),
        flags=frozenset(f for f, pattern in _FLAGS.items() if re.fullmatch(pattern, plain)),
        distress=distress,
        parts=parts,
    )


# --- the world outside ----------------------------------------------------------------------


def found(street: str, number: int, place: str = "Waterdam") -> AddressFound:
    value = {
        "identificatie": f"{street}-{number}-{place}".lower(),
        "straat": street,
        "huisnummer": number,
        "toevoeging": "",
        "postcode": "1994AB",
        "plaats": place,
    }
    return AddressFound(value, f"{street} {number}, {place}")


WITH_SAM = FactsGathered({"anderen": "0"}, (PersonFound("sam", "Sam Jansen"),))


@dataclass
class Outside:
    """Carries out effects: two streets of a hundred numbers, and one street twice."""

    fails: set[str] = field(default_factory=set)
    tasks: list[OpenTaak] = field(default_factory=list)
    submissions: list[HandIn] = field(default_factory=list)
    facts: FactsGathered = WITH_SAM

    def carry_out(self, effect: Effect) -> Result:
        name = type(effect).__name__
        if name in self.fails:
            return EffectFailed(name, "down")
        if isinstance(effect, CheckAddress):
            return self._address(effect)
        if isinstance(effect, OpenTaak):
            self.tasks.append(effect)
            return TaakOpened(f"T-{len(self.tasks)}", "2026-12-01", "een collega")
        if isinstance(effect, HandIn):
            self.submissions.append(effect)
            return SubmissionAccepted(f"S-{len(self.submissions)}", "2026-12-01", "een team")
        if isinstance(effect, GatherFacts):
            return self.facts
        return ResumeLinkMade("https://waterdam.example/verder/abc", "2026-11-30")

    def _address(self, asked: CheckAddress) -> AddressChecked:
        if asked.street is None:
            return AddressChecked(asked.step, missing="street")
        if asked.number is None:
            return AddressChecked(asked.step, missing="number")
        if asked.street == "Dorpsstraat":
            both = (found("Dorpsstraat", asked.number), found("Dorpsstraat", asked.number, "Veen"))
            return AddressChecked(asked.step, exact=both)
        if asked.street not in ("Kerkstraat", "Lindelaan"):
            return AddressChecked(asked.step)
        if asked.number <= 100:
            return AddressChecked(asked.step, exact=(found(asked.street, asked.number),))
        near = (found(asked.street, 97), found(asked.street, 99))
        return AddressChecked(asked.step, nearest=near)


@dataclass
class Talk:
    """A resident in conversation with the engine; the laws are checked at each turn."""

    catalogue: Catalogue = CATALOGUE
    state: State = EMPTY
    outside: Outside = field(default_factory=Outside)
    replies: tuple[Reply, ...] = ()
    effects: list[Effect] = field(default_factory=list)
    last_shown: Reply | None = None

    def says(self, text: str, reading: Reading | None = None) -> "Talk":
        expected = context_for(self.catalogue, self.state).expected
        return self.turn(Incoming(text=text, reading=reading or read(text, expected)))

    def chooses(self, choice: str) -> "Talk":
        return self.turn(Incoming(choice=choice))

    def does(self, action: str, name: str | None = None, value: str | None = None) -> "Talk":
        reading = read(value) if value else None
        return self.turn(Incoming(action=Action(action), name=name, value=value, reading=reading))

    def logs_in(self, person: str = "jan", level: str = "midden") -> "Talk":
        return self.turn(Incoming(login=Login(person, level)))

    def sends(self, name: str, *, is_scanned: bool = True) -> "Talk":
        told = FileTold(name.partition(".")[0], name)
        return self.turn(Incoming(file=told, file_is_scanned=is_scanned))

    def turn(self, incoming: Incoming) -> "Talk":
        """One turn, with all its effects."""
        self.replies, self.effects = (), []
        outcome = self._kept(decide(self.catalogue, self.state, incoming, today=TODAY))
        for _ in range(ROUNDS):
            if not outcome.effects:
                break
            results = [self.outside.carry_out(effect) for effect in outcome.effects]
            outcome = self._kept(go_on(self.catalogue, self.state, results, today=TODAY))
        assert not outcome.effects, "the effects do not end"
        assert self.replies, "something is always said"
        assert self.state.awaiting is None
        return self

    def _kept(self, outcome: Outcome) -> Outcome:
        holds_the_laws(self.state, outcome)
        self.state = outcome.state
        self.replies += outcome.replies
        self.effects += outcome.effects
        if outcome.replies:
            self.last_shown = outcome.replies[-1]
        return outcome

    @property
    def said(self) -> list[str]:
        return [symbol(reply) for reply in self.replies]

    @property
    def answers(self) -> dict[str, object]:
        assert self.state.flow is not None
        return {name: given.value for name, given in self.state.flow.answers.items()}

    @property
    def asked(self) -> Ask:
        ask = self.replies[-1]
        assert isinstance(ask, Ask), self.said
        return ask

    @property
    def summary(self) -> dict[str, str]:
        shown = self.replies[-1]
        assert isinstance(shown, Summary), self.said
        return {line.name: line.value for line in shown.lines}

    def reply(self, name: str) -> Reply:
        """The reply with this symbol."""
        return self.replies[self.said.index(name)]


def holds_the_laws(before: State, outcome: Outcome) -> None:
    """What is true of every outcome, whatever was said."""
    assert fold(outcome.events, before) == outcome.state
    through_json = [event_from_json(_json(event.to_json())) for event in outcome.events]
    assert fold(through_json, State.from_json(_json(before.to_json()))) == outcome.state
    assert State.from_json(_json(outcome.state.to_json())) == outcome.state
    assert outcome.replies or outcome.effects
    assert bool(outcome.effects) == (outcome.state.awaiting is not None)
    for reply in outcome.replies:
        if isinstance(reply, Say):
            assert TEXTS[reply.key] == frozenset(reply.values), reply
            assert all(key in TEXTS for _, key in reply.choices), reply
        if isinstance(reply, Ask):
            assert 1 <= reply.number <= reply.of, reply
            if reply.problem is not None:
                assert TEXTS[reply.problem] == frozenset(reply.problem_values), reply


def _json(value: object) -> dict[str, object]:
    return json.loads(json.dumps(value))  # type: ignore[no-any-return]


def symbol(reply: Reply) -> str:
    """A reply in a word: ``ask:plaats``, ``answer:paspoort``, ``say:gestopt``, ``summary``."""
    kind = type(reply).__name__.lower()
    for name in ("key", "topic", "step", "flow"):
        if kind not in ("summary", "receipt") and hasattr(reply, name):
            manner = getattr(reply, "manner", "first")
            return f"{kind if manner == 'first' else manner}:{getattr(reply, name)}"
    return kind


def symbols(replies: Sequence[Reply]) -> list[str]:
    return [symbol(reply) for reply in replies]
