# SPDX-License-Identifier: EUPL-1.2
"""The command ``gemeengoed``: finds the command's file and runs it."""

import argparse
import gc
import os
import sys
from importlib import import_module

from gemeengoed.project.errors import CannotStartError

# New objects that may wait for a collection of garbage. A start makes a million that stay; at
# Python's own 700 the collector would look through them again and again.
OBJECTS_BETWEEN_COLLECTIONS = 100_000
NOBODY_READS = 141  # 128 + SIGPIPE, as a shell tells it
COMMANDS = (
    "demo",
    "serve",
    "worker",
    "check",
    "plain",
    "forms",
    "packs",
    "chat",
    "understand",
    "evaluate",
    "decide",
    "dmn",
    "registers",
    "outbox",
    "counts",
    "questions",
    "overlay",
    "base",
    "edition",
    "broker",
    "bench",
    "manage",
)


def main(argv: list[str] | None = None) -> int:
    """Entry point; returns the exit code. Anticipated faults print one sentence, no traceback.

    Whoever stops reading (``| head``) ends it, as with any command.
    """
    if argv is None:  # a process of its own
        gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    arguments = sys.argv[1:] if argv is None else argv
    parser = argparse.ArgumentParser(prog="gemeengoed", description="Gemeengoed")
    subparsers = parser.add_subparsers(dest="command", required=True)
    asked = next((word for word in arguments if not word.startswith("-")), None)
    for name in COMMANDS:
        if asked in COMMANDS and name != asked:
            subparsers.add_parser(name)
            continue
        module = import_module(f"gemeengoed.project.commands.{name}")
        command = subparsers.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    parsed = parser.parse_args(arguments)
    try:
        code = int(parsed.run(parsed) or 0)
        sys.stdout.flush()
    except CannotStartError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        _write_no_more()
        return NOBODY_READS
    return code


def _write_no_more() -> None:
    """What is still in the buffer goes nowhere, or Python would stumble over it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
