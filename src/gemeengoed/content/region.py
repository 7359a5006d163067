# SPDX-License-Identifier: EUPL-1.2
"""A region: municipalities that share texts of their own, between the base and themselves."""

from dataclasses import dataclass, field

from gemeengoed.content.errors import Place
from gemeengoed.content.municipality import Pin


@dataclass(frozen=True, slots=True)
class Region:
    """municipalities: their slugs; each belongs to one region at most."""

    slug: str
    name: str
    municipalities: tuple[str, ...]
    pins: tuple[Pin, ...] = ()
    place: Place = field(compare=False, default=Place(""))
