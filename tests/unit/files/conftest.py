# SPDX-License-Identifier: EUPL-1.2
"""A municipality, and a scanner in place of the one that is connected."""

from collections.abc import Iterator

import pytest
from tests.unit.files.making import Scanner

from gemeengoed.files import scanning
from gemeengoed.files.scanning import supply_scanner
from gemeengoed.municipalities.models import Municipality


@pytest.fixture
def waterdam(db: None) -> Municipality:
    return Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")


@pytest.fixture(autouse=True)
def scanner() -> Iterator[Scanner]:
    before = scanning.scanner()
    ours = Scanner()
    supply_scanner(ours)
    yield ours
    supply_scanner(before)
