# SPDX-License-Identifier: EUPL-1.2
"""Which higher room carries out which effect of a lower one. Everything that is wired is here."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from gemeengoed.access.errors import TooManyError
from gemeengoed.access.operations import Limit, make_link, take
from gemeengoed.access.tokens import fingerprint
from gemeengoed.casework.effects import open_taak
from gemeengoed.casework.joining.errors import JoiningError
from gemeengoed.casework.joining.queries import joiners_of
from gemeengoed.casework.moving_effects import gather_facts, hand_in_move
from gemeengoed.casework.queries import is_opened
from gemeengoed.casework.submissions.queries import is_handed_in, submission_by_number
from gemeengoed.conversations.effects import EffectContext, register
from gemeengoed.conversations.operations import RESUME
from gemeengoed.conversations.places import supply_places
from gemeengoed.dialogue.effects import (
    CheckAddress,
    EffectFailed,
    GatherFacts,
    HandIn,
    LookUpPremises,
    MakeResumeLink,
    OpenTaak,
    Result,
    ResumeLinkMade,
    SubmissionAccepted,
)
from gemeengoed.files.demo_scanner import DemoScanner
from gemeengoed.files.scanning import supply_scanner
from gemeengoed.municipalities.queries import municipality
from gemeengoed.project.addresses import check_address, look_up_premises, place_names
from gemeengoed.web.resident.join_links import join_link


def wire() -> None:
    """Called once at start; calling it again changes nothing."""
    register(CheckAddress, check_address)
    register(LookUpPremises, look_up_premises)
    register(OpenTaak, open_taak_within_limits)
    register(GatherFacts, gather_facts)
    register(HandIn, hand_in_within_limits)
    register(MakeResumeLink, make_resume_link)
    supply_places(place_names)
    if settings.DEMO:  # elsewhere nothing may be called clean by a scanner that is none
        supply_scanner(DemoScanner())


TASKS_PER_CONVERSATION = Limit("taak", capacity=5, refill=1 / 3600)
LINKS_PER_CONVERSATION = Limit("link", capacity=5, refill=1 / 600)
LINK_VALID_FOR = timedelta(days=7)


def open_taak_within_limits(effect: OpenTaak, context: EffectContext) -> Result:
    """casework's handler, not more often than a real resident would need."""
    return _handed_in(effect, context, is_opened, lambda keyed: open_taak(effect, keyed))


def hand_in_within_limits(effect: HandIn, context: EffectContext) -> Result:
    """casework's handler for a move, as often as OpenTaak; with a link for each who follows."""
    result = _handed_in(effect, context, is_handed_in, lambda keyed: hand_in_move(effect, keyed))
    if not isinstance(result, SubmissionAccepted):
        return result
    return replace(result, told=tuple(_links(result.reference, context)))


def _links(reference: str, context: EffectContext) -> Iterator[tuple[str, Mapping[str, str]]]:
    submission = submission_by_number(context.municipality, reference)
    for joiner in joiners_of(submission) if submission is not None else ():
        with suppress(JoiningError):  # answered already: this was tried again
            link = join_link(joiner, context.now)
            yield "samen_link", {"naam": joiner.name, "link": link.address, "tot": link.until}


def _handed_in(
    effect: OpenTaak | HandIn,
    context: EffectContext,
    is_there: Callable[[str, str], bool],
    carry_out: Callable[[EffectContext], Result],
) -> Result:
    """Carry it out with the key of what is handed in, not of the message: when an answer came too
    late and the resident confirms again, what was accepted after all is found.
    """
    content = json.dumps([effect.kind, effect.run, dict(effect.answers)], sort_keys=True)
    context = replace(context, key=f"{context.conversation}:{fingerprint(content)}")
    if not is_there(context.municipality, context.key):  # trying again costs nothing
        try:
            take(
                municipality=context.municipality,
                limit=TASKS_PER_CONVERSATION,
                subject=str(context.conversation),
            )
        except TooManyError:
            return EffectFailed(type(effect).__name__, "too many in one conversation")
    return carry_out(context)


def make_resume_link(effect: MakeResumeLink, context: EffectContext) -> Result:
    """A one-time link to this conversation, valid for a week."""
    try:
        take(
            municipality=context.municipality,
            limit=LINKS_PER_CONVERSATION,
            subject=str(context.conversation),
        )
    except TooManyError:
        return EffectFailed("MakeResumeLink", "too many in one conversation")
    code, _ = make_link(
        municipality=municipality(context.municipality),
        purpose=RESUME,
        subject=context.conversation,
        valid_for=LINK_VALID_FOR + timedelta(days=1),  # "until and including" the day that is told
    )
    address = reverse("resident:resume", args=[context.municipality, code])
    until = context.now + LINK_VALID_FOR
    return ResumeLinkMade(settings.PUBLIC_URL + address, until.date().isoformat())
