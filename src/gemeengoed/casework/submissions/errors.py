# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with what residents hand in.

SubmissionError
├── SubmissionRefusedError      it cannot be handed in as it is; faults tells all of it
├── UnknownSubmissionError      this municipality has none of that number or id
├── AlreadyOverError            it is closed or withdrawn, so nothing can be done with it
├── NotWaitingError             it does not wait to be processed, or to be answered, any more
├── UnknownResultaatError       this kind cannot end so
├── NoWayToReachError           the resident gave no e-mail address
├── SubmissionBusyError         somebody else delivers it at this moment
├── NotDeliveredYetError        an outside system failed; the next try goes on where this one ended
└── RegisterDiffersError        the register holds something else than was handed in
"""

from gemeengoed.casework.errors import CaseworkError, StaffError


class SubmissionError(CaseworkError):
    """Base of the errors of submissions."""


class SubmissionRefusedError(SubmissionError):
    """faults: all that is wrong, for a developer; nothing of what was entered."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


class UnknownSubmissionError(SubmissionError):
    """No such submission in this municipality."""


class AlreadyOverError(SubmissionError, StaffError):
    """state: closed or withdrawn. by: the colleague who did it; empty: the resident."""

    def __init__(self, state: str, by: str = "") -> None:
        super().__init__(
            f"{by} heeft dit al afgehandeld."
            if by
            else "De inwoner heeft dit ingetrokken. Er is niets meer te doen."
        )
        self.state = state


class NotWaitingError(SubmissionError, StaffError):
    """A colleague did something with it meanwhile; the sentence says what."""


class UnknownResultaatError(SubmissionError):
    """The kind has no such resultaat."""


class NoWayToReachError(SubmissionError, StaffError):
    """There is no e-mail address to write to."""

    def __init__(self, number: str) -> None:
        super().__init__(
            f"Bij {number} is geen e-mailadres bekend. Haal het eruit, dan belt een collega."
        )


class SubmissionBusyError(SubmissionError):
    """Another worker is at it."""


class NotDeliveredYetError(SubmissionError):
    """Some steps must be tried again."""

    def __init__(self, steps: list[str]) -> None:
        super().__init__("not delivered yet: " + ", ".join(steps))
        self.steps = steps


class RegisterDiffersError(SubmissionError):
    """A person must look. code: what differs, never the values."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
