# SPDX-License-Identifier: EUPL-1.2
"""An earlier answer is taken back at any moment, also where a text was asked."""

import pytest
from tests.unit.dialogue.world import Talk, step, values_in

from gemeengoed.dialogue.correcting import subject_anew, takes_back, tells_anew
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.language.reading import Reading, Value

PHONE = step("telefoon", InputKind.PHONE, label="Telefoonnummer")
PLACE = step("plaats", InputKind.ADDRESS)
HEIGHT = step("hoogte", InputKind.LENGTH, label="Hoogte van de dakkapel")
NAME = step("naam", InputKind.TEXT)
POLE = step("mastnummer", InputKind.TEXT, label="Nummer op de paal")


def told(text: str) -> Reading:
    return Reading(text, values=tuple(values_in(text, None)))


def is_correction(text: str, corrected: Step, asked: Step) -> bool:
    reading = told(text)
    return takes_back(reading, corrected, asked) or tells_anew(reading, corrected, asked)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("wacht, mijn nummer is 0687654321", PHONE),
        ("oh nee het nummer was 06-87654321!", PHONE),
        ("mijn 06-nummer is 0687654321 geworden", PHONE),
        ("ik heb een nieuw nummer: 0687654321", PHONE),
        ("sorry, ik heb het verkeerde nummer gegeven, het is 0687654321", PHONE),
        ("toch 0687654321", PHONE),
        ("het was toch nummer 14", PLACE),
        ("het adres is Kerkstraat 14", PLACE),
        ("toch bij nummer 14", PLACE),
        ("nee toch 1,5 meter", HEIGHT),
        ("de hoogte was 1,5 meter", HEIGHT),
    ],
)
def test_a_value_with_words_of_correction_or_its_name_takes_back(
    text: str, corrected: Step
) -> None:
    assert is_correction(text, corrected, NAME)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("Jansen, 0687654321", PHONE),
        ("de buurman weet er meer van, zijn nummer is 0687654321", PHONE),
        ("de lamp bij nummer 14 doet het toch niet", PLACE),
        ("het is bij nummer 14", PLACE),
        ("het is nummer 14, toch?", PLACE),
        ("nee toch 1,5 meter van de nok", step("hoogte", InputKind.LENGTH)),
        ("nummer 14", PLACE),
    ],
)
def test_what_tells_more_or_corrects_nothing_does_not(text: str, corrected: Step) -> None:
    assert not is_correction(text, corrected, NAME)


def test_a_word_that_names_the_open_question_is_about_that() -> None:
    reading = Reading("het was toch nummer 14", values=(Value("huisnummer", 14, 20, 22),))
    assert not takes_back(reading, PLACE, POLE)
    assert takes_back(reading, PLACE, NAME)
    assert is_correction("het adres is Kerkstraat 14", PLACE, POLE)


@pytest.mark.parametrize(
    ("text", "anew"),
    [
        ("nee toch over mijn paspoort", "mijn paspoort"),
        ("wacht, het gaat over mijn Paspoort.", "mijn Paspoort"),
        ("oh nee het onderwerp is verhuizen", None),
        ("over mijn paspoort", None),
        ("nee toch niet over mijn paspoort", None),
        ("oh waar is dat", None),
        ("nee toch over", None),
        ("Van Over", None),
    ],
)
def test_a_subject_is_told_anew_after_words_of_correction(text: str, anew: str | None) -> None:
    subject = step("onderwerp", InputKind.TEXT, label="Waar het over gaat")
    assert subject_anew(text, subject) == anew
    assert subject_anew(text, POLE) is None


# --- in a flow ------------------------------------------------------------------------------


def call() -> Talk:
    return Talk().chooses("flow:terugbellen").says("06-12345678")


@pytest.mark.parametrize(
    "words", ["wacht, mijn nummer is 0687654321", "oh nee het nummer was 0687654321"]
)
def test_another_number_is_no_subject_and_no_name(words: str) -> None:
    talk = call().says(words)
    assert talk.said == ["say:genoteerd", "ask:onderwerp"]
    assert talk.answers == {"telefoon": "+31687654321"}
    talk = call().says("mijn bouwplan").says(words)
    assert talk.said == ["say:genoteerd", "ask:naam"]
    assert talk.answers == {"telefoon": "+31687654321", "onderwerp": "mijn bouwplan"}


def lamp() -> Talk:
    return Talk().chooses("flow:lamp").says("kapot").says("Kerkstraat 12").says("een lamp")


def test_another_address_is_no_number_of_a_pole_and_no_remark() -> None:
    talk = lamp().says("het adres is Kerkstraat 14")
    assert talk.said == ["say:genoteerd", "ask:mastnummer"]
    talk.says("sla over").says("het was toch nummer 16")
    assert talk.said == ["say:genoteerd", "ask:toelichting"]
    assert talk.says("sla over").says("sla over").summary["plaats"] == "Kerkstraat 16, Waterdam"


@pytest.mark.parametrize(
    "words",
    [
        "hij brandt toch niet, ook die bij nummer 14 is uit",
        "vraag het de buurman, zijn nummer is 0687654321",
    ],
)
def test_a_remark_with_a_value_in_it_is_a_remark(words: str) -> None:
    talk = lamp().says("sla over").says(words)
    assert talk.answers["toelichting"] == words
    assert talk.said == ["ask:contact"]


@pytest.mark.parametrize("words", ["nee toch 3 meter", "wacht, 3 meter", "oeps 3 meter"])
def test_a_length_taken_back_is_the_one_just_told(words: str) -> None:
    talk = Talk().chooses("flow:verhuizen").says("van Kerkstraat 1 naar Lindelaan 2")
    talk.says("1 december").says("2").says("2 meter").says(words)
    assert talk.said == ["say:genoteerd", "ask:mail"]
    assert talk.answers["hoogte"] == 3
