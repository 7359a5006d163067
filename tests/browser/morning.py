# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the morning need beside the server of the night: a worker that brings things
to the zaakregister, moves that were handed in, and what the register says of them.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping

from tests.browser.console import printed

WAIT_SECONDS = 500.0  # a worker on a busy machine; when all is told it goes on at once
HAND_IN = """
from datetime import date
from tests.unit.casework.submissions.conftest import hand_in_a_move
from gemeengoed.content.queries import edition_of
from gemeengoed.municipalities.queries import municipality
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.receipt import receipt_of

day = date(2026, 11, 23)
facts = {{
    "aangever_relatie": "zelf", "aangever_leeftijd": "34", "zelfde_nieuwe_adres": "ja",
    "aangiftedatum": "2026-11-23", "verhuisdatum": "2026-12-01", "machtiging": "nvt",
    "route": "binnen_gemeente", "richting": "nvt", "signalen": "personen_op_adres:3",
}}
procedure = edition_of("{slug}").catalogue.rulebook.on("verhuizen", day)
judgement = evaluate(procedure, read_facts(procedure, facts), day)
registered = [
    ("Adres volgens de BRP", "Lindelaan 8, 1994 BE {place}"),
    ("Nieuw adres in het adresregister", "Ja, woning"),
    ("Straks op het nieuwe adres", "3 personen"),
]
for number in range({count}):
    made = hand_in_a_move(
        municipality("{slug}"),
        origin_key=f"{key}-{{number}}",
        receipt=receipt_of(judgement, "{slug}").to_json(),
        registered=registered,
    )
    print(made.ontvangstnummer)
"""
IN_REGISTER = """
import json, time
from gemeengoed.gateways.zaken.registry import register_of
numbers = {numbers!r}
until = time.monotonic() + {seconds}
while True:
    found = [register_of("{slug}").find("{slug}", number) for number in numbers]
    zaken = [register_of("{slug}").read("{slug}", zaak.url) for zaak in found if zaak]
    is_done = len(zaken) == len(numbers) and all(zaak.is_closed for zaak in zaken)
    if is_done or time.monotonic() > until:
        break
    time.sleep(0.3)
closed = {{zaak.identificatie: zaak.resultaat for zaak in zaken if zaak.is_closed}}
print(json.dumps(closed))
"""


class Worker:
    """A real one, on the database of the server."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        command = [sys.executable, "-m", "gemeengoed.project.command_line", "worker"]
        self._process = subprocess.Popen(
            command, env={**os.environ, **environment}, start_new_session=True
        )

    def kill(self) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def handed_in(environment: Mapping[str, str], slug: str, key: str, count: int) -> list[str]:
    """The numbers of this many ordinary moves, of a family of three each, handed in at night."""
    script = HAND_IN.format(slug=slug, place=slug.title(), key=key, count=count)
    return printed(environment, script).split()


def closed_in_register(
    environment: Mapping[str, str], slug: str, numbers: list[str]
) -> dict[str, str]:
    """Of these zaken those with an end status, once all have it: number -> resultaat."""
    script = IN_REGISTER.format(slug=slug, numbers=numbers, seconds=WAIT_SECONDS)
    found: dict[str, str] = json.loads(printed(environment, script))
    return found
