# SPDX-License-Identifier: EUPL-1.2
"""How the own texts of a municipality stand to the texts beneath them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from gemeengoed.content.base_change import ChangeKind, main_kind
from gemeengoed.content.edition import Edition, PinState, PlacedPin
from gemeengoed.content.errors import Place


@dataclass(frozen=True, slots=True)
class PinStatus:
    """One own text, of the municipality or of its region.

    region: whose it is, None when its own. kind: the weightiest change beneath it, None when there
    is none or nobody wrote it down. then: the text beneath when it was written, None when unknown;
    now: None when it is gone. ends_on: from when it may not be shown any more.
    """

    topic: str | None
    path: str
    state: PinState
    region: str | None
    kind: ChangeKind | None
    ends_on: date | None
    must_look: bool
    then: str | None
    now: str | None
    own: str
    reason: str
    author: str
    place: Place


@dataclass(frozen=True, slots=True)
class Share:
    """own: pinned texts that hold; regional: texts of the region that hold here; all of them."""

    slug: str
    name: str
    own: int
    regional: int
    texts: int

    @property
    def share(self) -> float:
        """Own texts divided by all texts, 0..1."""
        return self.own / self.texts if self.texts else 0.0


def overlay_of(edition: Edition) -> tuple[PinStatus, ...]:
    """The own texts, then those of the region that hold here, each by topic and path."""
    placed = (*edition.pins, *_regional(edition))
    return tuple(sorted((_status(each) for each in placed), key=_order))


def share_of(edition: Edition) -> Share:
    """How many of its texts are its own, and how many of its region."""
    municipality = edition.municipality
    own = sum(placed.state is not PinState.LAPSED for placed in edition.pins)
    regional = sum(placed.state is not PinState.LAPSED for placed in _regional(edition))
    return Share(municipality.slug, municipality.name, own, regional, edition.text_fields)


def difference(before: str, after: str) -> str:
    """The second text, with words that went as ``[-so-]`` and that came as ``[+so+]``."""
    old, new = before.split(), after.split()
    shown: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            shown += new[c:d]
            continue
        shown += [f"[-{' '.join(old[a:b])}-]"] if b > a else []
        shown += [f"[+{' '.join(new[c:d])}+]"] if d > c else []
    return " ".join(shown)


def _regional(edition: Edition) -> Iterator[PlacedPin]:
    """The region's texts that the municipality has no own text for."""
    own = {(placed.pin.topic, placed.pin.path) for placed in edition.pins}
    return (p for p in edition.regional_pins if (p.pin.topic, p.pin.path) not in own)


def _order(status: PinStatus) -> tuple[bool, str, str]:
    return status.region is not None, status.topic or "", status.path


def _status(placed: PlacedPin) -> PinStatus:
    pin = placed.pin
    return PinStatus(
        topic=pin.topic,
        path=pin.path,
        state=placed.state,
        region=pin.region,
        kind=main_kind(placed.changes),
        ends_on=placed.ends_on,
        must_look=placed.needs_a_look or placed.state is PinState.LAPSED,
        then=_then(placed),
        now=placed.base.source if placed.base else None,
        own=pin.value.source,
        reason=pin.reason,
        author=pin.author,
        place=pin.place,
    )


def _then(placed: PlacedPin) -> str | None:
    """The text that it was written against: today's, or what a change keeps of it."""
    if placed.base is not None and placed.pin.base == placed.base.fingerprint:
        return placed.base.source
    return placed.changes[0].was.source if placed.changes else None
