# SPDX-License-Identifier: EUPL-1.2
"""Do the rules of each procedure hang together: in the base, and with what a municipality adds?"""

from collections.abc import Iterable, Iterator, Mapping

from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import Place
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.packs import LocalRules, Packs, ProcedureSource, RowPlaces
from gemeengoed.procedures.checking.check import check
from gemeengoed.procedures.checking.finding import Finding
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.table import RuleKind

_NOTICE = "procedure"


def check_procedures(packs: Packs, editions: Mapping[str, Edition], faults: Faults) -> None:
    """Every gap, contradiction and row that never counts, at its line.

    A procedure from a file that has a fault already is passed over: what was read of it may not
    be used. Of a municipality only what it wrote is checked; the rest is that of the base.
    """
    broken = frozenset(fault.place.file for fault in faults.faults)
    found: dict[str, tuple[Finding, ...]] = {}
    for name, source in packs.procedures.items():
        if broken.isdisjoint(_files(source.place, source.row_places)):
            found[name] = check(source.procedure, awaits_local=True)
            _tell(found[name], source.place, source.row_places, faults)
            _tell(_moved_statutes(source), source.place, source.row_places, faults)
    for slug, pack in packs.municipalities.items():
        for rules in pack.rules:
            is_sound = broken.isdisjoint(_files(rules.place, rules.row_places))
            if is_sound and rules.procedure in found:
                own = editions[slug].procedures[rules.procedure].procedure
                _check_own(own, rules, packs.procedures[rules.procedure], found, faults)


def _moved_statutes(source: ProcedureSource) -> Iterator[Finding]:
    """Rows of a statute that would come out otherwise by what a municipality fills in."""
    filled = set(source.from_facts)
    for derived in source.procedure.derived:
        if filled & set(derived.takes):
            filled.add(derived.name)
    for table in source.procedure.tables:
        for row in table.rows:
            for fact in row.facts:
                if row.rule_kind is RuleKind.STATUTE and fact in filled:
                    message = f"{row.id!r} is a statute rule and looks at {fact!r}"
                    hint = "a municipality fills that; national law is the same everywhere"
                    yield Finding(message, hint, row)


def _check_own(
    own: Procedure,
    rules: LocalRules,
    source: ProcedureSource,
    found: Mapping[str, tuple[Finding, ...]],
    faults: Faults,
) -> None:
    told = set(found[rules.procedure])
    news = (each for each in check(own, already=source.procedure.tables) if each not in told)
    _tell(news, rules.place, rules.row_places, faults)


def _files(place: Place, row_places: RowPlaces) -> set[str]:
    return {place.file, *(each.file for each in row_places.values())}


def _tell(findings: Iterable[Finding], place: Place, rows: RowPlaces, faults: Faults) -> None:
    for each in findings:
        key = (each.row.id, each.row.source.valid_from) if each.row is not None else None
        where = rows.get(key, place) if key is not None else place
        if each.is_fault:
            faults.add(where, each.message, each.hint)
        else:
            faults.notice(where, each.message, _NOTICE)
