# SPDX-License-Identifier: EUPL-1.2
"""The bench of moves: each kind by itself, then the plain one as fast as it goes.

Against a web server and a log-in of its own, as in the demo; no worker runs beside them, because a
receipt waits for none.
"""

import asyncio
import itertools
import os
import secrets
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from gemeengoed.project.bench.load import percentile
from gemeengoed.project.bench.movers import Registers
from gemeengoed.project.bench.moves import KINDS, PLAIN, Kind, Mover, Played
from gemeengoed.project.bench.server import cpu_seconds, free_port, running_server
from gemeengoed.project.demo_identity import REGISTERS, DemoIdentity
from gemeengoed.project.errors import CannotStartError

MUNICIPALITY = "waterdam"
NIGHT = "2026-11-23T03:05"  # the lines name days
AT_ONCE = 8
WITHOUT_LIMITS = {
    f"GEMEENGOED_{what}_{how}": "1000000"
    for what in ("NEW_CONVERSATIONS", "MESSAGES")
    for how in ("AT_ONCE", "PER_SECOND")
}


@dataclass(frozen=True, slots=True)
class Times:
    """In milliseconds."""

    p50: float
    p95: float
    p99: float

    @classmethod
    def of(cls, times: Sequence[float]) -> "Times":
        ordered = sorted(times)
        return cls(*(percentile(ordered, share) for share in (0.5, 0.95, 0.99)))


@dataclass(frozen=True, slots=True)
class KindMeasured:
    """One after another. Questions: the median; see moves.Played."""

    name: str
    is_refused: bool  # ends in an outcome, without a summary
    moves: int
    before: float
    after: float
    optional: float
    turn: Times
    login: Times
    total: Times


@dataclass(frozen=True, slots=True)
class Load:
    """AT_ONCE residents, each the next move when the last is done. cpu: ms of processor a move."""

    moves_per_second: float
    turns_per_second: float
    turn: Times
    login: Times
    total: Times
    cpu_server: float
    cpu_identity: float


@dataclass(frozen=True, slots=True)
class MovesMeasured:
    """absent: the kinds for which the registers hold nobody."""

    kinds: Sequence[KindMeasured]
    absent: Sequence[str]
    load: Load


def measure_moves(url: str, *, each: int, seconds: float) -> MovesMeasured:
    """each: how many of each kind. Raises CannotStartError without the packages of the log-in."""
    registers = Registers.of(REGISTERS / MUNICIPALITY)
    with _running(url) as (port, server, identity):
        kinds = [kind for kind in KINDS if kind.who(registers)]
        measured = [asyncio.run(_one_kind(port, kind, registers, each)) for kind in kinds]
        used = cpu_seconds(server), cpu_seconds(identity)
        played, took = asyncio.run(_as_fast_as_it_goes(port, registers, seconds))
        cpu = cpu_seconds(server) - used[0], cpu_seconds(identity) - used[1]
    absent = [kind.name for kind in KINDS if kind not in kinds]
    return MovesMeasured(measured, absent, _load(played, took, cpu))


@contextmanager
def _running(url: str) -> Iterator[tuple[int, int, int]]:
    """The port, and the process ids of the server and of the log-in."""
    port = free_port()
    identity = DemoIdentity.beside(port, f"http://localhost:{port}")
    if not identity.command:
        raise CannotStartError("Het nagemaakte DigiD is niet geïnstalleerd: bin/install-identity")
    environment = {
        "DATABASE_URL": url,
        "SECRET_KEY": os.environ.get("SECRET_KEY") or secrets.token_urlsafe(50),
        "GEMEENGOED_DEMO": "1",
        "GEMEENGOED_PREPARE": "1",
        "GEMEENGOED_NOW": NIGHT,
        "GEMEENGOED_PUBLIC_URL": f"http://localhost:{port}",
        **WITHOUT_LIMITS,
        **identity.settings,
    }
    provider = subprocess.Popen(identity.command, env=identity.environment(os.environ))
    try:
        with running_server(environment, port) as (_, server):
            yield port, server, provider.pid
    finally:
        provider.terminate()
        provider.wait(timeout=30)


@dataclass
class _Round:
    """Who moves next, and where to: each time another of those there are."""

    kind: Kind
    registers: Registers
    origins: Iterator[int]

    def __post_init__(self) -> None:
        self._bsns = itertools.cycle(self.kind.who(self.registers))
        self._homes = itertools.cycle(list(self.kind.homes(self.registers)))

    async def move(self, port: int) -> Played:
        number = next(self.origins)
        origin = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        mover = Mover(port, MUNICIPALITY, origin)  # a limit on log-ins counts by address
        try:
            return await mover.move(self.kind, next(self._bsns), next(self._homes))
        finally:
            mover.close()


async def _one_kind(port: int, kind: Kind, registers: Registers, each: int) -> KindMeasured:
    around = _Round(kind, registers, itertools.count(1 + 10_000 * KINDS.index(kind)))
    await around.move(port)  # warm
    played = [await around.move(port) for _ in range(each)]
    return KindMeasured(
        name=kind.name,
        is_refused=kind.ends == "outcome",
        moves=each,
        before=median(one.before for one in played),
        after=median(one.after for one in played),
        optional=median(one.optional for one in played),
        **_times(played),
    )


async def _as_fast_as_it_goes(
    port: int, registers: Registers, seconds: float
) -> tuple[list[Played], float]:
    """The moves that were done, and how long it took until the last one was."""
    around = _Round(PLAIN, registers, itertools.count(10_000_000))
    played: list[Played] = []
    begun = time.perf_counter()

    async def reside() -> None:
        while time.perf_counter() < begun + seconds:
            played.append(await around.move(port))

    await asyncio.gather(*(reside() for _ in range(AT_ONCE)))
    return played, time.perf_counter() - begun


def _load(played: Sequence[Played], took: float, cpu: tuple[float, float]) -> Load:
    return Load(
        moves_per_second=len(played) / took,
        turns_per_second=sum(len(one.turns) for one in played) / took,
        cpu_server=1000 * cpu[0] / len(played),
        cpu_identity=1000 * cpu[1] / len(played),
        **_times(played),
    )


def _times(played: Sequence[Played]) -> Mapping[str, Times]:
    return {
        "turn": Times.of([taken for one in played for taken in one.turns]),
        "login": Times.of([one.login for one in played]),
        "total": Times.of([one.total for one in played]),
    }
