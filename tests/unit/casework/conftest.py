# SPDX-License-Identifier: EUPL-1.2
"""A municipality, a colleague, and a way to open an interne_taak."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from gemeengoed.accounts.models import User
from gemeengoed.casework.models import InterneTaak, WorkProfile
from gemeengoed.casework.operations import open_interne_taak
from gemeengoed.municipalities.models import Membership, Municipality

NIGHT = datetime(2026, 11, 23, 3, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
CONVERSATION = UUID("6f0f2f0e-0f2b-4c7b-9d59-0a3d4a3c1f11")


@pytest.fixture
def waterdam(db) -> Municipality:
    return Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")


@pytest.fixture
def oostermark(db) -> Municipality:
    return Municipality.objects.create(slug="oostermark", name="Oostermark", form="u")


@pytest.fixture
def colleague(waterdam) -> Callable[..., User]:
    """colleague("Bilal"): somebody who works on interne taken in Waterdam, or elsewhere."""

    def made(
        name: str, *roles: str, where: Municipality = waterdam, mandates=(), **profile
    ) -> User:
        user = User.objects.create_user(f"{name.lower()}@waterdam.example", display_name=name)
        Membership.objects.create(
            municipality=where,
            user=user,
            roles=list(roles) or ["medewerker"],
            mandates=list(mandates),
        )
        WorkProfile.objects.create(
            municipality=where, user=user, **{"languages": ["nl"], **profile}
        )
        return user

    return made


@pytest.fixture
def anja(colleague) -> User:
    return colleague("Anja")


@pytest.fixture
def bilal(colleague) -> User:
    return colleague("Bilal")


@pytest.fixture
def open_one(waterdam) -> Callable[..., InterneTaak]:
    def opened(**changed) -> InterneTaak:
        wanted = {
            "municipality": waterdam,
            "kind": "terugbelverzoek",
            "topic": "gesprek-medewerker",
            "term_days": 2,
            "answers": {"telefoon": "+31612345678"},
            "display": {"Telefoonnummer": "06 12345678", "Wanneer": "In de ochtend"},
            "origin_key": "een-wens",
            "conversation_id": CONVERSATION,
            "now": NIGHT,
        }
        return open_interne_taak(**{**wanted, **changed})

    return opened
