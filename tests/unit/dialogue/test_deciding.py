# SPDX-License-Identifier: EUPL-1.2
"""Which topic a reading means."""

import pytest
from tests.unit.dialogue.world import CATALOGUE

from gemeengoed.dialogue.deciding import Decision, Verdict, decide_topic, is_asked, points_back
from gemeengoed.language.reading import Distress, Flag, Reading, TopicScore


def reading(*scores: tuple[str, float], text: str = "vraag", **more: object) -> Reading:
    topics = tuple(TopicScore(topic, share) for topic, share in scores)
    return Reading(text, topics=topics, **more)  # type: ignore[arg-type]


def verdict(*scores: tuple[str, float]) -> Verdict:
    return decide_topic(CATALOGUE, reading(*scores)).verdict


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (0.55, 0.35, Verdict.ANSWER),
        (0.54, 0.10, Verdict.CLARIFY),  # nearly clear: ask whether it is that one
        (0.55, 0.36, Verdict.CLARIFY),  # too little ahead
        (0.34, 0.10, Verdict.UNKNOWN),
        (0.34, 0.20, Verdict.CLARIFY),
        (0.19, 0.19, Verdict.UNKNOWN),
    ],
)
def test_the_thresholds_decide(first: float, second: float, expected: Verdict) -> None:
    assert verdict(("paspoort", first), ("rijbewijs", second)) is expected


def test_at_most_three_topics_are_offered() -> None:
    four = (("paspoort", 0.26), ("rijbewijs", 0.25), ("toeslag", 0.24), ("verhuizing", 0.23))
    decision = decide_topic(CATALOGUE, reading(*four))
    assert decision.topics == ("paspoort", "rijbewijs", "toeslag")


def test_a_topic_that_this_edition_does_not_have_is_unknown() -> None:
    assert verdict(("kappen", 0.95)) is Verdict.UNKNOWN


def test_a_topic_of_another_body_refers() -> None:
    assert verdict(("toeslag", 0.9)) is Verdict.REFER


def test_a_topic_that_is_switched_off_hands_over() -> None:
    assert decide_topic(CATALOGUE, reading(("evenement", 0.9))) == Decision(
        Verdict.HANDOVER, "evenement"
    )


def test_distress_goes_before_a_sure_topic() -> None:
    found = reading(("paspoort", 0.99), distress=Distress.SUICIDE)
    assert decide_topic(CATALOGUE, found) == Decision(Verdict.DISTRESS, "nood-113")


def test_an_emergency_topic_is_distress_too() -> None:
    assert verdict(("nood-112", 0.8)) is Verdict.DISTRESS


def test_asking_for_a_person_goes_before_a_topic() -> None:
    found = reading(("paspoort", 0.99), flags=frozenset({Flag.ASKS_PERSON}))
    assert decide_topic(CATALOGUE, found).verdict is Verdict.HANDOVER


def test_a_follow_up_without_a_subject_is_about_the_last_topic() -> None:
    found = reading(text="en wat kost dat?", aspects=("kosten",))
    assert decide_topic(CATALOGUE, found, "paspoort") == Decision(
        Verdict.ANSWER, "paspoort", aspects=("kosten",)
    )


def test_a_question_with_a_subject_of_its_own_is_not_about_the_last_topic() -> None:
    found = reading(("rijbewijs", 0.01), text="en wat kost een olifant?", aspects=("kosten",))
    assert decide_topic(CATALOGUE, found, "paspoort").verdict is Verdict.UNKNOWN


def test_a_question_without_any_subject_is_asked_what_it_is_about() -> None:
    found = reading(text="wat kost dat?", aspects=("kosten",))
    assert decide_topic(CATALOGUE, found) == Decision(Verdict.CLARIFY, aspects=("kosten",))


def test_a_no_asks_nothing() -> None:
    found = reading(text="nee, geen kosten", aspects=("kosten",), flags=frozenset([Flag.NO]))
    assert decide_topic(CATALOGUE, found).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    "text", ["en wat kost dat", "hoe lang duurt het?", "moet ik een afspraak maken"]
)
def test_words_that_point_back(text: str) -> None:
    assert points_back(text)


@pytest.mark.parametrize("text", ["", "wat kost een boom", "paspoort"])
def test_words_that_do_not_point_back(text: str) -> None:
    assert not points_back(text)


@pytest.mark.parametrize("text", ["wat kost dat", "is dat zo?", "en hoe dan", "oh maar wanneer"])
def test_what_is_put_as_a_question(text: str) -> None:
    assert is_asked(text)


@pytest.mark.parametrize("text", ["over mijn bouwplan", "de lamp doet het niet", ""])
def test_what_is_not_put_as_a_question(text: str) -> None:
    assert not is_asked(text)
