# SPDX-License-Identifier: EUPL-1.2
"""Taking what a resident says as answers: to the open question, and what came along with it."""

from gemeengoed.dialogue import addresses, flowing, gathering, judging, persons, questions, ruling
from gemeengoed.dialogue.answers import interpret
from gemeengoed.dialogue.choosing import choice_told, place_named, words_of
from gemeengoed.dialogue.flow import Choice, InputKind, Step
from gemeengoed.dialogue.flow_events import FlowLeft, FlowParked
from gemeengoed.dialogue.lengths import (
    DOUBT,
    NO_UNIT,
    bare_number,
    length_in_words,
    length_of,
    lies_beyond,
    others_meant,
    unit_in,
)
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import counts, in_one_line
from gemeengoed.dialogue.replies import Say, Warn, Why
from gemeengoed.dialogue.state import Check, Option
from gemeengoed.dialogue.step_events import AnswerDropped, AnswerGiven, PartsKnown, StepSkipped
from gemeengoed.dialogue.understood import Answer, Problem, Understood
from gemeengoed.language.phrase import parse
from gemeengoed.language.reading import Flag

CONTACTS = frozenset({InputKind.PHONE, InputKind.EMAIL, InputKind.CONTACT})
STRUCTURED = CONTACTS | {InputKind.DATE, InputKind.LENGTH}
TOLD_UNASKED = 5  # letters from which words of a choice count when it was not asked for
MEASURE, UNIT = "maat:", "eenheid:"  # buttons: what is meant by a length that is doubted, or bare
MOST_UNCLEAR = 3  # unclear answers to one question after which a person is offered


def give(draft: Draft, step: Step, *, corrects: bool = False) -> None:
    """Take the message as the answer to this step, and what else it holds for other steps."""
    if step.input is InputKind.ADDRESS:
        _give_address(draft, step, corrects=corrects)
        return
    understood = _understood(draft, step)
    if isinstance(understood, Problem):
        if step.input is InputKind.LENGTH and lies_beyond(step, draft.reading.text):
            goes_beyond(draft, step, understood)
        else:
            unclear(draft, step, understood)
        return
    take(draft, step, understood)
    if corrects:
        draft.say(Say("genoteerd"))
    noted = gather(draft) if step.input is not InputKind.TEXT and draft.state.flow else ()
    settle(draft, noted)


def take(draft: Draft, step: Step, answer: Answer) -> None:
    """Note the answer; what must be said at once when this is chosen is said."""
    draft.note(AnswerGiven(step.name, answer.value, answer.label))
    if str(answer.value) in step.warnings:
        draft.say(Warn(draft.run.flow, step.name, str(answer.value)))
    if str(answer.value) in step.leaves:
        _go_another_way(draft, step)


def _go_another_way(draft: Draft, step: Step) -> None:
    """Not by this flow. Who would rather not log in may think again: what was told is kept."""
    again: questions.Buttons = ()
    if step.input is InputKind.LOGIN:
        again = ((f"flow:{draft.run.flow}", "knop_toch_inloggen"),)
        draft.note(AnswerDropped(step.name))
        draft.note(FlowParked())
    else:
        draft.note(FlowLeft("another way"))
    questions.offer_person(draft, "another way", "andere_weg", also=again)


def settle(draft: Draft, noted: tuple[str, ...], checks: tuple[Check, ...] = ()) -> None:
    """Go on after answers were taken: look addresses up first, tell what came along, then ask."""
    if draft.state.flow is None:  # the answer was that this is not the way
        return
    checks = (*checks, *addresses.found_along(draft, leave_out=[each.step for each in checks]))
    if checks:
        addresses.look_up(draft, checks, noted)
        return
    tell_noted(draft, noted)
    go_on_or_repeat(draft)


def take_what_was_told(draft: Draft) -> bool:
    """The message answers no open question, but perhaps a later one."""
    noted = gather(draft)
    if not noted and not addresses.found_along(draft, leave_out=()):
        return False
    settle(draft, noted)
    return True


def tells_unasked(draft: Draft) -> bool:
    """Whether the message says something that is never asked but that the flow listens for."""
    if draft.incoming.text is None:
        return False
    open_ones = (s for s in draft.flow.steps if s.told_only and not draft.run.is_settled(s.name))
    return any(_told_along(draft, step) is not None for step in open_ones if step.choices)


def tell_noted(draft: Draft, noted: tuple[str, ...]) -> None:
    """What was understood without being asked is told, so that a mistake is seen at once."""
    told = in_one_line(draft.flow, draft.run, noted)
    if told:
        draft.say(Say("ook_begrepen", values={"antwoorden": told}))


