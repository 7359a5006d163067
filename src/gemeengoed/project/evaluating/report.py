# SPDX-License-Identifier: EUPL-1.2
"""The figures as lines for an editor, in Dutch."""

from collections.abc import Iterator, Sequence

from gemeengoed.project.evaluating.figures import Figures, Shares
from gemeengoed.project.evaluating.outcomes import Answered, Outcome
from gemeengoed.project.evaluating.values import ValueFigures

MOST_TOPICS = 15  # worst topics that are shown
MOST_CONFUSIONS = 15
MOST_DIFFERENT = 10
_OUTCOMES = {
    Outcome.OFFERED: "gevraagd",
    Outcome.VAIN: "verkeerd gevraagd",
    Outcome.WRONG: "verkeerd",
    Outcome.UNKNOWN: "niet begrepen",
}


def as_lines(told: Figures, own: Shares, values: ValueFigures | None) -> list[str]:
    """Everything but single questions. own: of questions in municipalities' own words."""
    return [
        *_in_all(told),
        *_own(own),
        *_topics(told),
        *_confusions(told),
        *_reliability(told),
        *_values(values),
    ]


def _in_all(told: Figures) -> Iterator[str]:
    ours = told.topics
    yield f"{ours.questions} vragen over een onderwerp"
    yield f"  in een keer goed                {ours.right:7.1%}"
    yield f"  goed na hoogstens een vraag     {ours.within_one:7.1%}"
    yield f"  verkeerd antwoord               {ours.wrong:7.1%}"
    yield f"  gevraagd zonder het goede       {ours.vain:7.1%}"
    yield f"  niet begrepen                   {ours.unknown:7.1%}"
    yield f"{told.negatives} vragen over geen onderwerp"
    yield f"  toch beantwoord                 {told.negatives_answered:7.1%}"
    yield f"  een vraag teruggesteld          {told.negatives_asked:7.1%}"


def _own(told: Shares) -> Iterator[str]:
    if told.questions:
        yield f"{told.questions} vragen in eigen woorden van gemeenten"
        yield f"  in een keer goed                {told.right:7.1%}"
        yield f"  goed na hoogstens een vraag     {told.within_one:7.1%}"


def _topics(told: Figures) -> Iterator[str]:
    yield ""
    yield f"De {MOST_TOPICS} slechtste onderwerpen     vragen   goed  na vraag  verkeerd"
    for topic, shares in list(told.by_topic.items())[:MOST_TOPICS]:
        yield (
            f"  {topic:30} {shares.questions:6} {shares.right:6.0%} {shares.within_one:9.0%}"
            f" {shares.wrong:9.0%}"
        )


def _confusions(told: Figures) -> Iterator[str]:
    yield ""
    yield "Meest verward: bedoeld, en wat ervoor in de plaats kwam"
    for expected, instead, count in told.confusions[:MOST_CONFUSIONS]:
        yield f"  {count:3} x {expected} -> {instead}"


def _reliability(told: Figures) -> Iterator[str]:
    yield ""
    yield "Hoe zeker het model was, en hoe vaak dat klopte"
    yield "  vanaf  vragen  gezegd  waar"
    for each in told.bins:
        yield f"  {each.start:5.0%} {each.questions:7} {each.said:7.0%} {each.true:5.0%}"
    yield f"  gemiddeld verschil {told.calibration_error:.3f}"


def _values(values: ValueFigures | None) -> Iterator[str]:
    yield ""
    if values is None:
        yield "Waarden: geen bestand"
        return
    yield f"Waarden: {values.sentences} zinnen, precies goed {values.exact:.1%}"
    for key, (there, right) in values.by_kind.items():
        yield f"  {key:20} {right} van {there}"
    for text, wanted, found in values.different[:MOST_DIFFERENT]:
        yield f"  anders: {text!r} moest {wanted}, werd {found}"


def regression_lines(worse: Sequence[Answered]) -> list[str]:
    """Questions that were right earlier and are not now."""
    lines = ["", f"Eerder goed en nu niet meer: {len(worse)}"]
    for each in worse:
        instead = each.topic or " of ".join(each.offered)
        tail = f": {instead}" if instead else ""
        expected = each.expected or "geen onderwerp"
        lines.append(f"  {each.text!r} ({expected}) {_OUTCOMES[each.outcome]}{tail}")
    return lines
