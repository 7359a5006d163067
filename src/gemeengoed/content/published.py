# SPDX-License-Identifier: EUPL-1.2
"""What is published in this process. One reference is swapped, so readers need no lock."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import NoEditionsError
from gemeengoed.content.packs import Packs
from gemeengoed.language.reading import Reader

KEPT_PER_MUNICIPALITY = 5  # earlier editions that running flows may still stand in


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """Equal to itself only: what is worked out of it may be remembered by it."""

    editions: Mapping[str, Edition]
    reader: Reader
    packs: Packs


_current: Published | None = None
_kept: OrderedDict[str, Edition] = OrderedDict()  # fingerprint -> edition, oldest first
_swapping = threading.Lock()


def current() -> Published:
    """What is published now; raises NoEditionsError before the first time."""
    if _current is None:
        raise NoEditionsError("no packs are published: call content.operations.publish first")
    return _current


def is_published() -> bool:
    return _current is not None


def kept(fingerprint: str) -> Edition | None:
    """An edition that is or recently was published."""
    return _kept.get(fingerprint)


def swap(editions: Mapping[str, Edition], reader: Reader, packs: Packs) -> None:
    """Let this be what is published; earlier editions stay for conversations that need them."""
    global _current
    with _swapping:
        for edition in editions.values():
            _kept[edition.fingerprint] = edition
            _kept.move_to_end(edition.fingerprint)
        while len(_kept) > max(len(editions), 1) * KEPT_PER_MUNICIPALITY:
            _kept.popitem(last=False)
        _current = Published(editions, reader, packs)
