# SPDX-License-Identifier: EUPL-1.2
"""The tables of the demo BRP: they play the outside system, nobody else reads them.

The only place with a BSN that is not encrypted: these are test numbers of invented people.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from gemeengoed.municipalities.models import Municipality


class Behaviour(models.TextChoices):
    """How the demo BRP answers; tests and demonstrations switch it."""

    NORMAL = "normal"
    DOWN = "down"
    SLOW = "slow"
    WRONG = "wrong"


class DemoBrp(models.Model):
    """The loaded persons of one municipality and how the BRP behaves."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, primary_key=True)
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the loaded file")
    behaviour = models.CharField(max_length=10, choices=Behaviour.choices, default=Behaviour.NORMAL)
    delay = models.FloatField(default=0.0, help_text="Seconds before an answer when slow")
    signalled = ArrayField(
        models.CharField(max_length=16), default=list, help_text="Addresses with an LAA signal"
    )

    def __str__(self) -> str:
        return f"brp van {self.municipality_id}"


class DemoPerson(models.Model):
    """One line of personen.csv."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    bsn = models.CharField(max_length=9)
    given_names = models.CharField(max_length=200)
    prefix = models.CharField(max_length=10, blank=True)
    family_name = models.CharField(max_length=200)
    gender = models.CharField(max_length=1)
    born_on = models.DateField()
    birth_place = models.CharField(max_length=80)
    address_id = models.CharField(max_length=16, help_text="nummeraanduiding")
    registered_since = models.DateField()
    bond = models.CharField(max_length=30, blank=True)
    partner_bsn = models.CharField(max_length=9, blank=True)
    parent_bsns = ArrayField(models.CharField(max_length=9), default=list)
    is_secret = models.BooleanField(default=False)
    is_under_investigation = models.BooleanField(default=False)
    has_guardian = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["municipality", "bsn"], name="a_person_is_there_once"),
        )
        indexes = (models.Index(fields=["municipality", "address_id"], name="demo_person_address"),)

    def __str__(self) -> str:
        return f"persoon {self.pk}"
