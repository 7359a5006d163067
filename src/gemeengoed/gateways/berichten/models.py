# SPDX-License-Identifier: EUPL-1.2
"""How the demo mailbox behaves. The messages themselves are files (demo.py)."""

from django.db import models

from gemeengoed.municipalities.models import Municipality


class Behaviour(models.TextChoices):
    """How the demo mailbox answers; tests and demonstrations switch it."""

    NORMAL = "normal"
    DOWN = "down"
    SLOW = "slow"
    WRONG = "wrong"


class DemoPostbox(models.Model):
    """Of one municipality; without a row it behaves normally."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, primary_key=True)
    behaviour = models.CharField(max_length=10, choices=Behaviour.choices, default=Behaviour.NORMAL)
    delay = models.FloatField(default=0.0, help_text="Seconds before an answer when slow")

    def __str__(self) -> str:
        return f"berichten van {self.municipality_id}"
