# SPDX-License-Identifier: EUPL-1.2
"""A receipt: all that is needed to come to the same outcome again, and to prove by which rules."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from gemeengoed.procedures.errors import ReceiptError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.values import as_written

_UNREADABLE = "dit is geen leesbaar bewijs van een uitkomst"
ENGINE = "2"  # raised when evaluation itself would come to another outcome


@dataclass(frozen=True, slots=True)
class Receipt:
    """facts: as they are written in a file. day: the date of judgement, which picks the law."""

    procedure: str
    municipality: str
    day: str
    facts: Mapping[str, str]
    tables: str  # fingerprint of the tables of the base
    overlay: str  # fingerprint of what the municipality filled in; empty when it filled nothing
    outcome: str
    id: str = ""  # of the case, in the words of whoever asked
    engine: str = ENGINE

    def to_json(self) -> dict[str, Any]:
        """Plain values; from_json gives an equal receipt back."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Raises ReceiptError when it is no receipt."""
        try:
            receipt = cls(**data)
            date.fromisoformat(receipt.day)
        except (TypeError, ValueError) as error:
            raise ReceiptError(_UNREADABLE) from error
        texts = [value for name, value in asdict(receipt).items() if name != "facts"]
        if not isinstance(receipt.facts, Mapping) or not all(isinstance(t, str) for t in texts):
            raise ReceiptError(_UNREADABLE)
        return receipt


def receipt_of(judgement: Judgement, municipality: str, id: str = "") -> Receipt:
    """The receipt of a judgement. Derived and filled facts follow from the rest: not in it."""
    procedure = judgement.procedure
    given = {name: as_written(value) for name, value in judgement.given.items()}
    return Receipt(
        procedure=procedure.id,
        municipality=municipality,
        day=judgement.day.isoformat(),
        facts=given,
        tables=procedure.fingerprint,
        overlay=procedure.overlay_fingerprint,
        outcome=judgement.shown,
        id=id,
    )


def replay(receipt: Receipt, procedure: Procedure) -> Judgement:
    """The judgement again, from the facts and the day of the receipt.

    Raises ReceiptError when the tables are not those of the receipt, or when the outcome is
    another one.
    """
    changed = [
        words
        for words, then, now in (
            ("de basistabel", receipt.tables, procedure.fingerprint),
            ("wat de gemeente invulde", receipt.overlay, procedure.overlay_fingerprint),
            ("de rekenregels", receipt.engine, ENGINE),
        )
        if then != now
    ]
    if changed:
        raise ReceiptError(f"sinds dit bewijs veranderd: {', '.join(changed)}")
    day = date.fromisoformat(receipt.day)
    judgement = evaluate(procedure, read_facts(procedure, receipt.facts), day)
    if judgement.shown != receipt.outcome:
        raise ReceiptError(f"het bewijs zegt {receipt.outcome}, nu komt er {judgement.shown} uit")
    return judgement
