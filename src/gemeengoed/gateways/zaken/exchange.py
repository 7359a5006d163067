# SPDX-License-Identifier: EUPL-1.2
"""How questions get to the Zaken and Catalogi API of a municipality and answers come back.

One that goes over HTTP adds what the standard wants of each call: the JWT with a user, and
``Accept-Crs: EPSG:4326``. The demo's stays in the house.
"""

from collections.abc import Mapping
from typing import Any, Protocol

ZAKEN = "zaken/api/v1/"
CATALOGI = "catalogi/api/v1/"


class Exchange(Protocol):
    def rsin(self, municipality: str) -> str:
        """The number of the organisation, of which a zaak's identificatie is unique."""
        ...

    def get(self, municipality: str, address: str, query: Mapping[str, str]) -> tuple[int, Any]:
        """address: a path below the root (``zaken/api/v1/zaken``) or a whole url.

        Returns the HTTP status and the answer. Raises ZakenUnavailableError.
        """
        ...

    def post(self, municipality: str, address: str, body: Mapping[str, Any]) -> tuple[int, Any]:
        """As get; the body is JSON."""
        ...
