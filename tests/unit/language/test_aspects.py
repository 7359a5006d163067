# SPDX-License-Identifier: EUPL-1.2
import pytest

from gemeengoed.language.aspects import aspects
from gemeengoed.language.normalising import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wat kost een paspoort", ("kosten",)),
        ("Hoe duur is dat?", ("kosten",)),
        ("wat zijn de kosten", ("kosten",)),
        ("wat is de prijs van een rijbewijs", ("kosten",)),
        ("hoeveel moet ik betalen", ("kosten",)),
        ("wat moet ik meenemen", ("meenemen",)),
        ("welke papieren heb ik nodig", ("meenemen",)),
        ("welke gegevens heb ik nodig", ("meenemen",)),
        ("welke gegevens hebben jullie van mij", ()),
        ("hoe gaat het met jou", ()),
        ("hoe lang duurt het", ("duur",)),
        ("wanneer is mijn paspoort klaar", ("duur",)),
        ("hoe lang is een paspoort geldig", ("geldigheid",)),
        ("moet ik een afspraak maken", ("afspraak",)),
        ("kan ik zonder afspraak langskomen", ("afspraak",)),
        ("hoe staat het met mijn aanvraag", ("status",)),
        ("hoe maak ik bezwaar", ("bezwaar",)),
        ("wie mag dat doen", ("wie",)),
        ("kom ik in aanmerking", ("wie",)),
        ("hoe vraag ik dat aan", ("hoe",)),
        ("waar kan ik dat regelen", ("hoe",)),
        ("wat is een dakkapel", ("wat",)),
        ("paspoort", ()),
        ("hoe duur is het en moet ik een afspraak maken", ("kosten", "afspraak")),
        ("moet ik een afspraak maken en wat kost het en hoe lang duurt het",
         ("afspraak", "kosten", "duur")),
        ("wat is dat en wat kost het", ("wat", "kosten")),
        ("", ()),
    ],
)  # fmt: skip
def test_aspects_are_told_in_the_order_of_the_text(text, expected):
    assert aspects(plain(text).text) == expected
