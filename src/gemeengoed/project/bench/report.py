# SPDX-License-Identifier: EUPL-1.2
"""The figures as a table."""

from collections.abc import Mapping, Sequence

COLUMNS = (
    ("what", "what", "{}"),
    ("municipalities", "municipalities", "{}"),
    ("turns_per_second", "turns/s", "{:.0f}"),
    ("of_limit", "of limit", "{:.1%}"),
    ("p50", "p50 ms", "{:.1f}"),
    ("p95", "p95 ms", "{:.1f}"),
    ("p99", "p99 ms", "{:.1f}"),
    ("half_p50", "half p50", "{:.1f}"),
    ("half_p99", "half p99", "{:.1f}"),
    ("server", "server ms/turn", "{:.2f}"),
    ("database", "PostgreSQL ms/turn", "{:.2f}"),
    ("client", "client ms/turn", "{:.2f}"),
    ("memory", "memory MB", "{:.0f}"),
)


def as_table(rows: Sequence[Mapping[str, object]], machine: str) -> str:
    """A Markdown table; half_… is the latency at half the throughput of the same row;
    ms/turn is processor time: of the web server, of the database (0 when it runs elsewhere), and of
    the residents of the bench."""
    lines = [
        machine,
        "",
        "| " + " | ".join(title for _, title, _ in COLUMNS) + " |",
        "|" + " --- |" * len(COLUMNS),
    ]
    lines += [
        "| " + " | ".join(form.format(row[key]) for key, _, form in COLUMNS) + " |" for row in rows
    ]
    lines.append(f"\nThe limit: {rows[0]['limit']:.0f} single inserts/s, each committed.")
    return "\n".join(lines)
