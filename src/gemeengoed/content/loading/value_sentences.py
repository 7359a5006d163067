# SPDX-License-Identifier: EUPL-1.2
"""waarden.toets.yaml: sentences with the values that stand in them."""

from collections.abc import Mapping

from gemeengoed.content.loading.document import Entry
from gemeengoed.content.value_sentence import Told, ValueSentence
from gemeengoed.language.values.telling import NAMES

_WHOLE = ("huisnummer", "aantal_personen", "kind_leeftijd")
_NUMBERS = (*_WHOLE, "bedrag", "hoogte", "breedte", "afstand")


def read_value_sentences(entry: Entry | None) -> tuple[ValueSentence, ...]:
    """Each ``{text, today, values}``; a sentence that stands there twice is a fault."""
    sentences: dict[str, ValueSentence] = {}
    for item in entry.items() if entry else ():
        table = item.table("text today values")
        text = table.text("text")
        if text in sentences:
            item.fail(f"the sentence {text!r} stands here twice", "drop one")
        today, values = table.get("today"), table.get("values")
        if today is not None and values is not None:
            sentences[text] = ValueSentence(text, today.day(), _values(values), item.place)
    return tuple(sentences.values())


def _values(entry: Entry) -> Mapping[str, Told]:
    found = entry.table("", " ".join(NAMES)).found
    return {name: _value(name, value) for name, value in found.items()}


def _value(name: str, entry: Entry) -> Told:
    kind = next((kind for kind in _NUMBERS if name.startswith(kind)), None)
    if kind is None:
        return entry.text()
    return entry.whole() if kind in _WHOLE else entry.number()
