# SPDX-License-Identifier: EUPL-1.2
"""What the real procedures still ask: exactly what can turn the outcome."""

from datetime import date
from itertools import product

import pytest
from tests.real_packs import real_packs as loaded

from gemeengoed.procedures.asking import unknown_facts
from gemeengoed.procedures.changing import nearest_change
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.reading import read_facts

TODAY = date(2026, 11, 25)
MUNICIPALITIES = ("waterdam", "heidewoud", "oostermark")
BACK = {
    "vlak": "achter",
    "zij_naar_openbaar": "nee",
    "plat_dak": "ja",
    "hoogte_m": "1.60",
    "onderkant_m": "0.70",
    "afstand_nok_m": "1.20",
    "afstand_links_m": "0.90",
    "afstand_rechts_m": "0.90",
    "monument": "nee",
    "beschermd_gezicht": "nee",
}


def rules(name: str, slug: str = "waterdam") -> Procedure:
    found = loaded().editions[slug].catalogue.rulebook.on(name, TODAY)
    assert found is not None
    return found


def judged(name: str, slug: str = "waterdam", **facts: str) -> Judgement:
    procedure = rules(name, slug)
    return evaluate(procedure, read_facts(procedure, facts), TODAY)


def asked(name: str, slug: str = "waterdam", **facts: str) -> set[str]:
    return set(unknown_facts(judged(name, slug, **facts)))


def without(*names: str, **more: str) -> dict[str, str]:
    """The facts of an ordinary dormer at the back but for these."""
    return {name: value for name, value in BACK.items() if name not in names} | more


def test_whether_the_side_is_public_is_asked_for_a_side_only_and_in_a_protected_view() -> None:
    assert asked("dakkapel", **without("zij_naar_openbaar", vlak="zij")) == {"zij_naar_openbaar"}
    assert asked("dakkapel", **without("zij_naar_openbaar")) == set()
    gezicht = without("zij_naar_openbaar", beschermd_gezicht="ja")
    assert asked("dakkapel", **gezicht) == {"zij_naar_openbaar"}


@pytest.mark.parametrize("slug", MUNICIPALITIES)
def test_at_the_front_the_municipality_does_not_ask_whether_the_side_is_public(slug: str) -> None:
    assert "zij_naar_openbaar" not in asked("dakkapel-lokaal", slug, vlak="voor")


def test_a_monument_is_settled_at_once_by_the_national_rule() -> None:
    assert asked("dakkapel", monument="ja") == set()
    assert "zij_naar_openbaar" not in asked("dakkapel", vlak="voor", monument="nee")


def test_of_a_monument_at_the_front_only_what_could_make_it_not_fit_is_asked() -> None:
    """It is never free; so what would only keep it from being free is not asked any more."""
    at_front = {"vlak": "voor", "monument": "ja"}
    assert "beschermd_gezicht" not in asked("dakkapel-lokaal", "heidewoud", **at_front)
    assert asked("dakkapel-lokaal", "oostermark", **at_front) == {"breedte_m", "dakvlak_breedte_m"}


def test_in_heidewoud_the_centre_decides_which_measures_are_asked() -> None:
    front = {"vlak": "voor"}
    inside = asked("dakkapel-lokaal", "heidewoud", **front, centrum="ja")
    assert inside == {"hoogte_m", "breedte_m", "afstand_links_m", "afstand_rechts_m", "in_lijn"}
    outside = asked("dakkapel-lokaal", "heidewoud", **front, centrum="nee")
    assert outside.isdisjoint({"breedte_m", "in_lijn", "dakvlak_breedte_m"})
    assert {"monument", "beschermd_gezicht", "onderkant_m"} <= outside


def test_too_high_in_either_part_of_heidewoud_only_the_reason_is_asked() -> None:
    """Outside the centre it is a rule of the plan, inside a policy rule: another way on."""
    assert asked("dakkapel-lokaal", "heidewoud", vlak="voor", hoogte_m="1.80") == {"centrum"}


