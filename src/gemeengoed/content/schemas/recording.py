# SPDX-License-Identifier: EUPL-1.2
"""Notes how the loader reads each value of a document, while it does."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from gemeengoed.content.loading.document import Entry, Faults, Table


@dataclass(slots=True)
class Seen:
    """How one value was read. known: None where the keys of a mapping are free.

    options: the words that were possible; None where any text was, or where they were not the same
    each time.
    """

    required: frozenset[str] = frozenset()
    known: frozenset[str] | None = None
    reading: str = ""
    options: tuple[str, ...] | None = None


@dataclass(slots=True)
class Recorder(Faults):
    """Collects faults as ever, and what was seen of each value; documents: by file."""

    documents: dict[str, yaml.Node] = field(default_factory=dict)
    seen: dict[int, Seen] = field(default_factory=dict)  # by identity of the node

    def entry(self, node: yaml.Node, file: str) -> Entry:
        self.documents[file] = node
        return _RecordingEntry(node, file, self)

    def of(self, node: yaml.Node) -> Seen | None:
        """None: the loader does not look at this value."""
        return self.seen.get(id(node))

    def note(self, node: yaml.Node) -> Seen:
        return self.seen.setdefault(id(node), Seen())


class _RecordingEntry(Entry):
    __slots__ = ()

    @property
    def _seen(self) -> Seen:
        assert isinstance(self.faults, Recorder)  # noqa: S101 - made by it only
        return self.faults.note(self.node)

    def _other(self, node: yaml.Node) -> Entry:
        return _RecordingEntry(node, self.file, self.faults)

    def items(self) -> list[Entry]:
        self._seen.reading = "list"
        return Entry.items(self)

    def pairs(self) -> Iterator[tuple[str, Entry, Entry]]:
        self._seen.reading = "mapping"
        return Entry.pairs(self)

    def table(self, required: str, optional: str = "") -> Table:
        keys = frozenset(required.split())
        seen = self._seen
        seen.required = keys if seen.known is None else seen.required & keys
        seen.known = (seen.known or frozenset()) | keys | frozenset(optional.split())
        return Entry.table(self, required, optional)

    def _scalar(self, expected: str) -> yaml.ScalarNode | None:
        seen = self._seen
        if seen.reading not in ("a number", "a date"):  # a number may be read as a text as well
            seen.reading = expected
        return Entry._scalar(self, expected)

    def one_of(self, allowed: tuple[str, ...]) -> str:
        self._seen.options = tuple(str(each) for each in allowed)
        return Entry.one_of(self, allowed)
