# SPDX-License-Identifier: EUPL-1.2
"""Two municipalities with colleagues, and interne taken to work on."""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from gemeengoed.accounts.models import User
from gemeengoed.casework.models import InterneTaak, WorkProfile
from gemeengoed.casework.operations import open_interne_taak
from gemeengoed.municipalities.models import Membership, Municipality
from gemeengoed.terms.clock import Clock

PASSWORD = "een-wachtwoord"
MONDAY = datetime(2026, 11, 23, 10, 15, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def business_time(published, settings) -> None:
    """Monday morning, and the password log-in of the demo."""
    settings.CLOCK = Clock(lambda: MONDAY)
    settings.DEMO = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def waterdam(db) -> Municipality:
    return Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")


@pytest.fixture
def oostermark(db) -> Municipality:
    return Municipality.objects.create(slug="oostermark", name="Oostermark", form="u")


@pytest.fixture
def colleague() -> Callable[..., User]:
    def made(name: str, where: Municipality, *roles: str) -> User:
        user = User.objects.create_user(
            f"{name.lower()}@{where.slug}.example", password=PASSWORD, display_name=name
        )
        Membership.objects.create(municipality=where, user=user, roles=list(roles))
        return user

    return made


@pytest.fixture
def anja(colleague, waterdam) -> User:
    return colleague("Anja", waterdam, "medewerker")


@pytest.fixture
def bilal(colleague, waterdam) -> User:
    """Who likes to call and knows of moving house."""
    user = colleague("Bilal", waterdam, "medewerker")
    WorkProfile.objects.create(
        municipality=waterdam,
        user=user,
        competences={"verhuizen": 3},
        preferences={"bellen": "graag"},
        languages=["nl"],
    )
    return user


@pytest.fixture
def karima(colleague, oostermark) -> User:
    return colleague("Karima", oostermark, "medewerker")


@pytest.fixture
def browser_of() -> Callable[[User], Client]:
    """Logged in; it must send the CSRF token as a real one must."""

    def made(user: User) -> Client:
        client = Client(enforce_csrf_checks=True)
        client.force_login(user)
        return client

    return made


@pytest.fixture
def browser(anja, browser_of) -> Client:
    return browser_of(anja)


@pytest.fixture
def open_one(waterdam) -> Callable[..., InterneTaak]:
    def opened(**changed) -> InterneTaak:
        wanted = {
            "municipality": waterdam,
            "kind": "terugbelverzoek",
            "topic": "gesprek-medewerker",
            "term_days": 2,
            "answers": {"telefoon": "+31612345678"},
            "display": {"Telefoonnummer": "06 12345678", "Onderwerp": "Mijn <b>paspoort</b>"},
            "origin_key": str(uuid4()),
            "conversation_id": uuid4(),
            "now": MONDAY,
        }
        return open_interne_taak(**{**wanted, **changed})

    return opened
