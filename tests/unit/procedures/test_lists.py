# SPDX-License-Identifier: EUPL-1.2
"""Lists of words, some of which carry a value, and lists of things with fields of their own."""

from datetime import date
from decimal import Decimal

import pytest

from gemeengoed.procedures.asking import unknown_facts
from gemeengoed.procedures.conditions import AllOf, Comparison, FactNamed, Not, Operator
from gemeengoed.procedures.errors import FactsRefusedError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.procedure import Combination, Input, Kind, Outcome, Procedure
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.receipt import receipt_of, replay
from gemeengoed.procedures.table import HitPolicy, Purpose, Row, RuleKind, Source, Table

DAY = date(2026, 11, 23)
SOURCE = Source("Wet", "1", "2026", "https://wet.example", date(2020, 1, 1))
AGE = Input("leeftijd", Kind.NUMBER, "Leeftijd", minimum=Decimal(0), maximum=Decimal(120))
NUMBERS = tuple(
    Input(name, Kind.NUMBER, name, minimum=Decimal(0), maximum=Decimal(99))
    for name in ("personen", "drempel")
)


def row(id, outcome, when=AllOf(()), requires=None):  # noqa: B008 (a frozen constant)
    return Row(
        id, id, outcome, RuleKind.STATUTE, SOURCE, Purpose("Daarom.", "iedereen"), when, requires
    )


def table(id, *rows, for_each=None):
    return Table(id, id, HitPolicy.COLLECT, rows, otherwise="goed", for_each=for_each)


PROCEDURE = Procedure(
    id="mee",
    label="Mee",
    inputs={
        "vroeg": Input("vroeg", Kind.YES_NO, "Te vroeg"),
        "mee": Input(
            "mee",
            Kind.ITEMS,
            "Mee",
            optional=True,
            fields=(Input("relatie", Kind.CHOICE, "Relatie", options=("kind", "vriend")), AGE),
        ),
        "signalen": Input(
            "signalen",
            Kind.LIST,
            "Signalen",
            optional=True,
            options=("gevaar", "personen", "drempel"),
            fields=NUMBERS,
        ),
        "drempel": NUMBERS[1],
    },
    derived=(),
    tables=(
        table("geheel", row("vroeg", "wacht", Comparison("vroeg", Operator.IS, True))),
        table(
            "signalen",
            row("gevaar", "bel", Comparison("signalen", Operator.HAS, "gevaar")),
            row(
                "vol",
                "bel",
                Comparison("signalen", Operator.HAS, "personen"),
                Comparison("personen", Operator.AT_MOST, FactNamed("drempel")),
            ),
        ),
        table(
            "mee",
            row("vriend", "papier", Comparison("relatie", Operator.IS, "vriend")),
            row("oud", "papier", Not(Comparison("leeftijd", Operator.BELOW, Decimal(18)))),
            for_each="mee",
        ),
        table(
            "ook",
            row("baby", "bel", Comparison("leeftijd", Operator.BELOW, Decimal(1))),
            for_each="mee",
        ),
    ),
    outcomes=tuple(Outcome(id, id, id) for id in ("wacht", "bel", "papier", "goed")),
    combination=Combination.COLLECT,
    fills={"drempel": Decimal(6)},
)


def judged(**written):
    facts = read_facts(PROCEDURE, {"vroeg": "nee", **written})
    return evaluate(PROCEDURE, facts, DAY)


def faults(**written):
    with pytest.raises(FactsRefusedError) as refused:
        read_facts(PROCEDURE, written)
    return {fault.fact: fault.message for fault in refused.value.faults}


