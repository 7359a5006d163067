# SPDX-License-Identifier: EUPL-1.2
"""Outside a flow: answers, questions back, "dat weet ik niet", and the way to a person."""

from dataclasses import replace

import pytest
from tests.unit.dialogue.world import CALL, CATALOGUE, Talk, read, with_flows

from gemeengoed.dialogue.engine import opening
from gemeengoed.dialogue.incoming import Incoming
from gemeengoed.dialogue.replies import Answer, Clarify, Crisis, Say
from gemeengoed.language.reading import Distress, TopicScore


def offers_a_person(talk: Talk) -> bool:
    choices = [
        choice for reply in talk.replies if isinstance(reply, Say) for choice in reply.choices
    ]
    return ("flow:terugbellen", "knop_terugbellen") in choices


def test_the_first_words_say_that_it_is_a_chatbot() -> None:
    assert opening(CATALOGUE) == (Say("begin"), Say("begin_grenzen"))


def test_an_aspect_gets_that_aspect() -> None:
    assert Talk().says("wat kost een paspoort").replies == (Answer("paspoort", ("kosten",)),)


def test_without_an_aspect_the_default_is_shown() -> None:
    assert Talk().says("paspoort").replies == (Answer("paspoort", ("wat",)),)


def test_a_follow_up_is_about_the_last_topic() -> None:
    talk = Talk().says("paspoort").says("en hoe lang duurt dat?")
    assert talk.replies == (Answer("paspoort", ("duur",)),)


def test_a_follow_up_after_small_talk_is_still_about_the_last_topic() -> None:
    talk = Talk().says("paspoort").says("bedankt").says("en wat kost dat")
    assert talk.replies == (Answer("paspoort", ("kosten",)),)


def test_two_questions_get_two_answers() -> None:
    talk = Talk().says("wat kost een paspoort en wat kost een rijbewijs")
    assert talk.said == ["answer:paspoort", "answer:rijbewijs"]


def test_a_topic_of_another_body_is_referred_to() -> None:
    assert Talk().says("toeslag").said == ["answer:toeslag"]


def test_a_topic_that_is_switched_off_leads_to_a_person() -> None:
    talk = Talk().says("een evenement organiseren")
    assert talk.said == ["say:onderwerp_uit"]
    assert offers_a_person(talk)


def test_what_it_does_not_know_it_says_and_offers_a_person() -> None:
    talk = Talk().says("sneeuwkettingen")
    assert talk.said == ["say:weet_ik_niet"]
    assert offers_a_person(talk)


def test_the_second_time_in_a_row_in_other_words() -> None:
    assert Talk().says("blabla").says("blabla").said == ["say:weet_ik_niet_weer"]


def test_an_answer_in_between_starts_the_counting_anew() -> None:
    assert Talk().says("blabla").says("paspoort").says("blabla").said == ["say:weet_ik_niet"]


def test_yes_to_the_offer_of_a_person_begins_the_call_back() -> None:
    assert Talk().says("blabla").says("ja").said == ["intro:terugbellen", "ask:telefoon"]


def test_yes_later_on_does_not() -> None:
    assert Talk().says("blabla").says("paspoort").says("ja").said == ["say:verder_nog_iets"]


def test_the_button_to_say_it_differently_asks_for_that() -> None:
    assert Talk().says("blabla").chooses("anders").said == ["say:geen_van_deze"]


class TestWhichOne:
    def unclear(self) -> Talk:
        reading = replace(
            read("papieren"),
            topics=(TopicScore("paspoort", 0.4), TopicScore("rijbewijs", 0.35)),
            aspects=("kosten",),
        )
        return Talk().says("wat kosten de papieren", reading)

    def test_is_asked_when_two_topics_are_near(self) -> None:
        assert self.unclear().replies == (Clarify(("paspoort", "rijbewijs"), ("kosten",)),)

    def test_how_somebody_talks_is_no_choice(self) -> None:
        reading = replace(
            read("papieren"),
            topics=(TopicScore("gesprek-wie-ben-je", 0.4), TopicScore("rijbewijs", 0.38)),
        )
        assert Talk().says("papieren", reading).replies == (Clarify(("rijbewijs",), ()),)

    def test_a_button_answers_with_the_aspect_of_the_question(self) -> None:
        answer = Answer("rijbewijs", ("kosten",))
        assert self.unclear().chooses("onderwerp:rijbewijs").replies == (answer,)

    @pytest.mark.parametrize("words", ["de tweede", "2", "rijbewijs", "Rijbewijs"])
    def test_words_do_too(self, words: str) -> None:
        assert self.unclear().says(words).replies == (Answer("rijbewijs", ("kosten",)),)

    def test_none_of_them_asks_to_say_it_differently(self) -> None:
        assert self.unclear().chooses("onderwerp:geen").said == ["say:geen_van_deze"]
        assert self.unclear().says("nee").said == ["say:geen_van_deze"]

    def test_another_question_is_just_that(self) -> None:
        talk = self.unclear().says("toeslag")
        assert talk.said == ["answer:toeslag"]
        assert talk.state.offered == ()


