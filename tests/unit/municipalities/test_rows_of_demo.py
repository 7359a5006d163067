# SPDX-License-Identifier: EUPL-1.2
"""The rows of the demo stay from test to test; whatever one does to them, the next has them new."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from tests.demo_rows import DemoRows

from gemeengoed.audit.models import AuditRecord
from gemeengoed.gateways.adressen.models import DemoAddress
from gemeengoed.municipalities.models import Municipality

pytestmark = pytest.mark.django_db(transaction=True)
NIGHT = datetime(2026, 11, 23, tzinfo=UTC)


def rename() -> None:
    Municipality.objects.update(name="X")


def remove() -> None:
    DemoAddress.objects.first().delete()


def add_municipality() -> None:
    Municipality.objects.create(slug="x", name="X", form="u")


def add_record() -> None:
    AuditRecord.objects.create(at=NIGHT, action="x", actor="x", subject="x")


def rows() -> list[object]:
    models = (Municipality, DemoAddress, AuditRecord)
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.mark.parametrize("disturb", [rename, remove, add_municipality, add_record])
def test_the_next_test_finds_them_as_they_were(
    demo_municipalities: None,
    rows_of_demo: DemoRows,
    request: pytest.FixtureRequest,
    disturb: Callable[[], None],
) -> None:
    rows_of_demo.empty_tables()
    rows_of_demo.before(request.node)
    assert rows_of_demo.stand
    as_new = rows()

    disturb()
    assert rows() != as_new
    rows_of_demo.after_commits()
    assert rows_of_demo.stand is (disturb in (add_municipality, add_record))
    rows_of_demo.in_test()
    assert rows() == as_new


def test_a_test_that_does_not_want_them_finds_none(db: None) -> None:
    assert rows() == [[], [], []]
