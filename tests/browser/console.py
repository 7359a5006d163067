# SPDX-License-Identifier: EUPL-1.2
"""One process on the database of a server, for all that is done there beside the pages.

A process for each command or look would bring Django up each time, which takes seconds.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parents[2]
# For each line on its input a line on its output; it ends with its input, so with our process.
LOOP = """
import contextlib, io, json, sys, traceback
from gemeengoed.project.start import django_ready
django_ready(publish=True)
from django.db import connections
answers = sys.stdout
for line in sys.stdin:
    printed, failed = io.StringIO(), None
    try:
        with contextlib.redirect_stdout(printed):
            exec(json.loads(line), {"__name__": "console"})
    except BaseException:
        failed = traceback.format_exc()
    connections.close_all()
    print(json.dumps([printed.getvalue(), failed]), file=answers, flush=True)
"""
COMMAND = """
from gemeengoed.project.command_line import main
code = main({arguments!r})
assert code in {codes!r}, code
"""


class ConsoleError(Exception):
    """The script failed; the text is the traceback."""


def printed(environment: Mapping[str, str], script: str) -> str:
    """What this Python prints in a process with this environment and what is published there."""
    return _console(frozenset(environment.items())).run(script)


def command(environment: Mapping[str, str], *arguments: str, codes: tuple[int, ...] = (0,)) -> str:
    """What ``gemeengoed`` with these arguments prints; it must end with one of these codes."""
    return printed(environment, COMMAND.format(arguments=arguments, codes=codes))


class _Console:
    def __init__(self, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", LOOP],
            env={**os.environ, **environment},
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, script: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(script), file=self._process.stdin, flush=True)
        text, failed = json.loads(self._process.stdout.readline())
        if failed:
            raise ConsoleError(failed)
        return str(text)


@cache
def _console(environment: frozenset[tuple[str, str]]) -> _Console:
    return _Console(dict(environment))
