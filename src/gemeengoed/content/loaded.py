# SPDX-License-Identifier: EUPL-1.2
"""What a folder of packs comes to when nothing is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import Fault
from gemeengoed.content.packs import Packs


@dataclass(frozen=True, slots=True)
class Loaded:
    """Packs without a fault, and what they were compiled into; notices are worth a look."""

    packs: Packs
    editions: Mapping[str, Edition]
    notices: tuple[Fault, ...]
