# SPDX-License-Identifier: EUPL-1.2
"""The client and the demo zaakregister speak the Zaken and Catalogi API as they are described, and
the client understands what a real register said."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from demo.registers.generate import HERE
from tests.contract.zgw import CheckedExchange, faults, folder, recorded

from gemeengoed.gateways.zaken import bodies
from gemeengoed.gateways.zaken.answers import rol_of, zaak_of
from gemeengoed.gateways.zaken.client import ZgwZaken
from gemeengoed.gateways.zaken.demo import DemoExchange
from gemeengoed.gateways.zaken.errors import (
    IdentificatieTakenError,
    NotYetError,
    RefusedError,
    ZaakClosedError,
)
from gemeengoed.gateways.zaken.operations import load_catalogue
from gemeengoed.gateways.zaken.refusals import refuse
from gemeengoed.gateways.zaken.shapes import AddressObject, Contact, NewZaak, Rol, Roltype
from gemeengoed.municipalities.models import Municipality
from gemeengoed.terms.clock import Clock

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
ADDRESS = AddressObject("0999200000000012", "Kerkstraat", 22, "A2", "1994AB", "Waterdam")


@pytest.fixture(autouse=True)
def standards() -> None:
    if folder() is None:
        pytest.skip("skipped: not present")


@pytest.fixture
def exchange(db: None, settings: Any) -> Iterator[CheckedExchange]:
    settings.CLOCK = Clock(lambda: NOW)
    Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")
    load_catalogue(municipality="waterdam", path=HERE / "zaaktypen.yaml")
    checked = CheckedExchange(DemoExchange())
    yield checked
    of_real_ones = of_recordings()
    problems = {each for each in checked.problems if what_and_rule(each) not in of_real_ones}
    assert not problems, "\n" + "\n".join(sorted(problems))


def what_and_rule(problem: str) -> str:
    """``eindeObject breaks type``: the field and the rule, wherever it stands."""
    found = re.search(r"(\w+ breaks \w+)$", problem)
    return found[1] if found else problem


@cache
def of_recordings() -> frozenset[str]:
    """Where Open Zaak's own answers are not as described: an empty text or null for nothing."""
    checked = CheckedExchange(DemoExchange())
    for method in ("GET", "POST"):
        for each in recorded(
            method, r"/(zaken|catalogi)/api/v1/(zaken|rollen|zaaktypen|zaakobj).*"
        ):
            if each["status"] < 300 and "audittrail" not in each["url"]:
                checked.look_at(method.lower(), each["url"], each["status"], each["resp"])
    return frozenset(what_and_rule(problem) for problem in checked.problems)


def new() -> NewZaak:
    return NewZaak(
        "WT-4827-1963",
        "VERHUIZING",
        date(2026, 11, 23),
        "Verhuizing",
        toelichting="Verhuisdatum: 1 december",
        communicatiekanaal="Digitale assistent",
        kenmerken={"gesprek": "6f0f2f0e-0f2b-4c7b-9d59-0a3d4a3c1f11"},
    )


def test_a_whole_zaak_from_beginning_to_end_is_as_described(exchange: CheckedExchange) -> None:
    zaken = ZgwZaken(exchange)
    assert zaken.find("waterdam", "WT-4827-1963") is None
    zaak = zaken.create("waterdam", new()).url
    contact = Contact("A. Jansen", "a@example.nl", "0612345678")
    zaken.add_rol("waterdam", zaak, Rol(Roltype.INITIATOR, "Jansen", "999990019", contact=contact))
    zaken.add_rol("waterdam", zaak, Rol(Roltype.BELANGHEBBENDE, "Pieters", "999991772"))
    zaken.add_rol("waterdam", zaak, Rol(Roltype.BEHANDELAAR, "Bilal", medewerker="bilal"))
    zaken.add_eigenschap("waterdam", zaak, "datumVerhuizing", "2026-12-01")
    zaken.add_object("waterdam", zaak, ADDRESS, "nieuw adres")
    zaken.set_status("waterdam", zaak, 1, NOW, "Digitale assistent")
    zaken.set_resultaat("waterdam", zaak, "Verwerkt")
    zaken.close("waterdam", zaak, NOW)
    assert len(zaken.rollen("waterdam", zaak)) == 3
    assert len(zaken.eigenschappen("waterdam", zaak)) == len(zaken.objects("waterdam", zaak)) == 1
    assert zaken.read("waterdam", zaak).is_closed
    assert zaken.find("waterdam", "WT-4827-1963") is not None
    assert len(exchange.asked) == 16, exchange.asked


