# SPDX-License-Identifier: EUPL-1.2
"""What the house may ask of who delivers messages. municipality is a slug."""

from typing import Protocol

from gemeengoed.gateways.berichten.shapes import Mail


class Berichten(Protocol):
    """Safe to call from several threads; raises BerichtenError when it fails."""

    def send(self, municipality: str, mail: Mail) -> None:
        """Send it. Again with the same reference is the same message: it has the same Message-ID,
        and who keeps what was sent (the demo does) keeps one.
        """
        ...
