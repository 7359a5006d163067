# SPDX-License-Identifier: EUPL-1.2
"""The web server: pages, API and streams.

PORT, HOST and WEB_PROCESSES in the environment set what the options set. GEMEENGOED_PREPARE=1 has
it bring the database up to date and load packs and demo data first, in the same process, because a
second start of Django would cost more than the work itself.
"""

import argparse
import gc
import os
import sys

import uvicorn
from django.db import connections
from django.urls import resolve

from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.forking import run_in_processes
from gemeengoed.project.listening import port_from, refuse_if_taken
from gemeengoed.project.start import django_ready, prepare
from gemeengoed.project.start_screen import write_facts

HELP = "Start the web server"
# Open streams would hold up a stop for ever; a turn takes far less than this.
SECONDS_TO_FINISH = 3
# New objects that may wait for a collection. A turn makes thousands and hardly any in circles; at
# Python's own 700 the collector would look several times in each turn.
OBJECTS_BETWEEN_COLLECTIONS = 20_000
MOST_PROCESSES = 4  # who wants more counts the connections to the database (docs/running.md)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    environment = os.environ
    parser.add_argument("--port", default=environment.get("PORT") or "8000")
    parser.add_argument("--host", default=environment.get("HOST", "127.0.0.1"))
    parser.add_argument(
        "--processes", type=int, default=environment.get("WEB_PROCESSES") or usual_processes()
    )
    parser.add_argument("--facts", help="file that gets addresses and accounts, for the demo")


def usual_processes() -> int:
    """One for each core that we may use, because Python runs on one core at a time.

    Elsewhere than on Linux one: what is loaded there may not survive a fork.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    return min(cores, MOST_PROCESSES)


def run(arguments: argparse.Namespace) -> int:
    """Serves until SIGINT or SIGTERM. Raises CannotStartError when the port cannot be had."""
    port = port_from(arguments.port)
    refuse_if_taken(arguments.host, port)
    if arguments.processes < 1:
        raise CannotStartError("WEB_PROCESSES must be 1 or more.")
    must_prepare = os.environ.get("GEMEENGOED_PREPARE") == "1"
    django_ready(publish=not must_prepare)
    if must_prepare:
        prepare()
    if arguments.facts:
        write_facts(arguments.facts)
    _serve(arguments.host, port, arguments.processes)
    return 0


def _serve(host: str, port: int, processes: int) -> None:
    # Rooms with models can be imported only once Django is set up.
    from gemeengoed.content.swapping import make_ready_to_read  # noqa: PLC0415
    from gemeengoed.conversations.announcements import gather_announcements  # noqa: PLC0415
    from gemeengoed.project.asgi import application  # noqa: PLC0415
    from gemeengoed.project.edition_swaps import follow_editions  # noqa: PLC0415

    config = uvicorn.Config(
        application,
        host=host,
        port=port,
        loop="uvloop",
        http="httptools",
        lifespan="off",
        log_config=None,  # ours: settings.LOGGING
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
    )
    make_ready_to_read()
    resolve("/gezond")  # loads the views of all rooms, now instead of at the first request
    # What is loaded stays for good. Collecting garbage need not look at it, which takes long and
    # would give each process a copy of its own.
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    connections.close_all()
    listening = config.bind_socket()

    def work() -> None:
        follow_editions()
        gather_announcements()
        uvicorn.Server(config).run([listening])

    if processes == 1:
        work()
    else:
        run_in_processes(processes, work)
