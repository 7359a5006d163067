# SPDX-License-Identifier: EUPL-1.2
"""Django's own commands, on the same database as the demo: ``gemeengoed manage shell``."""

import argparse

from gemeengoed.project.start import django_ready

HELP = "Django's own commands (migrate, shell, makemigrations, ...)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs=argparse.REMAINDER, help="the command and its arguments")


def run(arguments: argparse.Namespace) -> int:
    """Returns 0; Django's commands end the process themselves on a fault."""
    django_ready()
    from django.core.management import execute_from_command_line  # noqa: PLC0415 (quick --help)

    execute_from_command_line(["gemeengoed manage", *arguments.words])
    return 0
