# SPDX-License-Identifier: EUPL-1.2
"""Every flow that can be handed in has somebody who takes it on, and the other way round."""

from pathlib import Path

import pytest
import yaml

from gemeengoed.casework.activities import Activity
from gemeengoed.casework.kinds import KINDS, TEAMS, WHY_LOOK, area_for
from gemeengoed.casework.models import GOAL_AT_MOST
from gemeengoed.content.queries import editions

# Opened beside what became a zaak.
OF_SUBMISSIONS = {name for name, kind in KINDS.items() if kind.about == WHY_LOOK}

PACKS = Path(__file__).parents[3] / "packs" / "basis"


def test_the_kinds_are_those_that_the_flows_submit():
    flows = [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in PACKS.glob("*/flow*.yaml")
    ]

    assert {flow["submit"] for flow in flows if "rulings" not in flow} == (
        set(KINDS) - OF_SUBMISSIONS
    )


def test_who_takes_it_on_fits_inside_a_sentence():
    for kind in KINDS.values():
        assert kind.who[0].islower()
        assert not kind.who.endswith(".")


def test_every_kind_fits_the_klantinteracties_api_and_has_a_team_and_results():
    for kind in KINDS.values():
        assert len(kind.action) <= GOAL_AT_MOST
        assert kind.team in TEAMS
        assert 1 <= kind.level <= 5
        codes = [result.code for result in kind.results]
        assert len(codes) == len(set(codes)) >= 2


@pytest.mark.parametrize(
    ("kind", "topic", "area"),
    [
        ("terugbelverzoek", "verhuizen-naar-gemeente", "verhuizen"),
        ("terugbelverzoek", "vertrek-naar-buitenland", "verhuizen"),
        ("terugbelverzoek", "paspoort", ""),
        ("verzoek_uitzondering", "dakkapel", "dakkapel"),
    ],
)
def test_the_topic_says_which_competence_is_needed(kind, topic, area):
    assert area_for(KINDS[kind], topic) == area


def test_the_colleagues_of_the_demo_speak_of_what_there_is(published):
    for edition in editions():
        for colleague in edition.municipality.colleagues:
            assert colleague.team in {"", *TEAMS}
            assert set(colleague.preferences) <= {activity.value for activity in Activity}
            assert colleague.hours, colleague.name
            assert set(colleague.hours_elsewhere) == set(colleague.also_in)
