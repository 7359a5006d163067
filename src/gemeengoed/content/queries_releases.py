# SPDX-License-Identifier: EUPL-1.2
"""What was published, and what is now."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Max, QuerySet

from gemeengoed.content.errors import UnknownReleaseError
from gemeengoed.content.models import PackFile, PublishedEdition, Release


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds now: the newest release, but for who was rolled back (slug -> release)."""

    release: int
    rolled_back: Mapping[str, int]


def standing_mark() -> tuple[int, int]:
    """Another pair whenever anything was published or rolled back; (0, 0): nothing ever was."""
    release = Release.objects.aggregate(last=Max("pk"))["last"] or 0
    return release, PublishedEdition.objects.aggregate(last=Max("pk"))["last"] or 0


def newest_rows() -> QuerySet[PublishedEdition]:
    """Of every municipality its newest row."""
    return PublishedEdition.objects.order_by("municipality", "-pk").distinct("municipality")


def standing() -> Standing | None:
    """What every municipality says now; None: nothing was ever published."""
    release, _ = standing_mark()
    rows = newest_rows().values_list("municipality", "release_id", "instead_of")
    back = {slug: earlier for slug, earlier, instead_of in rows if instead_of}
    return Standing(release, back) if release else None


def files_of(release: int) -> dict[str, bytes]:
    """The files of a release, as they were stored. Raises UnknownReleaseError."""
    found = Release.objects.filter(pk=release).first()
    if found is None:
        raise UnknownReleaseError(release)
    stored = PackFile.objects.in_bulk(list(set(found.files.values())))
    return {name: bytes(stored[digest].content) for name, digest in found.files.items()}


def release_with_edition(fingerprint: str) -> int | None:
    """The newest release in which a municipality had an edition whose fingerprint begins so."""
    rows = PublishedEdition.objects.filter(fingerprint__startswith=fingerprint).order_by("-pk")
    return rows.values_list("release_id", flat=True).first()


def history(municipality: str, *, limit: int = 20) -> list[PublishedEdition]:
    """What a municipality has said, the newest first."""
    return list(PublishedEdition.objects.filter(municipality=municipality).order_by("-pk")[:limit])
