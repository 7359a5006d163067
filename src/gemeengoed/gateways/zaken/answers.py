# SPDX-License-Identifier: EUPL-1.2
"""From answers of the Zaken API to the house's shapes. Pure.

Raises KeyError, TypeError, ValueError or AttributeError for an answer of another shape.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gemeengoed.gateways.zaken.shapes import Contact, Rol, Roltype, Zaak, ZaakStatus


def zaak_of(answer: Mapping[str, Any]) -> Zaak:
    """With status, resultaat and rollen as far as the answer was expanded with them."""
    expanded = answer.get("_expand") or {}
    status, resultaat = expanded.get("status"), expanded.get("resultaat")
    return Zaak(
        url=answer["url"],
        identificatie=answer["identificatie"],
        zaaktype=answer["zaaktype"],
        startdatum=date.fromisoformat(answer["startdatum"]),
        omschrijving=answer["omschrijving"],
        toelichting=answer["toelichting"],
        uiterlijke_einddatum_afdoening=_date(answer["uiterlijkeEinddatumAfdoening"]),
        einddatum=_date(answer["einddatum"]),
        status=_status(status) if status else None,
        resultaat=_kind(resultaat, "resultaattype")["omschrijving"] if resultaat else None,
        rollen=tuple(rol_of(each) for each in expanded.get("rollen") or ()),
    )


def rol_of(answer: Mapping[str, Any]) -> Rol:
    """A rol that we do not use (a company) has neither BSN nor medewerker."""
    who = answer["betrokkeneIdentificatie"] or {}
    contact = answer.get("contactpersoonRol") or {}
    generiek = answer["omschrijvingGeneriek"]
    return Rol(
        roltype=Roltype(generiek) if generiek in set(Roltype) else generiek,
        geslachtsnaam=who.get("geslachtsnaam") or who.get("achternaam") or "",
        bsn=who.get("inpBsn", ""),
        medewerker=who.get("identificatie", ""),
        toelichting=answer["roltoelichting"],
        contact=_contact(contact) if any(contact.values()) else None,
    )


def eigenschap_of(answer: Mapping[str, Any]) -> tuple[str, str]:
    return answer["naam"], answer["waarde"]


def object_of(answer: Mapping[str, Any]) -> str:
    """identificatie of what the zaak is about; empty for an object of another kind."""
    return str((answer["objectIdentificatie"] or {}).get("identificatie", ""))


def _status(answer: Mapping[str, Any]) -> ZaakStatus:
    kind = _kind(answer, "statustype")
    return ZaakStatus(kind["omschrijving"], int(kind["volgnummer"]))


def _kind(answer: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = answer["_expand"][name]
    return found


def _contact(answer: Mapping[str, Any]) -> Contact:
    return Contact(
        name=answer.get("naam", ""),
        email=answer.get("emailadres", ""),
        phone=answer.get("telefoonnummer", ""),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
