# SPDX-License-Identifier: EUPL-1.2
"""One-time links and codes, persons by BSN (encrypted), their log-ins, buckets of limits."""

import uuid

from django.db import models

from gemeengoed.municipalities.models import Municipality


class OneTimeLink(models.Model):
    """A secret link that opens one thing once. Only a hash of the code is kept."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    purpose = models.CharField(max_length=40)
    subject = models.UUIDField(help_text="What it opens, by id; no foreign key upwards")
    code_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(help_text="Technical time")
    valid_until = models.DateTimeField(help_text="Technical time")
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["subject"], name="one_time_link_subject"),)

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject}"


class OneTimeCode(models.Model):
    """Six digits that are sent to somebody and typed over in the browser that asked for them.

    The digits are stored nowhere (codes/shapes.py). What it is asked for need not exist; then it is
    never sent, and never opens anything. Once used, it keeps its subject open for a while.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    purpose = models.CharField(max_length=40)
    subject = models.CharField(max_length=40, help_text="What it would open, as it was asked for")
    browser_hash = models.CharField(max_length=64, unique=True)
    valid_until = models.DateTimeField(help_text="Technical time until which it can be typed")
    is_sent = models.BooleanField(default=False)
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, help_text="Technical time")
    open_hash = models.CharField(max_length=64, unique=True, null=True)
    open_until = models.DateTimeField(null=True, help_text="Technical time")

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"


class KnownPerson(models.Model):
    """Somebody who logged in or was named by one who did. All other rooms know only the id.

    The BSN is encrypted (secrecy.py); the pseudonym finds the same person of one municipality
    again and cannot be compared with that of another.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    pseudonym = models.CharField(max_length=64)
    bsn_encrypted = models.TextField()
    used_at = models.DateTimeField(help_text="Technical time at which it was last needed")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "pseudonym"], name="a_person_is_known_once"
            ),
        )

    def __str__(self) -> str:
        return f"person {self.id}"


class PendingLogIn(models.Model):
    """A browser that was sent to log in and has not come back. Usable once, by that browser."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    state_hash = models.CharField(max_length=64, unique=True)
    browser_hash = models.CharField(max_length=64)
    secrets = models.JSONField(help_text="What the gateway needs to finish; emptied when used")
    level = models.CharField(max_length=20, help_text="The lowest level that is enough")
    return_path = models.CharField(max_length=500, help_text="A path of our own")
    conversation = models.UUIDField(null=True, help_text="That sent the resident; no foreign key")
    valid_until = models.DateTimeField(help_text="Technical time")
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["browser_hash"], name="pending_log_in_browser"),)

    def __str__(self) -> str:
        return f"log-in {self.pk}"


class ResidentSession(models.Model):
    """A resident who is logged in, in one browser. Only a hash of the cookie's token is kept.

    A log-in ends by itself when it is not used, at its latest moment, or when the resident ends it.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    token_hash = models.CharField(max_length=64, unique=True)
    person = models.UUIDField(help_text="KnownPerson, by id")
    level = models.CharField(max_length=20)
    conversation = models.UUIDField(null=True, help_text="It belongs to; no foreign key upwards")
    follows_another = models.BooleanField(
        default=False, help_text="In its conversation somebody else was logged in before"
    )
    begun_at = models.DateTimeField(help_text="Technical time")
    used_at = models.DateTimeField(help_text="Technical time of the last page, to half a minute")
    ends_at = models.DateTimeField(help_text="Technical time: no later, however much it is used")

    class Meta:
        indexes = (models.Index(fields=["conversation"], name="session_conversation"),)

    def __str__(self) -> str:
        return f"session {self.pk}"


class RateBucket(models.Model):
    """A token bucket: ``tokens`` are left as of ``filled_at``. The subject is a hash."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=64)
    tokens = models.FloatField()
    filled_at = models.DateTimeField(help_text="Technical time")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "kind", "subject"], name="one_bucket_per_subject"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.subject[:8]}"
