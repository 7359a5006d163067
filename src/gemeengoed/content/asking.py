# SPDX-License-Identifier: EUPL-1.2
"""The messages of a flow: questions, warnings, the summary and the receipt."""

import re
from datetime import date, datetime

from gemeengoed.content.edition import Edition
from gemeengoed.content.message import (
    Message,
    MessageChoice,
    MessageDrawing,
    MessageInput,
    MessageLine,
    MessageStep,
)
from gemeengoed.content.values import Values
from gemeengoed.dialogue import files
from gemeengoed.dialogue.addresses import INSIST
from gemeengoed.dialogue.flow import Flow, InputKind, OutcomeWords, Step
from gemeengoed.dialogue.flowing import BEYOND
from gemeengoed.dialogue.judging import CHANGE
from gemeengoed.dialogue.listening_in_doubt import RIGHT
from gemeengoed.dialogue.pressing import SAVE, SKIP
from gemeengoed.dialogue.replies import (
    Ask,
    Doubted,
    Intro,
    Line,
    Meaning,
    Receipt,
    Summary,
    Told,
    Warn,
    Why,
)
from gemeengoed.language.phrase import Phrase
from gemeengoed.terms.dutch_dates import day_in_words

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_MARKUP = re.compile(r"([\\`*\[\]<>])")


def ask(edition: Edition, reply: Ask, at: datetime) -> Message:
    """The open question, after what was wrong with the answer to it."""
    step = _step(edition, reply.flow, reply.step)
    parts = [_question_in_words(edition, step, reply, at)]
    if reply.problem is not None:
        values = {name: escaped(value) for name, value in reply.problem_values.items()}
        parts.insert(0, text_in_words(edition, reply.problem, at, values))
    return Message(
        kind="question",
        text="\n\n".join(parts),
        choices=_choices(edition, step, reply, at),
        topic=edition.flows[reply.flow].topic,
        input=MessageInput(
            step.input, step.name, step.minimum, step.maximum, step.optional, step.level
        ),
        step=MessageStep(reply.number, reply.of),
        drawing=_drawing(edition, step, at),
    )


def _question_in_words(edition: Edition, step: Step, reply: Ask, at: datetime) -> str:
    if reply.manner != files.MANNER:
        return phrase_in_words(edition, _question(step, reply.manner), at)
    names = (label for name, label in reply.options if name != files.DONE)
    values = {"bestanden": ", ".join(f"**{escaped(name)}**" for name in names)}
    return text_in_words(edition, "bestand_nog_een", at, values)


def _question(step: Step, manner: str) -> Phrase:
    if manner == "beyond" and step.beyond is not None:
        return step.beyond.question
    return step.question if manner == "first" or step.again is None else step.again


def _choices(edition: Edition, step: Step, reply: Ask, at: datetime) -> tuple[MessageChoice, ...]:
    """Own choices, those a look-up found, and a way past a question that may stay open."""
    pairs = [(choice.id, phrase_in_words(edition, choice.label, at)) for choice in step.choices]
    if step.input is InputKind.LOGIN:  # elsewhere than on our own pages a link leads there
        pairs.insert(0, (SAVE, text_in_words(edition, "knop_inloggen_elders", at)))
    if reply.manner == files.MANNER:
        return tuple(
            MessageChoice(name, _at_a_file(edition, name, label, at))
            for name, label in reply.options
        )
    insist = text_in_words(edition, "knop_adres_toch", at)
    pairs += [(name, insist if name == INSIST else label) for name, label in reply.options]
    if step.beyond is not None:
        back = text_in_words(edition, "knop_toch_niet", at)
        label = phrase_in_words(edition, step.beyond.label, at)
        pairs.append((BEYOND, back if reply.manner == "beyond" else label))
    if step.optional:
        key = "knop_weet_niet" if step.facts else "knop_overslaan"
        pairs.append((SKIP, text_in_words(edition, key, at)))
    return tuple(MessageChoice(name, label) for name, label in pairs)


def _at_a_file(edition: Edition, name: str, label: str, at: datetime) -> str:
    """The words of a button while more files may come."""
    if name == files.DONE:
        return text_in_words(edition, "knop_bestanden_klaar", at)
    return text_in_words(edition, "knop_bestand_weg", at, {"bestand": label})


def _drawing(edition: Edition, step: Step, at: datetime) -> MessageDrawing | None:
    if step.drawing is None:
        return None
    alt = text_in_words(edition, f"tekening_{step.drawing.replace('-', '_')}", at)
    return MessageDrawing(step.drawing, alt)


def doubted(edition: Edition, reply: Doubted, at: datetime) -> Message:
    """Whether measures that contradict each other are right; each of them can be changed."""
    flow = edition.flows[reply.flow]
    values = {
        "vreemd": phrase_in_words(edition, reply.words, at),
        "regels": "\n".join(f"- {_measure(edition, line, at)}" for line in reply.lines),
    }
    right = MessageChoice(RIGHT, text_in_words(edition, "knop_maten_kloppen", at))
    labels = ((name, flow.steps_by_name[name].label) for name in reply.steps)
    changes = (
        MessageChoice(
            f"{CHANGE}:{name}", text_in_words(edition, "knop_aanpassen", at, {"wat": label})
        )
        for name, label in labels
    )
    return Message(
        kind="question",
        text=text_in_words(edition, "maten_kloppen", at, values),
        choices=(right, *changes),
        topic=flow.topic,
    )


