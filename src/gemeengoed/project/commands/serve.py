# SPDX-License-Identifier: EUPL-1.2
"""The web server: pages, API and streams.

PORT, HOST and WEB_PROCESSES in the environment set what the options set. GEMEENGOED_PREPARE=1 has
it bring the database up to date and load packs and demo data first, in the same process, because a
second start of Django would cost more than the work itself.
"""

import argparse
import os

import uvicorn

from gemeengoed.project.listening import port_from, refuse_if_taken
from gemeengoed.project.start import django_ready, prepare
from gemeengoed.project.start_screen import write_facts
from gemeengoed.project.supervisor import end_with_parent

HELP = "Start the web server"
# Open streams would hold up a stop for ever; a turn takes far less than this.
SECONDS_TO_FINISH = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    environment = os.environ
    parser.add_argument("--port", default=environment.get("PORT") or "8000")
    parser.add_argument("--host", default=environment.get("HOST", "127.0.0.1"))
    parser.add_argument("--processes", type=int, default=environment.get("WEB_PROCESSES") or "1")
    parser.add_argument("--facts", help="file that gets addresses and accounts, for the demo")


def run(arguments: argparse.Namespace) -> int:
    """Serves until SIGINT or SIGTERM. Raises CannotStartError when the port cannot be had."""
    port = port_from(arguments.port)
    refuse_if_taken(arguments.host, port)
    several = arguments.processes > 1
    must_prepare = os.environ.get("GEMEENGOED_PREPARE") == "1"
    django_ready(publish=not several and not must_prepare)
    if must_prepare:
        prepare()
    if arguments.facts:
        write_facts(arguments.facts)
    uvicorn.run(
        "gemeengoed.project.commands.serve:application",
        factory=True,
        host=arguments.host,
        port=port,
        workers=arguments.processes,
        loop="uvloop",
        http="httptools",
        lifespan="off",
        log_config=None,  # ours: settings.LOGGING
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
    )
    return 0


def application() -> object:
    """The ASGI application for one process; with several it publishes the packs here first."""
    from gemeengoed.content.queries import editions  # noqa: PLC0415 (models)

    if not editions():
        end_with_parent()
        django_ready(publish=True)
    from gemeengoed.project.asgi import application as pages  # noqa: PLC0415

    return pages
