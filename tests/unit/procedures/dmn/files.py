# SPDX-License-Identifier: EUPL-1.2
"""Small DMN files for tests, from a table written down in a few lines."""

from collections.abc import Mapping
from datetime import date
from xml.sax.saxutils import escape

from gemeengoed.procedures.dmn.reading import read_dmn
from gemeengoed.procedures.dmn.results import Result, result_of
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.values import Value

DMN_13 = "https://www.omg.org/spec/DMN/20191111/MODEL/"
TODAY = date(2026, 11, 24)


def table(
    rows: str,
    inputs: Mapping[str, str],
    policy: str = 'hitPolicy="UNIQUE"',
    outputs: str = "<output/>",
    name: str = "Besluit",
) -> str:
    """A decision with a table. rows: a line each, cells apart by |, values after =>.

    inputs: what each column looks at, with its type.
    """
    columns = "".join(
        f'<input><inputExpression typeRef="{kind}"><text>{escape(expression)}</text>'
        "</inputExpression></input>"
        for expression, kind in inputs.items()
    )
    rules = "".join(_rule(line) for line in rows.strip().splitlines())
    return (
        f'<decision name="{name}"><variable name="{name}"/>'
        f"<decisionTable {policy}>{columns}{outputs}{rules}</decisionTable></decision>"
    )


def definitions(
    *parts: str, inputs: Mapping[str, str] | None = None, namespace: str = DMN_13
) -> str:
    """The whole file. inputs: input data with their types."""
    data = "".join(
        f'<inputData name="{name}"><variable name="{name}" typeRef="{kind}"/></inputData>'
        for name, kind in (inputs or {}).items()
    )
    body = "".join(parts) + data
    return f'<definitions xmlns="{namespace}" name="proef" namespace="urn:p">{body}</definitions>'


def one_table(
    rows: str,
    inputs: Mapping[str, str],
    policy: str = 'hitPolicy="UNIQUE"',
    outputs: str = "<output/>",
) -> str:
    """A file with one table that looks at its inputs."""
    return definitions(table(rows, inputs, policy, outputs), inputs=inputs)


def result(file: str, facts: Mapping[str, Value], name: str = "Besluit") -> Result:
    """What the decision of that name gives; facts by their names in the file."""
    model = read_dmn(file)
    decision = model.decisions[name]
    known = {model.facts[fact]: value for fact, value in facts.items()}
    return result_of(decision, evaluate(decision.procedure, known, TODAY))


def _rule(line: str) -> str:
    cells, _, values = line.partition("=>")
    entries = "".join(_text("inputEntry", cell) for cell in cells.split("|"))
    return f"<rule>{entries}{''.join(_text('outputEntry', v) for v in values.split('|'))}</rule>"


def _text(name: str, text: str) -> str:
    return f"<{name}><text>{escape(text.strip())}</text></{name}>"
