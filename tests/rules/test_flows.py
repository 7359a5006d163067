# SPDX-License-Identifier: EUPL-1.2
"""Nobody is trapped in a flow: every step can be reached, left, and handed to a person."""

from dataclasses import replace

import pytest
from tests.real_packs import real_packs as loaded
from tests.rules.walking import CONFIRM, TODAY, Talk, Walk, flagged, rubbish, walk

from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.doubting import open_doubt
from gemeengoed.dialogue.effects import HandIn, OpenTaak
from gemeengoed.dialogue.flow import Condition, InputKind
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Receipt, Say, Summary
from gemeengoed.dialogue.state import State
from gemeengoed.language.reading import Flag

FEWEST_TRANSCRIPTS = 2  # straight through, and at least one way that is not


FLOWS = [
    pytest.param(edition.catalogue, name, id=f"{name} in {slug}")
    for slug, edition in loaded().editions.items()
    for name in edition.flows
]
each_flow = pytest.mark.parametrize(("catalogue", "name"), FLOWS)


_walks: dict[tuple[str, str], Walk] = {}


def walked(catalogue: Catalogue, name: str) -> Walk:
    """Once for all tests."""
    key = (catalogue.municipality, name)
    if key not in _walks:
        _walks[key] = walk(catalogue, catalogue.flows[name])
    return _walks[key]


@pytest.mark.parametrize("name", sorted(loaded().packs.flows))
def test_every_flow_has_transcripts_beside_it_one_of_them_to_the_receipt(name: str) -> None:
    folder = loaded().packs.flows[name].place.file.rpartition("/")[0]
    beside = [
        transcript
        for transcript in loaded().packs.transcripts
        if transcript.place.file == f"{folder}/transcripts.yaml"
    ]
    assert len(beside) >= FEWEST_TRANSCRIPTS
    ends = tuple(f"outcome:{each}" for each in loaded().packs.flows[name].flow.outcomes)
    expected = {said for each in beside for turn in each.turns for said in turn.expected}
    assert expected & {*(ends or ("receipt",))}


@pytest.mark.parametrize("name", sorted(loaded().packs.flows))
def test_a_file_is_asked_after_the_log_in_only_where_no_widget_is(name: str) -> None:
    """A widget stands on a page of others and ends at the log-in: there its talk becomes personal.
    A flow that asks a file before needs the field for it in the widget first."""
    kinds = [step.input for step in loaded().packs.flows[name].flow.steps]
    if InputKind.FILE in kinds:
        assert InputKind.LOGIN in kinds[: kinds.index(InputKind.FILE)]


@each_flow
def test_every_step_is_reached_and_no_answer_leads_nowhere(catalogue: Catalogue, name: str) -> None:
    found = walked(catalogue, name)
    assert found.stuck == []
    flow = catalogue.flows[name]
    if flow.judges:
        assert set(found.asking) <= {step.name for step in flow.steps}
        assert found.outcomes
    else:
        assert set(found.asking) == {s.name for s in flow.steps if not s.told_only}
        assert found.summaries


@pytest.mark.parametrize("name", [n for n, s in loaded().packs.flows.items() if s.flow.judges])
def test_every_question_of_a_flow_that_judges_is_asked_in_some_municipality(name: str) -> None:
    catalogues = [edition.catalogue for edition in loaded().editions.values()]
    walks = [walked(catalogue, name) for catalogue in catalogues]
    for told in ("monument", "beschermd_gezicht"):  # of what registers tell in part, the rest
        walks.append(walk(catalogues[0], catalogues[0].flows[name], {told: "nee"}))
    asked = {step for each in walks for step in each.asking}
    steps = loaded().packs.flows[name].flow.steps
    assert asked == {step.name for step in steps if not step.told_only}


@each_flow
def test_a_person_is_one_message_away_everywhere(catalogue: Catalogue, name: str) -> None:
    talk = Talk(catalogue)
    for place in walked(catalogue, name).places:
        said = talk.send(place, flagged(Flag.ASKS_PERSON, "ik wil een medewerker"))
        assert leads_to_a_person(said.replies), place
        assert said.state.flow is not None, "what was filled in is kept"


