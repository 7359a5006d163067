# SPDX-License-Identifier: EUPL-1.2
"""A scanner for demonstrations: finds the harmless test string of EICAR, and nothing else."""

from typing import BinaryIO

# In two halves, so that a scanner on a developer's machine leaves this file alone.
TEST_STRING = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
STEP = 64 * 1024


class DemoScanner:
    """Implements scanning.Scanner."""

    def is_infected(self, content: BinaryIO) -> bool:
        content.seek(0)
        before = b""
        while read := content.read(STEP):
            if TEST_STRING in before + read:
                return True
            before = read[-len(TEST_STRING) :]
        return False
