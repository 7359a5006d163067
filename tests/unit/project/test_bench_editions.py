# SPDX-License-Identifier: EUPL-1.2
from gemeengoed.project.bench.editions import as_sentence, cost_of_editions


def test_what_editions_cost_is_measured_and_is_little() -> None:
    """Of thirty instead of 342; an upper bound far above what is measured, on any machine."""
    cost = cost_of_editions(number=30)
    assert cost.municipalities == 30
    assert 0 < cost.megabytes_each < 1
    assert cost.compile_seconds < 30
    assert "30 municipalities: read in" in as_sentence(cost)
