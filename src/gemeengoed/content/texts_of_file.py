# SPDX-License-Identifier: EUPL-1.2
"""The texts that one pack file holds, whatever kind of file it is: for tools that editors use."""

from collections.abc import Iterator
from pathlib import Path

from gemeengoed.content.loading.document import Entry, Faults, open_document
from gemeengoed.content.text import Text

# Keys of onderwerp.yaml, flow.yaml and pins whose value is a text in the packs' markup.
_KEYS_LISTED = (
    "text missing zero receipt intro summary_intro question again why value headline partly alone "
    "onward still warnings words reasons"
)
_KEYS = frozenset(_KEYS_LISTED.split())
_FIXED_TEXTS = "teksten.yaml"
_NO_TEXTS = (
    "vragen.",
    "transcripts",
    "scenarios",
    "procedure",
    "geen-onderwerp",
    "taal",
    "onderwerpen",
    "waarden",
)


def texts_of_file(path: Path) -> tuple[Text, ...]:
    """In the order of the file; what cannot be read is left out (check tells why)."""
    found = (entry.words() for entry in text_entries(path))
    return tuple(text for text in found if text.source)


def text_entries(path: Path) -> tuple[Entry, ...]:
    """The same as entries, which know where in the file they stand."""
    faults = Faults()
    entry = open_document(path.resolve(), path.resolve().parent, faults)
    if entry is None or path.name.startswith(_NO_TEXTS):
        return ()
    is_fixed = path.name == _FIXED_TEXTS and not _has(entry, "pins")
    return tuple(_values(entry) if is_fixed else _texts(entry))


def _has(entry: Entry, key: str) -> bool:
    return entry.is_mapping and any(name == key for name, _, _ in entry.pairs())


def _values(entry: Entry) -> Iterator[Entry]:
    return (value for _, _, value in entry.pairs())


def _texts(entry: Entry) -> Iterator[Entry]:
    if entry.is_mapping:
        for key, _, value in entry.pairs():
            if key in _KEYS:
                yield from _scalars(value)
            elif key not in ("allow", "plain", "grondslag", "sources", "rulings", "handover"):
                yield from _texts(value)
    elif entry.is_sequence:
        for item in entry.items():
            yield from _texts(item)


def _scalars(entry: Entry) -> Iterator[Entry]:
    """A text, or a list or mapping of texts."""
    if entry.is_mapping:
        for _, _, value in entry.pairs():
            yield from _scalars(value)
    elif entry.is_sequence:
        for item in entry.items():
            yield from _scalars(item)
    elif not entry.is_null:
        yield entry
