# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong when asking the address register."""


class AdressenError(Exception):
    """The register did not give a usable answer; nothing is known about the address."""

    def __init__(self, municipality: str, problem: str) -> None:
        super().__init__(f"address register of {municipality}: {problem}")
        self.municipality = municipality


class RegisterUnavailableError(AdressenError):
    """The register cannot be reached or has no data of this municipality."""


class RegisterTimeoutError(AdressenError):
    """The register did not answer within the time limit."""


class WrongAnswerError(AdressenError):
    """The register answered with something that is not an address."""


class BadRegisterFileError(ValueError):
    """A register file cannot be loaded. faults tells all of them, with their line."""

    def __init__(self, path: str, faults: list[str]) -> None:
        super().__init__(f"{path}: " + "; ".join(faults))
        self.faults = faults
