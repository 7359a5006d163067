# SPDX-License-Identifier: EUPL-1.2
"""The whole check of a procedure."""

from collections.abc import Collection

from gemeengoed.procedures.checking.comparisons import check_comparisons
from gemeengoed.procedures.checking.finding import Finding
from gemeengoed.procedures.checking.names import check_names
from gemeengoed.procedures.checking.tables import check_silence, check_table
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.table import Table


def check(
    procedure: Procedure, *, already: Collection[Table] = (), awaits_local: bool = False
) -> tuple[Finding, ...]:
    """What is wrong with a procedure, and what is only worth knowing.

    already: tables that were checked elsewhere (the same objects) and are passed over.
    awaits_local: municipalities still write the rows of open tables. While a name is wrong its
    table is not looked at any further.
    """
    found = list(check_names(procedure))
    names_are_right = not any(each.is_fault for each in found)
    for table in procedure.tables:
        if any(table is each for each in already):
            continue
        wrong = list(check_comparisons(procedure, table))
        found += wrong
        if names_are_right and not wrong:
            found += check_table(procedure, table, awaits_local=awaits_local)
    if not any(each.is_fault for each in found):
        found += check_silence(procedure, awaits_local=awaits_local)
    return tuple(dict.fromkeys(found))
