# SPDX-License-Identifier: EUPL-1.2
"""The figures of the moves as tables, as benchmarks/README.md keeps them."""

from gemeengoed.project.bench.moving import AT_ONCE, KindMeasured, MovesMeasured, Times

AIM = 3  # questions before logging in, of the plain move; the summary comes on top
KINDS_HEAD = (
    "| kind of move | moves | questions before log-in | after | of these may be skipped | "
    "summary | turn ms p50/p95/p99 | log-in ms p50/p95/p99 | all ms p50/p95/p99 |"
)
LOAD_HEAD = (
    "| moves/s | turns/s | turn ms p50/p95/p99 | log-in ms p50/p95/p99 | all ms p50/p95/p99 | "
    "server ms/move | log-in's own ms/move |"
)


def as_tables(measured: MovesMeasured, machine: str) -> str:
    """Markdown. The median of the questions; the log-in itself is counted nowhere."""
    load = measured.load
    lines = [
        machine,
        "",
        "Each kind by itself, one move after another:",
        "",
        *_head(KINDS_HEAD),
        *(_row(kind) for kind in measured.kinds),
        "",
        *(f"Not measured, nobody in the registers can: {name}." for name in measured.absent),
        _aim(measured.kinds[0]),
        "",
        f"The plain one as fast as it goes, {AT_ONCE} residents at once:",
        "",
        *_head(LOAD_HEAD),
        f"| {load.moves_per_second:.1f} | {load.turns_per_second:.0f} | {_times(load.turn)} | "
        f"{_times(load.login)} | {_times(load.total)} | {load.cpu_server:.1f} | "
        f"{load.cpu_identity:.1f} |",
    ]
    return "\n".join(lines)


def _head(titles: str) -> list[str]:
    return [titles, "|" + " --- |" * (titles.count("|") - 1)]


def _row(kind: KindMeasured) -> str:
    return (
        f"| {kind.name} | {kind.moves} | {kind.before:g} | {kind.after:g} | {kind.optional:g} | "
        f"{'no' if kind.is_refused else 'yes'} | "
        f"{_times(kind.turn)} | {_times(kind.login)} | {_times(kind.total)} |"
    )


def _aim(plain: KindMeasured) -> str:
    answer = "met" if plain.before <= AIM else "not met"
    return (
        f"The aim, at most {AIM} questions before the log-in of a plain move and a summary: "
        f"{answer} ({plain.before:g})."
    )


def _times(times: Times) -> str:
    return f"{times.p50:.0f} / {times.p95:.0f} / {times.p99:.0f}"
