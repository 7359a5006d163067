# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.template.loader import get_template

from gemeengoed.content.queries import editions
from gemeengoed.dialogue.flow import Tone
from gemeengoed.web.frame.outcomes import ICONS, look_of


def test_every_outcome_of_the_dormer_has_a_tone_and_words_of_its_own(published: None) -> None:
    outcomes = {
        name: words
        for edition in editions()
        for flow in edition.flows.values()
        if flow.topic == "dakkapel"
        for name, words in flow.outcomes.items()
    }
    assert outcomes
    for name, words in outcomes.items():
        assert words.tone is not Tone.NEUTRAL, name
        assert words.headline is not None, name


def test_the_tone_and_the_words_come_with_the_outcome_and_not_from_its_name() -> None:
    look = look_of(
        {"outcome_label": "Te vroeg", "tone": "attention", "headline": "Nog even wachten"}
    )
    assert (look.tone, look.headline) == (Tone.ATTENTION, "Nog even wachten")


def test_an_outcome_from_before_there_were_tones_is_told_by_its_own_label() -> None:
    look = look_of({"outcome": "vergunningvrij", "outcome_label": "Er is geen vergunning nodig"})
    assert (look.tone, look.headline) == (Tone.NEUTRAL, "Er is geen vergunning nodig")


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_has_an_icon_of_its_own(tone: Tone) -> None:
    assert get_template(f"frame/icons/{ICONS[tone]}.html")
    assert list(ICONS.values()).count(ICONS[tone]) == 1
