# SPDX-License-Identifier: EUPL-1.2
"""All writes on what was missed, but for labelling: reading it from the log, and forgetting it."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Greatest
from django.utils import timezone

from gemeengoed.audit.operations import record
from gemeengoed.conversations.places import places_of
from gemeengoed.conversations.queries_talks import changed_talks, entries_of, last_entry
from gemeengoed.conversations.retention import KEPT
from gemeengoed.insights.missed.models import Kind, Label, LogRead, Miss, MissedQuestion
from gemeengoed.insights.missed.talks import SIGNS, Missed, is_over, missed_in
from gemeengoed.insights.missed.wording import key_of
from gemeengoed.language.hiding import without_persons
from gemeengoed.language.reading import Context

log = logging.getLogger(__name__)

AT_ONCE = 20_000  # entries of the log
# An entry is written by one statement, so none comes this long after one with a higher number.
SURE_AFTER = timedelta(seconds=30)
STILL_ANSWERED = timedelta(days=1)  # who is asked which topic they mean may say so for this long
BEST = 3
LEFT_OUT_FOR = timedelta(days=1)  # so that it can be taken back


@transaction.atomic
def gather() -> int:
    """Bring what was missed up to date with the log; returns how many talks were looked at.

    Each entry is read twice, because one with a lower number can become visible later. Reading
    again changes nothing. Two at once: the second leaves it to the first.
    """
    LogRead.objects.get_or_create(pk=1)
    read = LogRead.objects.select_for_update(skip_locked=True).filter(pk=1).first()
    if read is None:
        return 0
    up_to = last_entry(after=read.sure_up_to, at_most=AT_ONCE)
    if up_to is None:
        return 0
    talks = changed_talks(
        after=read.sure_up_to, up_to=up_to, types=SIGNS, also=_asked_which(settings.CLOCK.now())
    )
    for municipality, conversation in talks:
        _bring_up_to_date(municipality, conversation)
    _note_read(read, up_to)
    return len(talks)


def _note_read(read: LogRead, up_to: int) -> None:
    now = timezone.now()
    if read.read_at is None or now - read.read_at >= SURE_AFTER:
        read.sure_up_to, read.read_up_to, read.read_at = read.read_up_to, up_to, now
        read.save()


def _asked_which(now: datetime) -> list[UUID]:
    """Talks in which it was asked which topic was meant, and may still be said."""
    found = Miss.objects.filter(kind=Kind.OFFERED, at__gte=now - STILL_ANSWERED)
    return list(found.values_list("conversation", flat=True).distinct())


def _bring_up_to_date(municipality: str, conversation: UUID) -> None:
    talk = entries_of(conversation)
    try:
        missed = missed_in(talk)
    except (KeyError, TypeError, ValueError) as error:  # it must not hold up the others
        log.error("cannot read talk %s: %s", conversation, type(error).__name__)
        return
    known = {miss.seq: miss for miss in Miss.objects.filter(conversation=conversation)}
    for each in missed:
        miss = known.pop(each.seq, None)
        if miss is None:
            _add(municipality, conversation, each)
        elif miss.kind != each.kind:
            miss.kind, miss.told = each.kind, list(each.told)
            miss.save(update_fields=["kind", "told"])
    if is_over(talk, keep=KEPT):
        _let_go(known.values())
    else:
        _take_away(known.values())


def _add(municipality: str, conversation: UUID, missed: Missed) -> None:
    places = places_of(municipality)
    context = Context(streets=places.streets, places=places.places)
    text = without_persons(missed.text, today=missed.at.date(), context=context)
    key = key_of(text)
    if not key:  # signs only, or nothing left: nothing to learn from
        return
    question, _ = MissedQuestion.objects.get_or_create(
        municipality_id=municipality, key=key, defaults={"text": text, "last_at": missed.at}
    )
    MissedQuestion.objects.filter(pk=question.pk).update(
        times=F("times") + 1, last_at=Greatest("last_at", missed.at)
    )
    Miss.objects.create(
        municipality_id=municipality,
        question=question,
        conversation=conversation,
        seq=missed.seq,
        at=missed.at,
        kind=missed.kind,
        topics=list(missed.topics[:BEST]),
        told=list(missed.told),
    )


def _take_away(misses: Iterable[Miss]) -> None:
    """As if never asked: a topic was chosen after all, the resident erased it or was in danger."""
    for miss in misses:
        miss.delete()
        question = MissedQuestion.objects.filter(pk=miss.question_id)
        question.update(times=F("times") - 1)
        question.filter(times__lte=0).delete()


def _let_go(misses: Iterable[Miss]) -> None:
    """Their talk was kept long enough: what is labelled stays."""
    Miss.objects.filter(pk__in=[miss.pk for miss in misses]).delete()
    _delete_unasked()


def _delete_unasked() -> int:
    """Questions that wait and that nobody is known to have asked; not one that is labelled now."""
    is_asked = Exists(Miss.objects.filter(question=OuterRef("pk")))
    unasked = MissedQuestion.objects.filter(~is_asked, label=Label.WAITS)
    locked = [each.pk for each in unasked.select_for_update()]
    return MissedQuestion.objects.filter(pk__in=locked).delete()[0]


@transaction.atomic
def forget_misses(*, keep: timedelta) -> int:
    """Retention: who asked what this long ago, and with it what waits for a label; how many."""
    now = settings.CLOCK.now()
    count, _ = Miss.objects.filter(at__lt=now - keep).delete()
    count += _delete_unasked()
    _record_deleted(count, "miss.deleted", "miss:all")
    return count


@transaction.atomic
def forget_labelled(*, keep: timedelta) -> int:
    """Retention: what was labelled this long ago; how many.

    Of what was left out the words go after a day. What stays is only that these words, whoever
    asks them, are not shown again.
    """
    now = settings.CLOCK.now()
    count, _ = MissedQuestion.objects.filter(labelled_at__lt=now - keep).delete()
    left_out = MissedQuestion.objects.filter(
        label=Label.LEFT_OUT, labelled_at__lt=now - LEFT_OUT_FOR
    )
    count += left_out.exclude(text="").update(text="")
    _record_deleted(count, "missed_question.deleted", "missed_question:all")
    return count


def _record_deleted(count: int, action: str, subject: str) -> None:
    if count:
        record(
            municipality="",
            actor="system:worker",
            action=action,
            subject=subject,
            details={"count": count},
        )
