# SPDX-License-Identifier: EUPL-1.2
"""A small zaakregister in the house's own database, that answers as the Zaken and Catalogi API.

What it refuses stands in demo_rules.py. It can be told to be down, slow or wrong
(operations.set_behaviour). Slow beyond the time limit, it does what was asked and the answer is
lost; wrong, it does what was asked and answers as some portal in between would.
"""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings

from gemeengoed.gateways.zaken import demo_rules as rules
from gemeengoed.gateways.zaken.catalogue import KINDS, Catalogue
from gemeengoed.gateways.zaken.demo_answers import part_answer, zaak_answer
from gemeengoed.gateways.zaken.demo_stored import stored
from gemeengoed.gateways.zaken.errors import ZakenTimeoutError, ZakenUnavailableError
from gemeengoed.gateways.zaken.exchange import CATALOGI, ZAKEN
from gemeengoed.gateways.zaken.models import Behaviour, DemoZaak, DemoZaakregister, PartKind
from gemeengoed.gateways.zaken.operations import add_part, add_zaak

Answer = tuple[int, Any]
_ZAAK = re.compile(rf"{ZAKEN}zaken/([0-9a-f-]{{36}})(/zaakeigenschappen)?")


@dataclass(frozen=True, slots=True)
class DemoExchange:
    """Implements exchange.Exchange. time_limit: seconds after which an answer is given up."""

    time_limit: float = 2.0

    def rsin(self, municipality: str) -> str:
        """See exchange.Exchange.rsin."""
        return self._register(municipality).rsin

    def get(self, municipality: str, address: str, query: Mapping[str, str]) -> Answer:
        """See exchange.Exchange.get."""
        return self._answered(municipality, lambda desk: desk.get(desk.path(address), query))

    def post(self, municipality: str, address: str, body: Mapping[str, Any]) -> Answer:
        """See exchange.Exchange.post."""
        return self._answered(municipality, lambda desk: desk.post(desk.path(address), body))

    def _answered(self, municipality: str, work: "Callable[[_Desk], Answer]") -> Answer:
        """The answer, after behaving as it was told to."""
        register = self._register(municipality)
        if register.behaviour == Behaviour.DOWN:
            raise ZakenUnavailableError(municipality, "is down")
        answer = work(_Desk(register))
        if register.behaviour == Behaviour.SLOW:
            time.sleep(min(register.delay, self.time_limit))
            if register.delay > self.time_limit:
                raise ZakenTimeoutError(municipality, f"no answer in {self.time_limit} s")
        if register.behaviour == Behaviour.WRONG:
            return 200, {"detail": "Welkom bij het portaal"}
        return answer

    def _register(self, municipality: str) -> DemoZaakregister:
        register = DemoZaakregister.objects.filter(pk=municipality).first()
        if register is None:
            raise ZakenUnavailableError(municipality, "there is no register")
        return register


