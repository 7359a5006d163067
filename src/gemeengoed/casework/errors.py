# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong in staff work."""


class CaseworkError(Exception):
    """The family of all errors of this room."""


class UnknownKindError(CaseworkError):
    """No team takes on this kind of interne_taak."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"no kind of interne_taak is called {kind!r}")
        self.kind = kind


class UnknownTaakError(CaseworkError):
    """This municipality has no such interne_taak."""


class AlreadyFinishedError(CaseworkError):
    """The interne_taak was finished before; by says by whom, by display name."""

    def __init__(self, by: str) -> None:
        super().__init__(f"already finished by {by}")
        self.by = by


class MissingTermError(CaseworkError):
    """The municipality has not filled the term that the resident must be promised."""

    def __init__(self, field: str) -> None:
        super().__init__(f"the term {field!r} is not filled as a number of working days")
        self.field = field


class ReferencesExhaustedError(CaseworkError):
    """No free reference was found in several tries: the range of numbers is getting full."""
