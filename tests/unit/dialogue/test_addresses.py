# SPDX-License-Identifier: EUPL-1.2
"""The address step: parts as they come, looked up, chosen, or insisted on."""

import pytest
from tests.unit.dialogue.world import Outside, Talk

from gemeengoed.dialogue.effects import CheckAddress
from gemeengoed.language.reading import Reading, Value


def at_place(**more: object) -> Talk:
    return Talk(**more).chooses("flow:lamp").chooses("kapot")  # type: ignore[arg-type]


def place(talk: Talk) -> dict[str, object]:
    given = talk.answers["plaats"]
    assert isinstance(given, dict)
    return given


def test_an_address_that_exists_is_taken_as_the_register_writes_it() -> None:
    talk = at_place().says("kerkstraat 12")
    assert place(talk)["identificatie"] == "kerkstraat-12-waterdam"
    assert talk.said == ["ask:aantal"]


def test_without_a_number_only_the_number_is_asked_and_the_street_kept() -> None:
    talk = at_place().says("Kerkstraat")
    assert talk.asked.problem == "adres_huisnummer"
    assert talk.asked.problem_values == {"straat": "Kerkstraat"}
    assert place(talk.says("12"))["identificatie"] == "kerkstraat-12-waterdam"


def test_without_a_street_only_the_street_is_asked_and_the_number_kept() -> None:
    talk = at_place().says("nummer 12")
    assert talk.asked.problem == "adres_straat"
    assert place(talk.says("Kerkstraat"))["straat"] == "Kerkstraat"


def test_a_number_that_does_not_exist_offers_the_nearest() -> None:
    talk = at_place().says("Kerkstraat 999")
    assert talk.asked.problem == "adres_bestaat_niet"
    assert talk.asked.problem_values == {"gegeven": "Kerkstraat 999"}
    labels = [label for _, label in talk.asked.options]
    assert labels == ["Kerkstraat 97, Waterdam", "Kerkstraat 99, Waterdam", ""]


@pytest.mark.parametrize("words", ["de tweede", "Kerkstraat 99, Waterdam", "99", "nummer 99"])
def test_one_of_the_nearest_is_chosen_in_words(words: str) -> None:
    assert place(at_place().says("Kerkstraat 999").says(words))["huisnummer"] == 99


def test_two_streets_of_one_name_are_asked_about() -> None:
    talk = at_place().says("Dorpsstraat 5")
    assert talk.asked.problem == "adres_welke"
    talk.chooses(talk.asked.options[1][0])
    assert place(talk)["plaats"] == "Veen"


def test_an_unknown_street_is_told_and_may_be_insisted_on() -> None:
    talk = at_place().says("Nergensstraat 5")
    assert talk.asked.problem == "adres_onbekend"
    talk.chooses("adres:toch")
    assert talk.said == ["say:adres_toch", "ask:aantal"]
    assert place(talk)["gecontroleerd"] is False


def test_what_is_not_checked_is_marked_in_summary_and_taak() -> None:
    talk = at_place().says("Nergensstraat 5").chooses("adres:toch").chooses("een")
    talk.chooses("overslaan").chooses("overslaan").chooses("overslaan")
    assert talk.summary["plaats"] == "Nergensstraat 5 (niet gecontroleerd)"
    talk.does("confirm")
    assert talk.outside.tasks[0].display["Plaats"] == "Nergensstraat 5 (niet gecontroleerd)"


def test_when_the_register_is_down_it_is_taken_as_typed_and_told() -> None:
    talk = at_place(outside=Outside({"CheckAddress"})).says("Kerkstraat 12")
    assert talk.said == ["say:adres_niet_gecontroleerd", "ask:aantal"]
    assert place(talk)["straat"] == "Kerkstraat"
    assert place(talk)["gecontroleerd"] is False


def test_when_the_register_is_down_what_is_missing_is_still_asked() -> None:
    talk = at_place(outside=Outside({"CheckAddress"})).says("Kerkstraat")
    assert talk.asked.problem == "adres_huisnummer"
    assert place(talk.says("12"))["huisnummer"] == 12


def test_words_without_an_address_end_in_their_own_words_or_a_person() -> None:
    talk = at_place()
    assert talk.says("bij de kerk").said == ["again:plaats"]
    talk.says("bij de kerk")
    assert talk.said == ["choices:plaats"]
    assert ("adres:toch", "") in talk.asked.options
    assert talk.says("bij de kerk").said == ["say:medewerker_nodig", "choices:plaats"]
    talk.chooses("adres:toch")
    assert place(talk)["tekst"] == "bij de kerk"


def test_insisting_before_anything_was_said_does_nothing() -> None:
    assert at_place().chooses("adres:toch").said == ["say:knop_onbekend", "ask:plaats"]


def test_a_new_street_forgets_the_old_number() -> None:
    talk = at_place().says("Kerkstraat 999").says("Lindelaan")
    assert talk.asked.problem == "adres_huisnummer"


def test_a_button_of_an_older_list_never_means_an_address_of_the_new_one() -> None:
    talk = at_place().says("Kerkstraat 999")
    old = talk.asked.options[0][0]
    talk.says("Dorpsstraat 5")
    assert old not in [name for name, _ in talk.asked.options]
    assert talk.chooses(old).said[0] == "say:knop_onbekend"
    assert "plaats" not in talk.answers


def test_the_effect_holds_the_parts_as_read() -> None:
    talk = at_place().says("Kerkstraat 12")
    assert talk.effects == [CheckAddress("plaats", "Kerkstraat 12", "Kerkstraat", 12)]


def test_a_place_alone_is_no_address() -> None:
    reading = Reading("in Waterdam", values=(Value("plaats", "Waterdam", 3, 11),))
    talk = at_place().says("in Waterdam", reading)
    assert talk.effects == []
    assert talk.said == ["again:plaats"]


def test_a_postcode_and_number_is_an_address() -> None:
    values = (Value("postcode", "1994AB", 0, 6), Value("huisnummer", 12, 7, 9))
    talk = at_place().says("1994AB 12", Reading("1994AB 12", values=values))
    assert talk.effects == [CheckAddress("plaats", "1994AB 12", None, 12, postcode="1994AB")]


def test_a_new_postcode_keeps_the_number() -> None:
    talk = at_place().says("nummer 12")
    talk.says("1994AB", Reading("1994AB", values=(Value("postcode", "1994AB", 0, 6),)))
    assert talk.effects == [CheckAddress("plaats", "1994AB", None, 12, postcode="1994AB")]


def test_insisting_on_half_an_address_keeps_the_words_as_typed() -> None:
    talk = at_place().says("ergens in de Kerkstraat").says("weet ik niet").says("Kerkstraat dus")
    talk.chooses("adres:toch").chooses("een")
    assert talk.state.flow is not None
    assert talk.state.flow.answers["plaats"].label == "Kerkstraat dus (niet gecontroleerd)"
