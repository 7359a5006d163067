# SPDX-License-Identifier: EUPL-1.2
"""What was published: files of the packs by their content, and who says which since when.

By whom it was, the audit tells."""

from django.db import models


class PackFile(models.Model):
    """The bytes of one file, once, however many releases hold it."""

    digest = models.CharField(primary_key=True, max_length=64, help_text="SHA-256 of the bytes")
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.digest[:12]


class Release(models.Model):
    """All files of the packs at one moment, without a fault when stored. Never changes."""

    digest = models.CharField(max_length=64, help_text="Of all paths and files together")
    files = models.JSONField(help_text="Path from the packs' folder on -> digest of a PackFile")
    made_at = models.DateTimeField(auto_now_add=True, help_text="Technical time")
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"release {self.pk}"


class PublishedEdition(models.Model):
    """From this release on the municipality says this edition; the newest row counts. Append-only.

    Without a row for a newer release it says the same there. Rolling back is a row of an earlier
    release with the edition that it stands instead of, which then is not said.
    """

    municipality = models.CharField(max_length=63, help_text="Code; it may still have to be saved")
    fingerprint = models.CharField(max_length=64, help_text="As compiled by the code of that day")
    release = models.ForeignKey(Release, on_delete=models.PROTECT)
    instead_of = models.CharField(max_length=64, blank=True, help_text="Fingerprint, or empty")
    published_at = models.DateTimeField(auto_now_add=True, help_text="Technical time")
    reason = models.TextField(blank=True)

    class Meta:
        indexes = (models.Index(fields=["municipality", "-id"], name="edition_newest"),)

    def __str__(self) -> str:
        return f"{self.municipality} {self.fingerprint[:12]}"
