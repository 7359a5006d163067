# SPDX-License-Identifier: EUPL-1.2
"""A broker that can answer wrongly, on a port of its own; the real one cannot be made to."""

import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT = "gemeengoed-waterdam"
SECRET = "a secret of the tests, long enough"
BSN = "999900328"
DRIPS_SECONDS = 120
MIDDEN = "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract"

KEY = RSAKey.generate_key(2048, parameters={"kid": "one", "use": "sig", "alg": "RS256"})
OTHER_KEY = RSAKey.generate_key(2048, parameters={"kid": "one", "use": "sig", "alg": "RS256"})


class Broker:
    """claims, metadata: what differs from a good answer (None leaves out); key, alg: of the token.

    instead: path -> what is sent there instead of the answer.
    """

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {}
        self.metadata: dict[str, Any] = {}
        self.key: RSAKey | OctKey = KEY
        self.alg = "RS256"
        self.instead: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[dict[str, list[str]]] = []
        self.authorization = ""
        self.nonce = ""
        broker = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                broker.answer(self)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                broker.asked.append(parse_qs(body))
                broker.authorization = self.headers.get("Authorization", "")
                broker.answer(self)

            def log_message(self, *args: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, asked: BaseHTTPRequestHandler) -> None:
        path = urlsplit(asked.path).path
        if path in self.instead:
            self.instead[path](asked)
            return
        answers = {
            "/.well-known/openid-configuration": self._metadata,
            "/jwks": lambda: {"keys": [KEY.as_dict(private=False)]},
            "/token": lambda: {
                "access_token": "opaque",
                "token_type": "Bearer",
                "id_token": self._token(),
            },
        }
        send(asked, json.dumps(answers[path]()))

    def _metadata(self) -> dict[str, Any]:
        told = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/auth",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        }
        return _without_none({**told, **self.metadata})

    def _token(self) -> str:
        now = int(time.time())
        told = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "somebody",
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonce,
            "acr": MIDDEN,
            "bsn": BSN,
        }
        header = {"alg": self.alg, "kid": "one"}
        return jwt.encode(
            header, _without_none({**told, **self.claims}), self.key, algorithms=[self.alg]
        )


def send(asked: BaseHTTPRequestHandler, body: str, status: int = 200) -> None:
    asked.send_response(status)
    asked.send_header("Content-Type", "application/json")
    asked.send_header("Content-Length", str(len(body.encode())))
    asked.end_headers()
    asked.wfile.write(body.encode())


def drip(asked: BaseHTTPRequestHandler) -> None:
    """A byte every tenth of a second: no single piece is ever late."""
    asked.send_response(200)
    asked.send_header("Content-Length", "10000")
    asked.end_headers()
    try:
        for _ in range(10 * DRIPS_SECONDS):
            asked.wfile.write(b" ")
            asked.wfile.flush()
            time.sleep(0.1)
    except OSError:
        return  # the other side had enough of it


def _without_none(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value is not None}
