# SPDX-License-Identifier: EUPL-1.2
"""What the house may ask of DigiD. municipality is always a slug."""

from collections.abc import Mapping
from typing import Protocol

from gemeengoed.gateways.digid.shapes import Attempt, Begun, Identity, Level


class IdentityProvider(Protocol):
    """Safe to call from several threads; each call raises DigidError when it fails."""

    def begin(self, municipality: str, *, level: Level, return_address: str) -> Begun:
        """Where to send the browser, and what to remember until it comes back."""
        ...

    def finish(
        self, municipality: str, *, attempt: Attempt, returned: Mapping[str, str]
    ) -> Identity:
        """Who it is, from the query with which the browser came back to the return address."""
        ...
