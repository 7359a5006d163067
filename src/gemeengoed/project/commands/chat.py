# SPDX-License-Identifier: EUPL-1.2
"""Talk with the assistant in the terminal, over the running database; or scripted from stdin.

A line is a text; a number or ``#id`` picks a button; ``/terug``, ``/stop``, ``/akkoord`` and
``/wijzig naam`` are the actions.
"""

import argparse
import sys

from gemeengoed.project.start import django_ready

HELP = "Praat met de assistent van een gemeente"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--gemeente", required=True, help="bijvoorbeeld waterdam")
    parser.add_argument("--json", action="store_true", help="één bericht per regel, als JSON")


def run(arguments: argparse.Namespace) -> int:
    """Returns 0 at the end of the input, 2 for an unknown municipality."""
    django_ready(publish=True)
    # Rooms with models can be imported only once Django is ready.
    from gemeengoed.project.terminal_chat import talk  # noqa: PLC0415

    return talk(arguments.gemeente, as_json=arguments.json, lines=sys.stdin)
