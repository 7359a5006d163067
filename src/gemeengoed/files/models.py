# SPDX-License-Identifier: EUPL-1.2
"""An upload of a resident, and its bytes in pieces."""

import uuid

from django.db import models

from gemeengoed.municipalities.models import Municipality


class Scan(models.TextChoices):
    WAITING = "waiting", "Wacht op controle op virussen"
    CLEAN = "clean", "Gecontroleerd op virussen"
    INFECTED = "infected", "Bevat een virus"


class Upload(models.Model):
    """One file. It belongs to a conversation, and later to what was handed in with it.

    name: cleaned, with the ending of its content (kinds.py).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    conversation = models.UUIDField(help_text="By id; no foreign key upwards")
    person = models.UUIDField(
        null=True, help_text="Who was logged in when it came, by id of access; they alone read it"
    )
    client_id = models.CharField(max_length=64, help_text="The sender's own, for safe repeats")
    name = models.CharField(max_length=100)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField(help_text="Bytes")
    scan = models.CharField(max_length=10, choices=Scan.choices, default=Scan.WAITING)
    uploaded_at = models.DateTimeField(help_text="Business time")
    kept_for = models.UUIDField(
        null=True, help_text="What was handed in with it, by id; no foreign key upwards"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["conversation", "client_id"], name="an_upload_comes_once"
            ),
        )
        indexes = (
            models.Index(fields=["kept_for"], name="upload_kept_for"),
            models.Index(
                fields=["uploaded_at"],
                name="upload_waiting",
                condition=models.Q(scan="waiting"),
            ),
        )

    def __str__(self) -> str:
        return f"upload {self.pk}"


class UploadPiece(models.Model):
    """Some bytes of an upload; number from 0."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["upload", "number"], name="a_piece_is_there_once"),
        )

    def __str__(self) -> str:
        return f"piece {self.number}"
