# SPDX-License-Identifier: EUPL-1.2
"""Questions that were missed, each once however often it was asked, and what an editor said."""

import uuid

from django.conf import settings
from django.db import models

from gemeengoed.municipalities.models import Municipality


class Label(models.TextChoices):
    WAITS = "", "Nog niet gelabeld"
    TOPIC = "topic", "Bij een onderwerp"
    NO_TOPIC = "no_topic", "Geen onderwerp"
    LEFT_OUT = "left_out", "Weggelaten"


class MissedQuestion(models.Model):
    """The same words of any number of residents. topic: only with the label TOPIC."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Found by the constraint, which begins with it.
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, db_index=False)
    key = models.CharField(max_length=64, help_text="Of the words: see wording.py")
    text = models.TextField(
        blank=True, help_text="As it was asked first, without who asked; empty: left out for good"
    )
    times = models.IntegerField(default=0)
    last_at = models.DateTimeField(help_text="Business time at which it was asked last")
    label = models.CharField(max_length=10, choices=Label.choices, default=Label.WAITS, blank=True)
    topic = models.CharField(max_length=100, blank=True)
    labelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    labelled_at = models.DateTimeField(null=True, help_text="Business time")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "key"], name="the_same_words_are_one_question"
            ),
            models.CheckConstraint(
                condition=models.Q(label="", labelled_at=None)
                | (~models.Q(label="") & models.Q(labelled_at__isnull=False)),
                name="a_label_has_a_moment",
            ),
            models.CheckConstraint(
                condition=models.Q(label="topic") ^ models.Q(topic=""),
                name="a_topic_goes_with_its_label",
            ),
        )

    def __str__(self) -> str:
        return f"missed question {self.pk}"


class Kind(models.TextChoices):
    UNKNOWN = "unknown"  # said that it does not know
    OFFERED = "offered"  # asked which of some topics was meant; nobody has said so far
    PASSED = "passed"  # asked that, and something else was said
    UNHELPFUL = "unhelpful"  # answered, and the resident said that it was no help


class Miss(models.Model):
    """One message with such a question; as long as its talk is kept."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, db_index=False)
    question = models.ForeignKey(MissedQuestion, on_delete=models.CASCADE, related_name="misses")
    conversation = models.UUIDField(help_text="The talk, so that it goes when that is erased")
    seq = models.IntegerField(help_text="Of the message in the talk")
    at = models.DateTimeField(help_text="Business time")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    topics = models.JSONField(default=list, help_text="What the reader thought, the best first")
    told = models.JSONField(default=list, help_text="Topics that were answered or offered")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["conversation", "seq"], name="a_message_is_missed_once"
            ),
        )

    def __str__(self) -> str:
        return f"miss {self.pk}"


class LogRead(models.Model):
    """How far the log was read; one row. sure_up_to: no entry below it can still come."""

    read_up_to = models.BigIntegerField(default=0)
    sure_up_to = models.BigIntegerField(default=0)
    read_at = models.DateTimeField(null=True, help_text="Technical time of read_up_to")

    def __str__(self) -> str:
        return f"read up to {self.read_up_to}"
