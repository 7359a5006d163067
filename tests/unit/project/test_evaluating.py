# SPDX-License-Identifier: EUPL-1.2
"""From readings to figures: exact counts on a handful of questions."""

from datetime import date

import pytest

from gemeengoed.content.errors import Place
from gemeengoed.content.value_sentence import ValueSentence
from gemeengoed.dialogue.deciding import Decision, Verdict
from gemeengoed.language.reading import Reading
from gemeengoed.project.evaluating.figures import figures, regressions, shares
from gemeengoed.project.evaluating.outcomes import Answered, Outcome, answered
from gemeengoed.project.evaluating.report import as_lines, regression_lines
from gemeengoed.project.evaluating.values import value_figures

DAY = date(2026, 11, 23)


def came_of(expected: str | None, decision: Decision) -> Outcome:
    return answered("vraag", expected, Reading("vraag"), decision).outcome


@pytest.mark.parametrize(
    ("expected", "decision", "outcome"),
    [
        ("paspoort", Decision(Verdict.ANSWER, "paspoort"), Outcome.RIGHT),
        ("paspoort", Decision(Verdict.ANSWER, "grofvuil"), Outcome.WRONG),
        ("elders-uwv", Decision(Verdict.REFER, "elders-uwv"), Outcome.RIGHT),
        ("nood-113", Decision(Verdict.DISTRESS, "nood-113"), Outcome.RIGHT),
        ("gesprek-medewerker", Decision(Verdict.HANDOVER), Outcome.RIGHT),
        ("paspoort", Decision(Verdict.HANDOVER), Outcome.WRONG),
        ("paspoort", Decision(Verdict.CLARIFY, topics=("a", "paspoort")), Outcome.OFFERED),
        ("paspoort", Decision(Verdict.CLARIFY, topics=("a", "b")), Outcome.VAIN),
        ("paspoort", Decision(Verdict.UNKNOWN), Outcome.UNKNOWN),
        (None, Decision(Verdict.ANSWER, "paspoort"), Outcome.WRONG),
        (None, Decision(Verdict.CLARIFY, topics=("a", "b")), Outcome.VAIN),
        (None, Decision(Verdict.UNKNOWN), Outcome.RIGHT),
        (None, Decision(Verdict.HANDOVER), Outcome.RIGHT),
    ],
)
def test_what_comes_of_a_question(
    expected: str | None, decision: Decision, outcome: Outcome
) -> None:
    assert came_of(expected, decision) is outcome


def one(expected, outcome, topic=None, offered=(), best=None, probability=0.0, text="vraag"):
    return Answered(text, expected, outcome, topic, offered, best, probability)


HANDFUL = [
    one("paspoort", Outcome.RIGHT, "paspoort", best="paspoort", probability=0.95, text="a"),
    one("paspoort", Outcome.WRONG, "rijbewijs", best="rijbewijs", probability=0.85, text="b"),
    one("rijbewijs", Outcome.OFFERED, offered=("paspoort", "rijbewijs"), text="c"),
    one("rijbewijs", Outcome.UNKNOWN, best="rijbewijs", probability=0.15, text="d"),
    one(None, Outcome.WRONG, "paspoort", best="paspoort", probability=0.91, text="e"),
    one(None, Outcome.RIGHT, text="f"),
]


def test_the_shares_are_those_of_the_questions_with_a_topic() -> None:
    told = figures(HANDFUL)
    assert told.topics.questions == 4
    assert (told.topics.right, told.topics.within_one) == (0.25, 0.5)
    assert (told.topics.wrong, told.topics.unknown, told.topics.vain) == (0.25, 0.25, 0.0)
    assert (told.negatives, told.negatives_answered) == (2, 0.5)


def test_topics_come_worst_first_and_confusions_are_counted() -> None:
    told = figures(HANDFUL)
    assert list(told.by_topic) == ["rijbewijs", "paspoort"]
    assert told.confusions == (("paspoort", "rijbewijs", 1), ("rijbewijs", "paspoort", 1))


def test_how_sure_it_was_is_held_against_what_came_true() -> None:
    bins = figures(HANDFUL).bins
    assert [(each.start, each.questions, each.true) for each in bins] == [
        (0.1, 1, 1.0),
        (0.8, 1, 0.0),
        (0.9, 2, 0.5),
    ]
    assert figures(HANDFUL).calibration_error == pytest.approx((0.85 + 0.85 + 2 * 0.43) / 4)


def test_only_what_was_right_earlier_and_is_not_now_is_a_regression() -> None:
    right = {("a", "paspoort"), ("b", "paspoort"), ("e", None), ("z", "weg")}
    worse = regressions(right, HANDFUL)
    assert [each.text for each in worse] == ["b", "e"]
    assert regression_lines(worse)[2:] == [
        "  'b' (paspoort) verkeerd: rijbewijs",
        "  'e' (geen onderwerp) verkeerd: paspoort",
    ]


def test_values_are_exact_when_all_are_there_and_none_too_many() -> None:
    found = {"goed": {"postcode": "1234AB"}, "teveel": {"postcode": "1234AB", "bedrag": 5.0}}
    found |= {"mist": {}, "rol": {"straat": "Dam", "straat_naar": "Dam"}}
    wanted = {"goed": {"postcode": "1234AB"}, "teveel": {"postcode": "1234AB"}}
    wanted |= {"mist": {"bedrag": 5.0}, "rol": {"straat": "Dam"}}
    sentences = [ValueSentence(text, DAY, wanted[text], Place("")) for text in found]
    told = value_figures(sentences, lambda sentence: found[sentence.text])
    assert told.exact == 0.5
    assert told.by_kind == {"bedrag": (1, 0), "postcode": (2, 2), "straat": (1, 1)}
    assert [text for text, _, _ in told.different] == ["teveel", "mist"]


def test_the_report_says_when_there_is_no_file_of_values() -> None:
    lines = as_lines(figures(HANDFUL), shares([]), None)
    assert lines[-1] == "Waarden: geen bestand"
    assert lines[0] == "4 vragen over een onderwerp"
