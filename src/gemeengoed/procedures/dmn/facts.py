# SPDX-License-Identifier: EUPL-1.2
"""The facts of a file: its input data, with their kind, their words and the question for them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from xml.etree.ElementTree import Element

from gemeengoed.procedures.dmn.data_types import Type, Types
from gemeengoed.procedures.dmn.document import text_in, words_in
from gemeengoed.procedures.dmn.names import plain_name
from gemeengoed.procedures.dmn.questions import Question, question_of, read_questions
from gemeengoed.procedures.dmn.unary_tests import strings_in
from gemeengoed.procedures.procedure import Input, Kind

ANOTHER = "anders"  # a word for every other, where a file does not tell which words there are

_MADE_UP = re.compile(r"_?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")  # by a machine: a UUID
_ASKED = "vraag"


@dataclass(slots=True)
class FoundFacts:
    """inputs: by their name in the file. unusable: names with what makes them so (Dutch)."""

    inputs: dict[str, Input] = field(default_factory=dict)
    unusable: dict[str, str] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Usage:
    """What the tables tell of an input: types of its columns, words that are compared with."""

    types: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for cell in self.cells for word in strings_in(cell)))


def expression_of(column: Element) -> str:
    """The name that an input column looks at."""
    return words_in(column, "inputExpression/text")


def read_facts_of(root: Element, types: Types, not_facts: Iterable[str]) -> FoundFacts:
    """Every input of the file, also those that only a column names: one word, no expression.

    not_facts: the names of decisions.
    """
    found = FoundFacts()
    usages = _usages(root)
    questions = read_questions(root)
    declared = {words_of(each): each for each in root.findall("inputData")}
    others = [name for name in usages if name not in {*declared, *not_facts}]
    undeclared = [name for name in others if re.fullmatch(r"[^\W\d]\w*", name)]
    found.notices += [f"{name}: staat in een kolom en niet bij de invoer" for name in undeclared]
    for name, element in (declared | dict.fromkeys(undeclared)).items():
        _add(found, name, element, usages.get(name, _Usage()), types, questions)
    return found


def words_of(element: Element) -> str:
    """The name of a decision or an input, with single spaces."""
    variable = element.find("variable")
    own = element.get("name", "") if variable is None else variable.get("name", "")
    return " ".join((own or element.get("name", "")).split())


def _usages(root: Element) -> Mapping[str, _Usage]:
    found: dict[str, _Usage] = {}
    for table in root.iter("decisionTable"):
        rules = table.findall("rule")
        for place, column in enumerate(table.findall("input")):
            usage = found.setdefault(expression_of(column), _Usage())
            expression = column.find("inputExpression")
            usage.types.append("" if expression is None else expression.get("typeRef", ""))
            usage.allowed += strings_in(text_in(column, "inputValues/text"))
            for rule in rules:
                usage.cells += [text_in(entry) for entry in rule.findall("inputEntry")[place:][:1]]
    return found


def _add(
    found: FoundFacts,
    name: str,
    element: Element | None,
    usage: _Usage,
    types: Types,
    questions: Mapping[str, Question],
) -> None:
    variable = element.find("variable") if element is not None else None
    type_names = [variable.get("typeRef") if variable is not None else None, *usage.types]
    known = next((t for each in type_names if (t := types.find(each)).name), Type(""))
    kind = known.kind if known.name else _guessed(usage)
    question = question_of(element, questions) if element is not None else None
    if kind is None:
        found.unusable[name] = f"de soort {known.name or 'zonder naam'}"
        return
    if question is not None and not question.is_single:
        found.unusable[name] = "een vraag met meer antwoorden tegelijk"
        return
    label = element.get("label", "") if element is not None else ""
    taken = {each.name for each in found.inputs.values()}
    fact = plain_name(_ASKED if _MADE_UP.match(name) else name, taken)
    is_number = kind is Kind.NUMBER
    found.inputs[name] = Input(
        name=fact,
        kind=kind,
        label=(question.text if question else "") or label or name,
        options=_options(found, fact, known, usage, question) if kind is Kind.CHOICE else (),
        minimum=known.minimum,
        maximum=known.maximum,
        step=_finest(usage.cells) if is_number else Decimal(1),
    )


def _options(
    found: FoundFacts, fact: str, known: Type, usage: _Usage, question: Question | None
) -> tuple[str, ...]:
    """The words that a fact can be: as declared, and whatever the cells compare with."""
    declared = (question.options if question else ()) or known.options or tuple(usage.allowed)
    words = tuple(dict.fromkeys((*declared, *usage.words)))
    if declared:
        return words
    found.notices.append(f"{fact}: het bestand zegt niet welke woorden er zijn; vul ze aan")
    return (*words, ANOTHER) if ANOTHER not in words else words


def _guessed(usage: _Usage) -> Kind | None:
    """By what its cells compare with, where no type is told."""
    text = " ".join(usage.cells)
    if usage.words:
        return Kind.CHOICE
    if "true" in text or "false" in text:
        return Kind.YES_NO
    return Kind.NUMBER if any(letter.isdigit() for letter in text) else None


def _finest(cells: Iterable[str]) -> Decimal:
    """A step as fine as the finest number in the cells: 0.01 for 1.75."""
    numbers = (part for cell in cells for part in cell.replace("..", " ").split())
    decimals = (len(part.strip("[]()<>=,").partition(".")[2]) for part in numbers)
    return Decimal(1).scaleb(-max(decimals, default=0))
