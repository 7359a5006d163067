# SPDX-License-Identifier: EUPL-1.2
"""A procedure looks at the answers before they may be handed in.

What is in order, or needs a person, goes on to the summary; a lawful "not this way" ends in the
outcome with its reasons and the ways on, like a flow that judges. Where it is "not this way" for
some of the people only, the others go on, and what those must do is told: nobody waits for another.

A ruling, as the run keeps it and HandIn carries it (plain values):

- outcome, also, per_item, receipt: of the procedure, as shown
- whole: the outcome of what is handed in now: without who must still do something
- words: the outcome of which the words are said
- rows: the ids of the rows that stand in the way; why: each in words, for a colleague
- waiting: the names of who must still do something
"""

from collections.abc import Iterator
from typing import Any

from gemeengoed.dialogue import judging
from gemeengoed.dialogue.flow import InputKind
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import steps_that_count
from gemeengoed.dialogue.persons import BETWEEN, EVERYBODY
from gemeengoed.dialogue.replies import Told
from gemeengoed.dialogue.state import Option
from gemeengoed.dialogue.step_events import Ruled
from gemeengoed.procedures.explaining import explained_row
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import UNKNOWN
from gemeengoed.procedures.receipt import receipt_of
from gemeengoed.procedures.wording import row_in_words


def rule(draft: Draft) -> bool:
    """Whether it may be handed in; if so the outcome is told, else the flow is concluded."""
    judgement = judging.judgement_now(draft)
    found = _found(draft, judgement)
    if judgement is not None and not _may_go_on(draft, judgement):
        judging.conclude(draft)
        return False
    if draft.run.ruling != found:
        draft.note(Ruled(found))
    words = draft.flow.outcomes[found["words"]]
    if any(words.text.segments) or found["waiting"]:
        draft.say(
            Told(draft.run.flow, found["words"], tuple(found["rows"]), tuple(found["waiting"]))
        )
    return True


def still_holds(draft: Draft) -> bool:
    """Whether it would be ruled the same now: the day, the law or an answer may have changed."""
    return draft.run.ruling is not None and draft.run.ruling == _found(
        draft, judging.judgement_now(draft)
    )


def ends_here(draft: Draft) -> bool:
    """Conclude as soon as it is sure that it cannot be handed in: no more is asked (Awb 4:4)."""
    if not draft.flow.is_gated:
        return False
    judgement = judging.judgement_now(draft)
    if judgement is None or judgement.outcome is None or _may_go_on(draft, judgement):
        return False
    if _is_asked_more(draft):
        return False
    judging.conclude(draft)
    return True


def _is_asked_more(draft: Draft) -> bool:
    """A question that is still to come may give the procedure a fact that turns it; so may who
    comes along, by what registers know of them."""
    steps = steps_that_count(draft.flow, draft.run)
    open_ones = [s for s in steps if not s.told_only and not draft.run.is_settled(s.name)]
    return any(
        step.input is InputKind.PERSONS
        or any(choice.gives or choice.adds for choice in step.choices)
        for step in open_ones
    )


def _may_go_on(draft: Draft, judgement: Judgement) -> bool:
    """Handed in as it is, or for those who are in order when that is somebody."""
    hands_in = draft.flow.hands_in
    if judgement.shown in hands_in:
        return True
    return judgement.of_whole in hands_in and _is_anybody_in_order(judgement, hands_in)


def _is_anybody_in_order(judgement: Judgement, hands_in: tuple[str, ...]) -> bool:
    """Somebody who comes along, or who declares: of them a row of the whole says so."""
    return bool(judgement.fitting) or any(e in hands_in for e in judgement.per_item.values())


def _found(draft: Draft, judgement: Judgement | None) -> dict[str, Any]:
    if judgement is None:
        nothing: dict[str, Any] = {"also": [], "per_item": {}, "rows": [], "why": [], "waiting": []}
        return {"outcome": UNKNOWN, "whole": UNKNOWN, "words": UNKNOWN, "receipt": {}, **nothing}
    procedure, failed = judgement.procedure, judgement.failed
    return {
        "outcome": judgement.shown,
        "also": list(judgement.also),
        "per_item": dict(judgement.per_item),
        "receipt": receipt_of(judgement, draft.catalogue.municipality).to_json(),
        "whole": _whole(draft, judgement),
        "words": _words(draft, judgement),
        "rows": list(dict.fromkeys(row.row.id for row in failed)),
        "why": list(dict.fromkeys(row_in_words(explained_row(procedure, row)) for row in failed)),
        "waiting": [each.label for each in _waiting(draft, judgement)],
    }


def _whole(draft: Draft, judgement: Judgement) -> str:
    is_whole = judgement.shown in draft.flow.hands_in
    return judgement.shown if is_whole else judgement.of_whole


def _words(draft: Draft, judgement: Judgement) -> str:
    """An outcome may have words of its own, besides those of how it is shown."""
    exactly = judgement.outcome or UNKNOWN
    return exactly if exactly in draft.flow.outcomes else judgement.shown


def _waiting(draft: Draft, judgement: Judgement) -> Iterator[Option]:
    """Who was chosen and may not be handed in yet."""
    for each in _chosen(draft):
        outcome = judgement.per_item.get(each.item)
        if outcome is not None and outcome not in draft.flow.hands_in:
            yield each


def _chosen(draft: Draft) -> Iterator[Option]:
    for step in draft.flow.steps:
        given = draft.run.answers.get(step.name)
        if step.input is InputKind.PERSONS and given is not None:
            ids = str(given.value).split(BETWEEN)
            yield from (
                each for each in draft.run.people if given.value == EVERYBODY or each.value in ids
            )
