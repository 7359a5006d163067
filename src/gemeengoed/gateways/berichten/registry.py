# SPDX-License-Identifier: EUPL-1.2
"""Who delivers the messages of which municipality. Today the demo's mailbox for all of them."""

from gemeengoed.gateways.berichten.demo import DemoMailbox
from gemeengoed.gateways.berichten.port import Berichten

_DEMO = DemoMailbox()


def postbox_of(municipality: str) -> Berichten:
    """The way out of this municipality (slug)."""
    return _DEMO