def go_on_or_repeat(draft: Draft) -> None:
    """The open question again when it is still open, with its options; else the next one."""
    if draft.state.flow is None:
        return
    step = draft.open_step
    if step is None or draft.run.is_settled(step.name):
        flowing.go_on(draft)
    elif not judging.look_up(draft) and not gathering.gather(draft):
        judging.reconsider(draft)
        if not ruling.ends_here(draft):
            flowing.repeat(draft)


def gather(draft: Draft, kinds: frozenset[InputKind] | None = None) -> tuple[str, ...]:
    """Take values that answer steps nobody asked about yet; gives the names of those steps.

    Addresses are not done here: they are looked up together (addresses.found_along).
    """
    noted = []
    for step in draft.flow.steps:
        if draft.run.is_settled(step.name) or not _may_be_told(draft, step):
            continue
        if kinds is not None and step.input not in kinds:
            continue
        answer = _told_along(draft, step)
        if answer is not None:
            take(draft, step, answer)
            noted.append(step.name)
    return tuple(noted)


def _may_be_told(draft: Draft, step: Step) -> bool:
    """What a procedure may come to need is taken too: it need not be asked then.

    Not by a joined question, nor what one gave already: else it would be there twice.
    """
    joined = [
        each for each in draft.flow.steps if each.is_joined and each.name in draft.run.answers
    ]
    if step.is_joined or any(set(step.facts) & set(each.facts) for each in joined):
        return False
    counting = counts(draft.flow, draft.run, step)
    gives = bool(step.facts) or any(choice.gives or choice.adds for choice in step.choices)
    gives = gives or step.input is InputKind.PERSONS
    return counting is True or (counting is None and gives)


def _told_along(draft: Draft, step: Step) -> Answer | None:
    reading = draft.reading
    if step.input in (InputKind.CHOICE, InputKind.PERSONS):
        told = choice_told(told_by_itself(step), reading.text, shortest=TOLD_UNASKED, unasked=True)
        choice = next((each for each in step.choices if told and each.id == told.id), None)
        return Answer(choice.id, words_of(choice)[0]) if choice is not None else None
    named = step.input is InputKind.TEXT and any(v.kind == step.name for v in reading.values)
    if step.input not in STRUCTURED and not named:
        return None
    if step.input is InputKind.LENGTH and not is_told_for(draft, step):
        return None
    understood = interpret(step, reading, draft.today) if reading.values else None
    return understood if isinstance(understood, Answer) else None


def told_by_itself(step: Step) -> list[Choice]:
    """The choices with the words that mean them also where nobody asked: "hoger" does not."""
    return [
        each if each.unasked is None else Choice(each.id, parse(""), each.unasked)
        for each in step.choices
    ]


def is_told_for(draft: Draft, step: Step) -> bool:
    """A length that was not asked for belongs to the step that takes its kind: "1,60 hoog"."""
    kinds = {value.kind for value in draft.reading.values}
    return (step.takes or step.name) in kinds


def is_meant_for_another(draft: Draft, step: Step) -> bool:
    """ "1,60 hoog", where something else was asked and another step takes a height."""
    kinds = {value.kind for value in draft.reading.values}
    taken = {each.takes for each in draft.flow.steps if each.takes and each.name != step.name}
    return step.input is InputKind.LENGTH and bool(kinds & taken) and step.takes not in kinds


def answers(draft: Draft, step: Step) -> bool:
    """Whether the message could be the answer to this step."""
    if step.input is InputKind.ADDRESS:
        return bool(addresses.parts_in(draft.reading, step.role))
    if is_meant_for_another(draft, step):
        return False
    return isinstance(_understood(draft, step), Answer)


def answers_as_choice(draft: Draft, step: Step) -> bool:
    """Whether a yes or no is itself one of the choices of this step."""
    return step.input is InputKind.CHOICE and answers(draft, step)


def _understood(draft: Draft, step: Step) -> Understood:
    """A length may come in two messages: the number, then its unit; or the side, then how far."""
    if step.input is InputKind.PERSONS:
        return persons.in_words(draft, step)
    if step.input is not InputKind.LENGTH:
        return interpret(step, draft.reading, draft.today)
    number, unit = draft.run.parts.get(step.name, {}).get("getal"), unit_in(draft.reading.text)
    if number is not None and unit is not None:
        understood = length_of(step, float(number) * unit)
    else:
        understood = interpret(step, draft.reading, draft.today)
    if flowing.is_beyond(draft, step) and isinstance(understood, Answer):
        understood = length_of(step, -abs(understood.value))
    return _insisted(draft, understood) or understood


