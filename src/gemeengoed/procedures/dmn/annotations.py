# SPDX-License-Identifier: EUPL-1.2
"""What a row tells besides its condition, as annotation columns of DMN 1.3 and back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from gemeengoed.procedures.conditions import Condition
from gemeengoed.procedures.procedure import Outcome
from gemeengoed.procedures.table import Purpose, Row, RuleKind, Source

ROW = "rij"  # several rules of one row have one of these
LABEL = "regel"
COLUMNS = (
    *(ROW, LABEL, "soort regel", "wet", "artikel", "versie", "url", "geldig vanaf"),
    *("geldig tot en met", "doel", "beschermt", "mens kijkt mee", "te veel heet", "te weinig heet"),
    *("als het niet klopt", "hardheidsclausule"),
)
TO_FILL_IN = "in te vullen"  # in place of what a file does not tell and a procedure must

_YES, _NO = "ja", "nee"
_BETWEEN = "; "


def outcomes_in_words(outcomes: Iterable[Outcome]) -> str:
    """The outcomes with their labels, as DMN's allowedAnswers: ``vrij: Geen vergunning nodig``."""
    return _BETWEEN.join(f"{each.id}: {each.label}" for each in outcomes)


def labels_in(text: str) -> Mapping[str, str]:
    """outcome -> label, from such a text; empty for a text of somebody else."""
    pairs = (part.partition(": ") for part in text.split(_BETWEEN))
    return {id: label for id, found, label in pairs if found}


def annotations_of(row: Row) -> tuple[str, ...]:
    """One text per column of COLUMNS."""
    source, purpose = row.source, row.purpose
    return (
        *(row.id, row.label, row.rule_kind.value, source.law, source.article, source.version),
        *(source.url, source.valid_from.isoformat()),
        "" if source.valid_to is None else source.valid_to.isoformat(),
        *(purpose.text, purpose.protects, _YES if row.bubble_up else _NO),
        *(row.too_much, row.too_little, row.otherwise, source.hardship_clause),
    )


def row_of(id: str, label: str, outcome: str, when: Condition, told: Mapping[str, str]) -> Row:
    """A row with what the annotations tell; what they do not tell is still to be filled in."""
    row = Row(
        id=id,
        label=label,
        outcome=outcome,
        rule_kind=RuleKind.POLICY,
        source=Source(TO_FILL_IN, TO_FILL_IN, TO_FILL_IN, TO_FILL_IN, date.min),
        purpose=Purpose(TO_FILL_IN, TO_FILL_IN),
        when=when,
    )
    try:
        return _filled(row, told)
    except (KeyError, ValueError):  # columns of somebody else, or a date that is none
        return row


def is_complete(row: Row) -> bool:
    """Whether source, kind and purpose were told."""
    return row.source.law != TO_FILL_IN


def _filled(row: Row, told: Mapping[str, str]) -> Row:
    until = told["geldig tot en met"]
    return replace(
        row,
        rule_kind=RuleKind(told["soort regel"]),
        source=Source(
            law=told["wet"],
            article=told["artikel"],
            version=told["versie"],
            url=told["url"],
            valid_from=date.fromisoformat(told["geldig vanaf"]),
            valid_to=date.fromisoformat(until) if until else None,
            hardship_clause=told.get("hardheidsclausule", ""),
        ),
        purpose=Purpose(told["doel"], told["beschermt"]),
        bubble_up=told["mens kijkt mee"] == _YES,
        too_much=told["te veel heet"] or row.too_much,
        too_little=told["te weinig heet"] or row.too_little,
        otherwise=told.get("als het niet klopt", ""),
    )
