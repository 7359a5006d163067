# SPDX-License-Identifier: EUPL-1.2
"""A sentence with the values that stand in it, to test the reader by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gemeengoed.content.errors import Place
from gemeengoed.language.values.telling import KINDS

Told = str | int | float


@dataclass(frozen=True, slots=True)
class ValueSentence:
    """values: by name, as language.values.telling.by_name tells them. today: when it was said."""

    text: str
    today: date
    values: Mapping[str, Told]
    place: Place = field(compare=False)

    def is_told(self, told: Mapping[str, Told]) -> bool:
        """Whether these are its values: all of them right and none too many.

        A role (``straat_naar``) counts only where the sentence lists it: often it says no more than
        the order of the words does.
        """
        return {name: told[name] for name in told if name in KINDS or name in self.values} == dict(
            self.values
        )
