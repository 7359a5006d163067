# SPDX-License-Identifier: EUPL-1.2
"""A choice that has a warning is heard whatever question is open."""

from dataclasses import replace

import pytest
from tests.unit.dialogue.world import LAMP, MOVE, Talk, choice, step, with_flows

from gemeengoed.dialogue.choosing import surely_told
from gemeengoed.dialogue.flow import InputKind
from gemeengoed.language.phrase import parse

WARNED = ["warn:wat", "say:genoteerd"]
TELLS = "de paal staat trouwens scheef"


def lamp_at(question: str, *, what: str = "knippert") -> Talk:
    """A lamp that blinks, asked as far as this question; "" is the summary."""
    talk = Talk().chooses("flow:lamp").chooses(what)
    for said in ("Kerkstraat 1", "een", "4412", "bij de brug", "sla over"):
        if talk.state.flow is not None and talk.state.flow.asked == (question or None):
            return talk
        talk.says(said)
    return talk


@pytest.mark.parametrize("question", ["plaats", "mastnummer", "contact"])
def test_a_danger_is_warned_of_and_the_open_question_comes_again(question: str) -> None:
    talk = lamp_at(question).says(TELLS)
    assert talk.said == [*WARNED, f"ask:{question}"]
    assert talk.answers["wat"] == "gevaar"
    assert question not in talk.answers


def test_a_question_that_no_longer_counts_is_not_asked_again() -> None:
    talk = lamp_at("aantal").says(TELLS)
    assert talk.said == [*WARNED, "ask:mastnummer"]


def test_a_remark_is_kept_too() -> None:
    talk = lamp_at("toelichting").says("er zijn losse draden en kinderen spelen ermee")
    assert talk.said == [*WARNED, "ask:contact"]
    assert talk.answers["toelichting"] == "er zijn losse draden en kinderen spelen ermee"


def test_a_remark_of_what_is_known_already_is_only_a_remark() -> None:
    talk = lamp_at("toelichting")
    talk.says(TELLS).says("terug").says("hij staat heel scheef")
    assert talk.said == ["ask:contact"]
    assert talk.answers["toelichting"] == "hij staat heel scheef"


def test_told_once_more_it_is_warned_of_once_more() -> None:
    talk = lamp_at("contact").says(TELLS).says("hij staat echt heel scheef")
    assert talk.said == ["warn:wat", "ask:contact"]


def test_words_of_danger_are_no_number_on_a_post() -> None:
    talk = lamp_at("mastnummer").says("paal is scheef")
    assert talk.said == [*WARNED, "ask:mastnummer"]
    talk = lamp_at("mastnummer").says("paal 4412 is scheef")
    assert talk.said == [*WARNED, "ask:toelichting"]
    assert talk.answers["mastnummer"] == "4412"


def test_in_the_summary_it_is_shown_again() -> None:
    for words in ("nee de paal staat scheef", TELLS, "ja maar hij staat scheef"):
        talk = lamp_at("").says(words)
        assert talk.said == [*WARNED, "summary"]
        assert talk.summary["wat"] == "De paal staat scheef"


def test_the_answer_to_the_open_question_is_taken_with_it() -> None:
    talk = lamp_at("plaats").says("Lindelaan 8, en de paal staat scheef")
    assert talk.said == [*WARNED, "ask:mastnummer"]
    talk = lamp_at("contact").says("06 12345678 en hij staat scheef")
    assert talk.said == [*WARNED, "summary"]
    assert talk.answers["contact"] == "+31612345678"


def test_another_value_is_changed_with_it() -> None:
    talk = lamp_at("").says("nee Lindelaan 8 en de paal staat scheef")
    assert talk.said == [*WARNED, "say:ook_begrepen", "summary"]
    assert talk.summary["plaats"] == "Lindelaan 8, Waterdam"


def test_the_number_on_a_post_is_no_house_number() -> None:
    talk = lamp_at("mastnummer").says("het is nummer 44 en hij staat scheef")
    assert talk.said == [*WARNED, "ask:mastnummer"]


def test_what_else_is_asked_is_heard_too() -> None:
    talk = lamp_at("contact").says("de paal staat scheef, wat kost een paspoort?")
    assert talk.said[:3] == [*WARNED, "answer:paspoort"]
    assert talk.said[-1] == "ask:contact"
    talk = lamp_at("contact").says("de paal staat scheef, ik wil een medewerker")
    assert talk.said[:2] == WARNED
    assert len(talk.said) > 2
    talk = lamp_at("mastnummer").says("weet ik niet")
    assert talk.said == ["ask:toelichting"]


def test_a_choice_without_a_warning_changes_nothing() -> None:
    talk = lamp_at("toelichting").says("de lamp brandt niet")
    assert talk.said == ["ask:contact"]
    assert talk.answers["wat"] == "knippert"


def test_the_other_choices_in_the_same_words_do_not_drown_it() -> None:
    talk = lamp_at("contact").says("hij brandt niet meer en staat scheef")
    assert talk.said == [*WARNED, "ask:contact"]


def test_what_is_never_asked_is_heard_in_the_summary_and_in_a_text() -> None:
    threat = step(
        "overleg",
        InputKind.CHOICE,
        told_only=True,
        choices=(
            choice("veilig", "Eerst bellen", "word bedreigd"),
            choice("geheim", "Geheim", "geheim adres"),
        ),
        warnings={"veilig": parse("Bel 112."), "geheim": parse("Goed.")},
    )
    known = with_flows(replace(LAMP, steps=(*LAMP.steps, threat)), MOVE)
    talk = Talk(known).chooses("flow:lamp").chooses("gevaar").says("Kerkstraat 1")
    talk.says("sla over").says("sla over").says("sla over").says("ik word bedreigd")
    assert talk.said == ["warn:overleg", "say:ook_begrepen", "summary"]
    talk.says("het is een geheim adres")  # one warning never takes the place of another
    assert talk.answers["overleg"] == "veilig"


DANGER = choice("gevaar", "Gevaar", "scheef", "draden", "losse draden", "beschadigd")


@pytest.mark.parametrize(
    "words",
    [
        "hij staat niet scheef",
        "nee, niet echt scheef",
        "er zijn geen draden te zien",
        "geen losse draden en hij staat niet scheef",
        "zonder losse stroomdraden",
        "draden zie ik niet",
        "scheef staat hij niet",
        "hij is onbeschadigd",
        "de paal met nummer 4412",
        "er hangt een poster aan de paal",
    ],
)
def test_what_is_denied_is_not_told(words: str) -> None:
    assert surely_told([DANGER], words, 5) == []


@pytest.mark.parametrize(
    "words",
    [
        "hij brandt niet, scheef staat hij ook",
        "hij doet het niet en staat scheef",
        "geen licht en er hangen draden",
        "de draden zitten niet vast",
        "niet scheef maar er hangen draden",
        "stroomdraden hangen eruit",
    ],
)
def test_what_is_denied_next_to_it_does_not_matter(words: str) -> None:
    assert surely_told([DANGER], words, 5) == [DANGER]
