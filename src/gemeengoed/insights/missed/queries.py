# SPDX-License-Identifier: EUPL-1.2
"""What others may ask of what was missed. The caller sees to it that it is an editor of here."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from gemeengoed.accounts.models import User
from gemeengoed.content.queries import PackQuestion, questions_of_packs
from gemeengoed.insights.missed.exporting import Export, Labelled, Stands, export
from gemeengoed.insights.missed.models import Kind, Label, Miss, MissedQuestion
from gemeengoed.insights.missed.wording import key_of

# For so long somebody may still be reading which topics they can choose among.
PATIENCE = timedelta(minutes=10)
MOST_SUGGESTED = 3
_last_known: tuple[tuple[PackQuestion, ...], Mapping[str, Stands]] = ((), {})
_ORDERS = {"often": ("-times", "-last_at", "pk"), "new": ("-last_at", "pk")}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that waits for its label.

    said: what the assistant did on it: the kind, the topics that it told, and how often, most
    first. topics: what the reader thinks it is about, the best first.
    """

    question: MissedQuestion
    said: tuple[tuple[Kind, tuple[str, ...], int], ...]
    topics: tuple[str, ...]


def waiting(
    municipality: str, *, now: datetime, order: str = "often", first: int = 0, at_most: int
) -> list[Waiting]:
    """order: ``often`` (asked most first) or ``new`` (asked last first). first: to pass over."""
    found = _waiting(municipality, now).order_by(*_ORDERS[order]).prefetch_related("misses")
    return [_with_misses(question) for question in found[first : first + at_most]]


def count_waiting(municipality: str, *, now: datetime) -> int:
    return _waiting(municipality, now).count()


def _waiting(municipality: str, now: datetime) -> QuerySet[MissedQuestion]:
    certain = ~Q(kind=Kind.OFFERED) | Q(at__lte=now - PATIENCE)
    asked = Miss.objects.filter(certain, question=OuterRef("pk"))
    found = MissedQuestion.objects.filter(municipality_id=municipality, label=Label.WAITS)
    return found.filter(Exists(asked))


def _with_misses(question: MissedQuestion) -> Waiting:
    misses = sorted(question.misses.all(), key=lambda miss: miss.at, reverse=True)
    said = Counter((_as_told(miss.kind), tuple(miss.told)) for miss in misses)
    topics = dict.fromkeys(topic for miss in misses for topic in miss.topics)
    return Waiting(
        question,
        tuple((kind, told, times) for (kind, told), times in said.most_common()),
        tuple(topics)[:MOST_SUGGESTED],
    )


def _as_told(kind: str) -> Kind:
    """Nobody chose, whether or not something else was said."""
    return Kind.PASSED if kind == Kind.OFFERED else Kind(kind)


def last_labelled(municipality: str, by: User) -> MissedQuestion | None:
    """What this editor labelled last and may take back; None when nothing."""
    found = MissedQuestion.objects.filter(municipality_id=municipality, labelled_by=by)
    return found.exclude(label=Label.WAITS).exclude(text="").order_by("-labelled_at", "-pk").first()


def export_of(municipality: str) -> Export:
    """What was labelled here and is not in the packs yet, per file of the base."""
    found = MissedQuestion.objects.filter(
        municipality_id=municipality, label__in=(Label.TOPIC, Label.NO_TOPIC)
    )
    labelled = [
        Labelled(each.key, each.text, each.times, each.topic or None)
        for each in found.order_by("topic", "-times", "text")
    ]
    if not labelled:
        return Export({}, ())
    return export(labelled, _known())


def _known() -> Mapping[str, Stands]:
    """By key, where each question of the packs stands; worked out once for tens of thousands."""
    global _last_known
    questions = questions_of_packs()
    of, known = _last_known
    if of is not questions:
        known = {key_of(each.text): Stands(each.topic, is_test=each.is_test) for each in questions}
        _last_known = (questions, known)
    return known
