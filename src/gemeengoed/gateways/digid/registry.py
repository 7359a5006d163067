# SPDX-License-Identifier: EUPL-1.2
"""Which DigiD answers for which municipality: an OpenID Connect broker for all of them."""

from gemeengoed.gateways.digid.client import BrokeredDigid
from gemeengoed.gateways.digid.port import IdentityProvider

_BROKERED = BrokeredDigid()


def provider_of(municipality: str) -> IdentityProvider:
    """The provider of this municipality (slug)."""
    return _BROKERED
