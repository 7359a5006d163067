# SPDX-License-Identifier: EUPL-1.2
from gemeengoed.project.bench.editions import as_sentence, cost_of_editions


def test_what_editions_cost_is_measured_and_is_little_memory() -> None:
    """Of twelve instead of 342. How long it takes is for the bench: a busy machine says nothing."""
    cost = cost_of_editions(number=12)
    assert cost.municipalities == 12
    assert 0 < cost.megabytes_each < 1
    assert cost.compile_seconds > 0
    assert cost.change_seconds > 0
    assert "12 municipalities: read in" in as_sentence(cost)
