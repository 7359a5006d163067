# SPDX-License-Identifier: EUPL-1.2
"""How the demo register tells what it holds: bodies of the Zaken API. Pure."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from gemeengoed.gateways.zaken.catalogue import Catalogue
from gemeengoed.gateways.zaken.demo_rules import Stored
from gemeengoed.gateways.zaken.exchange import ZAKEN
from gemeengoed.gateways.zaken.models import PartKind


def zaak_answer(
    root: str, uuid: UUID, held: Stored, catalogue: Catalogue, query: Mapping[str, str]
) -> dict[str, Any]:
    """``zaak``: what GET of a zaak gives, expanded when asked; ``_eigenschappen``: its list."""
    told = {
        kind: [part_answer(root, uuid, kind, each) for each in held.parts.get(kind, [])]
        for kind in PartKind
    }
    last_status = told[PartKind.STATUS][-1] if told[PartKind.STATUS] else None
    resultaat = told[PartKind.RESULTAAT][-1] if told[PartKind.RESULTAAT] else None
    zaak = {
        **held.body,
        "url": f"{root}{ZAKEN}zaken/{uuid}",
        "uuid": str(uuid),
        "laatstGemuteerd": f"{held.body['registratiedatum']}T12:00:00Z",
        "eigenschappen": [each["url"] for each in told[PartKind.EIGENSCHAP]],
        "rollen": [each["url"] for each in told[PartKind.ROL]],
        "zaakobjecten": [each["url"] for each in told[PartKind.OBJECT]],
        "status": last_status and last_status["url"],
        "resultaat": resultaat and resultaat["url"],
    }
    if "expand" in query:
        zaaktype = held.body["zaaktype"]
        zaak["_expand"] = {
            "rollen": told[PartKind.ROL],
            "status": last_status and _with(last_status, "statustype", catalogue, zaaktype),
            "resultaat": resultaat and _with(resultaat, "resultaattype", catalogue, zaaktype),
        }
    return {"zaak": zaak, "_eigenschappen": told[PartKind.EIGENSCHAP]}


def _with(part: dict[str, Any], name: str, catalogue: Catalogue, zaaktype: str) -> dict[str, Any]:
    return {**part, "_expand": {name: catalogue.type_of(f"{name}n", part[name], zaaktype)}}


def part_answer(root: str, zaak: UUID, kind: PartKind, held: Mapping[str, Any]) -> dict[str, Any]:
    """A rol, status, resultaat, eigenschap or zaakobject as its GET and its POST give it."""
    own = f"{root}{ZAKEN}zaken/{zaak}"
    place = f"{own}/" if kind is PartKind.EIGENSCHAP else f"{root}{ZAKEN}"
    told = {
        "url": f"{place}{kind.value}/{held['uuid']}",
        "uuid": held["uuid"],
        "zaak": own,
    }
    return told | _TELLERS[kind](held)


def _rol(held: Mapping[str, Any]) -> dict[str, Any]:
    who = held["betrokkeneIdentificatie"]
    told = {
        "betrokkene": "",
        "betrokkeneType": held["betrokkeneType"],
        "afwijkendeNaamBetrokkene": "",
        "roltype": held["roltype"],
        "omschrijving": held["omschrijving"],
        "omschrijvingGeneriek": held["omschrijvingGeneriek"],
        "roltoelichting": held["roltoelichting"],
        "registratiedatum": held["registratiedatum"],
        "indicatieMachtiging": "",
        "contactpersoonRol": held.get("contactpersoonRol")
        or {"emailadres": "", "functie": "", "telefoonnummer": "", "naam": ""},
        "statussen": [],
        "beginGeldigheid": None,
        "eindeGeldigheid": None,
    }
    if held["betrokkeneType"] == "medewerker":
        return told | {"betrokkeneIdentificatie": {**_NO_MEDEWERKER, **who}}
    person = {**_NO_PERSON, **who}
    return told | {"betrokkeneIdentificatie": person, "authenticatieContext": None}


def _status(held: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "statustype": held["statustype"],
        "datumStatusGezet": held["datumStatusGezet"],
        "statustoelichting": held.get("statustoelichting", ""),
        "indicatieLaatstGezetteStatus": True,
        "gezetdoor": None,
        "zaakinformatieobjecten": [],
    }


def _resultaat(held: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "resultaattype": held["resultaattype"],
        "toelichting": held.get("toelichting", ""),
    }


def _eigenschap(held: Mapping[str, Any]) -> dict[str, Any]:
    return {name: held[name] for name in ("eigenschap", "naam", "waarde")}


def _object(held: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "object": "",
        "zaakobjecttype": None,
        "objectType": held["objectType"],
        "objectTypeOverige": "",
        "objectTypeOverigeDefinitie": None,
        "relatieomschrijving": held.get("relatieomschrijving", ""),
        "objectIdentificatie": held["objectIdentificatie"],
    }


_TELLERS = {
    PartKind.ROL: _rol,
    PartKind.STATUS: _status,
    PartKind.RESULTAAT: _resultaat,
    PartKind.EIGENSCHAP: _eigenschap,
    PartKind.OBJECT: _object,
}
_NO_MEDEWERKER = {
    "identificatie": "",
    "achternaam": "",
    "voorletters": "",
    "voorvoegselAchternaam": "",
}
_NO_PERSON: Mapping[str, Any] = {
    "inpBsn": "",
    "anpIdentificatie": "",
    "inpA_nummer": "",
    "geslachtsnaam": "",
    "voorvoegselGeslachtsnaam": "",
    "voorletters": "",
    "voornamen": "",
    "geslachtsaanduiding": "",
    "geboortedatum": "",
    "verblijfsadres": None,
    "subVerblijfBuitenland": None,
}
