# SPDX-License-Identifier: EUPL-1.2
"""The three municipalities with their registers loaded, once for each file of tests.

Each test runs in a savepoint of that one transaction, so what it changes is gone afterwards.
"""

from collections.abc import Iterator

import pytest
from demo.registers.generate import HERE
from django.db import transaction
from pytest_django import DjangoDbBlocker

from gemeengoed.gateways.adressen.operations import load_register
from gemeengoed.gateways.brp.operations import load_persons
from gemeengoed.gateways.zaken.operations import load_catalogue
from gemeengoed.municipalities.models import Municipality

SLUGS = ("waterdam", "heidewoud", "oostermark")


@pytest.fixture(scope="module")
def registers(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        for slug in SLUGS:
            Municipality.objects.create(slug=slug, name=slug.title(), form="u")
            load_register(municipality=slug, path=HERE / slug / "adressen.csv")
            load_persons(municipality=slug, path=HERE / slug / "personen.csv")
            load_catalogue(municipality=slug, path=HERE / "zaaktypen.yaml")
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)


@pytest.fixture
def municipalities(registers: None, db: None) -> list[str]:
    return list(SLUGS)
