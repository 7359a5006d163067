# SPDX-License-Identifier: EUPL-1.2
"""The outside systems of the demo: how each behaves now, and how to tell it otherwise."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import models

from gemeengoed.gateways.adressen import models as adressen
from gemeengoed.gateways.adressen import operations as adressen_operations
from gemeengoed.gateways.berichten import models as berichten
from gemeengoed.gateways.berichten import operations as berichten_operations
from gemeengoed.gateways.brp import models as brp
from gemeengoed.gateways.brp import operations as brp_operations
from gemeengoed.gateways.zaken import models as zaken
from gemeengoed.gateways.zaken import operations as zaken_operations


class SetBehaviour(Protocol):
    """An operation of each gateway."""

    def __call__(self, *, municipality: str, behaviour: Any, delay: float = 0.0) -> None: ...


@dataclass(frozen=True, slots=True)
class System:
    """row: the table that tells how it behaves, by municipality."""

    row: type[models.Model]
    behaviour: Callable[[str], Any]
    set_behaviour: SetBehaviour
    without_a_row: str  # how it behaves where nothing was ever told


SYSTEMS: Mapping[str, System] = {
    "adressen": System(
        adressen.DemoRegister, adressen.Behaviour, adressen_operations.set_behaviour, "absent"
    ),
    "brp": System(brp.DemoBrp, brp.Behaviour, brp_operations.set_behaviour, "absent"),
    "zaken": System(
        zaken.DemoZaakregister, zaken.Behaviour, zaken_operations.set_behaviour, "absent"
    ),
    "berichten": System(
        berichten.DemoPostbox, berichten.Behaviour, berichten_operations.set_behaviour, "normal"
    ),
}


def told(municipality: str, name: str) -> tuple[str, float]:
    """How this system behaves and its delay in seconds; ``absent`` where there is none."""
    system = SYSTEMS[name]
    columns = system.row._default_manager.filter(pk=municipality).values("behaviour", "delay")
    found = columns.first()
    if found is None:
        return system.without_a_row, 0.0
    return str(found["behaviour"]), float(found["delay"])


def tell(municipality: str, name: str, behaviour: str, delay: float) -> None:
    """Have it behave so from now on; delay in seconds, for slow."""
    system = SYSTEMS[name]
    system.set_behaviour(
        municipality=municipality, behaviour=system.behaviour(behaviour), delay=delay
    )
