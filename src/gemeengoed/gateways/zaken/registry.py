# SPDX-License-Identifier: EUPL-1.2
"""Which zaakregister holds the zaken of which municipality. Today the demo's for all of them."""

from gemeengoed.gateways.zaken.client import ZgwZaken
from gemeengoed.gateways.zaken.demo import DemoExchange
from gemeengoed.gateways.zaken.port import Zaken

_DEMO = ZgwZaken(DemoExchange())


def register_of(municipality: str) -> Zaken:
    """The zaakregister of this municipality (slug)."""
    return _DEMO
