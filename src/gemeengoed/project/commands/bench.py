# SPDX-License-Identifier: EUPL-1.2
"""Full turns over HTTP: turns per second, latency at half that load, memory, and the limit.

``bench move``: complete moves, from the typed line to the receipt. ``bench packs``: what editions
of 342 municipalities cost. ``bench nlu``: understanding, beside a peer.
"""

import argparse
import asyncio
import json
import os
import platform
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

HELP = "Meet volledige beurten over HTTP, naast wat de database kan"

_DATA = "GEMEENGOED_BENCHMARKS"  # environment: a folder with xo.json, xo_oos.json, xo_oos2.json
RESIDENTS = 16  # at once; more only makes the line longer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        nargs="?",
        choices=("turns", "move", "packs", "nlu"),
        default="turns",
        help="move: hele verhuizingen; packs: de edities van 342 gemeenten; nlu: het begrijpen",
    )
    parser.add_argument("--each", type=int, default=20, help="verhuizingen van elke soort")
    parser.add_argument("--seconds", type=float, default=10.0, help="per meting")
    parser.add_argument("--few", action="store_true", help="zonder de 342 gemeenten")
    parser.add_argument("--data", type=Path, help=f"nlu: map met splits; anders {_DATA}")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Prints the figures. Returns 0; the figures are a measurement, not a test."""
    if arguments.what == "move":
        return _moves(arguments)
    if arguments.what == "packs":
        return _packs(arguments)
    if arguments.what == "nlu":
        return _nlu(arguments)
    from gemeengoed.project.bench.report import as_table  # noqa: PLC0415 (quick --help)
    from gemeengoed.project.bench.starting import seconds_of_a_second_start  # noqa: PLC0415

    start = seconds_of_a_second_start()
    with _database() as url:
        rows = _measure_all(url, arguments.seconds, few=arguments.few)
    if arguments.json:
        print(json.dumps({"rows": rows, "second_start": start}, indent=1))
        return 0
    print(as_table(rows, _machine()))
    print(f"A second start of the demo: {start:.1f} s until its addresses are printed.")
    return 0


def _moves(arguments: argparse.Namespace) -> int:
    from gemeengoed.project.bench.move_report import as_tables  # noqa: PLC0415 (quick --help)
    from gemeengoed.project.bench.moving import measure_moves  # noqa: PLC0415

    with _database() as url:
        measured = measure_moves(url, each=arguments.each, seconds=arguments.seconds)
    if arguments.json:
        print(json.dumps(asdict(measured), indent=1))
    else:
        print(as_tables(measured, _machine()))
    return 0


def _packs(arguments: argparse.Namespace) -> int:
    from gemeengoed.project.bench.editions import (  # noqa: PLC0415 (quick --help)
        as_sentence,
        cost_of_editions,
    )

    cost = cost_of_editions()
    print(json.dumps(asdict(cost), indent=1) if arguments.json else as_sentence(cost))
    return 0


def _nlu(arguments: argparse.Namespace) -> int:
    from gemeengoed.project.bench.understanding import measured  # noqa: PLC0415 (quick --help)
    from gemeengoed.project.bench.understanding_report import as_tables  # noqa: PLC0415

    given = os.environ.get(_DATA)
    figures = measured(arguments.data or (Path(given) if given else None))
    print(
        json.dumps(asdict(figures), indent=1) if arguments.json else as_tables(figures, _machine())
    )
    return 0


@contextmanager
def _database() -> Iterator[str]:
    """DATABASE_URL when given, else a cluster of its own with durable settings."""
    from gemeengoed.project.embedded_postgres import (  # noqa: PLC0415
        places_for_checkout,
        running_cluster,
    )

    if url := os.environ.get("DATABASE_URL"):
        yield url
        return
    with running_cluster(places_for_checkout(purpose="bench")) as cluster:
        yield cluster.database_url


def _measure_all(url: str, seconds: float, *, few: bool) -> list[dict[str, object]]:
    from gemeengoed.content.folders import packs_folder  # noqa: PLC0415
    from gemeengoed.project.bench.commit_rate import commits_per_second  # noqa: PLC0415
    from gemeengoed.project.bench.many_municipalities import write_packs  # noqa: PLC0415

    limit = commits_per_second(url, min(seconds, 5.0))
    rows = _measure(url, packs_folder(), ["waterdam", "heidewoud", "oostermark"], seconds, limit)
    if not few:
        with tempfile.TemporaryDirectory() as folder:
            slugs = write_packs(packs_folder(), Path(folder) / "packs")
            rows += _measure(url, Path(folder) / "packs", slugs, seconds, limit)
    return rows


def _measure(
    url: str, packs: Path, slugs: list[str], seconds: float, limit: float
) -> list[dict[str, object]]:
    import uvloop  # noqa: PLC0415 (not on Windows)

    from gemeengoed.project.bench.scenarios import flow_steps, questions  # noqa: PLC0415
    from gemeengoed.project.bench.server import (  # noqa: PLC0415
        database_process,
        memory_megabytes,
        running_server,
    )

    environment = {
        "DATABASE_URL": url,
        "GEMEENGOED_PACKS": str(packs),
        "GEMEENGOED_NEW_CONVERSATIONS_AT_ONCE": "1000000",
        "GEMEENGOED_NEW_CONVERSATIONS_PER_SECOND": "1000000",
        "GEMEENGOED_MESSAGES_AT_ONCE": "1000000",
        "GEMEENGOED_MESSAGES_PER_SECOND": "1000000",
        "GEMEENGOED_PREPARE": "1",
    }
    rows = []
    database = database_process(url)
    with running_server(environment) as (port, pid):
        for what, steps in (("question", questions), ("flow step", flow_steps)):
            # What the residents cost is taken from the server: they share its processors.
            row = asyncio.run(
                _load(port, (pid, database), slugs, steps, seconds),
                loop_factory=uvloop.new_event_loop,
            )
            row |= {
                "what": what,
                "municipalities": len(slugs),
                "limit": limit,
                "of_limit": float(str(row["turns_per_second"])) / limit,
                "memory": memory_megabytes(pid),
            }
            rows.append(row)
    return rows


async def _load(
    port: int, pids: tuple[int, int], slugs: list[str], steps: object, seconds: float
) -> dict[str, object]:
    from gemeengoed.project.bench.load import as_fast_as_it_goes, at_pace, talks  # noqa: PLC0415
    from gemeengoed.project.bench.server import cpu_seconds  # noqa: PLC0415

    residents = await talks(port, slugs, steps, RESIDENTS)  # type: ignore[arg-type]
    await as_fast_as_it_goes(residents, min(2.0, seconds))  # warm
    used = [*map(cpu_seconds, pids), time.process_time()]
    full = await as_fast_as_it_goes(residents, seconds)
    now = [*map(cpu_seconds, pids), time.process_time()]
    server, database, client = (
        1000 * (after - before) / full.turns for before, after in zip(used, now, strict=True)
    )
    half = await at_pace(residents, full.turns_per_second / 2, seconds)
    return {
        "turns_per_second": full.turns_per_second,
        "p50": full.p50,
        "p95": full.p95,
        "p99": full.p99,
        "half_p50": half.p50,
        "half_p99": half.p99,
        "server": server,
        "database": database,
        "client": client,
    }


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
