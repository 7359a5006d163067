# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong when asking for a municipality."""


class UnknownMunicipalityError(LookupError):
    """No active municipality has this slug."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"unknown municipality: {slug[:63]}")
        self.slug = slug
