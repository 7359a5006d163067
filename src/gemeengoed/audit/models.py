# SPDX-License-Identifier: EUPL-1.2
"""One record per change. Plain values: no foreign key, so the record outlives its subject."""

from django.db import models


class AuditRecord(models.Model):
    """Who did what to what, and why. Never holds a BSN or the text of a resident."""

    at = models.DateTimeField(help_text="Business time")
    recorded_at = models.DateTimeField(auto_now_add=True, help_text="Technical time")
    municipality = models.CharField(max_length=63, help_text="Code; empty: of no municipality")
    actor = models.CharField(max_length=150, help_text="user:<pk>, resident, system:<name>")
    action = models.CharField(max_length=80, help_text="<thing>.<what happened>")
    subject = models.CharField(max_length=150, help_text="<kind>:<id>")
    reason = models.TextField(blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        indexes = (
            models.Index(fields=["municipality", "at"], name="audit_municipality_at"),
            models.Index(fields=["subject"], name="audit_subject"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.action} {self.subject}"
