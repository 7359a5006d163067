# SPDX-License-Identifier: EUPL-1.2
"""What came of the effects: an address looked up, a taak opened, a link made, or a failure."""

from collections.abc import Sequence

from gemeengoed.dialogue import addresses, flowing, gathering, judging, taking
from gemeengoed.dialogue.effects import Result, ResumeLinkMade, SubmissionAccepted, TaakOpened
from gemeengoed.dialogue.flow_events import FlowHandedIn
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import lines
from gemeengoed.dialogue.replies import Receipt, Say
from gemeengoed.dialogue.state import Awaiting, Want
from gemeengoed.dialogue.talk_events import EffectsSettled

TRY_AGAIN = (("ja", "knop_opnieuw_proberen"),)


def hear_results(draft: Draft, results: Sequence[Result]) -> None:
    """Go on with what the awaited effects gave. A result that is missing counts as a failure."""
    awaiting = draft.state.awaiting
    if awaiting is None:
        _nothing_was_awaited(draft)
        return
    draft.note(EffectsSettled())
    if awaiting.want is Want.LINK:
        _link(draft, next(iter(results), None))
    elif draft.state.flow is None or draft.run.flow not in draft.catalogue.flows:
        _nothing_was_awaited(draft)
    elif awaiting.want is Want.PREMISES:
        judging.hear_premises(draft, next(iter(results), None))
        taking.go_on_or_repeat(draft)
    elif awaiting.want is Want.FACTS:
        gathering.hear_facts(draft, next(iter(results), None))
        taking.go_on_or_repeat(draft)
    elif awaiting.want is Want.TAAK:
        _taak(draft, next(iter(results), None))
    else:
        _addresses(draft, awaiting, results)


def _nothing_was_awaited(draft: Draft) -> None:
    draft.say(Say("niets_te_doen"))


def _link(draft: Draft, result: Result | None) -> None:
    """The link, or that there is none; then what was open, for who goes on here after all."""
    if isinstance(result, ResumeLinkMade):
        values = {"link": result.url, "tot": result.valid_until}
        draft.say(Say("bewaard", kind="notice", values=values))
    else:
        draft.say(Say("bewaren_mislukt", kind="notice"))
    if draft.state.flow is not None and draft.run.flow in draft.catalogue.flows:
        flowing.repeat(draft)


def _taak(draft: Draft, result: Result | None) -> None:
    """The receipt; or, when it failed, nothing is lost and it can be tried again."""
    if not isinstance(result, TaakOpened | SubmissionAccepted):
        draft.say(Say("indienen_mislukt", kind="notice", choices=TRY_AGAIN))
        flowing.show_summary(draft)
        return
    run = draft.run
    shown = lines(draft.flow, run)
    draft.note(FlowHandedIn(run.flow, run.number, result.reference))
    values = {"nummer": result.reference, "uiterlijk": result.due, "wie": result.who}
    ruled = run.ruling or {}
    waiting = tuple(ruled.get("waiting", ()))
    draft.say(Receipt(run.flow, shown, values, ruled.get("words"), waiting))
    for key, more in result.told if isinstance(result, SubmissionAccepted) else ():
        draft.say(Say(key, kind="notice", values=more))
    flowing.offer_parked(draft)


def _addresses(draft: Draft, awaiting: Awaiting, results: Sequence[Result]) -> None:
    """Take every address that is found; ask about the first that is not."""
    open_ones = []
    noted = list(awaiting.noted)
    asked = draft.run.asked
    for place, check in enumerate(awaiting.checks):
        if draft.flow.step(check.step) is None:
            continue
        result = results[place] if place < len(results) else None
        if not addresses.is_settled_by(draft, check, result):
            open_ones.append((check, result))
        elif check.step != asked and not check.corrects:
            noted.append(check.step)
    taking.tell_noted(draft, tuple(noted))
    if not open_ones:
        taking.go_on_or_repeat(draft)
        return
    check, result = open_ones[0]
    step = draft.flow.step(check.step)
    if step is not None:
        addresses.ask_further(draft, step, check, result)
