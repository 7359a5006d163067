# SPDX-License-Identifier: EUPL-1.2
"""From the house's shapes to bodies of the Zaken API. Pure."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from gemeengoed.gateways.zaken.errors import RefusedError
from gemeengoed.gateways.zaken.shapes import (
    OMSCHRIJVING_LENGTH,
    TOELICHTING_LENGTH,
    AddressObject,
    NewZaak,
    Rol,
)


def zaak(new: NewZaak, zaaktype: str, rsin: str) -> dict[str, Any]:
    """What is too long is cut: a number or a name too many must not stop a zaak."""
    return {
        "zaaktype": zaaktype,
        "identificatie": new.identificatie,
        "bronorganisatie": rsin,
        "verantwoordelijkeOrganisatie": rsin,
        "startdatum": new.startdatum.isoformat(),
        "omschrijving": cut(new.omschrijving, OMSCHRIJVING_LENGTH),
        "toelichting": cut(new.toelichting, TOELICHTING_LENGTH),
        "communicatiekanaalNaam": new.communicatiekanaal,
        "kenmerken": [
            {"kenmerk": kenmerk, "bron": source} for source, kenmerk in new.kenmerken.items()
        ],
    }


def rol(rol: Rol, zaak: str, roltype: str) -> dict[str, Any]:
    """natuurlijk_persoon, or medewerker when there is a medewerker id."""
    body: dict[str, Any] = {
        "zaak": zaak,
        "roltype": roltype,
        "roltoelichting": cut(rol.toelichting or str(rol.roltype), TOELICHTING_LENGTH),
    }
    if rol.medewerker:
        body["betrokkeneType"] = "medewerker"
        body["betrokkeneIdentificatie"] = {
            "identificatie": rol.medewerker,
            "achternaam": cut(rol.geslachtsnaam, 200),
        }
    else:
        body["betrokkeneType"] = "natuurlijk_persoon"
        body["betrokkeneIdentificatie"] = {
            "inpBsn": rol.bsn,
            "geslachtsnaam": cut(rol.geslachtsnaam, 200),
        }
    if rol.contact is not None:
        body["contactpersoonRol"] = {
            "naam": cut(rol.contact.name, 200),
            "emailadres": rol.contact.email,
            "telefoonnummer": rol.contact.phone,
            "functie": "",
        }
    return body


def status(zaak: str, statustype: str, at: datetime, toelichting: str) -> dict[str, Any]:
    """at in UTC, as registers give it back."""
    return {
        "zaak": zaak,
        "statustype": statustype,
        "datumStatusGezet": at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "statustoelichting": cut(toelichting, TOELICHTING_LENGTH),
    }


def resultaat(zaak: str, resultaattype: str, toelichting: str) -> dict[str, Any]:
    return {
        "zaak": zaak,
        "resultaattype": resultaattype,
        "toelichting": cut(toelichting, TOELICHTING_LENGTH),
    }


def address(address: AddressObject, zaak: str, relation: str) -> dict[str, Any]:
    """objectType adres, with the nummeraanduiding as its identificatie."""
    letter, rest = _letter_and_rest(address.addition)
    return {
        "zaak": zaak,
        "object": "",
        "objectType": "adres",
        "relatieomschrijving": cut(relation, OMSCHRIJVING_LENGTH),
        "objectIdentificatie": {
            "identificatie": address.id,
            "wplWoonplaatsNaam": address.place,
            "gorOpenbareRuimteNaam": address.street,
            "huisnummer": address.number,
            "huisletter": letter,
            "huisnummertoevoeging": rest,
            "postcode": address.postcode,
        },
    }


def value(municipality: str, specification: Mapping[str, Any], name: str, given: str) -> str:
    """The value as the catalogue wants it; raises RefusedError for one that cannot be that.

    Registers take "1 december" for a date, so we check. A date of 8 characters is written 20261201.
    """
    wanted = specification.get("formaat")
    if wanted == "datum":
        day = _iso_date(given)
        if day is None:
            raise RefusedError(municipality, "no-iso-date", (name,))
        return day.strftime("%Y%m%d") if specification.get("lengte") == "8" else day.isoformat()
    if wanted == "getal" and not re.fullmatch(r"-?\d+([.,]\d+)?", given):
        raise RefusedError(municipality, "no-number", (name,))
    return given


def cut(text: str, length: int) -> str:
    """At most so many characters; an ellipsis tells that there was more."""
    return text if len(text) <= length else text[: length - 1] + "…"


def _iso_date(given: str) -> date | None:
    """Only 2026-12-01: fromisoformat takes week numbers too."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", given, re.ASCII):
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None


def _letter_and_rest(addition: str) -> tuple[str, str]:
    """huisletter and huisnummertoevoeging of an addition such as "A", "A2" or "bis"."""
    found = re.fullmatch(r"([A-Za-z])?(\d\w{0,3}|)", addition)
    return (found[1] or "", found[2]) if found else ("", addition[:4])
