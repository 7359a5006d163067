# SPDX-License-Identifier: EUPL-1.2
"""wijzigingen.yaml of the base: which texts were changed, when, of which kind, and what was."""

from collections.abc import Iterable

from gemeengoed.content.base_change import BaseChange, ChangeKind, Changes, TextKey
from gemeengoed.content.loading.document import Entry, Table


def read_changes(entry: Entry | None, topic: str | None) -> list[BaseChange]:
    """The changes of one file; topic None: of the texts of the assistant."""
    return [_change(item, topic) for item in entry.items()] if entry else []


def by_text(changes: Iterable[BaseChange]) -> Changes:
    """Per text its changes, oldest first; of one day in the order of the file."""
    found: dict[TextKey, list[BaseChange]] = {}
    for change in sorted(changes, key=lambda each: each.changed_on):
        found.setdefault(change.key, []).append(change)
    return {key: tuple(each) for key, each in found.items()}


def _change(entry: Entry, topic: str | None) -> BaseChange:
    table = entry.table("path was kind changed_on reason", "old_ends_on")
    kind = table.read("kind", _kind, ChangeKind.FACTUAL)
    ends = table.get("old_ends_on")
    _check_end(entry, table, kind)
    return BaseChange(
        key=(topic, table.text("path")),
        was=(table.get("was") or entry).words(),
        kind=kind,
        changed_on=(table.get("changed_on") or entry).day(),
        reason=table.text("reason"),
        old_ends_on=ends.day() if ends else None,
        place=entry.place,
    )


def _kind(entry: Entry) -> ChangeKind:
    return ChangeKind(entry.one_of(tuple(ChangeKind)))


def _check_end(entry: Entry, table: Table, kind: ChangeKind) -> None:
    has_end = table.get("old_ends_on") is not None
    if kind is ChangeKind.LEGAL and not has_end:
        hint = "old_ends_on: the first day on which the old text is wrong"
        entry.fail("a legal change does not say from when the old text may not be shown", hint)
    if kind is not ChangeKind.LEGAL and has_end:
        entry.fail(f"a change of kind {kind} ends no text", "leave old_ends_on out, or kind: legal")
