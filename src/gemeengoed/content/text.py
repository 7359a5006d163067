# SPDX-License-Identifier: EUPL-1.2
"""A text as it stands in the packs: its source, its compiled phrase and its place."""

from dataclasses import dataclass, field

from gemeengoed.content.errors import Place
from gemeengoed.content.fingerprint import fingerprint
from gemeengoed.language.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Text:
    """The place does not count when two texts are compared: a moved text is the same text."""

    source: str
    phrase: Phrase
    place: Place = field(compare=False)

    @property
    def fingerprint(self) -> str:
        """Eight characters that change with the source text, never with a fact."""
        return fingerprint(self.source)[:8]
