# SPDX-License-Identifier: EUPL-1.2
"""What can be handed in that becomes a zaak, and how it is called in the zaakregister.

zaaktype, statuses and resultaten are names in a municipality's catalogue (identificatie and
omschrijving), never addresses: a zaaktype has versions.
"""

from collections.abc import Mapping
from dataclasses import dataclass

PROCESSED = "Verwerkt"  # the resultaat of what was booked as the resident asked
WITHDRAWN = "Ingetrokken"  # the resultaat of what a resident takes back


@dataclass(frozen=True, slots=True)
class SubmissionKind:
    """label, who (deals with it): as residents read it inside a sentence.

    outcomes: those that can be handed in. needs_person: the outcomes at which a person looks before
    it goes on. resultaten: how a colleague can end it.
    can_wait: the outcomes with which somebody is left out of the zaak until they did something.
    """

    id: str
    label: str
    who: str
    zaaktype: str
    outcomes: frozenset[str]
    needs_person: frozenset[str]
    resultaten: tuple[str, ...]
    address_is: str  # what the address is to the zaak
    can_wait: frozenset[str] = frozenset()


KINDS: Mapping[str, SubmissionKind] = {
    kind.id: kind
    for kind in (
        SubmissionKind(
            id="verhuizing",
            label="verhuizing",
            who="het team burgerzaken",
            zaaktype="VERHUIZING",
            outcomes=frozenset({"direct", "te_laat_maar_verwerkt", "bellen", "onbekend"}),
            needs_person=frozenset({"bellen", "onbekend"}),
            resultaten=(PROCESSED, "Niet verwerkt"),
            address_is="nieuw adres",
            can_wait=frozenset({"machtiging_nodig", "persoonlijk_verschijnen"}),
        ),
    )
}


def submission_kind(id: str) -> SubmissionKind:
    """The kind of what was handed in: checked then, so it is there."""
    return KINDS[id]
