# SPDX-License-Identifier: EUPL-1.2
"""Which DigiD answers for which municipality: an OpenID Connect broker for all of them."""

from functools import cache

from gemeengoed.gateways.digid.port import IdentityProvider


def provider_of(municipality: str) -> IdentityProvider:
    """The provider of this municipality (slug)."""
    return _brokered()


@cache
def _brokered() -> IdentityProvider:
    # Half a second of loading at the start of every process, most of which log nobody in.
    from gemeengoed.gateways.digid.client import BrokeredDigid  # noqa: PLC0415

    return BrokeredDigid()
