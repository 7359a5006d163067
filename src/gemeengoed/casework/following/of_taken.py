# SPDX-License-Identifier: EUPL-1.2
"""An interne_taak as a matter; and the work on one as steps that a resident may know.

What colleagues write to each other (notes, summaries, results) is not for the resident.
"""

from collections.abc import Iterator
from datetime import datetime

from gemeengoed.casework.following.shapes import Matter, Standing, Step, Told
from gemeengoed.casework.kinds import NOT_NEEDED, kind_of
from gemeengoed.casework.models import InterneTaak, Status, TaakEventKind
from gemeengoed.casework.queries import contacts_of, history_of
from gemeengoed.casework.telling import moment_in_words
from gemeengoed.conversations.queries import notices_about
from gemeengoed.terms.dutch_dates import day_in_words

_TOOK = (TaakEventKind.ASSIGNED, TaakEventKind.ACCEPTED)


def matter_of_taak(taak: InterneTaak) -> Matter:
    """All of it, for who handed it in."""
    return Matter(
        reference=taak.reference,
        label=kind_of(taak.kind).label.lower(),
        standing=_standing(taak),
        handed_in_at=taak.opened_at,
        due_on=taak.due_on,
        who=who_has(taak),
        is_looked_at=True,
        planned_at=taak.planned_at,
        over_at=taak.handled_at,
        steps=tuple(_steps(taak)),
        lines=tuple((label, value) for label, value in taak.display),
        messages=tuple(_messages(taak)),
        email=email_of(taak),
        taak=taak,
    )


def who_has(taak: InterneTaak) -> str:
    """The colleague, by the name that residents know; else the team, inside a sentence."""
    return str(taak.assignee) if taak.assignee is not None else kind_of(taak.kind).who


def email_of(taak: InterneTaak) -> str:
    """The address that the resident left, if any."""
    given = (taak.answers.get(name) for name in ("email", "contact"))
    return next((each for each in given if isinstance(each, str) and "@" in each), "")


def steps_of_work(taak: InterneTaak) -> Iterator[Step]:
    """Who took it up, who called; a call that was agreed on comes last and is not done."""
    for event in history_of(taak):
        if event.kind in _TOOK and event.by is not None:
            yield Step("zaak_stap_collega", event.at, values={"collega": str(event.by)})
    for contact in contacts_of(taak):
        key = "zaak_stap_gesproken" if contact.reached else "zaak_stap_niet_bereikt"
        if contact.by is not None:
            yield Step(key, contact.at, values={"collega": str(contact.by)})
    if taak.planned_at is not None and taak.status == Status.OPEN:
        values = {"collega": who_has(taak), "moment": moment_in_words(taak.planned_at)}
        yield Step("zaak_stap_belt", is_done=False, values=values)


def _standing(taak: InterneTaak) -> Standing:
    if taak.status == Status.OPEN:
        return Standing.OPEN
    return Standing.WITHDRAWN if taak.result == NOT_NEEDED.code else Standing.DONE


def _steps(taak: InterneTaak) -> Iterator[Step]:
    yield Step("zaak_stap_ontvangen", taak.opened_at)
    work = list(steps_of_work(taak))
    happened = [step for step in work if step.at is not None]
    yield from sorted(happened, key=lambda step: step.at or taak.opened_at)
    yield from (step for step in work if not step.is_done)
    if taak.status == Status.OPEN:
        yield Step("zaak_stap_hoort", is_done=False, values={"dag": day_in_words(taak.due_on)})
    else:
        is_withdrawn = taak.result == NOT_NEEDED.code
        yield Step(
            "zaak_stap_ingetrokken" if is_withdrawn else "zaak_stap_klaar_taak", taak.handled_at
        )


def _messages(taak: InterneTaak) -> list[Told]:
    found = notices_about(taak.municipality_id, taak.conversation_id, [taak.reference])
    return [Told(datetime.fromisoformat(each["at"]), each["text"]) for each in found]
