# SPDX-License-Identifier: EUPL-1.2
"""What the demo register refuses, and how it tells what it holds: as a real one does. Pure.

Each rule was seen on Open Zaak 1.30. A faulty value of an eigenschap is not among them: real
registers take it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from stdnum.nl import bsn

from gemeengoed.gateways.zaken.catalogue import PERIOD
from gemeengoed.gateways.zaken.shapes import (
    IDENTIFICATIE_LENGTH,
    OMSCHRIJVING_LENGTH,
    TOELICHTING_LENGTH,
)

TEST_RANGE = "9999"  # no living person has such a number
Fault = tuple[str, str, str]  # name, code, reason


@dataclass(frozen=True, slots=True)
class Stored:
    """A zaak with what hangs on it, each as stored; parts: kind -> bodies in order of adding."""

    body: Mapping[str, Any]
    parts: Mapping[str, list[dict[str, Any]]]

    @property
    def is_closed(self) -> bool:
        return self.body["einddatum"] is not None


def zaak_faults(body: Mapping[str, Any], today: date) -> list[Fault]:
    """What is wrong with a new zaak, apart from its identificatie being taken."""
    limits = {
        "identificatie": IDENTIFICATIE_LENGTH,
        "omschrijving": OMSCHRIJVING_LENGTH,
        "toelichting": TOELICHTING_LENGTH,
    }
    faults = _too_long(body, limits)
    if date.fromisoformat(body.get("registratiedatum", today.isoformat())) > today:
        faults.append(("registratiedatum", "date-in-future", "De datum ligt in de toekomst."))
    return faults


def rol_faults(body: Mapping[str, Any], roltype: Mapping[str, Any], stored: Stored) -> list[Fault]:
    """One initiator at most, and a BSN that passes the elfproef and is of nobody."""
    faults = _too_long(body, {"roltoelichting": TOELICHTING_LENGTH})
    generiek = roltype["omschrijvingGeneriek"]
    there = [each["omschrijvingGeneriek"] for each in stored.parts.get("rollen", [])]
    if generiek == "initiator" and generiek in there:
        reason = "De waarde `initiator` komt al 1 keer voor"
        faults.append(("roltype", "max-occurences", reason))
    number = body.get("betrokkeneIdentificatie", {}).get("inpBsn", "")
    if number and not bsn.is_valid(number):
        faults.append(("betrokkeneIdentificatie.inpBsn", "invalid", "Onjuist BSN nummer"))
    elif number and not number.startswith(TEST_RANGE):  # the demo's own: no real person gets in
        faults.append(("betrokkeneIdentificatie.inpBsn", "no-test-number", "Geen testnummer"))
    return faults


def status_faults(
    body: Mapping[str, Any], statustype: Mapping[str, Any], stored: Stored, now: datetime
) -> list[Fault]:
    """Not in the future, and no end status without a resultaat."""
    faults = _too_long(body, {"statustoelichting": TOELICHTING_LENGTH})
    if datetime.fromisoformat(body["datumStatusGezet"]) > now:
        faults.append(("datumStatusGezet", "date-in-future", "De datum ligt in de toekomst."))
    if statustype["isEindstatus"] and not stored.parts.get("resultaten"):
        reason = "De zaak heeft geen resultaat."
        faults.append(("nonFieldErrors", "resultaat-does-not-exist", reason))
    return faults


def resultaat_faults(stored: Stored) -> list[Fault]:
    """A zaak has one resultaat."""
    if not stored.parts.get("resultaten"):
        return []
    return [("zaak", "unique", "Er bestaat al een resultaat met eenzelfde zaak.")]


def _too_long(body: Mapping[str, Any], limits: Mapping[str, int]) -> list[Fault]:
    return [
        (name, "max_length", f"Zorg ervoor dat dit veld niet meer dan {limit} karakters bevat.")
        for name, limit in limits.items()
        if len(str(body.get(name, ""))) > limit
    ]


def invalid(root: str, faults: Iterable[Fault]) -> dict[str, Any]:
    """The problem document of a 400."""
    told = problem(root, 400, "invalid", "ValidationError", "Ongeldige invoer.")
    listed = [{"name": name, "code": code, "reason": why} for name, code, why in faults]
    return {**told, "invalidParams": listed}


def problem(root: str, status: int, code: str, kind: str, title: str) -> dict[str, Any]:
    """A problem document as the standard writes it."""
    return {
        "type": f"{root}ref/fouten/{kind}/",
        "code": code,
        "title": title,
        "status": status,
        "detail": title,
        "instance": "urn:uuid:00000000-0000-4000-8000-000000000000",
    }


def new_zaak(body: Mapping[str, Any], zaaktype: Mapping[str, Any], today: date) -> dict[str, Any]:
    """What is kept of a new zaak, with the days that follow from its zaaktype."""
    start = date.fromisoformat(body["startdatum"])
    return {
        **_OF_NO_INTEREST,
        **{name: body.get(name, "") for name in _AS_GIVEN},
        "kenmerken": body.get("kenmerken", []),
        "registratiedatum": body.get("registratiedatum", today.isoformat()),
        "einddatum": None,
        "einddatumGepland": _after(start, zaaktype["servicenorm"]).isoformat(),
        "uiterlijkeEinddatumAfdoening": _after(start, zaaktype["doorlooptijd"]).isoformat(),
    }


def _after(start: date, period: str) -> date:
    """The day that lies so long after start: P5D, P8W."""
    found = PERIOD.fullmatch(period)
    if found is None:
        raise ValueError(period)
    number = int(found[1])
    return start + (timedelta(weeks=number) if found[2] == "W" else timedelta(days=number))


_AS_GIVEN = (
    "identificatie",
    "bronorganisatie",
    "omschrijving",
    "toelichting",
    "zaaktype",
    "verantwoordelijkeOrganisatie",
    "startdatum",
    "communicatiekanaal",
    "communicatiekanaalNaam",
)
_OF_NO_INTEREST: Mapping[str, Any] = {
    "publicatiedatum": None,
    "laatstGeopend": None,
    "productenOfDiensten": [],
    "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
    "betalingsindicatie": "",
    "betalingsindicatieWeergave": "",
    "laatsteBetaaldatum": None,
    "zaakgeometrie": None,
    "verlenging": None,
    "opschorting": {"indicatie": False, "eerdereOpschorting": False, "reden": ""},
    "selectielijstklasse": "",
    "hoofdzaak": None,
    "deelzaken": [],
    "relevanteAndereZaken": [],
    "gerelateerdeZaken": [],
    "zaakinformatieobjecten": [],
    "archiefnominatie": None,
    "archiefstatus": "nog_te_archiveren",
    "archiefactiedatum": None,
    "opdrachtgevendeOrganisatie": "",
    "processobjectaard": "",
    "startdatumBewaartermijn": None,
    "processobject": {"datumkenmerk": "", "identificatie": "", "objecttype": "", "registratie": ""},
}
