# SPDX-License-Identifier: EUPL-1.2
"""The zaakregister behind its port; each refusal was seen on a real one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from demo.registers.generate import HERE
from django.db import connection

from gemeengoed.gateways.zaken.client import ZgwZaken
from gemeengoed.gateways.zaken.demo import DemoExchange
from gemeengoed.gateways.zaken.errors import (
    BadCatalogueError,
    IdentificatieTakenError,
    NotInCatalogueError,
    NotYetError,
    RefusedError,
    WrongAnswerError,
    ZaakClosedError,
    ZakenError,
    ZakenTimeoutError,
    ZakenUnavailableError,
)
from gemeengoed.gateways.zaken.models import Behaviour, DemoPart, DemoZaak
from gemeengoed.gateways.zaken.operations import load_catalogue, set_behaviour
from gemeengoed.gateways.zaken.registry import register_of
from gemeengoed.gateways.zaken.shapes import (
    AddressObject,
    Contact,
    NewZaak,
    Rol,
    Roltype,
    Zaak,
    ZaakStatus,
)
from gemeengoed.municipalities.models import Municipality
from gemeengoed.terms.clock import Clock

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
JANSEN, PIETERS = "999990019", "999991772"
ask = ZgwZaken(DemoExchange(time_limit=0.2))


@pytest.fixture(autouse=True)
def clock(settings: Any) -> None:
    settings.CLOCK = Clock(lambda: NOW)


@pytest.fixture
def municipalities(db: None) -> list[str]:
    """Two, with their zaakregister only."""
    for slug in ("waterdam", "heidewoud"):
        Municipality.objects.create(slug=slug, name=slug.title(), form="u")
        load_catalogue(municipality=slug, path=HERE / "zaaktypen.yaml")
    return ["waterdam", "heidewoud"]


def new(identificatie: str = "WT-4827-1963", **changed: Any) -> NewZaak:
    wanted = {
        "zaaktype": "VERHUIZING",
        "startdatum": date(2026, 11, 23),
        "omschrijving": "Verhuizing per 1 december",
    }
    return NewZaak(identificatie, **(wanted | changed))


def rol(roltype: Roltype = Roltype.INITIATOR, bsn: str = JANSEN, **changed: Any) -> Rol:
    return Rol(**{"roltype": roltype, "geslachtsnaam": "Jansen", "bsn": bsn} | changed)


@pytest.fixture
def zaak(municipalities: list[str]) -> Zaak:
    return ask.create("waterdam", new())


class TestMaking:
    def test_it_is_found_by_our_own_number_in_its_own_municipality_only(self, zaak: Zaak) -> None:
        assert ask.find("waterdam", "WT-4827-1963") == zaak
        assert ask.find("waterdam", "WT-0000-0000") is None
        assert ask.find("heidewoud", "WT-4827-1963") is None

    def test_the_days_follow_from_the_zaaktype(self, zaak: Zaak) -> None:
        assert (zaak.startdatum, zaak.einddatum) == (date(2026, 11, 23), None)
        assert zaak.uiterlijke_einddatum_afdoening == date(2026, 11, 28)

    def test_a_number_that_is_taken_is_refused(self, zaak: Zaak) -> None:
        with pytest.raises(IdentificatieTakenError):
            ask.create("waterdam", new())
        assert DemoZaak.objects.count() == 1
        assert ask.create("heidewoud", new()).identificatie == zaak.identificatie

    def test_what_is_too_long_is_cut_before_it_is_sent(self, municipalities: list[str]) -> None:
        made = ask.create("waterdam", new(omschrijving="x" * 81, toelichting="y" * 1001))
        assert made.omschrijving == "x" * 79 + "…"
        assert made.toelichting == "y" * 999 + "…"

    def test_an_unknown_zaaktype_is_told(self, municipalities: list[str]) -> None:
        with pytest.raises(NotInCatalogueError):
            ask.create("waterdam", new(zaaktype="KAPVERGUNNING"))

    def test_a_zaaktype_that_does_not_hold_yet_is_not_found(
        self, municipalities: list[str]
    ) -> None:
        with pytest.raises(NotInCatalogueError):
            ask.create("waterdam", new(startdatum=date(2025, 12, 31)))

    def test_channel_and_conversation_come_along(self, municipalities: list[str]) -> None:
        ask.create("waterdam", new(communicatiekanaal="Chat", kenmerken={"gesprek": "g-1"}))
        body = DemoZaak.objects.get().body
        assert body["communicatiekanaalNaam"] == "Chat"
        assert body["kenmerken"] == [{"kenmerk": "g-1", "bron": "gesprek"}]


class TestRollen:
    def test_they_come_back_in_order_with_how_to_reach_somebody(self, zaak: Zaak) -> None:
        contact = Contact("A. Jansen", "a@example.nl", "0612345678")
        initiator = rol(contact=contact, toelichting="Melder")
        partner = rol(Roltype.BELANGHEBBENDE, PIETERS, toelichting="partner")
        worker = Rol(Roltype.BEHANDELAAR, "Bilal", medewerker="bilal", toelichting="team")
        for each in (initiator, partner, worker):
            ask.add_rol("waterdam", zaak.url, each)
        assert ask.rollen("waterdam", zaak.url) == (initiator, partner, worker)
        assert ask.read("waterdam", zaak.url).rollen == (initiator, partner, worker)

    def test_a_second_initiator_is_refused(self, zaak: Zaak) -> None:
        ask.add_rol("waterdam", zaak.url, rol())
        with pytest.raises(RefusedError, match="max-occurences"):
            ask.add_rol("waterdam", zaak.url, rol(bsn=PIETERS))
        assert len(ask.rollen("waterdam", zaak.url)) == 1

    def test_a_second_belanghebbende_of_the_same_number_is_taken(self, zaak: Zaak) -> None:
        for _ in range(2):
            ask.add_rol("waterdam", zaak.url, rol(Roltype.BELANGHEBBENDE))
        assert len(ask.rollen("waterdam", zaak.url)) == 2

    @pytest.mark.parametrize("bsn", ["999990018", "99999001", "999990019x"])
    def test_a_bsn_that_fails_the_elfproef_is_refused(self, zaak: Zaak, bsn: str) -> None:
        with pytest.raises(RefusedError, match=r"inpBsn invalid") as refused:
            ask.add_rol("waterdam", zaak.url, rol(bsn=bsn))
        assert bsn not in f"{refused.value!r} {refused.value}"

    def test_the_demo_takes_no_number_that_somebody_could_have(self, zaak: Zaak) -> None:
        with pytest.raises(RefusedError, match="no-test-number"):
            ask.add_rol("waterdam", zaak.url, rol(bsn="111222333"))

    def test_a_bsn_shows_in_no_repr(self, zaak: Zaak) -> None:
        ask.add_rol("waterdam", zaak.url, rol(contact=Contact("J", "a@example.nl")))
        shown = repr(ask.read("waterdam", zaak.url))
        assert JANSEN not in shown
        assert "a@example.nl" not in shown
        assert JANSEN not in f"{DemoPart.objects.get()!r} {DemoPart.objects.get()}"


class TestStatus:
    def test_one_is_set_by_number_or_by_name(self, zaak: Zaak) -> None:
        ask.set_status("waterdam", zaak.url, 1, NOW)
        assert ask.read("waterdam", zaak.url).status == ZaakStatus("Ontvangen", 1)
        ask.set_status("waterdam", zaak.url, "In behandeling", NOW, "opgepakt")
        assert ask.read("waterdam", zaak.url).status == ZaakStatus("In behandeling", 2)

    def test_an_unknown_one_is_told(self, zaak: Zaak) -> None:
        with pytest.raises(NotInCatalogueError):
            ask.set_status("waterdam", zaak.url, "Bijna klaar", NOW)

    def test_one_in_the_future_is_refused_and_may_be_tried_again(self, zaak: Zaak) -> None:
        with pytest.raises(NotYetError):
            ask.set_status("waterdam", zaak.url, 1, NOW + timedelta(seconds=1))

    def test_the_end_needs_a_resultaat(self, zaak: Zaak) -> None:
        with pytest.raises(RefusedError, match="resultaat-does-not-exist"):
            ask.close("waterdam", zaak.url, NOW)
        assert not ask.read("waterdam", zaak.url).is_closed
        ask.set_resultaat("waterdam", zaak.url, "Verwerkt")
        ask.close("waterdam", zaak.url, NOW)
        closed = ask.read("waterdam", zaak.url)
        assert (closed.einddatum, closed.resultaat) == (date(2026, 11, 23), "Verwerkt")
        assert closed.status == ZaakStatus("Afgehandeld", 3)

    def test_a_second_resultaat_is_refused(self, zaak: Zaak) -> None:
        ask.set_resultaat("waterdam", zaak.url, "Verwerkt")
        with pytest.raises(RefusedError, match="unique"):
            ask.set_resultaat("waterdam", zaak.url, "Ingetrokken")

    @pytest.mark.parametrize(
        "add",
        [
            lambda url: ask.add_rol("waterdam", url, rol()),
            lambda url: ask.set_status("waterdam", url, 1, NOW),
            lambda url: ask.add_eigenschap("waterdam", url, "datumVerhuizing", "2026-12-01"),
            lambda url: ask.set_resultaat("waterdam", url, "Verwerkt"),
        ],
    )
    def test_to_a_closed_zaak_nothing_is_added(
        self, zaak: Zaak, add: Callable[[str], None]
    ) -> None:
        ask.set_resultaat("waterdam", zaak.url, "Verwerkt")
        ask.close("waterdam", zaak.url, NOW)
        before = DemoPart.objects.count()
        with pytest.raises(ZaakClosedError):
            add(zaak.url)
        assert DemoPart.objects.count() == before


class TestEigenschappen:
    def test_a_date_is_kept_as_the_catalogue_wants_it(self, zaak: Zaak) -> None:
        ask.add_eigenschap("waterdam", zaak.url, "datumVerhuizing", "2026-12-01")
        assert ask.eigenschappen("waterdam", zaak.url) == {"datumVerhuizing": "20261201"}

    @pytest.mark.parametrize("day", ["1 december", "20261201", "2026-02-30", "2026-W49-2", ""])
    def test_what_is_no_date_is_refused_here_as_the_register_would_take_it(
        self, zaak: Zaak, day: str
    ) -> None:
        with pytest.raises(RefusedError, match="no-iso-date") as refused:
            ask.add_eigenschap("waterdam", zaak.url, "datumVerhuizing", day)
        assert not day or day not in str(refused.value)
        assert ask.eigenschappen("waterdam", zaak.url) == {}

    def test_the_register_itself_takes_anything(self, zaak: Zaak) -> None:
        exchange = DemoExchange()
        query = {"zaaktype": zaak.zaaktype}
        _, found = exchange.get("waterdam", "catalogi/api/v1/eigenschappen", query)
        kind = found["results"][0]["url"]
        body = {"zaak": zaak.url, "eigenschap": kind, "waarde": "1 december"}
        status, _ = exchange.post("waterdam", f"{zaak.url}/zaakeigenschappen", body)
        assert status == 201

    def test_an_unknown_one_is_told(self, zaak: Zaak) -> None:
        with pytest.raises(NotInCatalogueError):
            ask.add_eigenschap("waterdam", zaak.url, "aantalVerhuisdozen", "40")


def test_an_address_is_found_by_its_nummeraanduiding(zaak: Zaak) -> None:
    address = AddressObject("0999200000000012", "Kerkstraat", 22, "A2", "1994AB", "Waterdam")
    ask.add_object("waterdam", zaak.url, address, "nieuw adres")
    assert ask.objects("waterdam", zaak.url) == {"0999200000000012"}
    kept = DemoPart.objects.get().body["objectIdentificatie"]
    assert (kept["huisletter"], kept["huisnummertoevoeging"]) == ("A", "2")


class TestBehaviours:
    def test_down(self, zaak: Zaak) -> None:
        set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)
        with pytest.raises(ZakenUnavailableError):
            ask.find("waterdam", zaak.identificatie)
        assert ask.find("heidewoud", zaak.identificatie) is None

    def test_slow_within_the_limit_answers(self, zaak: Zaak) -> None:
        set_behaviour(municipality="waterdam", behaviour=Behaviour.SLOW, delay=0.01)
        assert ask.find("waterdam", zaak.identificatie) == zaak

    def test_too_slow_loses_the_answer_but_does_what_was_asked(self, zaak: Zaak) -> None:
        exchange = DemoExchange(time_limit=0.01)
        set_behaviour(municipality="waterdam", behaviour=Behaviour.SLOW, delay=9)
        body = {
            "zaaktype": zaak.zaaktype,
            "identificatie": "WT-2",
            "bronorganisatie": exchange.rsin("waterdam"),
            "startdatum": "2026-11-23",
        }
        with pytest.raises(ZakenTimeoutError):
            exchange.post("waterdam", "zaken/api/v1/zaken", body)
        set_behaviour(municipality="waterdam", behaviour=Behaviour.NORMAL)
        assert ask.find("waterdam", "WT-2") is not None

    def test_wrong_is_noticed_at_every_question(self, zaak: Zaak) -> None:
        set_behaviour(municipality="waterdam", behaviour=Behaviour.WRONG)
        for asking in (
            lambda: ask.find("waterdam", "WT-4827-1963"),
            lambda: ask.read("waterdam", zaak.url),
            lambda: ask.create("waterdam", new("WT-3")),
            lambda: ask.rollen("waterdam", zaak.url),
            lambda: ask.add_rol("waterdam", zaak.url, rol()),
            lambda: ask.eigenschappen("waterdam", zaak.url),
            lambda: ask.objects("waterdam", zaak.url),
        ):
            with pytest.raises(WrongAnswerError):
                asking()

    def test_without_a_register_nothing_is_known(self, db: None) -> None:
        Municipality.objects.create(slug="elders", name="Elders", form="u")
        with pytest.raises(ZakenUnavailableError):
            register_of("elders").find("elders", "WT-4827-1963")


class Rejecting:
    """An exchange that answers everything with one HTTP status."""

    def __init__(self, status: int, answer: Any) -> None:
        self.answer = status, answer

    def rsin(self, municipality: str) -> str:
        return "900000016"

    def get(self, *_: Any) -> tuple[int, Any]:
        return self.answer

    post = get


@pytest.mark.parametrize(
    ("status", "answer", "expected"),
    [
        (403, {"code": "jwt-expired"}, ZakenUnavailableError),
        (500, "<html>", ZakenUnavailableError),
        (502, None, ZakenUnavailableError),
        (412, {"code": "precondition_failed"}, RefusedError),
        (400, {"invalidParams": ["?"]}, RefusedError),
        (200, "<html>", WrongAnswerError),
        (200, {"results": [{"url": "x"}]}, WrongAnswerError),
    ],
)
def test_every_answer_has_its_error(status: int, answer: Any, expected: type[ZakenError]) -> None:
    with pytest.raises(expected) as raised:
        ZgwZaken(Rejecting(status, answer)).find("waterdam", "WT-4827-1963")
    assert type(raised.value) is expected


def test_all_pages_of_a_list_are_read() -> None:
    class Pages(Rejecting):
        def get(self, municipality: str, address: str, query: Any) -> tuple[int, Any]:
            if address == "next":
                return 200, {"next": None, "results": [told("b")]}
            return 200, {"next": "next", "results": [told("a")]}

    def told(naam: str) -> dict[str, Any]:
        return {
            "omschrijvingGeneriek": "adviseur",
            "roltoelichting": naam,
            "betrokkeneIdentificatie": {},
        }

    found = ZgwZaken(Pages(200, None)).rollen("waterdam", "zaak")
    assert [each.toelichting for each in found] == ["a", "b"]


class TestCatalogueFile:
    def test_the_same_file_again_is_not_loaded(self, municipalities: list[str]) -> None:
        assert load_catalogue(municipality="waterdam", path=HERE / "zaaktypen.yaml") == 0

    def test_all_faults_are_told_at_once_and_nothing_changes(
        self, municipalities: list[str], tmp_path: Any
    ) -> None:
        path = tmp_path / "zaaktypen.yaml"
        text = (HERE / "zaaktypen.yaml").read_text(encoding="utf-8")
        text = text.replace("900000016", "900000017").replace("P5D", "vijf dagen")
        path.write_text(text.replace("generiek: initiator", "generiek: adviseur"))
        with pytest.raises(BadCatalogueError) as bad:
            load_catalogue(municipality="waterdam", path=path)
        assert len(bad.value.faults) == 3
        assert ask.create("waterdam", new())


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_one_makes_the_zaak_and_one_is_the_initiator() -> None:
    Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")
    load_catalogue(municipality="waterdam", path=HERE / "zaaktypen.yaml")
    at_once = 6
    together = Barrier(at_once)

    def one(number: int) -> tuple[str, str]:
        together.wait()
        try:
            made = refused = ""
            try:
                made = ask.create("waterdam", new()).url
            except IdentificatieTakenError:
                refused = "zaak"
            together.wait()
            found = ask.find("waterdam", "WT-4827-1963")
            assert found is not None
            try:
                ask.add_rol("waterdam", found.url, rol())
            except RefusedError:
                refused += " rol"
            return made, refused
        finally:
            connection.close()

    with ThreadPoolExecutor(at_once) as threads:
        told = list(threads.map(one, range(at_once)))
    assert len([made for made, _ in told if made]) == 1
    assert len([refused for _, refused in told if "rol" not in refused]) == 1
    assert DemoZaak.objects.count() == DemoPart.objects.count() == 1
