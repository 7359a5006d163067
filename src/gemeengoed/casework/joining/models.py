# SPDX-License-Identifier: EUPL-1.2
"""Somebody who is asked to declare a move themselves that another handed in."""

import uuid

from django.db import models

from gemeengoed.casework.submissions.models import Submission
from gemeengoed.municipalities.models import Municipality


class Answer(models.TextChoices):
    NONE = "none", "Gevraagd, nog geen antwoord"
    YES = "yes", "Zelf bevestigd"
    NO = "no", "Niet bevestigd"


class Joiner(models.Model):
    """submission: of who asks. own: what it became when they said yes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="joiners")
    person = models.UUIDField(help_text="Who is meant, by id of access")
    name = models.CharField(max_length=200, help_text="As registers write it, for who asked")
    asked_at = models.DateTimeField(help_text="Business time")
    answer = models.CharField(max_length=4, choices=Answer.choices, default=Answer.NONE)
    answered_at = models.DateTimeField(null=True, help_text="Business time")
    own = models.ForeignKey(Submission, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["submission", "person"], name="a_person_is_asked_once_to_join"
            ),
            models.CheckConstraint(
                condition=models.Q(answer="none", answered_at=None)
                | (~models.Q(answer="none") & models.Q(answered_at__isnull=False)),
                name="an_answer_to_follow_has_a_moment",
            ),
        )

    def __str__(self) -> str:
        return f"joiner {self.pk}"
