# SPDX-License-Identifier: EUPL-1.2
"""Words that take an earlier answer back: "wacht, mijn nummer is 06 …", "het was toch nummer 14".

Only where beside the new value nothing else is told: "de lamp bij nummer 14 doet het toch niet" is
a remark. Pure: a reading and steps in, yes or no out.
"""

import re

from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.language.reading import Reading

_CORRECTING = (
    "nee neen nope wacht ho oh o oeps sorry toch eigenlijk liever bedoel bedoelde vergist vergis "
    "vergiste fout foutje foute verkeerd verkeerde typfout tikfout typfoutje tikfoutje "
    "verbetering correctie"
)
_BEING = "is was wordt werd worden geworden zijn moet moest nieuw nieuwe ander"
_EMPTY = (
    "ja het de een dat dit die t mijn m n ons onze ik we me mij heb had heeft gaf gegeven hebben "
    "op in te aan en dus even maar dan nu juiste goede andere hier veranderd hoor"
)
_TAKES_BACK, _IS = frozenset(_CORRECTING.split()), frozenset(_BEING.split())
_VALUE = "#"
_OTHER_PLACE = "bij"  # "het is bij nummer 14" tells where it is near, until it is taken back
_ALWAYS_FREE = _TAKES_BACK | _IS | frozenset(_EMPTY.split()) | {_OTHER_PLACE, _VALUE}
_PHONE = "nummer telefoonnummer telefoon mobiel mobiele mobieltje gsm belnummer"
_EMAIL = "mail email e mailadres emailadres adres"
_NAMES = {
    InputKind.PHONE: _PHONE,
    InputKind.EMAIL: _EMAIL,
    InputKind.CONTACT: f"{_PHONE} {_EMAIL}",
    InputKind.DATE: "datum dag",
    InputKind.ADDRESS: "adres nummer huisnummer straat postcode",
}
_ABOUT, _GOES = "over", frozenset({"gaat", "ging"})  # "waar het over gaat"
_SHORTEST_NAME = 4  # letters: "van" and "de" in a label name nothing
_BEGINS_A_NAME = re.compile(r"\b06[ -]?(?=nummer)")  # "mijn 06-nummer"


def takes_back(reading: Reading, step: Step, asked: Step | None) -> bool:
    """Whether words of correction stand there, and nothing but the value of this step."""
    told = _words_beside_values(reading)
    if told[-1] == "toch":
        told.pop()  # "nummer 14 toch" asks for a yes
    return _tells_only(told, step, asked) and not _TAKES_BACK.isdisjoint(told)


def tells_anew(reading: Reading, step: Step, asked: Step | None) -> bool:
    """Whether this value is told by its name, and nothing else: "mijn nummer is 06 …"."""
    told = _words_beside_values(reading)
    is_named = not _names(step).isdisjoint(told) and not _IS.isdisjoint(told)
    return is_named and _OTHER_PLACE not in told and _tells_only(told, step, asked)


def subject_anew(text: str, step: Step) -> str | None:
    """What it is about after all: "nee toch over mijn paspoort". None: nothing is taken back.

    Only of a step that asks what it is about. A noun of the label is not enough: "nee, de paal is
    scheef" tells no other number of the pole.
    """
    if _ABOUT not in _label(step) or "?" in text:
        return None
    told = set[str]()
    for word in re.finditer(r"[^\W_]+", text.lower()):
        if word[0] == _ABOUT:
            subject = text[word.end() :].strip(" ,.:;")
            return subject if subject and not _TAKES_BACK.isdisjoint(told) else None
        told.add(word[0])
        if word[0] not in _ALWAYS_FREE | _GOES:
            break
    return None


def _tells_only(told: list[str], step: Step, asked: Step | None) -> bool:
    """A word that names the open question says that it is about that one."""
    names_asked = _label(asked) - _ALWAYS_FREE if asked is not None else frozenset()
    return names_asked.isdisjoint(told) and _ALWAYS_FREE | _names(step) >= set(told)


def _names(step: Step) -> frozenset[str]:
    named = frozenset(_NAMES.get(step.input, "").split())
    return named | {word for word in _label(step) if len(word) >= _SHORTEST_NAME}


def _label(step: Step) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", step.label.lower()))


def _words_beside_values(reading: Reading) -> list[str]:
    """What is said, with a mark for each value; figures that are none, and a question, stay."""
    pieces, position = [], 0
    for value in sorted(reading.values, key=lambda value: value.start):
        pieces.append(reading.text[position : value.start])
        position = max(position, value.end)
    rest = f" {_VALUE} ".join((*pieces, reading.text[position:])).lower()
    return re.findall(rf"[^\W_]+|[?{_VALUE}]", _BEGINS_A_NAME.sub("", rest)) or [""]
