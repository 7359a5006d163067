# SPDX-License-Identifier: EUPL-1.2
"""The log tells of errors by kind and place, never what a resident typed or a secret of theirs."""

import logging
import re
import traceback
from types import TracebackType

_CODE = re.compile(r"(/verder/|[?&](?:code|state|verder)=)[^\s/?&'\"]+")

type Failure = tuple[type[BaseException], BaseException, TracebackType | None]


class Discreet(logging.Formatter):
    """Tracebacks without the text of the errors, and addresses without one-time codes.

    The text of an error may hold what somebody typed: PostgreSQL quotes the row that it refuses.
    """

    def formatException(self, ei: Failure | tuple[None, None, None]) -> str:  # noqa: N802 (logging's)
        return "\n".join(_told(ei[1])) if ei[1] is not None else ""

    def format(self, record: logging.LogRecord) -> str:
        return _CODE.sub(r"\1…", super().format(record))


def _told(error: BaseException) -> list[str]:
    """Where it happened and what kind it was, with the errors that led to it first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [*_told(cause), "which led to"] if cause is not None else []
    places = (place.rstrip() for place in traceback.format_tb(error.__traceback__))
    return [*lines, *places, type(error).__qualname__]
