# SPDX-License-Identifier: EUPL-1.2
"""HTTP with a broker, within limits: of time as a whole, of size, and without following."""

import io
import time
from typing import Any

from authlib.integrations.requests_client import OAuth2Session
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.exceptions import ConnectionError as NoConnection
from requests.exceptions import ReadTimeout
from urllib3.exceptions import HTTPError

SECONDS = 4.0  # for one question as a whole; three of them make a log-in
MOST_BYTES = 200_000
_PIECE = 16_384


class WithinLimits(HTTPAdapter):
    """Reads an answer at once and gives it up when it comes too slowly or grows too large.

    The time limit of requests is for each piece: a broker that sends a byte every second would
    hold a page for ever.
    """

    def send(self, request: PreparedRequest, *args: Any, **more: Any) -> Response:
        """See HTTPAdapter.send; raises ReadTimeout or ConnectionError of requests."""
        until = time.monotonic() + SECONDS
        response = super().send(request, *args, **{**more, "stream": True, "timeout": SECONDS})
        body = bytearray()
        try:
            # read1 gives what has come; other ways of reading wait until a piece is full.
            while piece := response.raw.read1(_PIECE, decode_content=True):
                body += piece
                if time.monotonic() > until:
                    raise ReadTimeout("the answer comes too slowly", request=request)
                if len(body) > MOST_BYTES:
                    raise NoConnection("the answer is too large", request=request)
        except HTTPError as error:
            raise NoConnection("the answer broke off", request=request) from error
        finally:
            response.close()
        whole = Response()
        whole.status_code, whole.headers = response.status_code, response.headers
        whole.url, whole.request, whole.reason = response.url, request, response.reason
        whole.encoding, whole.raw = response.encoding, io.BytesIO(bytes(body))
        return whole


class BrokerSession(OAuth2Session):  # type: ignore[misc]
    """Authlib's session on these limits. No redirect is followed: it could carry the secret off."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.max_redirects = 0
        for scheme in ("https://", "http://"):
            self.mount(scheme, WithinLimits())
