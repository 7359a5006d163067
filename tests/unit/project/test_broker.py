# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed broker``: connecting a municipality to its broker for DigiD."""

import argparse

import pytest

from gemeengoed.gateways.digid.models import OidcBroker
from gemeengoed.municipalities.models import Municipality
from gemeengoed.project.commands import broker
from gemeengoed.project.errors import CannotStartError

pytestmark = pytest.mark.django_db
VARIABLE = "GEMEENGOED_DIGID_SECRET_WATERDAM"


@pytest.fixture(autouse=True)
def waterdam(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broker, "django_ready", lambda **_: None)
    Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")


def run(*more: str, issuer: str = "https://broker.example/", gemeente: str = "waterdam") -> int:
    parser = argparse.ArgumentParser()
    broker.add_arguments(parser)
    given = ["--gemeente", gemeente, "--issuer", issuer, "--client-id", "us"]
    return broker.run(parser.parse_args([*given, "--secret-variable", VARIABLE, *more]))


def test_a_broker_is_saved_with_what_it_calls_otherwise() -> None:
    assert run("--level", "basis=10", "--level", "midden=20", "--bsn-claim", "urn:bsn") == 0
    row = OidcBroker.objects.get()
    assert row.issuer == "https://broker.example"
    assert row.level_values == {"basis": "10", "midden": "20"}
    assert (row.bsn_claim, row.level_claim, row.secret_variable) == ("urn:bsn", "acr", VARIABLE)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"issuer": "http://broker.example"}, "https"),
        ({"gemeente": "nergens"}, "nergens"),
    ],
)
def test_a_fault_is_told_in_a_sentence(given: dict[str, str], told: str) -> None:
    with pytest.raises(CannotStartError, match=told):
        run(**given)
    assert not OidcBroker.objects.exists()