def leads_to_a_person(replies: tuple[object, ...]) -> bool:
    return any(isinstance(reply, Say) and reply.kind == "handover" for reply in replies)


@each_flow
def test_stop_leads_out_within_two_messages_everywhere(catalogue: Catalogue, name: str) -> None:
    talk = Talk(catalogue)
    for place in walked(catalogue, name).places:
        state = talk.send(place, flagged(Flag.CANCEL, "stop")).state
        if state.flow is not None:
            state = talk.send(state, flagged(Flag.YES, "ja")).state
        assert state.flow is None, place


@each_flow
def test_who_is_not_understood_three_times_is_offered_a_person(
    catalogue: Catalogue, name: str
) -> None:
    talk = Talk(catalogue)
    found = walked(catalogue, name)
    for step in catalogue.flows[name].steps:
        if step.input is InputKind.TEXT:
            continue  # any words are an answer
        for place in found.asking.get(step.name, ()):
            state, offered = place, False
            for _ in range(3):
                said = talk.send(state, rubbish())
                state, offered = said.state, offered or leads_to_a_person(said.replies)
            assert offered, step.name


@each_flow
def test_who_is_not_understood_at_measures_in_doubt_is_offered_a_person(
    catalogue: Catalogue, name: str
) -> None:
    talk = Talk(catalogue)
    for place in walked(catalogue, name).doubts:
        state, offered = place, False
        for _ in range(3):
            said = talk.send(state, rubbish())
            state, offered = said.state, offered or leads_to_a_person(said.replies)
        assert offered
        assert open_doubt(Draft(catalogue, state, TODAY)) is not None


@each_flow
def test_nothing_is_handed_in_before_the_summary_is_confirmed(
    catalogue: Catalogue, name: str
) -> None:
    talk = Talk(catalogue)
    found = walked(catalogue, name)
    for states in found.asking.values():
        for place in states:
            assert not handed_in(talk.send(place, CONFIRM).effects)
    for place in found.summaries:
        said = talk.send(place, CONFIRM)
        assert len(handed_in(said.effects)) == 1
        assert any(isinstance(reply, Receipt) for reply in said.replies)
        assert said.state.flow is None


def handed_in(effects: tuple[object, ...]) -> list[OpenTaak | HandIn]:
    return [effect for effect in effects if isinstance(effect, OpenTaak | HandIn)]


@each_flow
def test_handing_in_that_fails_can_be_tried_again(catalogue: Catalogue, name: str) -> None:
    failing = Talk(catalogue, fails=frozenset({"OpenTaak", "HandIn"}))
    for place in walked(catalogue, name).summaries:
        said = failing.send(place, CONFIRM)
        assert isinstance(said.replies[-1], Summary)
        assert handed_in(Talk(catalogue).send(said.state, CONFIRM).effects)


# That the walk itself can find something wrong.


def _broken(catalogue: Catalogue, name: str) -> Catalogue:
    """The same, with a first step that no answer leads to."""
    flow = catalogue.flows[name]
    never = (Condition(flow.steps[-1].name, "=", "a value that it never has"),)
    broken = replace(flow.steps[0], when=never, told_only=True)
    steps = (broken, *flow.steps[1:])
    return replace(catalogue, flows={**catalogue.flows, name: replace(flow, steps=steps)})


@each_flow
def test_a_step_that_cannot_be_reached_is_found_out(catalogue: Catalogue, name: str) -> None:
    broken = _broken(catalogue, name)
    assert catalogue.flows[name].steps[0].name not in walk(broken, broken.flows[name]).asking


def test_outside_a_flow_a_person_is_promised_by_a_flow() -> None:
    for edition in loaded().editions.values():
        catalogue = edition.catalogue
        assert catalogue.person_flow in catalogue.flows
        said = Talk(catalogue).send(State(), flagged(Flag.ASKS_PERSON, "een mens graag"))
        run = said.state.flow
        begun = run is not None and run.flow == catalogue.person_flow
        assert begun or leads_to_a_person(said.replies)
