# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of the demo register: read from its file, and told as the Catalogi API does. Pure.

A municipality's own catalogue is the same for all three invented ones; their rsin differs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from stdnum.nl import bsn

from gemeengoed.gateways.zaken.exchange import CATALOGI

KINDS = ("statustypen", "roltypen", "resultaattypen", "eigenschappen")
PERIOD = re.compile(r"P([1-9]\d*)([DW])")
_KEYS = {"identificatie", "omschrijving", "doorlooptijd", "servicenorm", "begin", *KINDS}


def faults_of(contents: Any, municipality: str) -> list[str]:
    """All that is wrong with a catalogue file, for this municipality."""
    if not isinstance(contents, dict) or set(contents) != {"rsin", "zaaktypen"}:
        return ["must have rsin and zaaktypen"]
    faults = []
    if not bsn.is_valid(str(contents["rsin"].get(municipality, ""))):  # the same elfproef
        faults.append(f"rsin of {municipality} does not pass the elfproef")
    for number, zaaktype in enumerate(contents["zaaktypen"], start=1):
        faults += [f"zaaktype {number}: {fault}" for fault in _faults(zaaktype)]
    return faults


def _faults(zaaktype: Any) -> Iterator[str]:
    if not isinstance(zaaktype, dict) or set(zaaktype) != _KEYS:
        yield f"must have {', '.join(sorted(_KEYS))}"
        return
    for name in ("doorlooptijd", "servicenorm"):
        if not PERIOD.fullmatch(str(zaaktype[name])):
            yield f"{name} {zaaktype[name]!r}"
    if len(zaaktype["statustypen"]) < 2:
        yield "needs a first status and an end status"
    if sum(each["generiek"] == "initiator" for each in zaaktype["roltypen"]) != 1:
        yield "needs one roltype initiator"
    if not zaaktype["resultaattypen"]:
        yield "needs a resultaattype"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """root: address of the register, with a slash at its end; zaaktypen: as in the file."""

    root: str
    zaaktypen: Sequence[Mapping[str, Any]]

    def holding(self, identificatie: str, day: date) -> list[dict[str, Any]]:
        """The published zaaktype of that name that holds on a day, told as the API does."""
        return [
            self._zaaktype(each)
            for each in self.zaaktypen
            if each["identificatie"] == identificatie and str(each["begin"]) <= day.isoformat()
        ]

    def types(self, kind: str, zaaktype: str) -> list[dict[str, Any]]:
        """All statustypen, roltypen, resultaattypen or eigenschappen of this zaaktype (address)."""
        told = {
            "statustypen": self._statustypen,
            "roltypen": self._roltypen,
            "resultaattypen": self._resultaattypen,
            "eigenschappen": self._eigenschappen,
        }[kind]
        found = self.zaaktype(zaaktype)
        return [] if found is None else told(found)

    def zaaktype(self, address: str) -> Mapping[str, Any] | None:
        """The zaaktype of that address, as in the file."""
        return next((z for z in self.zaaktypen if self._address("zaaktypen", z) == address), None)

    def type_of(self, kind: str, address: str, zaaktype: str) -> dict[str, Any] | None:
        """The type of that address, if it belongs to this zaaktype."""
        return next((t for t in self.types(kind, zaaktype) if t["url"] == address), None)

    def _address(self, kind: str, zaaktype: Mapping[str, Any], name: str = "") -> str:
        key = f"{self.root}{kind}/{zaaktype['identificatie']}/{name}"
        return f"{self.root}{CATALOGI}{kind}/{uuid5(NAMESPACE_URL, key)}"

    def _names(self, kind: str, zaaktype: Mapping[str, Any]) -> list[str]:
        return [
            self._address(kind, zaaktype, each["naam"] if isinstance(each, dict) else each)
            for each in zaaktype[kind]
        ]

    def _of(self, kind: str, zaaktype: Mapping[str, Any], name: str) -> dict[str, Any]:
        """What all types tell."""
        return {
            "url": self._address(kind, zaaktype, name),
            "zaaktype": self._address("zaaktypen", zaaktype),
            "zaaktypeIdentificatie": zaaktype["identificatie"],
            "catalogus": f"{self.root}{CATALOGI}catalogussen/{uuid5(NAMESPACE_URL, self.root)}",
            "beginGeldigheid": str(zaaktype["begin"]),
            "eindeGeldigheid": None,
            "beginObject": str(zaaktype["begin"]),
            "eindeObject": None,
        }

    def _statustypen(self, zaaktype: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [
            {
                **self._of("statustypen", zaaktype, name),
                "omschrijving": name,
                "omschrijvingGeneriek": name,
                "statustekst": "",
                "volgnummer": number,
                "isEindstatus": number == len(zaaktype["statustypen"]),
                "informeren": False,
                "doorlooptijd": None,
                "toelichting": "",
                "checklistitemStatustype": [],
                "eigenschappen": [],
                "zaakobjecttypen": [],
            }
            for number, name in enumerate(zaaktype["statustypen"], start=1)
        ]

    def _roltypen(self, zaaktype: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [
            {
                **self._of("roltypen", zaaktype, each["naam"]),
                "omschrijving": each["naam"],
                "omschrijvingGeneriek": each["generiek"],
            }
            for each in zaaktype["roltypen"]
        ]

    def _resultaattypen(self, zaaktype: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [
            {
                **self._of("resultaattypen", zaaktype, name),
                "omschrijving": name,
                "resultaattypeomschrijving": f"{self.root}resultaattypeomschrijvingen/{number}",
                "omschrijvingGeneriek": "Verwerkt",
                "selectielijstklasse": f"{self.root}selectielijst/7.1",
                "toelichting": "",
                "archiefnominatie": "vernietigen",
                "archiefactietermijn": "P5Y",
                "brondatumArchiefprocedure": None,
                "besluittypen": [],
                "besluittypeOmschrijving": [],
                "informatieobjecttypen": [],
                "informatieobjecttypeOmschrijving": [],
            }
            for number, name in enumerate(zaaktype["resultaattypen"], start=1)
        ]

    def _eigenschappen(self, zaaktype: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [
            {
                **self._of("eigenschappen", zaaktype, each["naam"]),
                "naam": each["naam"],
                "definitie": each["definitie"],
                "specificatie": {
                    "groep": "",
                    "formaat": each["formaat"],
                    "lengte": each["lengte"],
                    "kardinaliteit": "1",
                    "waardenverzameling": [],
                },
                "toelichting": "",
                "statustype": None,
            }
            for each in zaaktype["eigenschappen"]
        ]

    def _zaaktype(self, zaaktype: Mapping[str, Any]) -> dict[str, Any]:
        told = self._of("zaaktypen", zaaktype, "")
        del told["zaaktype"], told["zaaktypeIdentificatie"]
        return {
            **told,
            **_ALWAYS,
            "identificatie": zaaktype["identificatie"],
            "omschrijving": zaaktype["omschrijving"],
            "doel": zaaktype["omschrijving"],
            "doorlooptijd": zaaktype["doorlooptijd"],
            "servicenorm": zaaktype["servicenorm"],
            "referentieproces": {"naam": zaaktype["omschrijving"], "link": ""},
            "versiedatum": str(zaaktype["begin"]),
            **{kind: self._names(kind, zaaktype) for kind in KINDS},
        }


# The same for every zaaktype of the demo: what nobody here asks for.
_ALWAYS: Mapping[str, Any] = {
    "omschrijvingGeneriek": "",
    "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
    "aanleiding": "Melding van inwoner",
    "toelichting": "",
    "indicatieInternOfExtern": "extern",
    "handelingInitiator": "melden",
    "onderwerp": "melding",
    "handelingBehandelaar": "behandelen",
    "opschortingEnAanhoudingMogelijk": False,
    "verlengingMogelijk": False,
    "verlengingstermijn": None,
    "trefwoorden": [],
    "publicatieIndicatie": False,
    "publicatietekst": "",
    "verantwoordingsrelatie": [],
    "productenOfDiensten": [],
    "selectielijstProcestype": "",
    "concept": False,
    "verantwoordelijke": "",
    "broncatalogus": {"url": "", "domein": "", "rsin": ""},
    "bronzaaktype": {"url": "", "identificatie": "", "omschrijving": ""},
    "informatieobjecttypen": [],
    "besluittypen": [],
    "deelzaaktypen": [],
    "gerelateerdeZaaktypen": [],
    "zaakobjecttypen": [],
}
