# SPDX-License-Identifier: EUPL-1.2
"""The three municipalities with their registers loaded."""

import pytest
from demo.registers.generate import HERE

from gemeengoed.gateways.adressen.operations import load_register
from gemeengoed.gateways.brp.operations import load_persons
from gemeengoed.gateways.zaken.operations import load_catalogue
from gemeengoed.municipalities.models import Municipality


@pytest.fixture
def municipalities(db) -> list[str]:
    slugs = ["waterdam", "heidewoud", "oostermark"]
    for slug in slugs:
        Municipality.objects.create(slug=slug, name=slug.title(), form="u")
        load_register(municipality=slug, path=HERE / slug / "adressen.csv")
        load_persons(municipality=slug, path=HERE / slug / "personen.csv")
        load_catalogue(municipality=slug, path=HERE / "zaaktypen.yaml")
    return slugs
