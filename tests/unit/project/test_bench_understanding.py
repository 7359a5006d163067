# SPDX-License-Identifier: EUPL-1.2
"""The bench of understanding: slips are as described, and its figures are those of the answers."""

import json

import numpy as np
import pytest

from gemeengoed.project.bench.splits import surer, understood, with_slips
from gemeengoed.project.bench.understanding import Cost, Learning, Measured
from gemeengoed.project.bench.understanding_report import as_tables

SENTENCES = [("zet de verwarming wat hoger alstublieft", "warmte"), ("ga uit", "licht")]
LEARNED = [
    *((f"zet de verwarming {how}", "warmte") for how in ("aan", "hoger", "lager", "zachter")),
    *((f"doe het licht {how}", "licht") for how in ("aan", "uit", "feller", "zachter")),
]
COST = Cost(
    (Learning(2, 8, 0.1, 90.0), Learning(2, 9, 0.1, 100.0)), 0.1, 0.2, 0.4, {"emoji": (9.0, 8.0)}
)


@pytest.mark.parametrize("slips", [1, 2])
@pytest.mark.parametrize("seed", range(20))
def test_so_many_words_of_four_letters_or_more_get_one_slip(slips: int, seed: int) -> None:
    (noisy, label), short = with_slips(SENTENCES, slips, seed)
    pairs = list(zip(SENTENCES[0][0].split(), noisy.split(), strict=True))
    changed = [(word, other) for word, other in pairs if word != other]
    assert len(changed) <= slips  # a letter may be replaced by itself
    assert all(len(word) >= 4 and abs(len(word) - len(other)) <= 1 for word, other in changed)
    assert label == "warmte"
    assert short == ("ga uit", "licht")


def test_the_same_seed_gives_the_same_slips() -> None:
    assert with_slips(SENTENCES, 2, 7) == with_slips(SENTENCES, 2, 7)
    assert len({with_slips(SENTENCES, 2, seed)[0][0] for seed in range(10)}) > 5


def test_the_chance_that_inside_is_surer_counts_a_tie_half() -> None:
    inside, outside = np.array([0.9, 0.5]), np.array([0.5, 0.1])
    assert surer(inside, outside) == pytest.approx(3.5 / 4)
    assert surer(outside, outside) == 0.5


def test_all_columns_come_from_the_splits_in_the_folder(tmp_path) -> None:
    test = [("verwarming hoger", "warmte"), ("licht uit", "licht")]
    outside = [("wat eten we vanavond", "eten")]
    for name in ("xo", "xo_oos", "xo_oos2"):
        split = {"train": LEARNED, "test": test, "oos": outside}
        (tmp_path / f"{name}.json").write_text(json.dumps(split), "utf-8")
    found = understood(tmp_path)
    assert (found.learned, found.tested) == (8, 2)
    assert found.accuracy[0] == (1.0,)
    assert len(found.accuracy[1]) == len(found.accuracy[2]) == 5
    assert found.outside["xo_oos"].surer == 1.0
    assert "| accuracy, clean | 1.000 | 0.951 | 0.969 | .960 |" in as_tables(
        Measured(found, COST), "a machine"
    )


def test_splits_that_are_not_there_are_said_to_be_skipped() -> None:
    assert as_tables(Measured(None, COST), "a machine").startswith("skipped: not present")
