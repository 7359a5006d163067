# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong in labelling.

MissedError
├── UnknownQuestionError     this municipality has no such question (any more)
└── LabellingError           a colleague cannot do this now; tells why in words
    ├── NotAllowedError      no editor here
    ├── AlreadyLabelledError another editor was first
    ├── NotYoursError        another editor gave the label that was to be taken back
    └── UnknownTopicError    the topic does not exist here
"""


class MissedError(Exception):
    """The family of all errors of this room."""


class UnknownQuestionError(MissedError):
    """This municipality has no such question, or not any more."""


class LabellingError(MissedError):
    """A colleague cannot do this now. sentence: why, in Dutch, for the colleague."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowedError(LabellingError):
    """The colleague is no editor in this municipality."""

    def __init__(self) -> None:
        super().__init__("Dit werk hoort niet bij je rol in deze gemeente.")


class AlreadyLabelledError(LabellingError):
    """Another editor was first, by display name."""

    def __init__(self, by: str) -> None:
        super().__init__(f"{by or 'Een collega'} was je voor: deze vraag is al ingedeeld.")


class NotYoursError(LabellingError):
    """Another editor gave the label, by display name."""

    def __init__(self, by: str) -> None:
        super().__init__(
            f"{by or 'Een collega'} deelde deze vraag in. Alleen die kan dat terugdraaien."
        )


class UnknownTopicError(LabellingError):
    """There is no such topic, or none was chosen."""

    def __init__(self) -> None:
        super().__init__("Kies eerst een onderwerp uit de lijst.")
