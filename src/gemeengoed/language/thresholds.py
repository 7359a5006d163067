# SPDX-License-Identifier: EUPL-1.2
"""When the probabilities of a reading are enough to answer, or to ask which topic is meant.

They belong to the reader whose probabilities they are: it learns them, and each Reading has them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Thresholds:
    """All are probabilities, 0..1. The figures here are for a reader that learned none."""

    answer: float = 0.55  # from which a topic is answered at once
    lead: float = 0.20  # and how far ahead of the second it must be
    clarify: float = 0.20  # from which a topic is worth offering as a choice
    offer: float = 0.35  # from which all that is offered, together, is worth a question
    none: float = 1.0  # from which "no topic" is too probable to ask anything
    side_question: float = 0.70  # inside a flow: from here a message is a question, not an answer

    def is_clear(self, shares: Sequence[float]) -> bool:
        """Whether the first of these topics, most probable first, is answered at once."""
        if not shares or shares[0] < self.answer:
            return False
        second = shares[1] if len(shares) > 1 else 0.0
        return shares[0] - second >= self.lead

    def offered(self, shares: Sequence[float], none: float = 0.0) -> int:
        """How many of these topics, most probable first, are offered; 0 is no question at all.

        none: the probability that no topic answers it.
        """
        if none >= self.none:
            return 0
        near = [share for share in shares[:MOST_OFFERED] if share >= self.clarify]
        return len(near) if near and sum(near) >= self.offer else 0


USUAL = Thresholds()
