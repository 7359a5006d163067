# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong when recording."""


class RecordOutsideTransactionError(RuntimeError):
    """A record must commit or fail together with the change it speaks of."""
