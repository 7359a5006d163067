# SPDX-License-Identifier: EUPL-1.2
"""An interne_taak: one piece of work for staff that came out of a conversation."""

import uuid

from django.conf import settings
from django.db import models

from gemeengoed.municipalities.models import Municipality


class Status(models.TextChoices):
    OPEN = "open", "Open"
    DONE = "afgehandeld", "Afgehandeld"


class InterneTaak(models.Model):
    """What a resident was promised, by when, and what came of it.

    answers: step name -> value as stored. display: label -> value as read by people, in the
    order of the summary that the resident confirmed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    reference = models.CharField(max_length=12, unique=True, help_text="See references.py")
    kind = models.CharField(max_length=40, help_text="See kinds.py")
    topic = models.CharField(max_length=60)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    answers = models.JSONField(default=dict)
    display = models.JSONField(default=list, help_text="Pairs of label and value, in order")
    origin_key = models.CharField(max_length=150, help_text="The same for each try of one wish")
    conversation_id = models.UUIDField(help_text="No foreign key: erasing a talk leaves the work")
    opened_at = models.DateTimeField(help_text="Business time")
    due_on = models.DateField(help_text="What the resident was promised")
    handled_at = models.DateTimeField(null=True, help_text="Business time")
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(blank=True, help_text="What came of it, by the colleague")
    emptied_at = models.DateTimeField(
        null=True, help_text="Business time at which all that says something of a person went"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "origin_key"], name="one_interne_taak_per_wish"
            ),
            models.CheckConstraint(
                condition=models.Q(status="open", handled_at=None)
                | models.Q(status="afgehandeld", handled_at__isnull=False),
                name="a_finished_interne_taak_tells_when",
            ),
        )
        indexes = (
            models.Index(
                fields=["municipality", "due_on"],
                name="interne_taak_open",
                condition=models.Q(status="open"),
            ),
        )

    def __str__(self) -> str:
        return self.reference
