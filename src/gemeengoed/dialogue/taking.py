# SPDX-License-Identifier: EUPL-1.2
"""Taking what a resident says as answers: to the open question, and what came along with it."""

from gemeengoed.dialogue import addresses, flowing, judging, questions
from gemeengoed.dialogue.answers import (
    LENGTHS,
    Answer,
    Problem,
    Understood,
    bare_number,
    doubted,
    first,
    interpret,
    length_in_words,
    length_of,
    unit_in,
)
from gemeengoed.dialogue.choosing import choice_told, place_named, words_of
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import counts, in_one_line
from gemeengoed.dialogue.replies import Say, Warn, Why
from gemeengoed.dialogue.state import Check, Option
from gemeengoed.dialogue.step_events import AnswerGiven, PartsKnown, StepSkipped
from gemeengoed.language.reading import Flag

CONTACTS = frozenset({InputKind.PHONE, InputKind.EMAIL, InputKind.CONTACT})
STRUCTURED = CONTACTS | {InputKind.DATE, InputKind.LENGTH}
TOLD_UNASKED = 5  # letters from which words of a choice count when it was not asked for
DOUBT = "probleem_lengte_twijfel"
MOST_UNCLEAR = 3  # unclear answers to one question after which a person is offered


def give(draft: Draft, step: Step, *, corrects: bool = False) -> None:
    """Take the message as the answer to this step, and what else it holds for other steps."""
    if step.input is InputKind.ADDRESS:
        _give_address(draft, step, corrects=corrects)
        return
    understood = _understood(draft, step)
    if isinstance(understood, Problem):
        unclear(draft, step, understood)
        return
    take(draft, step, understood)
    if corrects:
        draft.say(Say("genoteerd"))
    noted = gather(draft) if step.input is not InputKind.TEXT else ()
    settle(draft, noted)


def take(draft: Draft, step: Step, answer: Answer) -> None:
    """Note the answer; what must be said at once when this is chosen is said."""
    draft.note(AnswerGiven(step.name, answer.value, answer.label))
    if str(answer.value) in step.warnings:
        draft.say(Warn(draft.run.flow, step.name, str(answer.value)))


def settle(draft: Draft, noted: tuple[str, ...], checks: tuple[Check, ...] = ()) -> None:
    """Go on after answers were taken: look addresses up first, tell what came along, then ask."""
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


def tell_noted(draft: Draft, noted: tuple[str, ...]) -> None:
    """What was understood without being asked is told, so that a mistake is seen at once."""
    told = in_one_line(draft.flow, draft.run, noted)
    if told:
        draft.say(Say("ook_begrepen", values={"antwoorden": told}))


def go_on_or_repeat(draft: Draft) -> None:
    """The open question again when it is still open, with its options; else the next one."""
    step = draft.open_step
    if step is None or draft.run.is_settled(step.name):
        flowing.go_on(draft)
    elif not judging.look_up(draft):
        judging.reconsider(draft)
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
    return counting is True or (counting is None and bool(step.facts))


def _told_along(draft: Draft, step: Step) -> Answer | None:
    reading = draft.reading
    if step.input is InputKind.CHOICE:
        choice = choice_told(step.choices, reading.text, shortest=TOLD_UNASKED, unasked=True)
        return Answer(choice.id, words_of(choice)[0]) if choice is not None else None
    named = step.input is InputKind.TEXT and any(v.kind == step.name for v in reading.values)
    if step.input not in STRUCTURED and not named:
        return None
    if step.input is InputKind.LENGTH and not is_told_for(draft, step):
        return None
    understood = interpret(step, reading, draft.today) if reading.values else None
    return understood if isinstance(understood, Answer) else None


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
    """A length may come in two messages: the number, then its unit."""
    if step.input is InputKind.LENGTH:
        number = draft.run.parts.get(step.name, {}).get("getal")
        unit = unit_in(draft.reading.text)
        if number is not None and unit is not None:
            return length_of(step, float(number) * unit)
    understood = interpret(step, draft.reading, draft.today)
    return _insisted(draft, understood) or understood


def _insisted(draft: Draft, understood: Understood) -> Answer | None:
    """A length that was doubted and is told once more is taken."""
    if not isinstance(understood, Problem) or understood.key != DOUBT:
        return None
    words = understood.values["gegeven"]
    same = next((each for each in draft.run.options if each.label == words), None)
    return Answer(same.value, same.label) if same is not None else None


def _give_address(draft: Draft, step: Step, *, corrects: bool) -> None:
    parts = addresses.parts_in(draft.reading, step.role)
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
    if problem is None or problem.key != DOUBT:
        return ()
    found = first(draft.reading.values, *LENGTHS)
    metres = bare_number(draft.reading.text) if found is None else float(found.value)
    if metres is None:
        return ()
    meant = [each for each in (metres / 100, metres / 10, metres * 100) if not doubted(step, each)]
    return tuple(
        Option(f"maat:{draft.run.offers + number}", length_in_words(each), round(each, 4))
        for number, each in enumerate([*meant, metres], start=1)
    )


def _keep_bare_number(draft: Draft, step: Step) -> None:
    number = bare_number(draft.reading.text) if step.input is InputKind.LENGTH else None
    if number is not None:
        draft.note(PartsKnown(step.name, {"getal": number}))


def _options(draft: Draft, step: Step, tries: int) -> tuple[Option, ...]:
    """What may be chosen: what a look-up offered, and at last the resident's own words."""
    offered = draft.run.options if draft.run.asked == step.name else ()
    if step.input is not InputKind.ADDRESS or tries < MOST_UNCLEAR - 1:
        return offered
    if any(option.id == addresses.INSIST for option in offered):
        return offered
    return (*offered, addresses.INSISTING)