def test_refusals_are_as_described(exchange: CheckedExchange) -> None:
    zaken = ZgwZaken(exchange)
    zaak = zaken.create("waterdam", new()).url
    with suppress(IdentificatieTakenError):
        zaken.create("waterdam", new())
    with suppress(RefusedError):
        zaken.add_rol("waterdam", zaak, Rol(Roltype.INITIATOR, "Jansen", "123456789"))
    with suppress(NotYetError):
        zaken.set_status("waterdam", zaak, 1, NOW + timedelta(days=1))
    with suppress(RefusedError):
        zaken.close("waterdam", zaak, NOW)
    zaken.set_resultaat("waterdam", zaak, "Verwerkt")
    zaken.close("waterdam", zaak, NOW)
    with suppress(ZaakClosedError):
        zaken.add_object("waterdam", zaak, ADDRESS, "nieuw adres")
    refused = {asked for asked in exchange.asked if asked.endswith((" 400", " 403"))}
    assert len(refused) == 4, refused


def test_what_a_real_register_told_of_a_zaak_is_read() -> None:
    found = list(recorded("GET", r"/zaken/api/v1/zaken/[0-9a-f-]{36}\?expand=.*"))
    assert found
    told = found[-1]["resp"]
    with pytest.raises(KeyError):  # that request did not ask for the name of the resultaat
        zaak_of(told)
    del told["_expand"]["resultaat"]
    zaak = zaak_of(told)
    assert (zaak.identificatie, zaak.startdatum) == ("ZAAK-2026-0000000014", date(2026, 11, 23))
    assert zaak.uiterlijke_einddatum_afdoening == date(2026, 11, 28)
    assert zaak.is_closed
    assert zaak.status is not None
    assert (zaak.status.omschrijving, zaak.status.number) == ("Afgehandeld", 3)
    assert Roltype.INITIATOR in {rol.roltype for rol in zaak.rollen}


def test_every_rol_that_a_real_register_took_is_read() -> None:
    taken = [each for each in recorded("POST", r"/zaken/api/v1/rollen") if each["status"] == 201]
    assert taken
    for each in taken:
        rol = rol_of(each["resp"])
        assert rol.bsn == each["body"]["betrokkeneIdentificatie"].get("inpBsn", "")
        assert rol.toelichting == each["body"]["roltoelichting"]


def test_the_refusals_of_a_real_register_become_our_errors() -> None:
    refused = [
        each
        for kind in ("rollen", "zaken", "statussen", "resultaten")
        for each in recorded("POST", f"/zaken/api/v1/{kind}")
        if each["status"] >= 400
    ]
    assert refused
    for each in refused:
        with pytest.raises(RefusedError) as raised:
            refuse("waterdam", each["status"], each["resp"])
        number = each["body"].get("betrokkeneIdentificatie", {}).get("inpBsn", "none")
        assert number not in str(raised.value)


@pytest.mark.parametrize("kind", ["zaken", "rollen", "statussen", "resultaten", "zaakobjecten"])
def test_we_send_no_field_that_a_real_register_was_not_seen_to_take(kind: str) -> None:
    zaak, named = "https://z.example/1", "https://z.example/2"
    rol = Rol(Roltype.INITIATOR, "Jansen", "999990019", contact=Contact("J", "a@b.nl", "06"))
    ours = {
        "zaken": bodies.zaak(new(), named, "900000016"),
        "rollen": bodies.rol(rol, zaak, named),
        "statussen": bodies.status(zaak, named, NOW, "x"),
        "resultaten": bodies.resultaat(zaak, named, "x"),
        "zaakobjecten": bodies.address(ADDRESS, zaak, "nieuw adres"),
    }[kind]
    seen: set[str] = set()
    for each in recorded("POST", f"/zaken/api/v1/{kind}"):
        seen |= set(each["body"]) | set(each["resp"])
    assert set(ours) - seen == set()


def test_what_does_not_fit_is_found() -> None:
    schema = {"$ref": "#/components/schemas/ZaakRequest"}
    assert faults("zaken", schema, {"startdatum": "1 december"}) != []
    rol = {"$ref": "#/components/schemas/RolRequest"}
    wrong = {"betrokkeneType": "natuurlijk_persoon", "betrokkeneIdentificatie": {"inpBsn": 9}}
    assert any("inpBsn" in fault for fault in faults("zaken", rol, wrong))
