# SPDX-License-Identifier: EUPL-1.2
"""What a change of the base means for every municipality: who follows, who pinned, who must look.

Reads only the files that differ and the pins on their topics, so that it is quick for hundreds of
municipalities; whether the packs are without faults, check tells.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gemeengoed.content.base_change import (
    BaseChange,
    ChangeKind,
    Changes,
    TextKey,
    changes_since,
    first_end,
    main_kind,
)
from gemeengoed.content.base_texts import texts_of_flow, texts_of_topic
from gemeengoed.content.loading.changes import by_text, read_changes
from gemeengoed.content.loading.document import Entry, Faults, document_of, open_document
from gemeengoed.content.loading.flows import read_flow
from gemeengoed.content.loading.municipalities import read_pins
from gemeengoed.content.loading.regions import read_regions
from gemeengoed.content.loading.topics import read_topic
from gemeengoed.content.loading.tree import ASSISTANT, folders, pin_file
from gemeengoed.content.municipality import Pin
from gemeengoed.content.pack_files import Files
from gemeengoed.content.text import Text


@dataclass(frozen=True, slots=True)
class ChangedText:
    """One text of the base that differs, and the slugs of the municipalities by what it is to them.

    then or now None: it is new, or gone. kind None: nobody wrote down of which kind the change is.
    followers read the new text at once, regional have a text of their region, pinned one of their
    own; must_look: those of the last two that were written against another text.
    """

    key: TextKey
    then: Text | None
    now: Text | None
    kind: ChangeKind | None
    reason: str
    old_ends_on: date | None
    followers: tuple[str, ...]
    regional: tuple[str, ...]
    pinned: tuple[str, ...]
    must_look: tuple[str, ...]


def changed_texts(root: Path, then: Files, now: Files) -> tuple[ChangedText, ...]:
    """Per text what differs between these files of the base, by topic and path.

    root: the packs of now, of which municipalities and regions are read. then and now need hold
    only the files that differ.
    """
    before, after = _texts(then), _texts(now)
    keys = [key for key in {**before, **after} if _differ(before.get(key), after.get(key))]
    topics = {topic for topic, _ in keys}
    changes = by_text(change for topic in topics for change in _changes(root, topic))
    pins = _Pins(root, topics)
    found = (_changed(key, before.get(key), after.get(key), changes, pins) for key in keys)
    return tuple(sorted(found, key=lambda each: (each.key[0] or "", each.key[1])))


def _differ(one: Text | None, other: Text | None) -> bool:
    return one is None or other is None or one.source != other.source


def _texts(files: Files) -> dict[TextKey, Text]:
    """The texts in these files. What cannot be read there is left out: an older form may differ."""
    found: dict[TextKey, Text] = {}
    for path, content in files.items():
        entry = document_of(content, f"packs/{path}", Faults())
        folder, _, name = path.removeprefix("basis/").partition("/")
        if entry is None:
            continue
        if folder == ASSISTANT and name == pin_file(None):
            found |= {(None, key): value.words() for key, _, value in entry.pairs()}
        elif folder != ASSISTANT and name == pin_file(folder):
            found |= texts_of_topic(read_topic(entry, folder))
        elif folder != ASSISTANT and name.startswith("flow"):
            found |= texts_of_flow(read_flow(entry))
    return found


def _folder(topic: str | None) -> str:
    return topic or ASSISTANT


def _read(path: Path, root: Path) -> Entry | None:
    return open_document(path, root, Faults()) if path.is_file() else None


def _changes(root: Path, topic: str | None) -> list[BaseChange]:
    path = root / "basis" / _folder(topic) / "wijzigingen.yaml"
    return read_changes(_read(path, root), topic)


class _Pins:
    """The pins on some topics: of every municipality, and of the region that it is in."""

    def __init__(self, root: Path, topics: set[str | None]) -> None:
        self.slugs = tuple(folder.name for folder in folders(root / "gemeenten", Faults(), root))
        self.own = {
            (slug, pin.topic, pin.path): pin
            for slug in self.slugs
            for topic in topics
            for pin in _pins(root / "gemeenten" / slug, root, topic)
        }
        self.regional = {
            (slug, pin.topic, pin.path): pin
            for region in read_regions(root, self.slugs, Faults()).values()
            for pin in region.pins
            for slug in region.municipalities
        }


def _pins(folder: Path, root: Path, topic: str | None) -> tuple[Pin, ...]:
    return read_pins(_read(folder / _folder(topic) / pin_file(topic), root), topic)


def _changed(
    key: TextKey, then: Text | None, now: Text | None, changes: Changes, pins: _Pins
) -> ChangedText:
    since = changes_since(changes, key, then.fingerprint) if then else ()
    kind = main_kind(since)
    own = {slug: pin for slug in pins.slugs if (pin := pins.own.get((slug, *key)))}
    regional = {
        slug: pin
        for slug in pins.slugs
        if slug not in own and (pin := pins.regional.get((slug, *key)))
    }
    # A text upon that of a region looks at the region's, which looks at the base's.
    upon = {slug: pins.regional.get((slug, *key)) for slug in own}
    behind = [
        slug for slug, pin in {**own, **regional}.items() if _is_behind(pin, upon.get(slug), now)
    ]
    return ChangedText(
        key=key,
        then=then,
        now=now,
        kind=kind,
        reason="; ".join(change.reason for change in since),
        old_ends_on=first_end(since),
        followers=tuple(slug for slug in pins.slugs if slug not in own and slug not in regional),
        regional=tuple(regional),
        pinned=tuple(own),
        must_look=() if kind is ChangeKind.EDITORIAL else tuple(sorted(behind)),
    )


def _is_behind(pin: Pin, region: Pin | None, now: Text | None) -> bool:
    if region is not None and pin.base == region.value.fingerprint:
        return _is_behind(region, None, now)
    return now is None or pin.base != now.fingerprint
