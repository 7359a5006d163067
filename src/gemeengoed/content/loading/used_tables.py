# SPDX-License-Identifier: EUPL-1.2
"""Tables of one procedure that stand in another as well: dakkapel-lokaal begins with dakkapel's."""

from collections.abc import Mapping
from dataclasses import replace

from gemeengoed.content.fingerprint import fingerprint
from gemeengoed.content.loading.document import Entry, Faults
from gemeengoed.content.loading.procedures import read_procedure, uses_another
from gemeengoed.content.packs import ProcedureSource


def read_procedures(entries: list[Entry], faults: Faults) -> dict[str, ProcedureSource]:
    """All procedures of the base by id; those that use another one after the others."""
    sources: dict[str, ProcedureSource] = {}
    for entry in sorted(entries, key=uses_another):
        source = read_procedure(entry, sources)
        if source.procedure.id in sources:
            entry.fail(f"the procedure {source.procedure.id!r} is written twice", "rename one")
        sources[source.procedure.id] = _with_used(source, sources, faults)
    return sources


def _with_used(
    source: ProcedureSource, sources: Mapping[str, ProcedureSource], faults: Faults
) -> ProcedureSource:
    procedure = source.procedure
    tables = list(procedure.tables)
    places = dict(source.row_places)
    for use in source.used:
        owner, _, id = use.table.partition(".")
        lent = sources[owner].procedure.tables if owner in sources else ()
        table = next((each for each in lent if each.id == id), None)
        if table is None:
            faults.add(use.place, f"there is no table {use.table!r}", "write procedure.table")
        else:
            tables.insert(use.position, replace(table, ends=use.ends))
            places |= sources[owner].row_places
    whole = replace(procedure, tables=tuple(tables))
    whole = replace(whole, fingerprint=fingerprint(whole))
    return replace(source, procedure=whole, row_places=places)
