# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with uploads.

FilesError
├── FileRefusedError          it cannot come in; says why, for the resident
├── UnknownUploadError        there is no such upload here
├── NotGivenYetError          it has not been found clean, so nobody gets it
└── ScannerUnavailableError   nobody can say now whether a virus is in it
"""

from enum import StrEnum


class Why(StrEnum):
    """Why a file is refused; the values are part of the API."""

    MISSING = "missing"
    EMPTY = "empty"
    TOO_BIG = "too_big"
    WRONG_TYPE = "wrong_type"
    INFECTED = "infected"
    TOO_MUCH = "too_much"


class FilesError(Exception):
    """Base of this room's errors."""


class FileRefusedError(FilesError):
    """why: for programs. sentence: for the resident, without je or u."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
        self.sentence = SENTENCES[why]


SENTENCES = {
    Why.MISSING: "Er is geen bestand gekozen.",
    Why.EMPTY: "Dit bestand is leeg.",
    Why.TOO_BIG: "Dit bestand is te groot. Een bestand mag hooguit 10 MB zijn.",
    Why.WRONG_TYPE: (
        "Dit is geen pdf of foto, ook al lijkt de naam daarop. Een pdf, jpg of png kan wel."
    ),
    Why.INFECTED: "In dit bestand zit een virus. Het is niet bewaard.",
    Why.TOO_MUCH: (
        "De bestanden zijn samen te groot. Samen mogen ze hooguit 30 MB zijn. "
        "Later brengen of sturen kan ook."
    ),
}


class UnknownUploadError(FilesError):
    """There is no such upload here, or it is gone."""


class NotGivenYetError(FilesError):
    """It waits for the scanner, or was found infected."""


class ScannerUnavailableError(FilesError):
    """The scanner does not answer, or there is none."""
