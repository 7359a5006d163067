# SPDX-License-Identifier: EUPL-1.2
"""The BRP behind its port."""

import csv
from datetime import date

import pytest
from demo.registers.generate import HERE

from gemeengoed.gateways.brp.demo import DemoPersons
from gemeengoed.gateways.brp.errors import (
    BadPersonFileError,
    BrpTimeoutError,
    BrpUnavailableError,
    WrongAnswerError,
)
from gemeengoed.gateways.brp.models import Behaviour, DemoPerson
from gemeengoed.gateways.brp.operations import load_persons, set_behaviour
from gemeengoed.gateways.brp.registry import register_of
from gemeengoed.gateways.brp.shapes import Bond, Relation

pytestmark = pytest.mark.usefixtures("municipalities")
ask = DemoPersons()


def people(**wanted) -> list[DemoPerson]:
    return list(DemoPerson.objects.filter(municipality_id="waterdam", **wanted).order_by("pk"))


def at_home_with(count: int) -> list[DemoPerson]:
    """The people of the first address with so many persons."""
    for address in dict.fromkeys(p.address_id for p in people()):
        living = people(address_id=address)
        if len(living) == count:
            return living
    raise AssertionError(f"no household of {count}")


class TestByBsn:
    def test_somebody_is_found_by_number_wherever_in_the_country_they_live(self):
        row = people()[0]
        person = register_of("waterdam").by_bsn("waterdam", row.bsn)

        assert person.full_name.startswith(row.given_names)
        assert person.address_id == row.address_id
        assert ask.by_bsn("heidewoud", row.bsn) == person

    @pytest.mark.parametrize("bsn", ["", "999999990", "geen", "9" * 100])
    def test_an_unknown_number_gives_nobody(self, bsn):
        assert ask.by_bsn("waterdam", bsn) is None

    def test_a_bsn_shows_in_no_repr(self):
        row = people()[0]

        assert row.bsn not in repr(ask.by_bsn("waterdam", row.bsn))
        assert row.bsn not in repr(ask.household_of("waterdam", row.bsn))
        assert row.bsn not in f"{row} {row!r}"

    def test_curatele_and_onderzoek_are_told(self):
        assert ask.by_bsn("waterdam", people(has_guardian=True)[0].bsn).has_guardian
        searched = people(is_under_investigation=True)[0]
        assert ask.by_bsn("waterdam", searched.bsn).is_address_under_investigation

    def test_age_counts_completed_years(self):
        person = ask.by_bsn("waterdam", people()[0].bsn)
        birthday = person.born_on.replace(year=2026)

        assert person.age_on(birthday) == 2026 - person.born_on.year
        assert person.age_on(date(2025, birthday.month, birthday.day)) == 2025 - person.born_on.year
        assert person.age_on(person.born_on) == 0


class TestHousehold:
    def test_a_family_knows_partner_and_children(self):
        family = at_home_with(8)
        household = ask.household_of("waterdam", family[0].bsn)

        assert [m.relation for m in household.members] == [
            Relation.PARTNER,
            *[Relation.CHILD] * 6,
        ]
        assert household.members[0].bond is Bond.MARRIAGE
        assert household.hidden == 0

    def test_a_child_sees_its_parents_and_the_others_as_housemates(self):
        family = at_home_with(8)
        household = ask.household_of("waterdam", family[-1].bsn)

        assert [m.relation for m in household.members].count(Relation.PARENT) == 2
        assert [m.relation for m in household.members].count(Relation.OTHER) == 5

    def test_living_together_unmarried_is_no_partner_for_the_brp(self):
        for person in people(partner_bsn=""):
            household = ask.household_of("waterdam", person.bsn)
            assert Relation.PARTNER not in [m.relation for m in household.members]

    def test_mother_and_child_under_geheimhouding_see_each_other(self):
        mother = min(people(is_secret=True), key=lambda p: p.born_on)
        household = ask.household_of("waterdam", mother.bsn)

        assert [m.relation for m in household.members] == [Relation.CHILD]

    def test_a_housemate_under_geheimhouding_is_only_counted(self):
        first, *others = at_home_with(3)
        DemoPerson.objects.create(
            municipality_id="waterdam",
            bsn="999999011",
            given_names="Geheim",
            family_name="Persoon",
            gender="V",
            born_on=date(1990, 1, 1),
            birth_place="Utrecht",
            address_id=first.address_id,
            registered_since=date(2025, 1, 1),
            is_secret=True,
        )
        household = ask.household_of("waterdam", first.bsn)

        assert household.hidden == 1
        assert len(household.members) == len(others)
        assert "Geheim" not in repr(household)

    def test_an_unknown_number_has_no_household(self):
        assert ask.household_of("waterdam", "999999990") is None


class TestResidents:
    def test_who_lives_at_an_address_is_told_without_those_under_geheimhouding(self):
        hidden = people(is_secret=True)
        residents = ask.residents_of("waterdam", hidden[0].address_id)

        assert residents.shown == ()
        assert residents.hidden == len(hidden) == 2

    def test_an_address_in_onderzoek_is_marked(self):
        row = people(is_under_investigation=True)[0]
        (person,) = ask.residents_of("waterdam", row.address_id).shown

        assert person.is_address_under_investigation

    def test_an_address_of_another_municipality_is_empty(self):
        residents = ask.residents_of("heidewoud", people()[0].address_id)

        assert (residents.shown, residents.hidden) == ((), 0)


class TestBehaviour:
    @pytest.mark.parametrize(
        ("behaviour", "error"),
        [
            (Behaviour.DOWN, BrpUnavailableError),
            (Behaviour.SLOW, BrpTimeoutError),
            (Behaviour.WRONG, WrongAnswerError),
        ],
    )
    def test_each_way_to_fail_has_its_own_error_without_a_number(self, behaviour, error):
        set_behaviour(municipality="waterdam", behaviour=behaviour, delay=30)
        bsn = people()[0].bsn

        with pytest.raises(error) as raised:
            DemoPersons(time_limit=0.02).by_bsn("waterdam", bsn)
        assert bsn not in str(raised.value)

    def test_a_municipality_without_a_register_says_so(self):
        with pytest.raises(BrpUnavailableError):
            ask.residents_of("nergens", "1")


class TestLoading:
    def test_the_same_file_again_loads_nothing(self):
        path = HERE / "waterdam" / "personen.csv"

        assert load_persons(municipality="waterdam", path=path) == 0

    def test_a_number_that_could_be_somebodys_is_refused_and_not_repeated(self, tmp_path):
        with (HERE / "waterdam" / "personen.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        rows[1][0] = "111222333"  # passes the elfproef, but is no test number
        rows[2][5] = "31-02-1980"
        bad = tmp_path / "personen.csv"
        with bad.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows[:4])

        with pytest.raises(BadPersonFileError) as error:
            load_persons(municipality="waterdam", path=bad)
        assert len(error.value.faults) == 2
        assert "111222333" not in str(error.value)
        assert len(people()) == 63
