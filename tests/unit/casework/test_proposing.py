# SPDX-License-Identifier: EUPL-1.2
"""Which colleague is proposed, and why."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.casework.activities import Activity, Preference
from gemeengoed.casework.proposing import (
    Candidate,
    Need,
    Obstacle,
    Ranking,
    fit_in_words,
    obstacle_of,
    rank,
)
from gemeengoed.terms.opening_hours import parse_opening_hours

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2026, 11, 23, 10, 15, tzinfo=AMSTERDAM)
CALL = Need(
    Activity.CALL, until=datetime(2026, 11, 26, tzinfo=AMSTERDAM), area="verhuizen", level=2
)

GLADLY = {Activity.CALL: Preference.GLADLY}
RATHER_NOT = {Activity.CALL: Preference.RATHER_NOT}
ANJA = Candidate(1, "Anja", {"verhuizen": 4, "afspraak": 5}, RATHER_NOT)
BILAL = Candidate(
    2, "Bilal", {"verhuizen": 3}, GLADLY, languages=frozenset({"nl", "ar"}), open_taken=2
)
CORINE = Candidate(3, "Corine", {"dakkapel": 5}, mandates=frozenset({"dakkapel-beleidsregel"}))
DENNIS = Candidate(
    4, "Dennis", {"dakkapel": 3}, {Activity.DIFFICULT_TALK: Preference.GLADLY}, open_taken=7
)
NEUTRAL = Candidate(5, "Nel", {"verhuizen": 2})


@dataclass(frozen=True)
class Scenario:
    """order: the names of who is proposed, the best first; out: who is not, and why."""

    name: str
    need: Need
    candidates: list[Candidate]
    order: list[str]
    out: dict[str, Obstacle]


def scenario(
    name: str, need: Need, candidates: list[Candidate], order: str, **out: Obstacle
) -> Any:
    return pytest.param(Scenario(name, need, candidates, order.split(), out), id=name)


DIFFICULT = replace(CALL, activity=Activity.DIFFICULT_TALK, area="dakkapel", level=3)
DECISION = replace(
    CALL, activity=Activity.DECIDE, area="dakkapel", level=3, mandate="dakkapel-beleidsregel"
)
TUESDAYS = parse_opening_hours({"di": ["9:00-12:00"]})
FRIDAYS = parse_opening_hours({"vr": ["9:00-12:00"]})

SCENARIOS = [
    scenario("who calls gladly goes before who knows more", CALL, [ANJA, BILAL], "Bilal Anja"),
    scenario("nobody else: then who would rather not", CALL, [ANJA, CORINE], "Anja Corine"),
    scenario("gladly, neutral, rather not", CALL, [ANJA, NEUTRAL, BILAL], "Bilal Nel Anja"),
    scenario(
        "a difficult talk for who likes those, though with less knowledge and more work",
        DIFFICULT,
        [CORINE, DENNIS],
        "Dennis Corine",
    ),
    scenario(
        "a decision only by who has the mandate",
        DECISION,
        [CORINE, DENNIS],
        "Corine",
        Dennis=Obstacle.MANDATE,
    ),
    scenario(
        "Arabic only by who speaks it",
        replace(CALL, language="ar"),
        [ANJA, BILAL],
        "Bilal",
        Anja=Obstacle.LANGUAGE,
    ),
    scenario(
        "below the asked level comes last, however gladly",
        replace(CALL, level=4),
        [BILAL, ANJA],
        "Anja Bilal",
    ),
    scenario(
        "who spoke with the resident goes before who has less to do",
        CALL,
        [replace(NEUTRAL, name="Vrij"), replace(NEUTRAL, id=6, spoke_before=True, open_taken=9)],
        "Nel Vrij",
    ),
    scenario(
        "what one likes weighs more than having spoken before",
        CALL,
        [BILAL, replace(NEUTRAL, spoke_before=True)],
        "Bilal Nel",
    ),
    scenario(
        "who has least to do",
        CALL,
        [replace(BILAL, id=6, name="Aad", open_taken=3), BILAL],
        "Bilal Aad",
    ),
    scenario(
        "all the same: who knows more, then by name",
        CALL,
        [
            replace(NEUTRAL, id=8, name="Zoë"),
            replace(NEUTRAL, id=9, name="Aad"),
            replace(NEUTRAL, id=7, name="Yvo", competences={"verhuizen": 5}),
        ],
        "Yvo Aad Zoë",
    ),
    scenario(
        "who works before it must be done",
        CALL,
        [replace(NEUTRAL, hours=TUESDAYS), replace(BILAL, hours=FRIDAYS)],
        "Nel",
        Bilal=Obstacle.HOURS,
    ),
    scenario(
        "the resident's own colleague never, and who declined not again",
        CALL,
        [replace(BILAL, is_party=True), replace(NEUTRAL, declined=True), ANJA],
        "Anja",
        Bilal=Obstacle.PARTY,
        Nel=Obstacle.DECLINED,
    ),
    scenario(
        "who just let it go does not get it back",
        CALL,
        [replace(ANJA, let_go=True), CORINE],
        "Corine",
        Anja=Obstacle.LET_GO,
    ),
    scenario("nobody", CALL, [], ""),
]


@pytest.mark.parametrize("case", SCENARIOS)
def test_who_is_proposed(case: Scenario) -> None:
    ranking = rank(case.need, case.candidates, MONDAY)

    assert [proposal.candidate.name for proposal in ranking.proposals] == case.order
    assert {each.candidate.name: each.obstacle for each in ranking.excluded} == case.out


@pytest.mark.parametrize(
    ("need", "candidate", "words"),
    [
        (CALL, BILAL, "Bilal: belt graag, verhuizen 3, 2 open taken"),
        (CALL, ANJA, "Anja: belt liever niet, verhuizen 4, geen open taken"),
        (CALL, replace(NEUTRAL, open_taken=1), "Nel: verhuizen 2, 1 open taak"),
        (CALL, DENNIS, "Dennis: kent verhuizen nog niet, 7 open taken"),
        (
            replace(CALL, level=4),
            BILAL,
            "Bilal: belt graag, verhuizen 3 (gevraagd: 4), 2 open taken",
        ),
        (replace(CALL, area=""), BILAL, "Bilal: belt graag, 2 open taken"),
        (
            CALL,
            replace(NEUTRAL, spoke_before=True, hours=TUESDAYS, lent_by="Waterdam"),
            "Nel: verhuizen 2, sprak de inwoner eerder, geen open taken, "
            "werkt morgen vanaf 9.00 uur, geleend van Waterdam",
        ),
    ],
)
def test_the_reason_is_told_in_words(need: Need, candidate: Candidate, words: str) -> None:
    assert str(rank(need, [candidate], MONDAY).best) == words


@pytest.mark.parametrize(
    ("candidate", "words"),
    [
        (BILAL, "belt graag, verhuizen 3"),
        (ANJA, ""),
        (DENNIS, ""),
        (replace(BILAL, is_party=True), ""),
        (NEUTRAL, "verhuizen 2"),
    ],
)
def test_what_suits_a_colleague_is_told_on_the_pile(candidate: Candidate, words: str) -> None:
    assert fit_in_words(CALL, candidate, MONDAY) == words


# What holds whoever works here.

AREAS, MANDATES, TONGUES = ("verhuizen", "dakkapel"), ("m", "n"), ("nl", "ar")
HOURS = (None, TUESDAYS, FRIDAYS)


def needs() -> st.SearchStrategy[Need]:
    return st.builds(
        Need,
        activity=st.sampled_from(Activity),
        until=st.just(CALL.until),
        area=st.sampled_from(("", *AREAS)),
        level=st.integers(1, 5),
        mandate=st.sampled_from(("", *MANDATES)),
        language=st.sampled_from(TONGUES),
    )


def candidates() -> st.SearchStrategy[list[Candidate]]:
    one = st.builds(
        Candidate,
        id=st.integers(1, 1000),
        name=st.sampled_from(("Aad", "Bea", "Cas", "Dirk")),
        competences=st.dictionaries(st.sampled_from(AREAS), st.integers(1, 5)),
        preferences=st.dictionaries(st.sampled_from(Activity), st.sampled_from(Preference)),
        languages=st.frozensets(st.sampled_from(TONGUES)),
        mandates=st.frozensets(st.sampled_from(MANDATES)),
        hours=st.sampled_from(HOURS),
        open_taken=st.integers(0, 20),
        spoke_before=st.booleans(),
        is_party=st.booleans(),
        declined=st.booleans(),
        let_go=st.booleans(),
    )
    return st.lists(one, max_size=7, unique_by=lambda each: each.id)


@given(needs(), candidates())
def test_everybody_is_told_of_once(need: Need, everybody: list[Candidate]) -> None:
    ranking = rank(need, everybody, MONDAY)
    told = [p.candidate for p in ranking.proposals] + [e.candidate for e in ranking.excluded]
    assert sorted(each.id for each in told) == sorted(each.id for each in everybody)


@given(needs(), candidates())
def test_nobody_is_proposed_who_may_not_or_cannot(need: Need, everybody: list[Candidate]) -> None:
    for proposal in rank(need, everybody, MONDAY).proposals:
        assert obstacle_of(need, proposal.candidate, MONDAY) is None
        assert proposal.reason


@given(needs(), candidates())
def test_who_would_rather_not_is_never_before_another_who_qualifies(
    need: Need, everybody: list[Candidate]
) -> None:
    proposals = rank(need, everybody, MONDAY).proposals
    for place, proposal in enumerate(proposals):
        if proposal.preference is Preference.RATHER_NOT:
            later = proposals[place + 1 :]
            assert not [
                other
                for other in later
                if other.has_competence and other.preference is not Preference.RATHER_NOT
            ]


@given(needs(), candidates(), st.randoms())
def test_the_order_in_which_they_come_does_not_matter(
    need: Need, everybody: list[Candidate], random: Any
) -> None:
    shuffled = list(everybody)
    random.shuffle(shuffled)
    assert rank(need, shuffled, MONDAY) == rank(need, everybody, MONDAY)


@given(needs(), candidates())
def test_taking_on_more_work_never_brings_anybody_forward(
    need: Need, everybody: list[Candidate]
) -> None:
    before = rank(need, everybody, MONDAY)
    if before.best is None:
        return
    busier = [
        replace(each, open_taken=each.open_taken + 30) if each is before.best.candidate else each
        for each in everybody
    ]

    def place(ranking: Ranking, id: int) -> int:
        return [p.candidate.id for p in ranking.proposals].index(id)

    id = before.best.candidate.id
    assert place(rank(need, busier, MONDAY), id) >= place(before, id)
