# SPDX-License-Identifier: EUPL-1.2
"""The tenant and who works there."""

from django.conf import settings
from django.db import models


class Municipality(models.Model):
    """A municipality that takes part. Its texts and facts are content, not columns here."""

    slug = models.SlugField(primary_key=True, max_length=63)
    name = models.CharField(max_length=120)
    form = models.CharField(max_length=2, choices=[("je", "je"), ("u", "u")])
    allowed_origins = models.JSONField(
        default=list, help_text="Origins of web sites that may show the widget"
    )
    is_active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A colleague works for a municipality in a role, with or without a mandate."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    roles = models.JSONField(default=list, help_text="Role names")
    mandates = models.JSONField(default=list, help_text="What this colleague may decide here")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "user"], name="one_membership_per_municipality"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} bij {self.municipality_id}"
