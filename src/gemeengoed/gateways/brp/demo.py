# SPDX-License-Identifier: EUPL-1.2
"""A complete BRP of invented people, in the house's own database.

It answers through the same shapes as a real one and can be told to be down, slow or wrong
(operations.set_behaviour).
"""

import time
from dataclasses import dataclass

from gemeengoed.gateways.brp.errors import BrpTimeoutError, BrpUnavailableError, WrongAnswerError
from gemeengoed.gateways.brp.models import Behaviour, DemoBrp, DemoPerson
from gemeengoed.gateways.brp.shapes import Bond, Household, Member, Person, Relation, Residents

_ORDER = list(Relation)


@dataclass(frozen=True, slots=True)
class DemoPersons:
    """Implements port.Persons. time_limit: seconds after which a slow answer is given up."""

    time_limit: float = 2.0

    def by_bsn(self, municipality: str, bsn: str) -> Person | None:
        """See port.Persons.by_bsn."""
        brp = self._asked(municipality)
        row = DemoPerson.objects.filter(bsn=bsn).first()  # the BRP is one for the whole country
        return _person(row, brp) if row else None

    def household_of(self, municipality: str, bsn: str) -> Household | None:
        """See port.Persons.household_of."""
        brp = self._asked(municipality)
        own = DemoPerson.objects.filter(bsn=bsn).first()
        if own is None:
            return None
        others = DemoPerson.objects.filter(address_id=own.address_id).exclude(pk=own.pk)
        members = []
        hidden = 0
        for other in others.order_by("born_on", "pk"):
            relation = _relation(own, other)
            if relation is Relation.OTHER and other.is_secret:
                hidden += 1
                continue
            bond = Bond(own.bond) if relation is Relation.PARTNER and own.bond else None
            members.append(Member(_person(other, brp), relation, bond))
        members.sort(key=lambda member: _ORDER.index(member.relation))
        return Household(_person(own, brp), tuple(members), hidden)

    def residents_of(self, municipality: str, address_id: str) -> Residents:
        """See port.Persons.residents_of."""
        brp = self._asked(municipality)
        rows = DemoPerson.objects.filter(municipality_id=municipality, address_id=address_id)
        ordered = list(rows.order_by("born_on", "pk"))
        shown = tuple(_person(row, brp) for row in ordered if not row.is_secret)
        hidden = len(ordered) - len(shown)
        return Residents(shown, hidden, has_signal=address_id in brp.signalled)

    def _asked(self, municipality: str) -> DemoBrp:
        """The register, after behaving as it was told to."""
        brp = DemoBrp.objects.filter(pk=municipality).first()
        if brp is None:
            raise BrpUnavailableError(municipality, "holds no persons")
        if brp.behaviour == Behaviour.DOWN:
            raise BrpUnavailableError(municipality, "is down")
        if brp.behaviour == Behaviour.SLOW:
            time.sleep(min(brp.delay, self.time_limit))
            if brp.delay > self.time_limit:
                raise BrpTimeoutError(municipality, f"no answer in {self.time_limit} s")
        return brp


def _relation(own: DemoPerson, other: DemoPerson) -> Relation:
    if other.bsn == own.partner_bsn:
        return Relation.PARTNER
    if own.bsn in other.parent_bsns:
        return Relation.CHILD
    if other.bsn in own.parent_bsns:
        return Relation.PARENT
    return Relation.OTHER


def _person(row: DemoPerson, brp: DemoBrp) -> Person:
    """The house's shape of a row; raises WrongAnswerError for one that cannot be a person."""
    # A register that answers nonsense is the hardest to notice: the demo sends no family name.
    family_name = "" if brp.behaviour == Behaviour.WRONG else row.family_name
    if not family_name:
        raise WrongAnswerError(row.municipality_id, "a person without a family name")
    return Person(
        bsn=row.bsn,
        given_names=row.given_names,
        prefix=row.prefix,
        family_name=family_name,
        born_on=row.born_on,
        address_id=row.address_id,
        registered_since=row.registered_since,
        is_secret=row.is_secret,
        is_address_under_investigation=row.is_under_investigation,
        has_guardian=row.has_guardian,
    )
