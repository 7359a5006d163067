# SPDX-License-Identifier: EUPL-1.2
"""Every flow that can be handed in has somebody who takes it on, and the other way round."""

from pathlib import Path

import yaml

from gemeengoed.casework.kinds import KINDS

OF_SUBMISSIONS = {"indiening_bekijken"}  # opened beside what became a zaak

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
