# SPDX-License-Identifier: EUPL-1.2
"""What a resident handed in, and per step whether it was delivered."""

import uuid

from django.conf import settings
from django.db import models

from gemeengoed.municipalities.models import Municipality


class State(models.TextChoices):
    """Where the municipality is with it; whether outside systems know it is told by Delivery."""

    ACCEPTED = "accepted", "Aangenomen"
    IN_REGISTER = "in_register", "In het zaakregister"
    CLOSED = "closed", "Afgehandeld"
    WITHDRAWN = "withdrawn", "Ingetrokken"


class Submission(models.Model):
    """Handed in by a resident; becomes exactly one zaak.

    participants: see participants.py, persons by id only. display: label and value as read by
    people, in the order of the summary that the resident confirmed. receipt: of the procedure, by
    which its outcome can be reproduced.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    ontvangstnummer = models.CharField(
        max_length=12, unique=True, help_text="Also identificatie of the zaak; see references.py"
    )
    kind = models.CharField(max_length=40, help_text="See kinds.py")
    topic = models.CharField(max_length=60)
    conversation_id = models.UUIDField(help_text="No foreign key: erasing a talk leaves the work")
    origin_key = models.CharField(max_length=150, help_text="The same for each try of one wish")
    handed_in_at = models.DateTimeField(help_text="Business time")
    due_on = models.DateField(help_text="What the resident was promised")
    answers = models.JSONField(default=dict)
    display = models.JSONField(default=list, help_text="Pairs of label and value, in order")
    registered = models.JSONField(
        default=list, help_text="What registers said then: pairs of label and value"
    )
    participants = models.JSONField(default=list)
    address = models.JSONField(null=True, help_text="The address that it is about")
    eigenschappen = models.JSONField(default=dict, help_text="Of the zaak: name -> value")
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    outcome = models.CharField(max_length=60)
    receipt = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State.choices, default=State.ACCEPTED)
    zaak_url = models.CharField(max_length=1000, blank=True)
    taak = models.ForeignKey(
        "casework.InterneTaak",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Lifted out: the person who must look; back when that is finished",
    )
    lifted_out = models.PositiveSmallIntegerField(default=0, help_text="How often")
    questions = models.JSONField(
        default=list,
        help_text="Asked of the resident: text, at, by; then answer, answered_at, answered_by",
    )
    question_since = models.DateTimeField(
        null=True, help_text="Business time of the question that waits for its answer"
    )
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )  # who has it on the screen; others are led to another one
    held_until = models.DateTimeField(null=True, help_text="Business time")
    resultaat = models.CharField(max_length=80, blank=True)
    closed_at = models.DateTimeField(null=True, help_text="Business time; also of a withdrawal")
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    emptied_at = models.DateTimeField(
        null=True, help_text="Business time at which all that says something of a person went"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "origin_key"], name="one_submission_per_wish"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["accepted", "in_register"], closed_at=None)
                | models.Q(
                    state__in=["closed", "withdrawn"], closed_at__isnull=False, resultaat__gt=""
                ),
                name="a_submission_that_is_over_tells_when_and_how",
            ),
        )
        indexes = (
            models.Index(
                fields=["municipality", "due_on"],
                name="submission_waiting",
                condition=models.Q(state__in=["accepted", "in_register"]),
            ),
        )

    def __str__(self) -> str:
        return self.ontvangstnummer


class DeliveryState(models.TextChoices):
    WAITING = "waiting", "Wacht"
    DELIVERED = "delivered", "Gedaan"
    STUCK = "stuck", "Geweigerd"


class Delivery(models.Model):
    """One step of the outbox for one submission: what must still be done, or was."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="deliveries")
    step = models.CharField(max_length=20, help_text="See outbox/steps.py")
    number = models.PositiveSmallIntegerField(default=1, help_text="Of a step done more than once")
    state = models.CharField(
        max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING
    )
    tries = models.PositiveIntegerField(default=0, help_text="That failed")
    problem = models.CharField(max_length=200, blank=True, help_text="Of the last try; no values")
    tried_at = models.DateTimeField(null=True, help_text="Technical time")
    delivered_at = models.DateTimeField(null=True, help_text="Technical time")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["submission", "step", "number"], name="a_step_is_there_once"
            ),
        )
        indexes = (
            models.Index(
                fields=["municipality", "state"],
                name="delivery_not_done",
                condition=~models.Q(state="delivered"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.step} {self.state}"