def _insisted(draft: Draft, understood: Understood) -> Answer | None:
    """A length that was doubted is taken when it is told once more, or by a plain yes."""
    offered = [each for each in draft.run.options if each.id.startswith(MEASURE)]
    if not isinstance(understood, Problem) or not offered:
        return None
    if understood.key == DOUBT:
        same = next((e for e in offered if e.label == understood.values["gegeven"]), None)
        return Answer(same.value, same.label) if same is not None else None
    if Flag.YES in draft.flags:
        return Answer(offered[-1].value, offered[-1].label)
    return None


def goes_beyond(draft: Draft, step: Step, problem: Problem | None = None) -> None:
    """It lies on the other side: how far is asked. The same button again takes it back."""
    known = dict(draft.run.parts.get(step.name, {}))
    if problem is not None and flowing.is_beyond(draft, step):
        unclear(draft, step, problem)
        return
    if known.pop(flowing.BEYOND, None) is None:
        known[flowing.BEYOND] = True
    draft.note(PartsKnown(step.name, known))
    flowing.ask(draft, step)


def _give_address(draft: Draft, step: Step, *, corrects: bool) -> None:
    parts = addresses.parts_in(draft.reading, step.role) or addresses.place_in(draft, step)
    if not parts:
        if _chose_an_option(draft, step) or _told_elsewhere(draft, step):
            return
        known = draft.run.parts.get(step.name, {})
        draft.note(PartsKnown(step.name, {**known, "tekst": draft.reading.text.strip()[:200]}))
        unclear(draft, step, Problem("probleem_onbegrepen"))
        return
    check = addresses.check_of(draft, step, parts, corrects=corrects)
    settle(draft, gather(draft), (check,))


def _chose_an_option(draft: Draft, step: Step) -> bool:
    """ "De tweede" of the addresses on offer."""
    offered = [option for option in draft.run.options if option.value is not None]
    place = place_named(draft.reading.text, len(offered))
    if place is None or draft.run.asked != step.name:
        return False
    draft.note(AnswerGiven(step.name, offered[place].value, offered[place].label))
    settle(draft, ())
    return True


def _told_elsewhere(draft: Draft, step: Step) -> bool:
    """No address for this step, but one for another: "naar Kerkstraat 22" when asked from where."""
    along = addresses.found_along(draft, leave_out=[step.name])
    if along:
        addresses.look_up(draft, along, gather(draft))
    return bool(along)


def skip(draft: Draft, step: Step) -> None:
    """An optional step is left out; it is never asked about again."""
    draft.note(StepSkipped(step.name))
    if step.facts:
        draft.say(Say("zonder_verder"))
    flowing.go_on(draft)


def unclear(draft: Draft, step: Step, problem: Problem | None = None) -> None:
    """Asked once differently, then with choices, then a person; what was filled in stays."""
    tries = draft.run.tries + 1 if draft.run.asked == step.name else 1
    _keep_bare_number(draft, step)
    if Flag.NOT_DUTCH in draft.flags:
        draft.say(Say("niet_nederlands"))
    if tries >= MOST_UNCLEAR:
        questions.person(draft, why="unclear")
    elif tries == MOST_UNCLEAR - 1 and step.why is not None and not step.choices:
        draft.say(Why(draft.run.flow, step.name))  # where nothing can be chosen: some help
    flowing.ask(
        draft,
        step,
        tries=tries,
        problem=problem.key if problem else None,
        problem_values=problem.values if problem else None,
        options=_doubtful_lengths(draft, step, problem) or _options(draft, step, tries),
    )


def _doubtful_lengths(draft: Draft, step: Step, problem: Problem | None) -> tuple[Option, ...]:
    """What may be meant by a length that is not plausible: another unit, or just that."""
    if problem is None or problem.key not in (DOUBT, NO_UNIT) or step.plausible is None:
        return ()
    kind = MEASURE if problem.key == DOUBT else UNIT
    sign = -1 if flowing.is_beyond(draft, step) or lies_beyond(step, draft.reading.text) else 1
    meant = [sign * each for each in others_meant(step, draft.reading.text, draft.reading.values)]
    return tuple(
        Option(f"{kind}{draft.run.offers + number}", length_in_words(m, step), round(m, 4))
        for number, m in enumerate(meant, start=1)
    )


def _keep_bare_number(draft: Draft, step: Step) -> None:
    number = bare_number(draft.reading.text) if step.input is InputKind.LENGTH else None
    if number is not None:
        known = draft.run.parts.get(step.name, {})
        draft.note(PartsKnown(step.name, {**known, "getal": number}))


def _options(draft: Draft, step: Step, tries: int) -> tuple[Option, ...]:
    """What may be chosen: what a look-up offered, and at last the resident's own words."""
    offered = draft.run.options if draft.run.asked == step.name else ()
    if step.input is not InputKind.ADDRESS or tries < MOST_UNCLEAR - 1:
        return offered
    if any(option.id == addresses.INSIST for option in offered):
        return offered
    return (*offered, addresses.INSISTING)
