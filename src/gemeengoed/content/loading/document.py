# SPDX-License-Identifier: EUPL-1.2
"""YAML with marks: typed reading of a document in which every fault knows its line.

A reading method never raises: it notes the fault and returns an empty value of the right type, so
that one run finds all faults. What was read may be used only when no fault was noted.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from gemeengoed.content.errors import Fault, Place
from gemeengoed.content.text import Text
from gemeengoed.language.phrase import PhraseError, parse

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_QUOTE = "YAML reads this word as true or false; write ja or nee, or put quotes around it"


@dataclass(slots=True)
class Faults:
    """Collects what is wrong (faults) and what is only worth knowing (notices)."""

    faults: list[Fault] = field(default_factory=list)
    notices: list[Fault] = field(default_factory=list)

    def add(self, place: Place, message: str, hint: str = "") -> None:
        self.faults.append(Fault(place, message, hint))

    def notice(self, place: Place, message: str, hint: str = "") -> None:
        self.notices.append(Fault(place, message, hint))

    def entry(self, node: yaml.Node, file: str) -> "Entry":
        """The whole document of a file, whose faults come here."""
        return Entry(node, file, self)


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a document, with its place."""

    node: yaml.Node
    file: str
    faults: Faults

    @property
    def place(self) -> Place:
        return Place(self.file, self.node.start_mark.line + 1)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_sequence(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def is_null(self) -> bool:
        return self.node.tag == f"{_TAG}null"

    def fail(self, message: str, hint: str = "") -> None:
        self.faults.add(self.place, message, hint)

    def _other(self, node: yaml.Node) -> "Entry":
        return Entry(node, self.file, self.faults)

    def items(self) -> list["Entry"]:
        """The entries of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.fail("a list is expected here", "start each item with a dash")
            return []
        return [self._other(node) for node in self.node.value]

    def pairs(self) -> Iterator[tuple[str, "Entry", "Entry"]]:
        """Key, entry of the key and entry of the value of a mapping; double keys are faults."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("keys with values are expected here", "write `key: value`")
            return
        seen: set[str] = set()
        for key_node, value_node in self.node.value:
            key_entry = self._other(key_node)
            key = key_entry.name()
            if key in seen:
                key_entry.fail(f"the key {key!r} stands here twice", "keep one of them")
            seen.add(key)
            yield key, key_entry, self._other(value_node)

    def table(self, required: str, optional: str = "") -> "Table":
        """A mapping with these keys (names apart by spaces); any other key is a fault."""
        known = {*required.split(), *optional.split()}
        found: dict[str, Entry] = {}
        for key, key_entry, value in self.pairs():
            if key in known:
                found[key] = value
            else:
                key_entry.fail(f"unknown key {key!r}", f"known are: {', '.join(sorted(known))}")
        if isinstance(self.node, yaml.MappingNode):
            for key in required.split():
                if key not in found:
                    self.fail(f"the key {key!r} is missing", "add it")
        return Table(self, found)

    def _scalar(self, expected: str) -> yaml.ScalarNode | None:
        if not isinstance(self.node, yaml.ScalarNode) or self.is_null:
            self.fail(f"{expected} is expected here", "see docs/packs.md")
            return None
        return self.node

    def text(self) -> str:
        """A string; numbers and dates count as they were typed, true and false are faults."""
        node = self._scalar("a text")
        if node is None:
            return ""
        if node.tag == f"{_TAG}bool":
            self.fail(f"{node.value} is not a text here", _QUOTE)
            return ""
        return str(node.value).strip()

    def name(self) -> str:
        """A key as it was typed: ``off`` is a key like any other here."""
        node = self._scalar("a key")
        return "" if node is None else str(node.value).strip()

    def number(self) -> float | int:
        """A whole number or a number with a decimal point."""
        node = self._scalar("a number")
        if node is None:
            return 0
        try:
            value = float(node.value)
        except ValueError:
            self.fail(f"{node.value!r} is not a number", "write it with a decimal point: 84.10")
            return 0
        return int(value) if value.is_integer() and "." not in node.value else value

    def whole(self) -> int:
        """A whole number, zero or more."""
        number = self.number()
        if number != int(number) or number < 0:
            self.fail(f"{number} is not a whole number", "write a whole number, zero or more")
        return int(number)

    def day(self) -> date:
        """A date, YYYY-MM-DD."""
        node = self._scalar("a date")
        try:
            return date.min if node is None else date.fromisoformat(node.value)
        except ValueError:
            self.fail(f"{self.node.value!r} is not a date", "write it as 2026-11-23")
            return date.min

    def yes_no(self) -> bool:
        """true or false as YAML knows them, for switches of the format itself."""
        node = self._scalar("true or false")
        if node is not None and node.value not in ("true", "false"):
            self.fail(f"{node.value!r} is neither true nor false", "write true or false")
        return node is not None and node.value == "true"

    def one_of(self, allowed: tuple[str, ...]) -> str:
        value = self.text()
        if value not in allowed:
            self.fail(f"{value!r} is not possible here", f"choose from: {', '.join(allowed)}")
            return allowed[0] if allowed else ""
        return value

    def words(self) -> Text:
        """A text in the packs' markup."""
        source = self.text()
        try:
            return Text(source, parse(source), self.place)
        except PhraseError as error:
            for fault in error.faults:
                self.fail(fault, "see Text markup in docs/packs.md")
            return Text("", parse(""), self.place)

    def texts(self) -> tuple[str, ...]:
        """A list of strings."""
        return tuple(item.text() for item in self.items())


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping whose keys were checked; a key that is absent reads as None."""

    entry: Entry
    found: dict[str, Entry]

    def get(self, key: str) -> Entry | None:
        """The entry, or None when it is absent or null."""
        entry = self.found.get(key)
        return None if entry is None or entry.is_null else entry

    def read[T](self, key: str, reading: Callable[[Entry], T], otherwise: T) -> T:
        entry = self.get(key)
        return otherwise if entry is None else reading(entry)

    def text(self, key: str, otherwise: str = "") -> str:
        return self.read(key, Entry.text, otherwise)

    def texts(self, key: str) -> tuple[str, ...]:
        return self.read(key, Entry.texts, ())

    def items(self, key: str) -> list[Entry]:
        return self.read(key, Entry.items, [])

    def words(self, key: str) -> Text | None:
        return self.read(key, lambda entry: entry.words(), None)


def open_document(path: Path, root: Path, faults: Faults) -> Entry | None:
    """The document in a file; None (and a fault) when it is not YAML, None when it is empty."""
    return document_of(path.read_bytes(), path.relative_to(root.parent).as_posix(), faults)


def document_of(content: bytes, name: str, faults: Faults) -> Entry | None:
    """The document in the bytes of a file of that name; None as with open_document."""
    try:
        node = yaml.compose(content.decode("utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        faults.add(Place(name, line), f"not valid YAML: {error.problem}", "mend the indentation")
        return None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        faults.add(Place(name), f"not readable: {error}", "save it as UTF-8")
        return None
    return None if node is None else faults.entry(node, name)
