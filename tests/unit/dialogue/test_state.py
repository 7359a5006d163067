# SPDX-License-Identifier: EUPL-1.2
"""The state as it is stored. That an equal one comes back is checked at every step in world.py."""

from gemeengoed.dialogue.state import FlowRun, Given, Phase, State


def test_what_has_its_default_is_left_out():
    assert State().to_json() == {}
    run = FlowRun("terugbelverzoek", 1, {"telefoon": Given("0612345678", "06-12345678")})
    assert State(flow=run, last_topic="paspoort").to_json() == {
        "flow": {
            "flow": "terugbelverzoek",
            "number": 1,
            "answers": {"telefoon": {"value": "0612345678", "label": "06-12345678"}},
        },
        "last_topic": "paspoort",
    }


def test_a_state_from_when_everything_was_stored_is_read_too():
    run = {"flow": "terugbelverzoek", "number": 1, "answers": {}, "tries": 0, "phase": "summary"}
    stored = {"flow": run, "parked": [], "last_topic": None, "unknowns": 0, "login": None}
    assert State.from_json(stored) == State(FlowRun("terugbelverzoek", 1, phase=Phase.SUMMARY))
