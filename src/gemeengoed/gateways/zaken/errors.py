# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with a zaakregister. No error ever holds a BSN, or the register's own words.

ZakenError
├── ZakenUnavailableError       try again later
│   ├── ZakenTimeoutError       the register may have done it all the same
│   ├── WrongAnswerError        the register may have done it all the same
│   └── NotYetError             a moment lies ahead of the register's own clock
└── RefusedError                trying again is of no use
    ├── IdentificatieTakenError
    ├── ZaakClosedError
    └── NotInCatalogueError     the zaaktype has no such status, rol, resultaat or eigenschap
"""


class ZakenError(Exception):
    """Base of this gateway's errors. code: of the Zaken API where it gave one, for machines."""

    def __init__(self, municipality: str, code: str) -> None:
        super().__init__(f"zaakregister of {municipality}: {code}")
        self.municipality = municipality
        self.code = code


class ZakenUnavailableError(ZakenError):
    """The register cannot be reached, or does not let us in; nothing is known."""


class ZakenTimeoutError(ZakenUnavailableError):
    """The register did not answer within the time limit."""


class WrongAnswerError(ZakenUnavailableError):
    """The register answered with something that is not what was asked for."""


class NotYetError(ZakenUnavailableError):
    """The register's clock is behind: a moment of ours is in its future (date-in-future)."""


class RefusedError(ZakenError):
    """The register said no. params: the names of what was wrong, never the values."""

    def __init__(self, municipality: str, code: str, params: tuple[str, ...] = ()) -> None:
        super().__init__(municipality, " ".join((code, *params)))
        self.params = params


class IdentificatieTakenError(RefusedError):
    """There is a zaak with this identificatie already (identificatie-niet-uniek)."""


class ZaakClosedError(RefusedError):
    """The zaak has its end status; nothing may be added any more."""


class NotInCatalogueError(RefusedError):
    """The catalogue of this municipality does not know what was named."""


class BadCatalogueError(ValueError):
    """A catalogue file cannot be loaded. faults tells all of them."""

    def __init__(self, path: str, faults: list[str]) -> None:
        super().__init__(f"{path}: " + "; ".join(faults))
        self.faults = faults
