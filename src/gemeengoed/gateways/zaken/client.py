# SPDX-License-Identifier: EUPL-1.2
"""Implements port.Zaken over the Zaken API 1.5 and the Catalogi API 1.3 (ZGW standard, VNG)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gemeengoed.gateways.zaken import bodies
from gemeengoed.gateways.zaken.answers import (
    eigenschap_of,
    object_of,
    rol_of,
    zaak_of,
)
from gemeengoed.gateways.zaken.errors import NotInCatalogueError, WrongAnswerError
from gemeengoed.gateways.zaken.exchange import CATALOGI, ZAKEN, Exchange
from gemeengoed.gateways.zaken.refusals import refuse
from gemeengoed.gateways.zaken.shapes import AddressObject, NewZaak, Rol, Zaak

EXPAND = "status,status.statustype,resultaat,resultaat.resultaattype,rollen"


@dataclass(frozen=True, slots=True)
class ZgwZaken:
    """See port.Zaken. Adds nothing and keeps nothing: the register is the truth."""

    exchange: Exchange

    def find(self, municipality: str, identificatie: str) -> Zaak | None:
        """See port.Zaken.find."""
        rsin = self.exchange.rsin(municipality)
        query = {"identificatie": identificatie, "bronorganisatie": rsin}
        found = self._list(municipality, f"{ZAKEN}zaken", query)
        return _read(municipality, zaak_of, found[0]) if found else None

    def read(self, municipality: str, zaak: str) -> Zaak:
        """See port.Zaken.read."""
        return _read(municipality, zaak_of, self._get(municipality, zaak, {"expand": EXPAND}))

    def create(self, municipality: str, new: NewZaak) -> Zaak:
        """See port.Zaken.create."""
        query = {
            "identificatie": new.zaaktype,
            "datumGeldigheid": new.startdatum.isoformat(),
            "status": "definitief",
        }
        zaaktypen = self._list(municipality, f"{CATALOGI}zaaktypen", query)
        if not zaaktypen:
            raise NotInCatalogueError(municipality, "no-such-zaaktype")
        body = bodies.zaak(new, _url(municipality, zaaktypen[0]), self.exchange.rsin(municipality))
        return _read(municipality, zaak_of, self._post(municipality, f"{ZAKEN}zaken", body))

    def rollen(self, municipality: str, zaak: str) -> tuple[Rol, ...]:
        """See port.Zaken.rollen."""
        found = self._list(municipality, f"{ZAKEN}rollen", {"zaak": zaak})
        return tuple(_read(municipality, rol_of, each) for each in found)

    def add_rol(self, municipality: str, zaak: str, rol: Rol) -> None:
        """See port.Zaken.add_rol."""
        roltype = self._type_of(
            municipality,
            zaak,
            "roltypen",
            lambda found: found["omschrijvingGeneriek"] == str(rol.roltype),
        )
        self._post(
            municipality, f"{ZAKEN}rollen", bodies.rol(rol, zaak, _url(municipality, roltype))
        )

    def eigenschappen(self, municipality: str, zaak: str) -> Mapping[str, str]:
        """See port.Zaken.eigenschappen."""
        found = self._get(municipality, f"{zaak}/zaakeigenschappen", {})
        return dict(_read(municipality, eigenschap_of, each) for each in _listed(found))

    def add_eigenschap(self, municipality: str, zaak: str, name: str, value: str) -> None:
        """See port.Zaken.add_eigenschap."""
        kind = self._type_of(
            municipality, zaak, "eigenschappen", lambda found: found["naam"] == name
        )
        written = bodies.value(municipality, kind.get("specificatie") or {}, name, value)
        body = {"zaak": zaak, "eigenschap": _url(municipality, kind), "waarde": written}
        self._post(municipality, f"{zaak}/zaakeigenschappen", body)

    def objects(self, municipality: str, zaak: str) -> frozenset[str]:
        """See port.Zaken.objects."""
        found = self._list(municipality, f"{ZAKEN}zaakobjecten", {"zaak": zaak})
        return frozenset(_read(municipality, object_of, each) for each in found)

    def add_object(
        self, municipality: str, zaak: str, address: AddressObject, relation: str
    ) -> None:
        """See port.Zaken.add_object."""
        self._post(municipality, f"{ZAKEN}zaakobjecten", bodies.address(address, zaak, relation))

    def set_status(
        self, municipality: str, zaak: str, status: str | int, at: datetime, toelichting: str = ""
    ) -> None:
        """See port.Zaken.set_status."""
        field = "volgnummer" if isinstance(status, int) else "omschrijving"
        kind = self._type_of(
            municipality, zaak, "statustypen", lambda found: found[field] == status
        )
        body = bodies.status(zaak, _url(municipality, kind), at, toelichting)
        self._post(municipality, f"{ZAKEN}statussen", body)

    def set_resultaat(
        self, municipality: str, zaak: str, resultaat: str, toelichting: str = ""
    ) -> None:
        """See port.Zaken.set_resultaat."""
        kind = self._type_of(
            municipality, zaak, "resultaattypen", lambda found: found["omschrijving"] == resultaat
        )
        body = bodies.resultaat(zaak, _url(municipality, kind), toelichting)
        self._post(municipality, f"{ZAKEN}resultaten", body)

    def close(self, municipality: str, zaak: str, at: datetime, toelichting: str = "") -> None:
        """See port.Zaken.close."""
        kind = self._type_of(
            municipality, zaak, "statustypen", lambda found: bool(found["isEindstatus"])
        )
        body = bodies.status(zaak, _url(municipality, kind), at, toelichting)
        self._post(municipality, f"{ZAKEN}statussen", body)

    def _type_of(
        self, municipality: str, zaak: str, kind: str, fits: Callable[[Any], bool]
    ) -> dict[str, Any]:
        """The one that fits, of the version of the zaaktype that the zaak was made with."""
        found = _read(municipality, zaak_of, self._get(municipality, zaak, {}))
        types = self._list(municipality, CATALOGI + kind, {"zaaktype": found.zaaktype})
        for each in types:
            if _read(municipality, fits, each):
                return dict(each)
        raise NotInCatalogueError(municipality, f"no-such-type in {kind}")

    def _list(self, municipality: str, address: str, query: Mapping[str, str]) -> list[Any]:
        """All pages of a list."""
        page = self._get(municipality, address, query)
        found = [*_listed(page)]
        while following := page.get("next"):
            page = self._get(municipality, str(following), {})
            found += _listed(page)
        return found

    def _get(self, municipality: str, address: str, query: Mapping[str, str]) -> Any:
        status, answer = self.exchange.get(municipality, address, query)
        refuse(municipality, status, answer)
        return _only_json(municipality, answer)

    def _post(self, municipality: str, address: str, body: Mapping[str, Any]) -> Any:
        status, answer = self.exchange.post(municipality, address, body)
        refuse(municipality, status, answer)
        return _only_json(municipality, answer)


def _read[Found](municipality: str, reader: Callable[[Any], Found], answer: Any) -> Found:
    """The house's shape of an answer; raises WrongAnswerError when it cannot be that."""
    try:
        return reader(answer)
    except (KeyError, TypeError, ValueError, AttributeError):
        # Without the cause: the text of such an error repeats what was in the answer.
        raise WrongAnswerError(municipality, "an answer of another shape") from None


def _url(municipality: str, answer: Any) -> str:
    return _read(municipality, lambda found: str(found["url"]), answer)


def _listed(answer: Any) -> list[Any]:
    """The results of a list, with or without pages."""
    return answer if isinstance(answer, list) else answer["results"]


def _only_json(municipality: str, answer: Any) -> Any:
    """Every answer has a url, results, or is a list: anything else comes from somewhere else."""
    if isinstance(answer, list):
        return answer
    if isinstance(answer, dict) and ("url" in answer or isinstance(answer.get("results"), list)):
        return answer
    raise WrongAnswerError(municipality, "no answer of a zaakregister")
