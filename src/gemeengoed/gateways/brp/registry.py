# SPDX-License-Identifier: EUPL-1.2
"""Which BRP answers for which municipality. Today the demo's for all of them."""

from gemeengoed.gateways.brp.demo import DemoPersons
from gemeengoed.gateways.brp.port import Persons

_DEMO = DemoPersons()


def register_of(municipality: str) -> Persons:
    """The BRP of this municipality (slug)."""
    return _DEMO
