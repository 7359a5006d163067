# SPDX-License-Identifier: EUPL-1.2
"""What a check has to say."""

from dataclasses import dataclass, field

from gemeengoed.procedures.table import Row


@dataclass(frozen=True, slots=True)
class Finding:
    """message and hint are English sentences for who writes packs. row: beside which it belongs.

    What is no fault is only worth knowing.
    """

    message: str
    hint: str = ""
    row: Row | None = field(default=None, compare=False)
    is_fault: bool = True
