# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with the embedded PostgreSQL, as a sentence for who started it."""

from gemeengoed.project.errors import CannotStartError


class EmbeddedPostgresError(CannotStartError):
    """The server cannot be made, started or reached; the text says why and what to do."""
