# SPDX-License-Identifier: EUPL-1.2
"""STTR: the questions of a file (uitvoeringsregels), by the id that input data refer to."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from gemeengoed.procedures.dmn.document import STTR, words_in

_LIST = "list"  # a choice from options; the type of its variable is string
_ONE_ANSWER = "enkelAntwoord"


@dataclass(frozen=True, slots=True)
class Question:
    """text: as residents read it. is_single: one option is chosen, not several."""

    text: str
    options: tuple[str, ...]
    is_single: bool


def read_questions(root: Element) -> Mapping[str, Question]:
    """The questions by id; a rule that looks something up on a map asks nothing."""
    found: dict[str, Question] = {}
    for rule in root.iter(f"{STTR}uitvoeringsregel"):
        asked = rule.find(f"{STTR}vraag")
        if asked is not None:
            found[rule.get("id", "")] = _question(asked)
    return found


def question_of(input_data: Element, questions: Mapping[str, Question]) -> Question | None:
    """The question that asks for this input."""
    for reference in input_data.iter(f"{STTR}uitvoeringsregelRef"):
        return questions.get(reference.get("href", "").removeprefix("#"))
    return None


def conclusion_in(output_entry: Element) -> str:
    """What the file says to residents of this conclusion; empty when it says nothing."""
    return words_in(output_entry, f"extensionElements/{STTR}conclusieToelichting/{STTR}toelichting")


def _question(asked: Element) -> Question:
    path = f"{STTR}opties/{STTR}optie"
    options = tuple(words_in(option, f"{STTR}optieText") for option in asked.findall(path))
    type_of_options = words_in(asked, f"{STTR}opties/{STTR}optieType")
    is_list = words_in(asked, f"{STTR}gegevensType") == _LIST
    return Question(
        text=words_in(asked, f"{STTR}vraagTekst"),
        options=options if is_list else (),
        is_single=not is_list or type_of_options in ("", _ONE_ANSWER),
    )