class _Desk:
    """One question to the register of one municipality."""

    def __init__(self, register: DemoZaakregister) -> None:
        self.municipality = register.municipality_id
        self.root = f"https://zaakregister.{register.municipality_id}.example/"
        self.catalogue = Catalogue(self.root, register.catalogue)
        self.now = settings.CLOCK.now()

    def path(self, address: str) -> str:
        return address.removeprefix(self.root)

    def get(self, path: str, query: Mapping[str, str]) -> Answer:
        zaak, below = self._zaak_at(path)
        if zaak is not None:
            told = zaak_answer(self.root, zaak.pk, stored(zaak), self.catalogue, query)
            return 200, told["_eigenschappen"] if below else told["zaak"]
        if path == f"{ZAKEN}zaken":
            return 200, _page(self._zaken(query))
        if path in (f"{ZAKEN}rollen", f"{ZAKEN}zaakobjecten"):
            return 200, _page(self._parts(path.removeprefix(ZAKEN), query["zaak"]))
        if path == f"{CATALOGI}zaaktypen":
            day = settings.CLOCK.today().fromisoformat(query["datumGeldigheid"])
            return 200, _page(self.catalogue.holding(query["identificatie"], day))
        if (kind := path.removeprefix(CATALOGI)) in KINDS:
            return 200, _page(self.catalogue.types(kind, query["zaaktype"]))
        return self._not_found()

    def post(self, path: str, body: Mapping[str, Any]) -> Answer:
        if path == f"{ZAKEN}zaken":
            return self._new_zaak(body)
        _, below = self._zaak_at(path)
        name = "zaakeigenschappen" if below else path.removeprefix(ZAKEN)
        zaak, _ = self._zaak_at(self.path(str(body.get("zaak", ""))))
        if name not in set(PartKind) or zaak is None:
            return self._not_found()
        return self._new_part(zaak, PartKind(name), body)

    def _new_zaak(self, body: Mapping[str, Any]) -> Answer:
        zaaktype = self.catalogue.zaaktype(body["zaaktype"])
        if zaaktype is None:
            return self._invalid([("zaaktype", "does_not_exist", "Ongeldige hyperlink")])
        today = self.now.date()
        if faults := rules.zaak_faults(body, today):
            return self._invalid(faults)
        zaak = add_zaak(municipality=self.municipality, body=rules.new_zaak(body, zaaktype, today))
        if zaak is None:
            reason = "Deze identificatie bestaat al binnen de organisatie"
            return self._invalid([("identificatie", "identificatie-niet-uniek", reason)])
        return 201, zaak_answer(self.root, zaak.pk, stored(zaak), self.catalogue, {})["zaak"]

    def _new_part(self, zaak: DemoZaak, kind: PartKind, body: Mapping[str, Any]) -> Answer:
        named = self._type_of(kind, body, zaak.body["zaaktype"])
        if named is None:
            return self._invalid([("nonFieldErrors", "zaaktype-mismatch", "Hoort er niet bij")])
        is_end = kind is PartKind.STATUS and named["isEindstatus"]
        part, faults = add_part(
            zaak=zaak.pk,
            kind=kind,
            body={**body, **_derived(kind, named), "registratiedatum": self.now.isoformat()},
            faults=lambda held: self._faults(kind, body, named, held),
            einddatum=body["datumStatusGezet"][:10] if is_end else None,
        )
        if faults == [_CLOSED]:
            title = "De zaak is afgesloten"
            return 403, rules.problem(self.root, 403, "permission_denied", "ZaakClosed", title)
        if part is None:
            return self._invalid(faults)
        told = {**part.body, "uuid": str(part.uuid)}
        return 201, part_answer(self.root, zaak.pk, kind, told)

    def _faults(
        self, kind: PartKind, body: Mapping[str, Any], named: Mapping[str, Any], held: rules.Stored
    ) -> list[rules.Fault]:
        if held.is_closed:
            return [_CLOSED]
        if kind is PartKind.ROL:
            return rules.rol_faults(body, named, held)
        if kind is PartKind.STATUS:
            return rules.status_faults(body, named, held, self.now)
        return rules.resultaat_faults(held) if kind is PartKind.RESULTAAT else []

    def _type_of(
        self, kind: PartKind, body: Mapping[str, Any], zaaktype: str
    ) -> dict[str, Any] | None:
        """The type that a new part names; an empty one for a zaakobject, which has none."""
        if kind is PartKind.OBJECT:
            return {}
        field, types = _TYPES[kind]
        return self.catalogue.type_of(types, str(body.get(field, "")), zaaktype)

    def _zaken(self, query: Mapping[str, str]) -> list[dict[str, Any]]:
        filters = ("identificatie", "bronorganisatie")
        asked = {name: query[name] for name in filters if name in query}
        found = DemoZaak.objects.filter(municipality_id=self.municipality, **asked)
        return [
            zaak_answer(self.root, zaak.pk, stored(zaak), self.catalogue, {})["zaak"]
            for zaak in found
        ]

    def _parts(self, kind: str, address: str) -> list[dict[str, Any]]:
        zaak, _ = self._zaak_at(self.path(address))
        held = stored(zaak).parts.get(kind, []) if zaak else []
        return [part_answer(self.root, zaak.pk, PartKind(kind), each) for each in held if zaak]

    def _zaak_at(self, path: str) -> tuple[DemoZaak | None, bool]:
        """The zaak of this address, and whether its eigenschappen are meant."""
        found = _ZAAK.fullmatch(path)
        if found is None:
            return None, False
        zaak = DemoZaak.objects.filter(municipality_id=self.municipality, pk=UUID(found[1]))
        return zaak.first(), bool(found[2])

    def _invalid(self, faults: list[rules.Fault]) -> Answer:
        return 400, rules.invalid(self.root, faults)

    def _not_found(self) -> Answer:
        return 404, rules.problem(self.root, 404, "not_found", "NotFound", "Niet gevonden.")


_CLOSED: rules.Fault = ("zaak", "zaak-closed", "De zaak is afgesloten")
_TYPES = {
    PartKind.ROL: ("roltype", "roltypen"),
    PartKind.STATUS: ("statustype", "statustypen"),
    PartKind.RESULTAAT: ("resultaattype", "resultaattypen"),
    PartKind.EIGENSCHAP: ("eigenschap", "eigenschappen"),
}


def _derived(kind: PartKind, named: Mapping[str, Any]) -> dict[str, Any]:
    """What a register tells of a part because of its type."""
    if kind is PartKind.ROL:
        return {name: named[name] for name in ("omschrijving", "omschrijvingGeneriek")}
    return {"naam": named["naam"]} if kind is PartKind.EIGENSCHAP else {}


def _page(results: list[dict[str, Any]]) -> dict[str, Any]:
    return {"count": len(results), "next": None, "previous": None, "results": results}
