# SPDX-License-Identifier: EUPL-1.2
"""The procedure ``verhuizen`` of the packs: what holds for every declaration there can be."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.real_packs import real_packs as packs

from gemeengoed.content.procedures import procedure_on
from gemeengoed.procedures.changing import nearest_change
from gemeengoed.procedures.errors import NoVersionError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import explain
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.table import RuleKind
from gemeengoed.project.deciding import Deciding

DAY = date(2026, 11, 23)
COLUMNS = (
    "id,aangever_relatie,aangever_leeftijd,medeverhuizers,zelfde_nieuwe_adres,machtiging,"
    "aangiftedatum,verhuisdatum,route,richting,signalen"
)
PLAIN = {
    "aangever_relatie": "zelf",
    "aangever_leeftijd": "35",
    "medeverhuizers": "",
    "zelfde_nieuwe_adres": "ja",
    "machtiging": "nvt",
    "aangiftedatum": "2026-11-23",
    "verhuisdatum": "2026-12-01",
    "route": "binnen_gemeente",
    "richting": "nvt",
    "signalen": "",
}

# These say that something is all right, or change which law applies. All others only add worries.
RELIEVING = {
    "hele_gezin_vertrekt": "no family stays: a minor need not come (Wet BRP 2.43 lid 4)",
    "huisgenoot_geen_familie_blijft": "the same",
    "kan_niet_verschijnen_doktersverklaring": "who cannot come need not come (Besluit BRP 30)",
    "uit_curacao": "a move becomes an arrival, for which no first day is set (Wet BRP 2.38)",
    "drempel": "another threshold for the number of persons",
    "bag_gebruik": "a building may be for living as well as for something else",
}


@cache
def rules() -> Procedure:
    edition = packs().editions["waterdam"]
    found = procedure_on(edition.procedures, edition.facts, "verhuizen", DAY)
    assert found is not None
    return found


def judged(written: Mapping[str, str]) -> Judgement:
    return evaluate(rules(), read_facts(rules(), written), DAY)


def options(name: str) -> tuple[str, ...]:
    return rules().inputs[name].options


def rank(written: Mapping[str, str]) -> int:
    judgement = judged(written)
    assert judgement.outcome is not None, written
    return rules().rank(judgement.outcome)


@cache
def relations() -> tuple[str, ...]:
    return rules().inputs["medeverhuizers"].fields[0].options


@cache
def words() -> tuple[str, ...]:
    carried = {"personen_op_adres": ":7", "drempel": ":4", "bag_gebruik": ":winkel"}
    return tuple(f"{word}{carried.get(word, '')}" for word in options("signalen"))


ages = st.sampled_from((0, 5, 15, 16, 17, 18, 34, 80))
movers = st.builds(lambda r, a: f"{r}:{a}", st.deferred(lambda: st.sampled_from(relations())), ages)
worries = st.deferred(lambda: st.sampled_from(words()))


def choice(name: str) -> st.SearchStrategy[str]:
    return st.deferred(lambda: st.sampled_from(options(name)))


declarations = st.fixed_dictionaries(
    {
        "aangever_relatie": choice("aangever_relatie"),
        "aangever_leeftijd": ages.map(str),
        "medeverhuizers": st.lists(movers, max_size=3, unique=True).map(";".join),
        "zelfde_nieuwe_adres": st.sampled_from(("ja", "nee")),
        "machtiging": choice("machtiging"),
        "aangiftedatum": st.just(DAY.isoformat()),
        "verhuisdatum": st.integers(-20, 40).map(lambda n: (DAY + timedelta(n)).isoformat()),
        "route": choice("route"),
        "richting": choice("richting"),
        "signalen": st.lists(worries, max_size=3, unique=True).map(";".join),
    }
)


def with_one_more(written: Mapping[str, str], name: str, one: str) -> dict[str, str]:
    return {**written, name: ";".join(filter(None, (written[name], one)))}


# --- the tables -----------------------------------------------------------------------------------


def test_every_row_is_hit_by_a_scenario() -> None:
    hit = set()
    for scenario in packs().packs.scenarios:
        if scenario.procedure == "verhuizen":
            judgement = judged(scenario.facts)
            hit |= {r.row.id for t in judgement.tables for r in t.rows if r.hits is True}
    assert {row.id for table in rules().tables for row in table.rows} == hit


def test_there_are_scenarios_enough_to_trust_them() -> None:
    mine = [each for each in packs().packs.scenarios if each.procedure == "verhuizen"]
    assert len(mine) >= 120
    assert len({each.name for each in mine}) == len(mine)


def test_every_rule_of_a_statute_names_an_article_and_a_text_with_its_date() -> None:
    for table in rules().tables:
        for row in table.rows:
            assert row.purpose.text.endswith((".", "?")), row.id
            assert row.purpose.protects, row.id
            if row.rule_kind is RuleKind.STATUTE:
                assert row.source.article[0].isdigit(), row.id
                assert row.source.url.startswith("https://wetten.overheid.nl/"), row.id
                date.fromisoformat(row.source.version)


def test_what_sends_somebody_to_a_colleague_is_marked_for_a_person() -> None:
    calls = {"bellen", "bellen_veiligheid"}
    rows = [row for table in rules().tables for row in table.rows]
    assert {row.id for row in rows if row.outcome in calls and not row.bubble_up} == set()


@pytest.mark.parametrize(
    ("slug", "threshold"), [("waterdam", 6), ("heidewoud", 4), ("oostermark", 8)]
)
def test_the_threshold_of_persons_is_that_of_the_municipality(slug: str, threshold: int) -> None:
    edition = packs().editions[slug]
    own = procedure_on(edition.procedures, edition.facts, "verhuizen", DAY)
    assert own is not None
    for persons, outcome in ((threshold, "direct"), (threshold + 1, "bellen")):
        written = {**PLAIN, "signalen": f"personen_op_adres:{persons}"}
        assert evaluate(own, read_facts(own, written), DAY).shown == outcome


def test_law_that_nobody_read_is_not_applied() -> None:
    written = read_facts(rules(), PLAIN)
    assert evaluate(rules(), written, date(2025, 2, 12)).shown == "direct"
    with pytest.raises(NoVersionError):
        evaluate(rules(), written, date(2025, 2, 11))


# --- whatever is declared -------------------------------------------------------------------------


@given(declarations, worries)
def test_one_more_signal_never_makes_the_outcome_better(
    written: Mapping[str, str], signal: str
) -> None:
    said = [*filter(None, written["signalen"].split(";")), signal]
    if len(set(said)) == len(said) and signal.partition(":")[0] not in RELIEVING:
        assert rank(with_one_more(written, "signalen", signal)) <= rank(written)


@pytest.mark.parametrize(
    ("written", "signal"),
    [
        (
            {"route": "buitenland", "richting": "uit", "aangever_leeftijd": "17"},
            "hele_gezin_vertrekt",
        ),
        (
            {"route": "buitenland", "richting": "uit", "aangever_leeftijd": "17"},
            "huisgenoot_geen_familie_blijft",
        ),
        ({"route": "buitenland", "richting": "in"}, "kan_niet_verschijnen_doktersverklaring"),
        (
            {"signalen": "kan_niet_verschijnen_doktersverklaring", "verhuisdatum": "2027-03-01"},
            "uit_curacao",
        ),
        ({"signalen": "personen_op_adres:7"}, "drempel:9"),
        ({"signalen": "bag_gebruik:winkel"}, "bag_gebruik:wonen"),
    ],
)
def test_each_exception_to_that_is_needed(written: Mapping[str, str], signal: str) -> None:
    before = {**PLAIN, "verhuisdatum": "2026-11-26", **written}
    assert rank(with_one_more(before, "signalen", signal)) > rank(before)
    assert signal.partition(":")[0] in RELIEVING


@given(declarations, movers)
def test_one_more_who_moves_along_never_makes_the_outcome_better(
    written: Mapping[str, str], mover: str
) -> None:
    assert rank(with_one_more(written, "medeverhuizers", mover)) <= rank(written)


@given(declarations, movers)
def test_one_more_who_moves_along_changes_nothing_for_another(
    written: Mapping[str, str], mover: str
) -> None:
    alone = judged(written).per_item
    together = judged(with_one_more(written, "medeverhuizers", mover)).per_item
    assert {item: together[item] for item in alone} == alone


@given(declarations)
def test_each_who_moves_along_has_an_outcome_that_counts_for_the_whole(
    written: Mapping[str, str],
) -> None:
    judgement = judged(written)
    items = set(filter(None, written["medeverhuizers"].split(";")))
    assert set(judgement.per_item) == items
    lead = rules().rank(judgement.outcome or "")
    best = {outcome.shown: rules().rank(outcome.id) for outcome in rules().outcomes}
    assert all(lead <= best[shown] for shown in judgement.per_item.values())


@settings(deadline=None)  # what to ask next is tried out: many judgements in one example
@given(declarations, st.sets(st.sampled_from(sorted(PLAIN))))
def test_an_outcome_without_all_facts_is_that_with_all_facts(
    written: Mapping[str, str], missing: set[str]
) -> None:
    lists = {"medeverhuizers", "signalen"}  # an empty list is known: there is nothing in it
    less = {name: "" if name in missing - lists else text for name, text in written.items()}
    judgement = judged(less)
    if judgement.outcome is not None:
        assert judgement.outcome == judged(written).outcome
    else:
        assert set(explain(judgement).unknown) <= missing - lists
        assert explain(judgement).unknown


@given(declarations)
def test_the_nearest_change_takes_away_what_stands_in_the_way(written: Mapping[str, str]) -> None:
    judgement = judged(written)
    change = nearest_change(judgement)
    if change is not None:
        after = evaluate(rules(), {**judgement.facts, **change.values}, DAY)
        assert after.outcome is None or not rules().outcome(after.outcome).is_no
        assert set(change.values) <= {"machtiging", "aangiftedatum"}


# --- the command ----------------------------------------------------------------------------------


def lines(tmp_path: Path, *rows: str) -> list[dict[str, object]]:
    path = tmp_path / "gevallen.csv"
    path.write_text("\n".join((COLUMNS, *rows, "")), encoding="utf-8")
    cases = Deciding(packs().editions).cases("verhuizen", "waterdam", path, DAY)
    return [case.line(with_explanation=False) for case in cases]


def test_a_file_with_exactly_the_columns_of_the_contract_gives_a_line_per_case(
    tmp_path: Path,
) -> None:
    first, second = lines(
        tmp_path,
        "a,zelf,35,echtgenoot:43;vriend:30,ja,nvt,2026-11-23,2026-12-01,binnen_gemeente,nvt,",
        "b,zelf,35,,ja,nvt,2026-11-23,2026-12-01,andere_gemeente,uit,personen_op_adres:7 drempel:6",
    )
    assert first == {
        "id": "a",
        "outcome": "machtiging_nodig",
        "failed_conditions": [{"id": "V9", "margin": None, "unit": None}],
        "unknown": [],
        "also": ["direct"],
        "door": "D",
        "per_item": {"echtgenoot:43": "direct", "vriend:30": "machtiging_nodig"},
    }
    assert (second["outcome"], second["also"]) == ("andere_gemeente", ["bellen"])
    assert {"id": "S5", "margin": 1.0, "unit": None} in second["failed_conditions"]  # type: ignore[operator]


def test_a_case_that_cannot_be_tells_all_its_faults_and_the_others_are_judged(
    tmp_path: Path,
) -> None:
    wrong, right = lines(
        tmp_path,
        "a,buurman,200,kind:-1;neef:8,soms,later,23-11-2026,2026-02-30,thuis,nvt,onzin",
        "b,zelf,35,,ja,nvt,2026-11-23,2026-12-01,binnen_gemeente,nvt,",
    )
    told = str(wrong["error"])
    for part in (
        "aangever_relatie: 'buurman' kan niet; kies uit: zelf, ouder, curator",
        "aangever_leeftijd: 200 is niet aannemelijk; verwacht 0 tot 120",
        "-1 is niet aannemelijk",
        "zelfde_nieuwe_adres: 'soms' is geen ja of nee",
        "machtiging: 'later' kan niet",
        "aangiftedatum: '23-11-2026' is geen datum; schrijf 2026-11-23",
        "verhuisdatum: '2026-02-30' is geen datum",
        "route: 'thuis' kan niet",
    ):
        assert part in told
    assert right["outcome"] == "direct"


def test_what_nobody_thought_of_is_not_refused_but_goes_to_a_person(tmp_path: Path) -> None:
    told, relative = lines(
        tmp_path,
        "a,zelf,35,,ja,nvt,2026-11-23,2026-12-01,binnen_gemeente,nvt,woont_op_een_boot",
        "b,zelf,35,neef:28,ja,nvt,2026-11-23,2026-12-01,binnen_gemeente,nvt,",
    )
    assert told["outcome"] == "bellen"
    assert relative["outcome"] == "machtiging_nodig"
