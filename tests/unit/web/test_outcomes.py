# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.template.loader import get_template

from gemeengoed.content.queries import editions
from gemeengoed.web.frame.outcomes import State, look_of


def test_every_outcome_of_the_dormer_has_a_state_and_words_of_its_own(published: None) -> None:
    outcomes = {
        name
        for edition in editions()
        for flow in edition.flows.values()
        if flow.topic == "dakkapel"
        for name in flow.outcomes
    }
    assert outcomes
    for name in outcomes:
        look = look_of(name, "niet dit")
        assert look.state is not State.TOLD, name
        assert look.headline != "niet dit"


def test_an_outcome_that_is_in_no_list_is_told_by_its_own_label() -> None:
    look = look_of("te_vroeg", "De aangifte komt te vroeg")
    assert (look.state, look.headline) == (State.TOLD, "De aangifte komt te vroeg")


@pytest.mark.parametrize("outcome", ["vergunningvrij", "vergunning_nodig", "onbekend", "anders"])
def test_every_state_has_an_icon(outcome: str) -> None:
    assert get_template(f"frame/icons/{look_of(outcome, 'x').icon}.html")


def test_no_two_states_share_an_icon() -> None:
    looks = [look_of(name, "x") for name in ("vergunningvrij", "past_in_regels", "onbekend", "y")]
    assert len({look.icon for look in looks}) == len({look.state for look in looks}) == 4
