# SPDX-License-Identifier: EUPL-1.2
"""The kinds of interne_taak there are, and who takes them on.

A flow's ``submit`` names one of these. Who a municipality really gives it to comes with
assignment; until then the resident is told the team.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gemeengoed.casework.errors import UnknownKindError


@dataclass(frozen=True, slots=True)
class Kind:
    """label: on staff screens. who: inside a sentence to the resident. action: the goal."""

    id: str
    label: str
    who: str
    action: str


KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind(
            "terugbelverzoek",
            "Terugbelverzoek",
            "een collega van het klantcontactcentrum",
            "Bel de inwoner terug.",
        ),
        Kind(
            "verzoek_uitzondering",
            "Verzoek om een uitzondering",
            "een collega van het team vergunningen",
            "Bel of mail de inwoner en bekijk of een uitzondering kan.",
        ),
        Kind(
            "melding_straatverlichting",
            "Melding straatverlichting",
            "het team openbare verlichting",
            "Laat de lamp nakijken en maken.",
        ),
        Kind(
            "indiening_bekijken",
            "Indiening bekijken",
            "een medewerker van het team burgerzaken",
            "Bekijk wat er is ingediend, bel zo nodig, en handel het af.",
        ),
    )
}


def kind_of(id: str) -> Kind:
    """The kind; raises UnknownKindError."""
    if id not in KINDS:
        raise UnknownKindError(id)
    return KINDS[id]
