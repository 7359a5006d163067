# SPDX-License-Identifier: EUPL-1.2
"""The staff user: who somebody is, nothing about what they may do."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A colleague. ``username`` is the work e-mail address; one account for all municipalities."""

    display_name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.display_name or self.username
