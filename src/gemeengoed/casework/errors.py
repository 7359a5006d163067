# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong in staff work.

CaseworkError
├── UnknownKindError             no team takes on this kind of interne_taak
├── UnknownTaakError             this municipality has no such interne_taak
├── MissingTermError             the promised term is not filled
├── ReferencesExhaustedError     no free reference was found
├── WrongProfileError            a profile says something that there is not
└── StaffError                   a colleague cannot do this now; tells why in words
    ├── NotAllowedError          not in a role for this work here
    ├── AlreadyFinishedError     it was finished before
    ├── NotYoursError            another colleague has it
    ├── NotOfferedError          it is not, or no longer, offered to this colleague
    ├── NotFitError              whom it was offered to may not or cannot do it
    └── WrongResultError         the result does not fit what happened
"""


class CaseworkError(Exception):
    """The family of all errors of this room."""


class UnknownKindError(CaseworkError):
    """No team takes on this kind of interne_taak."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"no kind of interne_taak is called {kind!r}")
        self.kind = kind


class UnknownTaakError(CaseworkError):
    """This municipality has no such interne_taak."""


class MissingTermError(CaseworkError):
    """The municipality has not filled the term that the resident must be promised."""

    def __init__(self, field: str) -> None:
        super().__init__(f"the term {field!r} is not filled as a number of working days")
        self.field = field


class ReferencesExhaustedError(CaseworkError):
    """No free reference was found in several tries: the range of numbers is getting full."""


class WrongProfileError(CaseworkError):
    """A profile names a team, activity or preference that there is not, or hours that cannot be."""


class StaffError(CaseworkError):
    """A colleague cannot do this now. sentence: why, in Dutch, for the colleague."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowedError(StaffError):
    """The colleague has no role for this work in this municipality."""

    def __init__(self) -> None:
        super().__init__("Dit werk hoort niet bij je rol in deze gemeente.")


class AlreadyFinishedError(StaffError):
    """The interne_taak was finished before, by whom by display name; empty: by the resident."""

    def __init__(self, by: str) -> None:
        super().__init__(
            f"{by} heeft deze taak al afgehandeld."
            if by
            else "Deze taak is al klaar: de inwoner heeft het ingetrokken."
        )
        self.by = by


class NotYoursError(StaffError):
    """Another colleague has it, by display name; empty: nobody has it yet."""

    def __init__(self, who: str) -> None:
        super().__init__(
            f"Deze taak is nu van {who}." if who else "Pak deze taak eerst op: hij is van niemand."
        )
        self.who = who


class NotOfferedError(StaffError):
    """It is not, or no longer, offered to this colleague."""

    def __init__(self) -> None:
        super().__init__("Deze vraag om over te nemen is er niet meer.")


class NotFitError(StaffError):
    """Whom it was offered to may not or cannot do it; the sentence says why."""


class WrongResultError(StaffError):
    """The result does not fit the kind, or what was logged; the sentence says what to do."""
