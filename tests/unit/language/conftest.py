# SPDX-License-Identifier: EUPL-1.2
"""A small reader of four topics, trained once for all tests of this room."""

import pytest

from gemeengoed.language.reader import TrainedReader
from gemeengoed.language.reading import Examples

SMALL = Examples(
    questions={
        "paspoort": (
            "paspoort", "paspoort aanvragen", "wat kost een paspoort", "nieuw paspoort nodig",
            "mijn paspoort is verlopen", "hoe lang is een paspoort geldig", "paspoort verlengen",
            "ik wil een paspoort aanvragen", "hoe vraag ik een paspoort aan",
            "wat moet ik meenemen voor een paspoort", "hoe snel is mijn paspoort klaar",
        ),
        "reisdocument-kind": (
            "paspoort voor mijn kind", "paspoort kind", "paspoort voor mijn dochter",
            "identiteitskaart voor kind aanvragen", "moet mijn kind mee voor een paspoort",
            "paspoort voor de baby", "id kaart voor mijn zoon", "toestemming ouders paspoort kind",
            "wat kost een paspoort voor een kind", "voor een kind een paspoort aanvragen",
        ),
        "grofvuil": (
            "grofvuil", "grofvuil laten ophalen", "wanneer halen jullie grofvuil op",
            "oude bank laten ophalen", "ik wil van mijn matras af", "wat kost grofvuil ophalen",
            "koelkast weg laten halen", "grof vuil aan de straat", "meubels laten ophalen",
            "afspraak maken voor grofvuil", "grofvuil aanmelden",
        ),
        "verhuizen": (
            "verhuizen", "verhuizing doorgeven", "ik ga verhuizen", "adres wijzigen",
            "ik heb een nieuw adres", "hoe geef ik mijn verhuizing door", "ik ben verhuisd",
            "nieuwe woning inschrijven", "wanneer moet ik mijn verhuizing doorgeven",
            "ik verhuis binnen de gemeente", "adreswijziging doorgeven", "wij gaan verhuizen",
        ),
    },
    negatives=(
        "hoeveel is de zorgtoeslag", "mijn pizza is koud", "wat wordt het weer", "blaat",
        "kaartje voor de bioscoop", "hoe laat gaat de trein", "mag ik een hond lenen",
        "mijn laptop doet het niet", "wat is de hoofdstad van peru", "asdf qwer",
    ),
    labels={"paspoort": "Paspoort aanvragen", "reisdocument-kind": "Paspoort voor een kind"},
)  # fmt: skip


@pytest.fixture(scope="session")
def examples():
    return SMALL


@pytest.fixture(scope="session")
def model():
    # scikit-learn takes seconds to import, also in a process that only counts these tests.
    from gemeengoed.language.classifier.training import train  # noqa: PLC0415

    return train(SMALL)


@pytest.fixture(scope="session")
def reader(model):
    return TrainedReader(model)
