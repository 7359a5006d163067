# SPDX-License-Identifier: EUPL-1.2
"""Which kind of interne_taak a move becomes at which a person must look, by the rules behind it."""

from collections.abc import Collection

GENERAL = "indiening_bekijken"
# By the first letter and number of a row of procedure ``verhuizen``; the first that fits counts.
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("verhuizing_veiligheid", frozenset({"G1", "G2"})),
    ("verhuizing_gezin", frozenset({"V2", "S11", "S12", "A2"})),
    (
        "verhuizing_bevoegdheid",
        frozenset({"A5", "A7", "A12", "V8", "V11", "V12", "V13", "S13", "S15"}),
    ),
    (
        "verhuizing_adres",
        frozenset({"S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S16", "S17"}),
    ),
    ("verhuizing_datum", frozenset({"T6"})),
)


def kind_for(rows: Collection[str]) -> str:
    """The kind of interne_taak for these rows: what is most delicate goes first."""
    found = (kind for kind, of_rows in _KINDS if of_rows & set(rows))
    return next(found, GENERAL)
