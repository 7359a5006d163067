# SPDX-License-Identifier: EUPL-1.2
"""A conversation is an append-only log of events; its state column is the fold of that log."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from gemeengoed.municipalities.models import Municipality


class Conversation(models.Model):
    """The row that a turn locks: last sequence, state, and what still waits for an answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Nothing looks for all talks of a municipality, and each turn would write the index twice.
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, db_index=False)
    token_hashes = ArrayField(
        models.CharField(max_length=64), help_text="One per device that may speak here"
    )
    moved_hashes = ArrayField(
        models.CharField(max_length=64),
        default=list,
        help_text="Of tokens until somebody logged in; they open nothing, but are told where it is",
    )
    channel = models.CharField(max_length=20, default="api")
    opened_at = models.DateTimeField(help_text="Business time")
    last_seq = models.IntegerField(default=0)
    answered_seq = models.IntegerField(
        default=0, help_text="Sequence of the last message of the resident that was answered"
    )
    waiting_since = models.DateTimeField(
        null=True, help_text="Technical time since when a message waits for its answer"
    )
    paced_until = models.DateTimeField(
        null=True,
        help_text="Technical time that its messages have used up: see the limit in writing.py",
    )
    state = models.JSONField(default=dict, help_text="gemeengoed.dialogue.state.State as JSON")
    edition = models.CharField(max_length=64, blank=True)
    erased_at = models.DateTimeField(null=True, help_text="Business time")

    class Meta:
        indexes = (
            models.Index(
                fields=["waiting_since"],
                name="conversation_waiting",
                condition=models.Q(waiting_since__isnull=False),
            ),
            models.Index(fields=["opened_at"], name="conversation_opened"),
        )

    def __str__(self) -> str:
        return str(self.id)


class EventKind(models.TextChoices):
    RESIDENT = "resident"  # what the resident sent
    DECIDED = "decided"  # the events of the dialogue engine; never shown
    MESSAGE = "message"  # what was answered
    NOTICE = "notice"  # what a colleague let the resident know, outside any turn
    ERASED = "erased"  # the contents before this were erased


class Event(models.Model):
    """One entry of the log. Never changed, except that erasure empties ``body``."""

    # Each event is written into each index, three times a turn, so there are only those that are
    # searched by. The database need not look for the municipality again: it is the conversation's.
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, db_index=False, db_constraint=False
    )
    conversation = models.ForeignKey(  # found by the constraint on conversation and sequence
        Conversation, on_delete=models.CASCADE, related_name="events", db_index=False
    )
    seq = models.IntegerField()
    at = models.DateTimeField(help_text="Business time")
    kind = models.CharField(max_length=10, choices=EventKind.choices)
    reply_to = models.IntegerField(null=True, help_text="Sequence of the message this answers")
    client_id = models.CharField(max_length=64, null=True)
    body = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["conversation", "seq"], name="one_event_per_sequence"),
            models.UniqueConstraint(
                fields=["conversation", "client_id"], name="a_client_id_is_posted_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.seq} {self.kind}"
