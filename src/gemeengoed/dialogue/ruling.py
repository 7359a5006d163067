# SPDX-License-Identifier: EUPL-1.2
"""A procedure looks at the answers before they may be handed in.

What is in order, or needs a person, goes on to the summary; a lawful "not this way" ends in the
outcome with its reasons and the ways on, like a flow that judges.
"""

from typing import Any

from gemeengoed.dialogue import judging
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Told
from gemeengoed.dialogue.step_events import Ruled
from gemeengoed.procedures.procedure import UNKNOWN
from gemeengoed.procedures.receipt import receipt_of


def rule(draft: Draft) -> bool:
    """Whether it may be handed in; if so the outcome is told, else the flow is concluded."""
    found = _found(draft)
    if found["outcome"] not in draft.flow.hands_in:
        judging.conclude(draft)
        return False
    if draft.run.ruling != found:
        draft.note(Ruled(found["outcome"], tuple(found["also"]), found["receipt"]))
    if any(draft.flow.outcomes[found["outcome"]].text.segments):
        draft.say(Told(draft.run.flow, found["outcome"]))
    return True


def still_holds(draft: Draft) -> bool:
    """Whether it would be ruled the same now: the day, the law or an answer may have changed."""
    return draft.run.ruling is not None and draft.run.ruling == _found(draft)


def _found(draft: Draft) -> dict[str, Any]:
    judged = judging.judge(draft)
    if judged is None:
        return {"outcome": UNKNOWN, "also": [], "receipt": {}}
    judgement = judged.judgement
    receipt = receipt_of(judgement, draft.catalogue.municipality).to_json()
    return {"outcome": judgement.shown, "also": list(judgement.also), "receipt": receipt}
