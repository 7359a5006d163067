# SPDX-License-Identifier: EUPL-1.2
"""The tables of the demo zaakregister: they play the outside system, nobody else reads them.

Like the demo BRP it holds BSNs that are not encrypted: test numbers of invented people only.
"""

import uuid

from django.db import models

from gemeengoed.municipalities.models import Municipality


class Behaviour(models.TextChoices):
    """How the demo register answers; tests and demonstrations switch it."""

    NORMAL = "normal"
    DOWN = "down"
    SLOW = "slow"
    WRONG = "wrong"


class DemoZaakregister(models.Model):
    """The register of one municipality: its catalogue, and how it behaves."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, primary_key=True)
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the loaded catalogue")
    rsin = models.CharField(max_length=9)
    catalogue = models.JSONField(default=list, help_text="zaaktypen, as in the file")
    behaviour = models.CharField(max_length=10, choices=Behaviour.choices, default=Behaviour.NORMAL)
    delay = models.FloatField(default=0.0, help_text="Seconds before an answer when slow")

    def __str__(self) -> str:
        return f"zaakregister van {self.municipality_id}"


class DemoZaak(models.Model):
    """body: what the Zaken API tells of a zaak, without what is in its parts."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    identificatie = models.CharField(max_length=40)
    bronorganisatie = models.CharField(max_length=9)
    body = models.JSONField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "bronorganisatie", "identificatie"],
                name="an_identificatie_is_there_once",
            ),
        )

    def __str__(self) -> str:
        return self.identificatie


class PartKind(models.TextChoices):
    """What hangs on a zaak; the values are those in the paths of the API."""

    ROL = "rollen"
    STATUS = "statussen"
    RESULTAAT = "resultaten"
    EIGENSCHAP = "zaakeigenschappen"
    OBJECT = "zaakobjecten"


class DemoPart(models.Model):
    """A rol, status, resultaat, eigenschap or zaakobject; the order of pk is that of adding."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    zaak = models.ForeignKey(DemoZaak, on_delete=models.CASCADE, related_name="parts")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=PartKind.choices)
    body = models.JSONField()

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"
