# SPDX-License-Identifier: EUPL-1.2
"""Load: as fast as it goes (throughput), and at a set pace (latency)."""

import asyncio
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from gemeengoed.project.bench.http_client import Connection
from gemeengoed.project.bench.scenarios import Talk

Steps = Callable[[], Iterator[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Times in milliseconds."""

    turns_per_second: float
    p50: float
    p95: float
    p99: float
    turns: int


async def talks(port: int, municipalities: list[str], steps: Steps, count: int) -> list[Talk]:
    """Residents with an open conversation, spread over the municipalities."""
    residents = [
        Talk(Connection("127.0.0.1", port), municipalities[number % len(municipalities)], steps())
        for number in range(count)
    ]
    for resident in residents:
        await resident.open()
    return residents


async def as_fast_as_it_goes(residents: list[Talk], seconds: float) -> Measured:
    """Every resident sends the next message when the last is answered."""
    times: list[float] = []
    end = time.perf_counter() + seconds

    async def talk(resident: Talk) -> None:
        while (begun := time.perf_counter()) < end:
            await resident.turn()
            times.append(time.perf_counter() - begun)

    begun = time.perf_counter()
    await asyncio.gather(*(talk(resident) for resident in residents))
    return _measured(times, time.perf_counter() - begun)


async def at_pace(residents: list[Talk], per_second: float, seconds: float) -> Measured:
    """Messages leave at set moments; waiting for a free resident counts as time too."""
    times: list[float] = []
    free: asyncio.Queue[Talk] = asyncio.Queue()
    for resident in residents:
        free.put_nowait(resident)

    async def send(due: float) -> None:
        resident = await free.get()
        await resident.turn()
        times.append(time.perf_counter() - due)
        free.put_nowait(resident)

    begun = time.perf_counter()
    sending = []
    for number in range(int(per_second * seconds)):
        due = begun + number / per_second
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        sending.append(asyncio.create_task(send(due)))
    await asyncio.gather(*sending)
    return _measured(times, time.perf_counter() - begun)


def _measured(times: list[float], seconds: float) -> Measured:
    ordered = sorted(1000 * time_taken for time_taken in times)
    p50, p95, p99 = (percentile(ordered, share) for share in (0.5, 0.95, 0.99))
    return Measured(len(ordered) / seconds, p50, p95, p99, len(ordered))


def percentile(ordered: Sequence[float], share: float) -> float:
    """The smallest of them under which at least this share lies."""
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]
