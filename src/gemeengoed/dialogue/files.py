# SPDX-License-Identifier: EUPL-1.2
"""A question that is answered by files: one or several, none, or later.

The value is a list of ``{id, name}``; while more may come, that list stands in the parts of the
step under FILES. A choice of the step is an answer without a file.
"""

import re
from dataclasses import asdict

from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.incoming import FileTold
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.state import Option
from gemeengoed.dialogue.step_events import AnswerGiven, PartsKnown
from gemeengoed.language.reading import Flag

FILES = "bestanden"  # in the parts of the step
DONE = "klaar"  # a button: no more files
REMOVE = "weg:"  # how the id of a button begins that takes a file away again
MANNER = "more"  # how it is asked whether more will come
_DONE_WORDS = re.compile(
    r"(?:nee|neen|klaar|verder|ga (?:maar )?(?:door|verder)|dat (?:was|is) (?:het|alles)|meer niet|"
    r"niet meer|geen andere)\b[ ,.!a-z]{0,12}"
)


def given(draft: Draft, step: Step) -> list[FileTold]:
    """Those that came so far and are still wanted."""
    known = draft.run.parts.get(step.name, {}).get(FILES, ())
    return [FileTold(**each) for each in known]


def most(step: Step) -> int:
    """How many files the question takes."""
    return int(step.maximum or 1)


def add(draft: Draft, step: Step, file: FileTold) -> bool:
    """One more; True when that was the last that may come, and the step is settled."""
    files = [*given(draft, step), file]
    _note(draft, step, files)
    if len(files) < most(step):
        return False
    finish(draft, step)
    return True


def remove(draft: Draft, step: Step, choice: str) -> bool:
    """The button at a file takes it away; False when there is no such file (any more)."""
    files = given(draft, step)
    left = [each for each in files if each.id != choice.removeprefix(REMOVE)]
    _note(draft, step, left)
    return len(left) < len(files)


def finish(draft: Draft, step: Step) -> bool:
    """No more will come: what came is the answer. False when nothing did."""
    files = given(draft, step)
    if files:
        value = [asdict(each) for each in files]
        draft.note(AnswerGiven(step.name, value, in_words(files)))
    return bool(files)


def is_finished_by(draft: Draft, step: Step) -> bool:
    """ "Dat was alles", "nee", "sla over", after at least one file."""
    says_so = _DONE_WORDS.fullmatch(draft.reading.text.strip().lower())
    return bool(given(draft, step)) and bool(says_so or draft.flags & {Flag.NO, Flag.SKIP})


def take_up(draft: Draft, step: Step) -> None:
    """The question is opened again: what was given to it may be added to, and taken away."""
    answer = draft.run.answers.get(step.name)
    if answer is not None and isinstance(answer.value, list) and FILES not in _parts(draft, step):
        _note(draft, step, [FileTold(**each) for each in answer.value])


def forget(draft: Draft) -> None:
    """What came for a question that is still open, of somebody else."""
    for step in draft.flow.steps:
        if step.input is InputKind.FILE and _parts(draft, step):
            draft.note(PartsKnown(step.name, {}))


def options(draft: Draft, step: Step) -> tuple[Option, ...]:
    """Buttons: that it was all, and at each file one to take it away."""
    files = given(draft, step)
    if not files:
        return ()
    away = (Option(f"{REMOVE}{each.id}", each.name, None) for each in files)
    return (Option(DONE, "", None), *away)


def in_words(files: list[FileTold]) -> str:
    """Their names."""
    return ", ".join(each.name for each in files)


def _parts(draft: Draft, step: Step) -> dict[str, object]:
    return dict(draft.run.parts.get(step.name, {}))


def _note(draft: Draft, step: Step, files: list[FileTold]) -> None:
    draft.note(PartsKnown(step.name, {FILES: [asdict(each) for each in files]}))
