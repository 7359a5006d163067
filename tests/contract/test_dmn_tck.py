# SPDX-License-Identifier: EUPL-1.2
"""The decision-table subset of level 2 of the DMN TCK, from a folder outside the project.

GEMEENGOED_DMN_TCK names a checkout of dmn-tck/tck. Every set of level 2 is on one of two lists: a
claimed one must pass as a whole, another one must be refused by name. The figures come into
build/dmn-tck.txt.
"""

from pathlib import Path

import pytest
from tests.contract.dmn_tck import folder, play, report
from tests.rules.source import ROOT

REPORT = ROOT / "build" / "dmn-tck.txt"

CLAIMED = (
    "0004-simpletable-U",
    "0005-simpletable-A",
    "0006-simpletable-P1",
    "0007-simpletable-P2",
    "0010-multi-output-U",
    "0108-first-hitpolicy",
    "0109-ruleOrder-hitpolicy",
    "0110-outputOrder-hitpolicy",
    "0111-first-hitpolicy-singleoutputcol",
    "0112-ruleOrder-hitpolicy-singleinoutcol",
    "0113-outputOrder-hitpolicy-singleinoutcol",
    "0114-min-collect-hitpolicy",
    "0115-sum-collect-hitpolicy",
    "0116-count-collect-hitpolicy",
    "0117-multi-any-hitpolicy",
    "0118-multi-priority-hitpolicy",
    "0119-multi-collect-hitpolicy",
)
# Their models hold no decision table at all.
NOT_TABLES = {
    "0001-input-data-string": "literalExpression",
    "0002-input-data-number": "literalExpression",
    "0003-input-data-string-allowed-values": "literalExpression",
    "0008-LX-arithmetic": "literalExpression",
    "0009-invocation-arithmetic": "businessKnowledgeModel",
    "0100-feel-constants": "literalExpression",
    "0101-feel-constants": "literalExpression",
    "0102-feel-constants": "literalExpression",
    "0105-feel-math": "literalExpression",
    "0106-feel-ternary-logic": "literalExpression",
    "0107-feel-ternary-logic-not": "literalExpression",
}


@pytest.fixture(scope="module")
def sets() -> Path:
    found = folder()
    if found is None:
        pytest.skip("skipped: not present")
    return found


@pytest.mark.parametrize("name", CLAIMED)
def test_every_case_of_a_claimed_set_passes(sets: Path, name: str) -> None:
    played = play(sets / name)
    assert played.cases > 0
    assert (played.unsupported, played.failed) == ("", [])
    assert played.passed == played.cases


@pytest.mark.parametrize(("name", "construct"), NOT_TABLES.items())
def test_a_set_without_tables_is_refused_by_name(sets: Path, name: str, construct: str) -> None:
    assert construct in play(sets / name).unsupported
    model = next((sets / name).glob("*.dmn")).read_text(encoding="utf-8")
    assert "decisionTable" not in model


def test_every_set_of_level_2_is_on_a_list_and_reported(sets: Path) -> None:
    played = [play(path) for path in sorted(sets.iterdir()) if path.is_dir()]
    assert {each.name for each in played} == {*CLAIMED, *NOT_TABLES}
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(played, CLAIMED) + "\n", encoding="utf-8")
    print(report(played, CLAIMED))