class TestOfWhat:
    """ "Wat kost dat?" as the first words."""

    def test_is_asked(self) -> None:
        assert Talk().says("wat kost dat").said == ["say:waarover"]

    def test_the_topic_is_answered_with_what_was_asked(self) -> None:
        talk = Talk().says("wat kost dat").says("rijbewijs")
        assert talk.replies == (Answer("rijbewijs", ("kosten",)),)

    def test_what_is_asked_with_the_topic_goes_before_it(self) -> None:
        talk = Talk().says("wat kost dat").says("hoe lang duurt een rijbewijs")
        assert talk.replies == (Answer("rijbewijs", ("duur",)),)

    def test_when_two_topics_are_near_it_is_still_known_after_that(self) -> None:
        reading = replace(
            read("papieren"),
            topics=(TopicScore("paspoort", 0.4), TopicScore("rijbewijs", 0.35)),
        )
        talk = Talk().says("wat kost dat").says("papieren", reading).chooses("onderwerp:rijbewijs")
        assert talk.replies == (Answer("rijbewijs", ("kosten",)),)

    def test_is_asked_once_and_then_a_person_is_offered(self) -> None:
        talk = Talk().says("wat kost dat").says("ja maar wat kost dat nou")
        assert talk.said == ["say:weet_ik_niet"]
        assert offers_a_person(talk)

    @pytest.mark.parametrize("between", ["rijbewijs", "hallo", "bedankt", "nee"])
    def test_holds_for_one_message(self, between: str) -> None:
        talk = Talk().says("wat kost dat").says(between).says("paspoort")
        assert talk.replies == Talk().says("paspoort").replies

    def test_who_wants_to_arrange_something_arranges_it(self) -> None:
        talk = Talk().says("wat kost dat").says("de lantaarn is kapot")
        assert talk.said == Talk().says("de lantaarn is kapot").said
        assert talk.state.flow is not None

    def test_while_topics_are_on_offer_it_is_asked_of_those(self) -> None:
        reading = replace(
            read("papieren"),
            topics=(TopicScore("paspoort", 0.4), TopicScore("rijbewijs", 0.35)),
        )
        talk = Talk().says("papieren", reading).says("wat kost dat")
        assert talk.replies == (Clarify(("paspoort", "rijbewijs"), ("kosten",)),)
        assert talk.says("de eerste").replies == (Answer("paspoort", ("kosten",)),)


class TestPerson:
    def test_is_told_at_once_how_to_reach_one(self) -> None:
        talk = Talk().says("ik wil een medewerker")
        assert talk.said == ["say:medewerker"]
        assert offers_a_person(talk)

    def test_a_call_back_begins_at_once_when_that_is_what_is_asked(self) -> None:
        talk = Talk().says("kunt u mij terugbellen")
        assert talk.said == ["intro:terugbellen", "ask:telefoon"]

    def test_a_number_that_came_along_is_not_asked_again(self) -> None:
        talk = Talk().says("bel mij op 06-12345678")
        assert talk.said == ["intro:terugbellen", "say:ook_begrepen", "ask:onderwerp"]
        assert talk.answers == {"telefoon": "+31612345678"}

    def test_without_a_flow_for_it_the_phone_number_is_told(self) -> None:
        talk = Talk(replace(CATALOGUE, person_flow=None)).says("bel mij op 06-12345678")
        assert talk.said == ["say:medewerker"]
        assert not offers_a_person(talk)


class TestCourtesy:
    def test_a_greeting_is_returned(self) -> None:
        assert Talk().says("hoi").said == ["answer:gesprek-groet"]

    def test_a_greeting_with_a_question_is_a_question(self) -> None:
        assert Talk().says("hoi, wat kost een paspoort").said == ["answer:paspoort"]

    def test_thanks_are_returned(self) -> None:
        assert Talk().says("bedankt").said == ["answer:gesprek-dank"]

    def test_anger_is_acknowledged_and_offers_a_person(self) -> None:
        talk = Talk().says("belachelijk")
        assert talk.said == ["say:boos"]
        assert offers_a_person(talk)

    @pytest.mark.parametrize("words", ["terug", "opnieuw"])
    def test_a_bare_order_finds_nothing_to_do(self, words: str) -> None:
        assert Talk().says(words).said == ["say:niets_te_doen"]

    @pytest.mark.parametrize("words", ["ja", "nee", "stop"])
    def test_a_bare_yes_or_no_is_answered_as_people_do(self, words: str) -> None:
        assert Talk().says(words).said == ["say:verder_nog_iets"]

    def test_starting_over_forgets_the_last_topic(self) -> None:
        talk = Talk().says("paspoort").says("opnieuw").says("en wat kost dat")
        assert talk.said == ["say:waarover"]


