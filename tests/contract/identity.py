# SPDX-License-Identifier: EUPL-1.2
"""The imitation of DigiD as a process of its own, and a browser that fills in its page."""

import json
import os
import re
import subprocess
import time
from pathlib import Path
from urllib.parse import urljoin

import httpx

from gemeengoed.project.bench.server import free_port

PROJECT = Path(__file__).parents[2]
SECRET = "a secret of the tests, long enough for any library"
SECRET_VARIABLE = "GEMEENGOED_DIGID_SECRET_OF_TESTS"
START_SECONDS = 240.0  # on a machine that has much else to do
THREE = ("waterdam", "heidewoud", "oostermark")
_OPTION = re.compile(r'<option value="(\d{9})"[^>]*>([^<]+) \(')


def client_id(slug: str) -> str:
    return f"tests-{slug}"


class Identity:
    """A running provider with a client for each municipality, with callbacks at ``product``."""

    def __init__(self, product: str, slugs: tuple[str, ...] = THREE) -> None:
        self.issuer = f"http://127.0.0.1:{free_port()}"
        clients = [
            {
                "municipality": slug,
                "place": slug.title(),
                "client_id": client_id(slug),
                "client_secret": SECRET,
                "redirect_uri": f"{product}/{slug}/inloggen/terug",
            }
            for slug in slugs
        ]
        port = self.issuer.rpartition(":")[2]
        self._process = subprocess.Popen(
            ["node", str(PROJECT / "demo" / "identity" / "server.mjs"), port],
            env={"PATH": os.environ["PATH"], "DEMO_IDENTITY_CLIENTS": json.dumps(clients)},
        )
        until = time.monotonic() + START_SECONDS
        while not self.answers():
            assert self._process.poll() is None, "the provider ended"
            assert time.monotonic() < until, "the provider did not start"
            time.sleep(0.05)

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.issuer}/jwks", timeout=2).status_code == 200
        except httpx.TransportError:
            return False

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def choose(
        self, address: str, *, person: str = "", level: str = "midden", do: str = "login"
    ) -> str:
        """Open the address to which the product sent us, fill in the page, and say where it leads.

        person: a part of a name in the list; the first one when empty.
        """
        with httpx.Client(timeout=100) as browser:
            page = browser.get(address, follow_redirects=True)
            assert page.status_code == 200, page.text
            people = {name: bsn for bsn, name in _OPTION.findall(page.text)}
            bsn = next(number for name, number in people.items() if person in name)
            form = {"person": bsn, "level": level, "do": do}
            answer = browser.post(page.url, data=form)
            while answer.headers.get("location", "").startswith((self.issuer, "/")):
                answer = browser.get(urljoin(self.issuer, answer.headers["location"]))
        return answer.headers["location"]
