# SPDX-License-Identifier: EUPL-1.2
"""What is found in a text, and what is left alone."""

import pytest

from gemeengoed.language.plain.examining import LONGEST_SENTENCE, examine
from gemeengoed.language.plain.findings import Finding, Kind
from gemeengoed.language.plain.wording import WordList

WORDS = WordList(
    {"indien": "als", "omtrent": "over", "dient te": "moet", "leges": "kosten"},
    ["digid", "verklaring omtrent het gedrag", "gehandicaptenparkeerkaart"],
)

REFUSED = [
    ("Dat mag niet, indien er een boom staat.", Kind.OFFICIAL_WORD, "indien"),
    ("Een formulier dient te worden getekend.", Kind.OFFICIAL_WORD, "dient te"),
    ("Het gaat om restitutie van het bedrag.", Kind.RARE_WORD, "restitutie"),
    ("Vraag een arbeidsongeschiktheidsuitkering aan.", Kind.LONG_WORD, "arbeidsongesch"),
    ("Het formulier wordt bekeken door een medewerker.", Kind.PASSIVE, "wordt … bekeken"),
    ("Eerst wordt de brief gelezen, dan wordt hij bewaard.", Kind.PASSIVE, "wordt … gelezen"),
    ("Voor het aanvragen van een pas is een foto nodig.", Kind.NOMINAL, "het aanvragen van"),
    ("Neem een foto mee, i.v.m. de pas.", Kind.ABBREVIATION, "i.v.m."),
    ("Bel bijv. de balie.", Kind.ABBREVIATION, "bijv."),
    ("Vraag het aan de XYZ.", Kind.ABBREVIATION, "XYZ"),
    ("Neem foto('s) mee voor de (bouw)vergunning.", Kind.BRACKETS, "(bouw)v"),
    ("Een paspoort en/of een kaart.", Kind.BRACKETS, "en/of"),
    ("Dat is " + "heel " * LONGEST_SENTENCE + "veel.", Kind.LONG_SENTENCE, "Dat is heel"),
]


def refused(text: str) -> list[Finding]:
    return [finding for finding in examine(text, WORDS) if not finding.is_hint]


@pytest.mark.parametrize(("text", "kind", "words"), REFUSED, ids=[row[2] for row in REFUSED])
def test_what_is_not_plain_is_found_with_a_reason_and_advice(
    text: str, kind: Kind, words: str
) -> None:
    found = [each for each in refused(text) if each.kind is kind]
    assert found, examine(text, WORDS)
    assert found[0].words.startswith(words)
    assert found[0].why
    assert found[0].advice


@pytest.mark.parametrize(
    "text",
    [
        "Een parkeervergunning vraag je aan met DigiD.",  # a compound of common words
        "Een verklaring omtrent het gedrag kost geld.",  # the name of a thing
        "De gehandicaptenparkeerkaart is op naam.",  # long, and listed as known
        "Dat staat in de Basisregistratie Personen (BRP).",  # explained where it stands
        "Bel §telefoon of kijk op [de pagina](https://www.aanvraagformulierenoverzicht.example).",
        "Wie 18 wordt, krijgt bericht van de gemeente.",  # wordt without a participle
        "Neem mee:\n\n- een foto\n- een bewijs van bewoning\n- de sleutel van het huis",
        "Dat kost € 12,50 en het duurt tot 8.30 uur.",
        "Foto's van de pasjes van je opa's en oma's zijn goed.",
    ],
)
def test_plain_dutch_is_left_alone(text: str) -> None:
    assert refused(text) == []


def test_a_passive_alone_is_a_hint_and_refuses_nothing() -> None:
    found = examine("Het gesprek wordt bewaard.", WORDS)
    assert [(each.kind, each.is_hint) for each in found] == [(Kind.PASSIVE, True)]


def test_a_sentence_of_sixteen_words_is_a_hint() -> None:
    found = examine("Dat is " + "heel " * 13 + "veel.", WORDS)
    assert [(each.kind, each.is_hint) for each in found] == [(Kind.LONG_SENTENCE, True)]


def test_each_item_of_a_list_is_a_sentence_of_its_own() -> None:
    text = "Dit is nodig:\n" + "- een foto van het huis en de straat\n" * 8
    assert refused(text) == []


def test_a_finding_names_its_own_sentence_only() -> None:
    (found,) = refused("Dat mag. Indien het kan, bel dan. Tot ziens.")
    assert found.sentence == "Indien het kan, bel dan."
