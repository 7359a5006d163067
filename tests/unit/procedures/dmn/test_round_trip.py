# SPDX-License-Identifier: EUPL-1.2
"""What is written and read again judges the same, whatever is known of the facts."""

from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.procedures.dmn.files import TODAY
from tests.unit.procedures.dmn.procedures import (
    OUTCOMES,
    all_facts,
    conditions,
    procedure,
    row,
    table,
    tables,
    tables_apart,
)

from gemeengoed.procedures.conditions import Condition, truth_of
from gemeengoed.procedures.dmn.alternatives import alternatives
from gemeengoed.procedures.dmn.as_procedure import Decision
from gemeengoed.procedures.dmn.reading import read_dmn
from gemeengoed.procedures.dmn.writing import write_dmn
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.kleene import all_of, any_of
from gemeengoed.procedures.procedure import Combination, Procedure
from gemeengoed.procedures.table import HitPolicy, Table
from gemeengoed.procedures.values import Facts


def there_and_back(source: Procedure) -> Decision:
    model = read_dmn(write_dmn(source, TODAY))
    (top,) = model.top
    return model.decisions[top]


UNHURRIED = settings(deadline=None)  # writing and reading takes longer on a busy machine


@dataclass(frozen=True)
class Case:
    """All facts, and those of them that are known yet."""

    full: Facts
    known: Facts


@st.composite
def cases(draw: st.DrawFn) -> Case:
    full = draw(all_facts())
    known = draw(st.sets(st.sampled_from(sorted(full))))
    return Case(full, {name: full[name] for name in known})


def assert_alike(source: Procedure, case: Case) -> None:
    """The same outcome, no later settled, and what is settled is what comes of it in the end."""
    back = there_and_back(source).procedure
    in_the_end = evaluate(source, case.full, TODAY).outcome
    assert evaluate(back, case.full, TODAY).outcome == in_the_end
    before = evaluate(source, case.known, TODAY).outcome
    after = evaluate(back, case.known, TODAY).outcome
    assert before is None or after == before
    assert after is None or after == in_the_end


@UNHURRIED
@given(condition=conditions(), case=cases())
def test_alternatives_are_together_what_the_condition_is_also_when_unknown(
    condition: Condition, case: Case
) -> None:
    together = any_of(
        all_of(
            truth if test.holds or truth is None else not truth
            for test in alternative
            for truth in [truth_of(test.comparison, case.known)]
        )
        for alternative in alternatives(condition)
    )
    assert together is truth_of(condition, case.known)


@UNHURRIED
@given(source=tables("t") | tables_apart("t"), case=cases())
def test_one_table_judges_the_same(source: Table, case: Case) -> None:
    assert_alike(procedure([source]), case)


@UNHURRIED
@given(source=tables("t") | tables_apart("t"), case=cases())
def test_rows_that_hit_are_the_same_rows(source: Table, case: Case) -> None:
    whole = procedure([source])
    before = evaluate(whole, case.known, TODAY).tables[0].rows
    after = evaluate(there_and_back(whole).procedure, case.known, TODAY).tables[0].rows
    hits = {judged.row.id: judged.hits for judged in after}
    assert all(hits[each.row.id] is each.hits for each in before)


ENDS = st.dictionaries(
    st.sampled_from([each.id for each in OUTCOMES[:3]]),
    st.sampled_from(["klaar", "nee"]),
    min_size=1,
    max_size=2,
)


@UNHURRIED
@given(
    first=tables("a"),
    second=tables("b") | tables_apart("b"),
    third=tables("c"),
    ends=ENDS,
    case=cases(),
)
def test_tables_in_a_chain_judge_the_same(
    first: Table, second: Table, third: Table, ends: dict[str, str], case: Case
) -> None:
    chain = [replace(first, ends=ends), replace(second, ends=ends), third]
    assert_alike(procedure(chain), case)


@UNHURRIED
@given(first=tables("a"), second=tables("b"), case=cases())
def test_tables_that_all_count_judge_the_same(first: Table, second: Table, case: Case) -> None:
    assert_alike(procedure([first, second], Combination.COLLECT), case)


@UNHURRIED
@given(when=conditions(), requires=st.none() | conditions())
def test_what_a_row_tells_comes_back(when: Condition, requires: Condition | None) -> None:
    source = row("R1", "nee", when, requires)
    decision = there_and_back(procedure([table("t", HitPolicy.COLLECT, [source], "ja")]))
    for back in decision.procedure.tables[0].rows:
        assert (back.id, back.label, back.outcome) == (source.id, source.label, source.outcome)
        assert (back.source, back.purpose) == (source.source, source.purpose)
        assert back.rule_kind is source.rule_kind
    assert decision.procedure.outcome("nee").label == "Het mag niet"
