# SPDX-License-Identifier: EUPL-1.2
"""The street and place names of a municipality, for reading addresses in a message.

The names come from the address register through a supplier that project wires; a register that
is down costs only a worse reading, never the turn.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger(__name__)

REFRESH_SECONDS = 3600.0
RETRY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Places:
    streets: frozenset[str] = frozenset()  # lower case
    places: frozenset[str] = frozenset()


Supplier = Callable[[str], Places]

_supplier: Supplier | None = None
_known: dict[str, tuple[float, Places]] = {}


def supply_places(supplier: Supplier) -> None:
    """Register who knows the names; forgets what was known."""
    global _supplier
    _supplier = supplier
    _known.clear()


def places_of(municipality: str) -> Places:
    """The names, at most an hour old; empty when the register cannot tell."""
    until, places = _known.get(municipality, (0.0, Places()))
    now = time.monotonic()
    if now < until or _supplier is None:
        return places
    try:
        places, lasts = _supplier(municipality), REFRESH_SECONDS
    except Exception as error:  # noqa: BLE001 (whatever the register does, the turn goes on)
        log.warning("street names of %s: %s", municipality, type(error).__name__)
        lasts = RETRY_SECONDS
    _known[municipality] = (now + lasts, places)
    return places
