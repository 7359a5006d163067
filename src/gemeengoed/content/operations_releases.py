# SPDX-License-Identifier: EUPL-1.2
"""Publishing for all processes: a release in the database, and a notice to who serves.

A release is stored only when it was loaded without a fault. Each process swaps by itself
(swapping.py) and goes on with what it has when it cannot.
"""

from collections.abc import Mapping
from pathlib import Path

from django.db import connection, transaction

from gemeengoed.audit.operations import record
from gemeengoed.content.errors import NothingToRollBackError
from gemeengoed.content.keeping import kept_or_loaded
from gemeengoed.content.loaded import Loaded
from gemeengoed.content.models import PackFile, PublishedEdition, Release
from gemeengoed.content.pack_files import digest_of, digest_of_all, files_in
from gemeengoed.content.queries_releases import newest_rows
from gemeengoed.content.swapping import CHANNEL, loaded_release, remember

_ONE_AT_A_TIME = 7_305_215_001  # advisory lock of the transaction: a number of our own


def publish_release(*, folder: Path, actor: str, reason: str) -> tuple[str, ...]:
    """Make the packs in a folder what is said everywhere; returns the slugs that changed.

    Who was rolled back stays so, while this release has the edition that was rolled back.
    Raises PackError: then nothing was stored.
    """
    files = files_in(folder)
    loaded = kept_or_loaded(folder)
    with transaction.atomic():
        _lock()
        release = _stored(files, reason)
        rows = _rows(loaded, release)
        transaction.on_commit(lambda: remember(release.pk, loaded))
        return _point(rows, actor=actor, reason=reason)


def publish_changed_folder(*, folder: Path, actor: str) -> tuple[str, ...]:
    """The same at a start, if the folder is another than the last that was published.

    So what was rolled back stays so, until the packs are changed.
    """
    files = files_in(folder)
    digest = digest_of_all({name: digest_of(content) for name, content in files.items()})
    last = Release.objects.order_by("-pk").values_list("digest", flat=True).first()
    if last == digest:
        return ()
    return publish_release(folder=folder, actor=actor, reason="packs of this start")


@transaction.atomic
def roll_back(
    *, municipality: str, edition: str | None = None, actor: str, reason: str
) -> PublishedEdition:
    """Let a municipality say again what it said before, or in the edition whose fingerprint
    begins so.

    Raises NothingToRollBackError; PackError when that release can no longer be loaded.
    """
    _lock()
    rows = PublishedEdition.objects.filter(municipality=municipality).order_by("-pk")
    now = rows.first()
    earlier = rows.exclude(fingerprint=now.fingerprint) if now else rows
    wanted = earlier.filter(fingerprint__startswith=edition or "").first()
    if now is None or wanted is None:
        raise NothingToRollBackError(municipality, edition)
    loaded_release(wanted.release_id)
    back = PublishedEdition(
        municipality=municipality,
        fingerprint=wanted.fingerprint,
        release_id=wanted.release_id,
        instead_of=now.instead_of or now.fingerprint,
    )
    _point([back], actor=actor, reason=reason)
    return back


def _lock() -> None:
    """Until the end of the transaction: one publishes at a time."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])


def _stored(files: Mapping[str, bytes], reason: str) -> Release:
    digests = {name: digest_of(content) for name, content in files.items()}
    rows = {digests[name]: content for name, content in files.items()}
    PackFile.objects.bulk_create(
        [PackFile(digest=digest, content=content) for digest, content in rows.items()],
        ignore_conflicts=True,
    )
    return Release.objects.create(digest=digest_of_all(digests), files=digests, reason=reason)


def _rows(loaded: Loaded, release: Release) -> list[PublishedEdition]:
    """A row for each municipality that says something else now."""
    said = {row.municipality: {row.fingerprint, row.instead_of} for row in newest_rows()}
    return [
        PublishedEdition(municipality=slug, fingerprint=edition.fingerprint, release=release)
        for slug, edition in loaded.editions.items()
        if edition.fingerprint not in said.get(slug, ())
    ]


def _point(rows: list[PublishedEdition], *, actor: str, reason: str) -> tuple[str, ...]:
    """Store the rows, a record of each, and give notice at the end of the transaction."""
    for row in rows:
        row.reason = reason
    PublishedEdition.objects.bulk_create(rows)
    for row in rows:
        record(
            municipality=row.municipality,
            actor=actor,
            action="edition.rolled_back" if row.instead_of else "edition.published",
            subject=f"edition:{row.fingerprint[:12]}",
            reason=reason,
            details={"release": row.release_id},
        )
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])
    return tuple(row.municipality for row in rows)