def test_another_language_is_told_that_dutch_works_best() -> None:
    talk = Talk().says("where is the town hall please")
    assert talk.said == ["say:niet_nederlands"]
    assert offers_a_person(talk)


def test_another_language_with_a_clear_topic_gets_the_answer_too() -> None:
    talk = Talk().says("the paspoort please")
    assert talk.said == ["answer:paspoort", "say:niet_nederlands"]


@pytest.mark.parametrize("distress", list(Distress))
def test_distress_gets_its_own_text(distress: Distress) -> None:
    reading = replace(read("blabla"), distress=distress)
    assert Talk().says("…", reading).said == [f"crisis:{distress.value}"]


def test_after_it_a_topic_that_is_clear_too_can_be_chosen() -> None:
    """ "Mijn ex bedreigt me en mijn paspoort is weg": first the number, the passport by button."""
    reading = replace(read("wat kost een paspoort"), distress=Distress.VIOLENCE)
    talk = Talk().says("…", reading)
    offer = Clarify(("paspoort",), ("kosten",), key="na_nood")
    assert talk.replies == (Crisis("nood-veilig-thuis"), offer)
    assert talk.chooses("onderwerp:paspoort").replies == (Answer("paspoort", ("kosten",)),)
    assert Talk().says("…", reading).says("nee").said == ["say:geen_van_deze"]


class TestFeedback:
    def test_up_is_thanked(self) -> None:
        assert Talk().does("feedback", "3", "up").said == ["say:dank_oordeel"]

    def test_down_asks_what_was_wrong_and_offers_a_person(self) -> None:
        talk = Talk().does("feedback", "3", "down")
        assert talk.said == ["say:oordeel_waarom"]
        assert offers_a_person(talk)

    def test_the_explanation_is_thanked(self) -> None:
        talk = Talk().does("feedback", "3", "down").says("het klopte helemaal van geen kant")
        assert talk.said == ["say:dank_toelichting"]

    def test_a_question_instead_is_answered(self) -> None:
        talk = Talk().does("feedback", "3", "down").says("wat kost een paspoort")
        assert talk.said == ["answer:paspoort"]

    def test_what_was_wrong_is_asked_once(self) -> None:
        talk = Talk().does("feedback", "3", "down").does("feedback", "4", "down")
        assert talk.said == ["say:dank_toelichting"]


@pytest.mark.parametrize(
    "choice", ["ochtend", "ja", "nee", "verder", "vergeet", "adres:1", "flow:x", ""]
)
def test_a_button_that_means_nothing_does_no_harm(choice: str) -> None:
    talk = Talk().says("paspoort")
    before = talk.state
    assert talk.chooses(choice).said == ["say:knop_onbekend"]
    assert talk.state == before


@pytest.mark.parametrize("action", ["back", "change", "cancel", "confirm"])
def test_an_action_without_a_flow_does_no_harm(action: str) -> None:
    talk = Talk()
    assert talk.does(action, "plaats").said == ["say:niets_te_doen"]
    assert talk.state == Talk().state


def test_a_message_without_a_reading_is_still_answered() -> None:
    assert Talk().turn(Incoming(text="")).said == ["say:weet_ik_niet"]


def test_a_complaint_by_its_topic_offers_a_person() -> None:
    reading = replace(read("x"), topics=(TopicScore("gesprek-klagen-over-bot", 0.9),))
    assert Talk().says("je snapt er niets van", reading).said == ["say:boos"]


def test_a_topic_whose_flow_this_edition_does_not_have_is_answered() -> None:
    talk = Talk(with_flows(CALL)).says("ik wil een lantaarn melden")
    assert talk.said == ["answer:straatverlichting"]


def test_no_with_a_question_is_a_question() -> None:
    talk = TestWhichOne().unclear().says("nee, wat kost een paspoort")
    assert talk.replies == (Answer("paspoort", ("kosten",)),)


def test_none_of_the_offered_topics_counts_as_not_known() -> None:
    talk = TestWhichOne().unclear().chooses("onderwerp:geen").says("blabla")
    assert talk.said == ["say:weet_ik_niet_weer"]


def test_the_button_to_say_it_differently_is_no_new_failure() -> None:
    talk = Talk().says("blabla").chooses("anders")
    assert talk.state.unknowns == 1
    assert TestWhichOne().unclear().chooses("anders").state.offered == ()
