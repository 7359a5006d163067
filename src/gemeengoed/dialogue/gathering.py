# SPDX-License-Identifier: EUPL-1.2
"""What registers know of who is logged in and of the answers so far, so that it is not asked."""

import json
from dataclasses import asdict

from gemeengoed.dialogue import persons
from gemeengoed.dialogue.effects import FactsGathered, GatherFacts, Result
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Say
from gemeengoed.dialogue.state import Awaiting, FoundFact, Option, Want
from gemeengoed.dialogue.step_events import FactsTold


def gather(draft: Draft) -> bool:
    """Ask registers, once for each set of answers they depend on; False when nothing is to ask."""
    flow, login = draft.flow, draft.state.login
    if not flow.gathers or login is None or _key(draft) == draft.run.gathered:
        return False
    effect = GatherFacts(flow.gathers, login.person, _answers(draft))
    draft.want(Awaiting(Want.FACTS), [effect])
    return True


def hear_facts(draft: Draft, result: Result | None) -> None:
    """Note what registers gave and tell it; silent ones hold nothing up: it is asked instead."""
    if not isinstance(result, FactsGathered):
        draft.note(FactsTold(_key(draft)))
        draft.say(Say("gegevens_niet_bereikbaar", kind="notice"))
        return
    found = tuple(asdict(FoundFact(fact, value)) for fact, value in result.facts.items())
    people = tuple(
        asdict(Option(f"{persons.PERSON}{number}", each.label, each.id, each.item))
        for number, each in enumerate(result.people, start=1)
    )
    draft.note(FactsTold(_key(draft), found, people, result.knows_people, dict(result.kept)))
    if result.told is not None:
        key, values = result.told
        draft.say(Say(key, kind="notice", values=values))


def _answers(draft: Draft) -> dict[str, object]:
    wanted = draft.flow.gathers_from
    return {name: given.value for name, given in draft.run.answers.items() if name in wanted}


def _key(draft: Draft) -> str:
    person = draft.state.login.person if draft.state.login is not None else ""
    return json.dumps([person, _answers(draft)], sort_keys=True)
