# SPDX-License-Identifier: EUPL-1.2
"""The check finds exactly what trying every case finds."""

import re
from itertools import combinations

from hypothesis import given, settings
from tests.unit.procedures.drawing import INPUTS, cases, tables
from tests.unit.procedures.making import procedure

from gemeengoed.procedures.checking.check import check
from gemeengoed.procedures.conditions import comparisons_in, truth_of
from gemeengoed.procedures.table import HitPolicy, Table

ROW = re.compile(r"'(r\d)'")


def hits_of(table: Table) -> list[tuple[str, ...]]:
    """Of every case the rows that hit, in order."""
    compared = [each for row in table.rows for each in comparisons_in(row.hits)]
    names = list(dict.fromkeys(each.fact for each in compared))
    return [
        tuple(row.id for row in table.rows if truth_of(row.hits, facts))
        for facts in cases(compared, names)
    ]


def told(table: Table) -> tuple[set[str], list[str]]:
    """(what the check says, without the facts; the whole messages)."""
    found = check(procedure([*INPUTS], table))
    messages = [each.message for each in found if each.is_fault]
    return {re.sub(r" for .*", "", message) for message in messages}, messages


@settings(max_examples=100, deadline=None)
@given(tables())
def test_the_check_finds_what_trying_every_case_finds(table: Table) -> None:
    every = hits_of(table)
    said, messages = told(table)
    is_gap = table.otherwise is None and () in every
    assert any("no row hits" in each for each in said) == is_gap, messages

    counting = {each[0] for each in every if each}
    if table.hit_policy is not HitPolicy.FIRST:
        counting = {id for each in every for id in each}
    never = {ROW.findall(each)[0] for each in messages if "never counts" in each}
    assert never == {row.id for row in table.rows} - counting

    outcome = {row.id: row.outcome for row in table.rows}
    wrong = set()
    for one, other in combinations(outcome, 2):
        differ = table.hit_policy is HitPolicy.UNIQUE or outcome[one] != outcome[other]
        if differ and any(one in each and other in each for each in every):
            wrong.add((one, other))
    both = {tuple(ROW.findall(each)[:2]) for each in messages if "both hit" in each}
    alone = table.hit_policy in (HitPolicy.UNIQUE, HitPolicy.ANY)
    assert both == (wrong if alone else set())