def _measure(edition: Edition, line: Line, at: datetime) -> str:
    """A measure, or what they are together."""
    if not line.label:
        return f"**{text_in_words(edition, 'maten_samen', at, {'maat': line.value})}**"
    return f"{line.label}: {line.value}"


def meaning(edition: Edition, reply: Meaning, at: datetime) -> Message:
    """What a word of the questions means."""
    flow = edition.flows[reply.flow]
    return Message("text", phrase_in_words(edition, flow.words[reply.word], at), topic=flow.topic)


def why(edition: Edition, reply: Why, at: datetime) -> Message:
    """The step's own reason, or the words for a step that has none."""
    reason = _step(edition, reply.flow, reply.step).why or edition.texts["geen_uitleg"].phrase
    return Message(kind="text", text=phrase_in_words(edition, reason, at))


def warn(edition: Edition, reply: Warn, at: datetime) -> Message:
    """The warning that belongs to a choice."""
    warning = _step(edition, reply.flow, reply.step).warnings[reply.choice]
    return Message(kind="notice", text=phrase_in_words(edition, warning, at))


def intro(edition: Edition, reply: Intro, at: datetime) -> Message | None:
    """The first words of a flow; None when it has none."""
    flow = edition.flows[reply.flow]
    if flow.intro is None:
        return None
    return Message(kind="text", text=phrase_in_words(edition, flow.intro, at), topic=flow.topic)


def told(edition: Edition, reply: Told, at: datetime) -> Message:
    """What a procedure found, before the summary: it may be handed in."""
    flow = edition.flows[reply.flow]
    words = flow.outcomes[reply.outcome]
    reasons = (flow.reasons[row] for row in reply.rows if row in flow.reasons)
    parts = [phrase_in_words(edition, each, at) for each in (words.text, *reasons)]
    parts.append(_partly(edition, flow, words, reply.waiting, at))
    text = "\n\n".join(dict.fromkeys(filter(None, parts)))
    return Message("notice", text, topic=flow.topic)


def _partly(
    edition: Edition, flow: Flow, words: OutcomeWords, waiting: tuple[str, ...], at: datetime
) -> str:
    """What who is not in order yet must still do; empty where that is nobody."""
    if not waiting:
        return ""
    names = escaped(" en ".join([*filter(None, [", ".join(waiting[:-1])]), waiting[-1]]))
    phrase = words.partly or edition.texts["moet_nog_iets_doen"].phrase
    return phrase_in_words(edition, phrase, at, {"wachten": names})


def summary(edition: Edition, reply: Summary, at: datetime) -> Message:
    """All answers, each to be changed."""
    flow = edition.flows[reply.flow]
    text = phrase_in_words(edition, flow.summary_intro or edition.texts["klopt_dit"].phrase, at)
    lines = lines_in_words(edition, flow, reply.lines, at, changeable=True)
    return Message(kind="summary", text=text, topic=flow.topic, lines=lines)


def receipt(edition: Edition, reply: Receipt, at: datetime) -> Message:
    """The proof of what was handed in; dates in words."""
    flow = edition.flows[reply.flow]
    lines = lines_in_words(edition, flow, reply.lines, at, changeable=False)
    values = {line.name: line.value for line in lines}
    values |= {name: str(value) for name, value in reply.values.items()}
    shown = {name: escaped(in_plain_words(value)) for name, value in values.items()}
    words = flow.outcomes.get(reply.outcome or "")
    phrase = words.receipt if words is not None and words.receipt is not None else flow.receipt
    text = phrase_in_words(edition, phrase, at, shown)
    if words is not None and reply.waiting:
        text = f"{text}\n\n{_partly(edition, flow, words, reply.waiting, at)}"
    return Message(kind="receipt", text=text, topic=flow.topic, lines=lines)


def text_in_words(
    edition: Edition, key: str, at: datetime, values: dict[str, str] | None = None
) -> str:
    """A fixed text with these values; raises KeyError for an unknown key or a missing value."""
    return phrase_in_words(edition, edition.texts[key].phrase, at, values)


def in_plain_words(value: str) -> str:
    """An ISO date as residents read it; anything else as it is."""
    return day_in_words(date.fromisoformat(value)) if _ISO_DAY.match(value) else value


def escaped(value: str) -> str:
    """What a resident typed, made harmless inside Markdown."""
    return _MARKUP.sub(r"\\\1", value)


def _step(edition: Edition, flow: str, name: str) -> Step:
    step = edition.flows[flow].step(name)
    if step is None:
        raise KeyError(f"{flow}.{name}")
    return step


def lines_in_words(
    edition: Edition, flow: Flow, lines: tuple[Line, ...], at: datetime, *, changeable: bool
) -> tuple[MessageLine, ...]:
    return tuple(
        MessageLine(
            line.name,
            line.label,
            _line_value(edition, flow, line, at),
            changeable and not line.is_fixed,
        )
        for line in lines
    )


def _line_value(edition: Edition, flow: Flow, line: Line, at: datetime) -> str:
    step = flow.step(line.name)
    for choice in step.choices if step else ():  # of a register the value is a choice too
        if choice.id == line.choice:
            return phrase_in_words(edition, choice.label, at)
    return in_plain_words(line.value)


def phrase_in_words(
    edition: Edition, phrase: Phrase | None, at: datetime, extra: dict[str, str] | None = None
) -> str:
    if phrase is None:
        return ""
    return phrase.render(edition.municipality.form, Values(edition, at, extra))
