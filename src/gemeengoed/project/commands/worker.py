# SPDX-License-Identifier: EUPL-1.2
"""The background worker: jobs and periodic sweeps from the queue in PostgreSQL."""

import argparse

from gemeengoed.project.start import django_ready

HELP = "Do the work that waits in the queue"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--concurrency", type=int, default=4, help="jobs at the same time")


def run(arguments: argparse.Namespace) -> int:
    """Works until SIGINT or SIGTERM, then finishes the jobs at hand. Returns 0."""
    django_ready(publish=True)
    # Its App is made while Django sets up.
    from procrastinate.contrib.django import app  # noqa: PLC0415

    from gemeengoed.conversations.announcements import gather_announcements  # noqa: PLC0415
    from gemeengoed.project.edition_swaps import follow_editions  # noqa: PLC0415

    follow_editions()
    gather_announcements()
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as worker_app:
        worker_app.run_worker(
            concurrency=arguments.concurrency,
            shutdown_graceful_timeout=5,
            delete_jobs="successful",  # a sweep every few seconds would fill the table for nothing
        )
    return 0
