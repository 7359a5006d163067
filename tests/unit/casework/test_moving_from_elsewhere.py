# SPDX-License-Identifier: EUPL-1.2
"""Who lives in another municipality moves to Waterdam, through real turns, to the receipt."""

import pytest
from tests.unit.casework.movers import Resident, as_typed, empty_homes

from gemeengoed.casework.submissions.models import Submission
from gemeengoed.gateways.brp.models import DemoPerson

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("demo_municipalities"),
    pytest.mark.timeout(300),
]
# Who moves -> (what is said, answers to what is asked, what the others are to who declares)
WAYS = {
    "alone": ("alleen ik", {}, []),
    "a family": ("het hele gezin", {"wie": "iedereen"}, ["partner", "kind", "kind"]),
}


def of_elsewhere(count: int) -> DemoPerson:
    """The oldest of the household of so many that lives in no municipality of the demo."""
    away = list(
        DemoPerson.objects.filter(municipality_id="waterdam", address_id__startswith="9199")
    )
    homes = [person.address_id for person in away]
    found = [person for person in away if homes.count(person.address_id) == count]
    return min(found, key=lambda person: person.born_on)


def moves(count: int, who: str, by: dict[str, str]) -> tuple[Submission, Resident]:
    resident, mover = Resident(), of_elsewhere(count)
    new = next(empty_homes())
    resident.says(f"ik verhuis op 1 december naar {as_typed(new)}, {who}")
    assert resident.answers(mover.bsn, by)[-1]["kind"] == "summary"
    assert resident.says(action="confirm")[-1]["kind"] == "receipt"
    return Submission.objects.get(), resident


@pytest.mark.parametrize(("who", "count"), [("alone", 1), ("a family", 4)])
def test_who_comes_from_another_municipality_moves_in_like_anybody(who: str, count: int) -> None:
    said, by, others = WAYS[who]
    submission, resident = moves(count, said, by)
    assert submission.outcome == "direct"
    facts = submission.receipt["facts"]
    assert (facts["route"], facts["richting"]) == ("andere_gemeente", "in")
    relations = [each["relation"] for each in submission.participants]
    assert sorted(relations) == sorted(["aangever", *others])  # in no order of their own
    read = "\n".join(message["text"] for message in resident.heard)
    assert "Bij de gemeente staat u nu ingeschreven" not in read  # this one does not know where
    assert ["Adres volgens de BRP", "Niet in deze gemeente ingeschreven"] in submission.registered


def test_an_unmarried_pair_from_elsewhere_is_handed_in_for_who_declares() -> None:
    by = {"wie": "iedereen", "machtiging": "nee"}
    submission, resident = moves(2, "wij allebei", by)
    _, other = submission.participants
    assert (submission.outcome, other["outcome"]) == ("direct", "machtiging_nodig")
    assert other["name"] in resident.heard[-1]["text"]
