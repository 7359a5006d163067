# SPDX-License-Identifier: EUPL-1.2
"""The tables of the demo register: they play the outside system, nobody else reads them."""

from django.db import models

from gemeengoed.municipalities.models import Municipality


class Behaviour(models.TextChoices):
    """How the demo register answers; tests and demonstrations switch it."""

    NORMAL = "normal"
    DOWN = "down"
    SLOW = "slow"
    WRONG = "wrong"


class DemoRegister(models.Model):
    """The loaded register of one municipality and how it behaves."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, primary_key=True)
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the loaded file")
    streets = models.JSONField(default=list)
    places = models.JSONField(default=list)
    behaviour = models.CharField(max_length=10, choices=Behaviour.choices, default=Behaviour.NORMAL)
    delay = models.FloatField(default=0.0, help_text="Seconds before an answer when slow")

    def __str__(self) -> str:
        return f"adressen van {self.municipality_id}"


class DemoAddress(models.Model):
    """One line of adressen.csv."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    identification = models.CharField(max_length=16, help_text="nummeraanduiding")
    object_id = models.CharField(max_length=16, help_text="adresseerbaar object")
    building_id = models.CharField(max_length=16, help_text="pand")
    street = models.CharField(max_length=80)
    number = models.IntegerField()
    addition = models.CharField(max_length=5, blank=True)
    postcode = models.CharField(max_length=6)
    place = models.CharField(max_length=80)
    x = models.FloatField(help_text="RD, metres")
    y = models.FloatField(help_text="RD, metres")
    facing = models.IntegerField(help_text="Degrees clockwise from north where the front looks")
    purpose = models.CharField(max_length=20)
    residents = models.IntegerField()
    tenure = models.CharField(max_length=10, blank=True)
    landlord = models.CharField(max_length=80, blank=True)
    monument = models.CharField(max_length=12)
    is_protected_view = models.BooleanField()
    public_roof_planes = models.CharField(max_length=40, blank=True)
    roof_height = models.FloatField(null=True, help_text="Metres from dakvoet to nok; null: flat")
    roof_width = models.FloatField(null=True, help_text="Metres; null: flat")
    is_in_centre = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "identification"], name="an_address_is_there_once"
            ),
        )
        indexes = (
            models.Index(fields=["municipality", "street", "number"], name="demo_address_street"),
            models.Index(fields=["municipality", "postcode"], name="demo_address_postcode"),
            models.Index(fields=["municipality", "x"], name="demo_address_x"),
        )

    def __str__(self) -> str:
        return f"{self.street} {self.number}{self.addition}, {self.place}"
