# SPDX-License-Identifier: EUPL-1.2
"""Which register answers for which municipality. Today the demo's for all of them."""

from gemeengoed.gateways.adressen.demo import DemoAddresses
from gemeengoed.gateways.adressen.port import Addresses

_DEMO = DemoAddresses()


def register_of(municipality: str) -> Addresses:
    """The register of this municipality (slug)."""
    return _DEMO
