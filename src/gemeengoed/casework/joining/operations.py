# SPDX-License-Identifier: EUPL-1.2
"""All writes on who follows. The link itself is of access; who answered, and what, stands here."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from gemeengoed.access.operations import make_link
from gemeengoed.audit.operations import record
from gemeengoed.casework.joining.errors import AlreadyAnsweredError, MoveGoneError, NotMeantError
from gemeengoed.casework.joining.judging import judged
from gemeengoed.casework.joining.models import Answer, Joiner
from gemeengoed.casework.joining.queries import PURPOSE, SHOWN
from gemeengoed.casework.submissions.handed_in import HandedIn
from gemeengoed.casework.submissions.models import State, Submission
from gemeengoed.casework.submissions.operations import hand_in
from gemeengoed.casework.submissions.participants import Participant
from gemeengoed.conversations.operations_notices import tell_resident
from gemeengoed.gateways.zaken.shapes import AddressObject, Roltype

VALID_FOR = timedelta(days=14)


@transaction.atomic
def ask_to_join(
    *, submission: Submission, people: Mapping[UUID, str], now: datetime
) -> list[Joiner]:
    """Write down whom (id of access -> name) the move is asked of; again gives who is there."""
    asked = []
    for person, name in people.items():
        joiner, is_new = Joiner.objects.get_or_create(
            municipality_id=submission.municipality_id,
            submission=submission,
            person=person,
            defaults={"name": name, "asked_at": now},
        )
        if is_new:
            _record(joiner, "asked")
        asked.append(joiner)
    return asked


@transaction.atomic
def link_for(*, joiner: Joiner) -> str:
    """The secret part of a new link, valid for VALID_FOR; earlier links stop working.

    Raises AlreadyAnsweredError, MoveGoneError.
    """
    row = _locked(joiner)
    code, _ = make_link(
        municipality=row.municipality,
        purpose=PURPOSE,
        subject=row.pk,
        valid_for=VALID_FOR + timedelta(days=1),  # "until and including" the day that is told
    )
    _record(row, "link_made")
    return code


@transaction.atomic
def confirm(*, joiner: Joiner, person: UUID, email: str, now: datetime) -> Submission:
    """Their own declaration: a submission of their own. Who asked is told that it is confirmed.

    Raises NotMeantError, AlreadyAnsweredError, MoveGoneError and as judging.judged; then the link
    can still be used.
    """
    row = _locked(joiner)
    if row.person != person:
        raise NotMeantError
    asking = row.submission
    found = judged(row.municipality_id, person, asking.answers, asking.kind, now)
    own = hand_in(
        municipality=row.municipality,
        handed_in=HandedIn(
            kind=asking.kind,
            topic=asking.topic,
            conversation_id=row.pk,  # there was no talk: an id that no talk has
            answers={
                "nieuw_adres": asking.answers["nieuw_adres"],
                "verhuisdatum": asking.answers["verhuisdatum"],
                "samen_met": asking.ontvangstnummer,
            },
            display={**_shown(asking), "Samen met": f"verhuizing {asking.ontvangstnummer}"},
            participants=[
                Participant(
                    person,
                    Roltype.INITIATOR,
                    "aangever",
                    found.who.full_name,
                    found.who.family_name,
                )
            ],
            outcome=found.outcome,
            receipt=found.receipt,
            term_days=found.term_days,
            address=AddressObject(**asking.address) if asking.address else None,
            eigenschappen=asking.eigenschappen,
            email=email,
            look=found.look,
        ),
        origin_key=f"joiner:{row.pk}",
        now=now,
    )
    row.own = own
    _answered(row, Answer.YES, now)
    _tell(row, "samen_bevestigd", now, nummer=own.ontvangstnummer)
    return own


@transaction.atomic
def decline(*, joiner: Joiner, person: UUID, now: datetime) -> None:
    """They say no. Who asked is told that, and no reason. Raises as confirm."""
    row = _locked(joiner)
    if row.person != person:
        raise NotMeantError
    _answered(row, Answer.NO, now)
    _tell(row, "samen_niet_bevestigd", now)


@transaction.atomic
def forget_joiners(*, keep: timedelta) -> int:
    """Retention: delete those that were answered, or asked, longer ago than this."""
    before = settings.CLOCK.now() - keep
    spent = Q(answered_at__lt=before) | Q(answered_at=None, asked_at__lt=before)
    count, _ = Joiner.objects.filter(spent).delete()
    if count:
        record(
            municipality="",
            actor="system:worker",
            action="joiner.forgotten",
            subject="joiner:all",
            details={"count": count},
        )
    return count


def _locked(joiner: Joiner) -> Joiner:
    """Of two answers at the same moment one counts."""
    found = Joiner.objects.select_for_update(of=("self",)).filter(pk=joiner.pk)
    row = found.select_related("submission", "municipality").first()
    if row is None or row.submission.state == State.WITHDRAWN or row.submission.emptied_at:
        raise MoveGoneError
    if row.answer != Answer.NONE:
        raise AlreadyAnsweredError
    return row


def _shown(submission: Submission) -> dict[str, str]:
    return {label: value for label, value in submission.display if label in SHOWN}


def _answered(row: Joiner, answer: Answer, now: datetime) -> None:
    row.answer, row.answered_at = answer, now
    row.save(update_fields=["answer", "answered_at", "own"])
    _record(row, f"said_{answer.value}", actor=f"person:{row.person}")


def _tell(row: Joiner, key: str, now: datetime, **values: str) -> None:
    tell_resident(
        municipality=row.municipality_id,
        conversation=row.submission.conversation_id,
        key=key,
        values={"naam": row.name, **values},
        now=now,
    )


def _record(row: Joiner, what: str, actor: str = "resident") -> None:
    record(
        municipality=row.municipality_id,
        actor=actor,
        action=f"joiner.{what}",
        subject=f"joiner:{row.pk}",
        details={"submission": str(row.submission_id)},
    )