# --- words with a value ---------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["gevaar", "gevaar:brand", "gevaar:heel bang thuis"])
def test_a_word_counts_whatever_value_it_carries(written):
    assert judged(signalen=written).shown == "bel"


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("personen:6", "goed"),
        ("personen:7", "bel"),
        ("personen:7 drempel:7", "goed"),
        ("personen:7;drempel:7", "goed"),
        ("personen:3 drempel:2", "bel"),
        ("drempel:1", "goed"),
    ],
)
def test_a_value_in_a_list_is_a_fact_and_goes_before_what_the_municipality_filled(written, outcome):
    assert judged(signalen=written).shown == outcome


@pytest.mark.parametrize("written", ["", "nvt", "geen", None])
def test_an_empty_list_has_nothing_in_it(written):
    judgement = judged(signalen=written, mee=written)
    assert judgement.facts["signalen"] == judgement.facts["mee"] == ()
    assert judgement.shown == "goed"


def test_not_applicable_in_place_of_yes_or_no_is_not_known_and_asked_where_it_matters():
    assert "vroeg" not in read_facts(PROCEDURE, {"vroeg": "nvt"})
    assert unknown_facts(judged(vroeg="nvt")) == ("vroeg",)


def test_every_fault_of_a_list_is_told_at_once_with_what_is_allowed():
    found = faults(vroeg="misschien", signalen="onzin;personen:veel;drempel;personen:100")
    assert set(found) == {"vroeg", "signalen"}
    told = found["signalen"]
    assert "'onzin' is onbekend; kies uit: gevaar, personen, drempel" in told
    assert "in 'personen:veel': 'veel' is geen getal" in told
    assert "bij drempel hoort een waarde" in told
    assert "100 is niet aannemelijk; verwacht 0 tot 99" in told
    assert "personen staat er meer dan een keer" in told


def test_every_fault_of_things_in_a_list_is_told_at_once():
    told = faults(mee="buurman:40;kind:-1;kind:200;kind:4:5")["mee"]
    assert "in 'buurman:40': 'buurman' kan niet; kies uit: kind, vriend" in told
    assert "-1 is niet aannemelijk; verwacht 0 tot 120" in told
    assert "200 is niet aannemelijk" in told
    assert "'kind:4:5' heeft te veel delen" in told


@pytest.mark.parametrize("written", ["1066-10-14", "9999-12-31"])
def test_a_day_in_a_year_that_cannot_be_is_refused(written):
    day = Input("dag", Kind.DATE, "Dag")
    procedure = Procedure("p", "P", {"dag": day}, (), (), ())
    with pytest.raises(FactsRefusedError, match="niet aannemelijk"):
        read_facts(procedure, {"dag": written})


# --- things judged one by one ---------------------------------------------------------------------


def test_each_gets_its_own_outcome_over_all_tables():
    judgement = judged(mee="kind:0;kind:10;vriend:30")
    assert judgement.per_item == {"kind:0": "bel", "kind:10": "goed", "vriend:30": "papier"}
    assert judgement.shown == "bel"


def test_who_is_in_order_is_told_beside_who_is_not():
    assert judged(mee="kind:10;vriend:30").also == ("goed",)
    assert judged(mee="vriend:30").also == ()


def test_nobody_is_in_order_when_something_is_the_matter_with_the_whole():
    assert judged(vroeg="ja", mee="kind:10;vriend:30").also == ("papier",)
    assert judged(signalen="gevaar", mee="kind:10;vriend:30").also == ("papier",)


def test_what_is_not_known_of_one_is_asked_by_the_name_of_the_list():
    judgement = judged(mee="kind;vriend:30")
    assert judgement.shown == "onbekend"
    assert unknown_facts(judgement) == ("mee",)
    assert judgement.per_item == {"vriend:30": "papier"}


def test_a_receipt_has_what_was_given_and_not_what_the_municipality_filled():
    judgement = judged(signalen="personen:7", mee="kind:10")
    receipt = receipt_of(judgement, "waterdam")
    assert receipt.facts == {"vroeg": "nee", "signalen": "personen:7", "mee": "kind:10"}
    assert replay(receipt, PROCEDURE).shown == judgement.shown
