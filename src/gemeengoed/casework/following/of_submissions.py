# SPDX-License-Identifier: EUPL-1.2
"""A submission as a matter."""

from collections.abc import Iterator
from datetime import datetime

from gemeengoed.casework.following.of_taken import steps_of_work, who_has
from gemeengoed.casework.following.shapes import Matter, Standing, Step, Told
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.submissions.kinds import submission_kind
from gemeengoed.casework.submissions.models import Delivery, DeliveryState, State, Submission
from gemeengoed.conversations.queries import notices_about
from gemeengoed.terms.dutch_dates import day_in_words

_STANDINGS = {State.CLOSED: Standing.DONE, State.WITHDRAWN: Standing.WITHDRAWN}


def matter_of_submission(submission: Submission) -> Matter:
    """All of it, for who handed it in."""
    kind = submission_kind(submission.kind)
    standing = _STANDINGS.get(State(submission.state), Standing.OPEN)
    taak = submission.taak
    return Matter(
        reference=submission.ontvangstnummer,
        label=kind.label,
        standing=standing,
        handed_in_at=submission.handed_in_at,
        due_on=submission.due_on,
        who=who_has(taak) if taak is not None else kind.who,
        is_looked_at=taak is not None,
        planned_at=taak.planned_at if taak is not None and standing is Standing.OPEN else None,
        over_at=submission.closed_at,
        resultaat=submission.resultaat if standing is Standing.DONE else "",
        steps=tuple(_steps(submission)),
        lines=tuple((label, value) for label, value in submission.display),
        messages=tuple(_messages(submission)),
        email=submission.email,
        submission=submission,
    )


def _steps(submission: Submission) -> Iterator[Step]:
    yield Step("zaak_stap_ontvangen", submission.handed_in_at)
    if submission.state != State.ACCEPTED and _is_in_register(submission):
        yield Step("zaak_stap_systeem")
    work = list(steps_of_work(submission.taak)) if submission.taak is not None else []
    asked = [
        Step("zaak_stap_vraag", datetime.fromisoformat(each["at"])) for each in submission.questions
    ]
    happened = [step for step in [*work, *asked] if step.at is not None and step.is_done]
    yield from sorted(happened, key=lambda step: step.at or submission.handed_in_at)
    if submission.closed_at is None:
        yield from (step for step in work if not step.is_done)
    yield _end(submission)


def _is_in_register(submission: Submission) -> bool:
    found = Delivery.objects.filter(submission=submission, step="zaak")
    return found.filter(state=DeliveryState.DELIVERED).exists()


def _end(submission: Submission) -> Step:
    if submission.state == State.WITHDRAWN:
        return Step("zaak_stap_ingetrokken", submission.closed_at)
    if submission.state == State.CLOSED:
        resultaat = submission.resultaat.lower()
        return Step("zaak_stap_afgehandeld", submission.closed_at, values={"resultaat": resultaat})
    key = "zaak_stap_hoort" if submission.taak_id is not None else "zaak_stap_klaar"
    return Step(key, is_done=False, values={"dag": day_in_words(submission.due_on)})


def _messages(submission: Submission) -> list[Told]:
    """Notices of the conversation about this number or that of its interne_taak, and questions."""
    taak: InterneTaak | None = submission.taak
    numbers = [submission.ontvangstnummer, *([taak.reference] if taak is not None else [])]
    found = notices_about(submission.municipality_id, submission.conversation_id, numbers)
    told = [Told(datetime.fromisoformat(each["at"]), each["text"], True) for each in found]
    asked = [
        Told(datetime.fromisoformat(each["at"]), each["text"], False)
        for each in submission.questions
    ]
    return sorted([*told, *asked], key=lambda message: message.at)
