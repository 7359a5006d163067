# SPDX-License-Identifier: EUPL-1.2
"""Proof that comes along with a move: which of the answers are files. Pure."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID


def uploads_in(answers: Mapping[str, Any]) -> tuple[UUID, ...]:
    """The ids of all files among the answers; what is skipped or comes later has none."""
    given = (each for value in answers.values() if isinstance(value, list) for each in value)
    return tuple(UUID(each["id"]) for each in given)
