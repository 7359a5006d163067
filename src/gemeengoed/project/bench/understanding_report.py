# SPDX-License-Identifier: EUPL-1.2
"""The figures of understanding beside those of the peer that was measured on the same splits."""

from collections.abc import Iterator

import numpy as np

from gemeengoed.project.bench.splits import SEEDS, Understood
from gemeengoed.project.bench.understanding import Cost, Measured

# Rasa open source 3.6.21 (DIET), and the best of a dozen other ways, each measured by itself.
_ACCURACY = {0: ("0.951", "0.969"), 1: ("0.940", "0.957"), 2: ("0.920", "0.951")}
_SURER = {"xo_oos": ("0.829", "0.952"), "xo_oos2": ("0.677", "0.865")}
_AIMS = {0: ".960", 1: ".955", 2: ".950", "xo_oos": ".955", "xo_oos2": ".880"}
_SLIPS = {0: "clean", 1: "one slip", 2: "two slips"}


def as_tables(measured: Measured, machine: str) -> str:
    """Markdown."""
    splits = measured.splits
    told = list(_of_splits(splits)) if splits else ["skipped: not present (splits: --data DIR)"]
    return "\n".join([*told, "", *_of_cost(measured.cost), "", machine])


def _of_splits(splits: Understood) -> Iterator[str]:
    yield f"xo: {splits.learned} sentences learned, {splits.tested} tested, one model for all rows"
    yield ""
    yield "| measure | this reader | Rasa 3.6.21 | best baseline | aim |"
    yield "|---|---|---|---|---|"
    for slips, shares in splits.accuracy.items():
        spread = f" ({min(shares):.3f}-{max(shares):.3f})" if len(shares) > 1 else ""
        rasa, best = _ACCURACY[slips]
        mean = f"{np.mean(shares):.3f}{spread}"
        yield f"| accuracy, {_SLIPS[slips]} | {mean} | {rasa} | {best} | {_AIMS[slips]} |"
    for name, found in splits.outside.items():
        rasa, best = _SURER[name]
        yield f"| AUROC, {name} | {found.surer:.3f} | {rasa} | {best} | {_AIMS[name]} |"
    yield ""
    yield (
        "A slip drops, doubles or replaces a letter, or swaps two, in a word of four letters or "
        f"more; {len(SEEDS)} draws. What the product takes for names is left out here too."
    )


def _of_cost(cost: Cost) -> Iterator[str]:
    yield "| with the packs' own topics | this reader | Rasa 3.6.21 (xo) | aim |"
    yield "|---|---|---|---|"
    aims = ("10 s, 500 MB", "-")
    for learning, aim in zip(cost.learning, aims, strict=True):
        what = f"{learning.topics} topics, {learning.questions} questions"
        told = f"{learning.seconds:.1f} s of one core, {learning.megabytes:.0f} MB with the packs"
        yield f"| learning {what} | {told} | 403 s, 1,500 MB | {aim} |"
    yield f"| loading a kept model | {cost.load:.2f} s | - | 1 s |"
    told = f"{cost.p50:.2f} / {cost.p99:.2f} ms"
    peer = "8.3 / 12.8 ms, of the clock, over HTTP"
    yield f"| one message, p50 / p99, of one core | {told} | {peer} | 0.5 / 2 ms |"
    for kind, (first, again) in cost.long.items():
        told = f"{first:.0f} / {again:.0f} ms"
        yield f"| 10,000 characters, {kind}: first / again | {told} | - | 20 ms |"
