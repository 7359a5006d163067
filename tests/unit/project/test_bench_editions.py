# SPDX-License-Identifier: EUPL-1.2
from gemeengoed.project.bench.editions import as_sentence, cost_of_editions


def test_what_editions_cost_is_measured_and_is_little() -> None:
    """Of twelve instead of 342; an upper bound far above what is measured, on any machine."""
    cost = cost_of_editions(number=12)
    assert cost.municipalities == 12
    assert 0 < cost.megabytes_each < 1
    assert cost.compile_seconds < 30
    assert cost.change_seconds > 0
    assert "12 municipalities: read in" in as_sentence(cost)