def test_a_child_that_does_not_come_along_is_told_so_whatever_the_document_is() -> None:
    facts = {
        "leeftijd": "15",
        "gezaghouders": "2",
        "toestemmingen": "2",
        "toestemming_maanden": "1",
    }
    assert asked("reisdocument-kind", **facts, kind_mee="nee") == {"document"}
    assert asked("reisdocument-kind", **facts, kind_mee="nee", document="paspoort") == set()


def test_who_moves_alone_is_not_asked_for_an_authorisation() -> None:
    facts = {"aangever_relatie": "zelf", "aangever_leeftijd": "30", "route": "binnen_gemeente"}
    assert asked("verhuizen", **facts) == {"aangiftedatum", "verhuisdatum"}
    assert asked("verhuizen", **facts, signalen="veiligheid:stalking") == set()


def test_who_must_appear_in_person_is_asked_whether_it_is_too_early() -> None:
    facts = {"aangever_relatie": "zelf", "aangever_leeftijd": "30", "zelfde_nieuwe_adres": "ja"}
    abroad = {**facts, "route": "buitenland", "richting": "uit", "aangiftedatum": "2026-11-23"}
    leaving = {**abroad, "signalen": "echtgenoot_blijft_op_adres"}
    assert asked("verhuizen", **leaving) == {"verhuisdatum"}
    assert judged("verhuizen", **leaving, verhuisdatum="2026-12-24").also == ("te_vroeg",)
    assert asked("verhuizen", **leaving, verhuisdatum="2026-12-24") == set()
    arriving = {**abroad, "richting": "in", "signalen": ""}
    assert asked("verhuizen", **arriving) == set()  # nobody arrives too early


def test_who_still_needs_a_consent_is_asked_whether_the_child_comes_along() -> None:
    facts = {"document": "paspoort", "leeftijd": "9", "gezaghouders": "2", "toestemmingen": "1"}
    assert "kind_mee" in asked("reisdocument-kind", **facts)


MISSING = ("vlak", "zij_naar_openbaar", "hoogte_m", "monument", "beschermd_gezicht")
TRIED = {
    "vlak": ("achter", "zij", "voor"),
    "hoogte_m": ("1.40", "1.50", "1.60", "1.75", "1.80"),
}


@pytest.mark.parametrize(
    ("name", "slug"), [("dakkapel", "waterdam"), *(("dakkapel-lokaal", s) for s in MUNICIPALITIES)]
)
@pytest.mark.parametrize("centre", ["ja", "nee"])
def test_by_brute_force_nothing_else_is_asked_and_nothing_left_out(
    name: str, slug: str, centre: str
) -> None:
    local = {"breedte_m": "2.40", "dakvlak_breedte_m": "6", "in_lijn": "ja", "centrum": centre}
    rest = without(*MISSING, **(local if name == "dakkapel-lokaal" else {}))
    cases = [
        dict(zip(MISSING, values, strict=True))
        for values in product(*(TRIED.get(each, ("ja", "nee")) for each in MISSING))
    ]
    ends = [(case, judged(name, slug, **rest, **case).outcome) for case in cases]
    turning = {
        fact
        for fact in MISSING
        for case, end in ends
        for other, other_end in ends
        if end != other_end and {**case, fact: ""} == {**other, fact: ""}
    }
    assert asked(name, slug, **rest) == turning


def test_what_would_help_names_the_outcome_that_then_follows_not_one_that_is_shown_alike() -> None:
    """Under sixteen somebody calls first; not because an address is to be kept secret."""
    told = judged(
        "verhuizen",
        aangever_relatie="zelf",
        aangever_leeftijd="15",
        zelfde_nieuwe_adres="ja",
        machtiging="nvt",
        aangiftedatum="2026-11-25",
        verhuisdatum="2027-01-20",
        route="binnen_gemeente",
        richting="nvt",
        medeverhuizers="",
        signalen="",
    )
    found = nearest_change(told)
    assert found is not None
    assert (found.outcome, found.label) == ("bellen", "Een medewerker belt er eerst over")
