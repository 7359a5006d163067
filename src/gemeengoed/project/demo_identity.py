# SPDX-License-Identifier: EUPL-1.2
"""The demo's imitation of DigiD (demo/identity, Node): how to start it, and who its clients are.

Without Django: the process of the demo uses it. A secret is made for each start and lives in the
environment of the children only.
"""

import json
import secrets
import shutil
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
FOLDER = PROJECT / "demo" / "identity"
REGISTERS = PROJECT / "demo" / "registers"
HOST = "127.0.0.1"  # not localhost: so its cookies are not those of the product
CALLBACK = "inloggen/terug"


def client_id_of(slug: str) -> str:
    return f"gemeengoed-{slug}"


def secret_variable_of(slug: str) -> str:
    """Name of the environment variable with the secret of this municipality's client."""
    return f"GEMEENGOED_DIGID_SECRET_{slug.upper().replace('-', '_')}"


@dataclass(frozen=True)
class DemoIdentity:
    """command: what to start; empty when its packages are not installed.

    settings: what the product's processes must know of it.
    """

    issuer: str | None = None
    command: Sequence[str] = ()
    settings: Mapping[str, str] = field(default_factory=dict, repr=False)
    public_url: str = ""

    @classmethod
    def beside(cls, port: int, public_url: str) -> "DemoIdentity":
        """On the next port if that is free, else on any."""
        node = shutil.which("node")
        if node is None or not (FOLDER / "node_modules" / ".installed").exists():
            return cls()
        own = _free_port(port + 1)
        issuer = f"http://{HOST}:{own}"
        made = {secret_variable_of(slug): secrets.token_urlsafe(32) for slug in slugs()}
        return cls(
            issuer=issuer,
            command=[node, str(FOLDER / "server.mjs"), str(own)],
            settings={"GEMEENGOED_DEMO_IDENTITY": issuer, **made},
            public_url=public_url,
        )

    def environment(self, given: Mapping[str, str]) -> dict[str, str]:
        """Of the child: with its clients, and without the database and the keys of the product."""
        clients = [
            {
                "municipality": slug,
                "place": slug.replace("-", " ").title(),
                "client_id": client_id_of(slug),
                "client_secret": self.settings[secret_variable_of(slug)],
                "redirect_uri": f"{self.public_url}/{slug}/{CALLBACK}",
            }
            for slug in slugs()
        ]
        kept = {name: given[name] for name in ("PATH", "HOME", "LANG") if name in given}
        return {**kept, "DEMO_IDENTITY_CLIENTS": json.dumps(clients)}


def slugs() -> list[str]:
    """The municipalities with invented persons."""
    return sorted(path.parent.name for path in REGISTERS.glob("*/personen.csv"))


def _free_port(wished: int) -> int:
    for port in (wished, 0):
        with socket.socket() as trying:
            trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trying.bind((HOST, port))
            except (OSError, OverflowError):
                continue
            return int(trying.getsockname()[1])
    raise OSError("no free port")
