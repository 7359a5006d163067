# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong when asking the BRP. No error ever holds a BSN."""


class BrpError(Exception):
    """The BRP did not give a usable answer; nothing is known about the person."""

    def __init__(self, municipality: str, problem: str) -> None:
        super().__init__(f"brp of {municipality}: {problem}")
        self.municipality = municipality


class BrpUnavailableError(BrpError):
    """The BRP cannot be reached or has no data of this municipality."""


class BrpTimeoutError(BrpError):
    """The BRP did not answer within the time limit."""


class WrongAnswerError(BrpError):
    """The BRP answered with something that is not a person."""


class BadPersonFileError(ValueError):
    """A file of persons cannot be loaded. faults tells all of them, by line, without BSNs."""

    def __init__(self, path: str, faults: list[str]) -> None:
        super().__init__(f"{path}: " + "; ".join(faults))
        self.faults = faults
