# SPDX-License-Identifier: EUPL-1.2
"""The address register behind its port."""

import time

import pytest
from demo.registers.generate import HERE

from gemeengoed.audit.models import AuditRecord
from gemeengoed.gateways.adressen.demo import DemoAddresses
from gemeengoed.gateways.adressen.errors import (
    BadRegisterFileError,
    RegisterTimeoutError,
    RegisterUnavailableError,
    WrongAnswerError,
)
from gemeengoed.gateways.adressen.models import Behaviour, DemoAddress
from gemeengoed.gateways.adressen.operations import load_register, set_behaviour
from gemeengoed.gateways.adressen.registry import register_of
from gemeengoed.gateways.adressen.shapes import Monument, Purpose, RoofPlane, Side

pytestmark = pytest.mark.usefixtures("municipalities")
ask = DemoAddresses()


def labels(addresses) -> list[str]:
    return [address.label for address in addresses]


def parts(addresses) -> list[tuple[str, str, str]]:
    return [(a.street, f"{a.number}{a.addition}", a.place) for a in addresses]


class TestFind:
    def test_one_address_that_fits_is_it(self):
        found = ask.find("waterdam", street="lindelaan", number=8)

        assert parts(found.exact) == [("Lindelaan", "8", "Waterdam")]
        assert found.exact[0].purpose is Purpose.HOME
        assert found.exact[0].municipality == "waterdam"
        assert (found.nearest, found.missing) == ((), None)

    def test_a_street_in_two_places_gives_both_with_their_place(self):
        found = ask.find("waterdam", street="kerkstr", number=22)

        assert parts(found.exact) == [
            ("Kerkstraat", "22", "Oudedijk"),
            ("Kerkstraat", "22", "Waterdam"),
        ]
        assert len({a.postcode for a in found.exact}) == 2

    @pytest.mark.parametrize("place", ["Oudedijk", "oude dijk", "oudedik"])
    def test_a_place_chooses_between_the_two(self, place):
        found = ask.find("waterdam", street="Kerkstraat", number=22, place=place)

        assert parts(found.exact) == [("Kerkstraat", "22", "Oudedijk")]

    def test_a_postcode_chooses_between_the_two(self):
        both = ask.find("waterdam", street="Kerkstraat", number=22).exact
        code = both[1].postcode
        found = ask.find(
            "waterdam", street="Kerkstraat", number=22, postcode=f"{code[:4]} {code[4:].lower()}"
        )

        assert found.exact == (both[1],)

    def test_postcode_and_number_are_enough(self):
        lindelaan = ask.find("oostermark", street="Lindelaan", number=14).exact[0]

        assert ask.find("oostermark", postcode=lindelaan.postcode, number=14).exact == (lindelaan,)

    def test_a_number_that_does_not_exist_offers_those_around_it_on_the_same_side_first(self):
        found = ask.find("heidewoud", street="Heikamp", number=998)

        assert found.exact == ()
        assert 1 <= len(found.nearest) <= 5
        assert {a.street for a in found.nearest} == {"Heikamp"}
        assert found.nearest[0].number == max(a.number for a in found.nearest)

    def test_an_addition_that_does_not_exist_offers_the_house_itself(self):
        found = ask.find("waterdam", street="Lindelaan", number=8, addition="Z")

        assert found.exact == ()
        assert parts(found.nearest)[0] == ("Lindelaan", "8", "Waterdam")

    def test_additions_count_only_where_the_number_alone_is_no_address(self):
        split = DemoAddress.objects.filter(municipality_id="waterdam", addition="B").first()
        where = {"street": split.street, "number": split.number, "place": split.place}

        assert [a.addition for a in ask.find("waterdam", **where).exact] == ["A", "B"]
        assert [a.addition for a in ask.find("waterdam", **where, addition="b").exact] == ["B"]

        above_shop = DemoAddress.objects.filter(
            municipality_id="waterdam", street="Dorpsstraat", addition="A"
        ).first()
        shop = ask.find("waterdam", street="Dorpsstraat", number=above_shop.number)
        assert [a.addition for a in shop.exact] == [""]

    def test_a_street_that_may_be_another_one_is_offered_not_taken(self):
        found = ask.find("waterdam", street="Berkenlaan", number=5)

        assert found.exact == ()
        assert parts(found.nearest)[0] == ("Beukenlaan", "5", "Waterdam")

    @pytest.mark.parametrize(
        ("given", "missing"),
        [
            ({}, "street"),
            ({"number": 8}, "street"),
            ({"place": "Waterdam"}, "street"),
            ({"street": "Lindelaan"}, "number"),
            ({"postcode": "1994AA"}, "number"),
        ],
    )
    def test_what_is_needed_first_is_told(self, given, missing):
        assert ask.find("waterdam", **given).missing == missing

    @pytest.mark.parametrize(
        "given",
        [
            {"street": "Damrak", "number": 1},
            {"street": "Robert'); DROP TABLE", "number": 1},
            {"postcode": "1012JS", "number": 1},
            {"postcode": "geen", "number": 1},
            {"street": "x" * 10_000, "number": 1},
        ],
    )
    def test_what_is_not_there_gives_nothing(self, given):
        found = ask.find("waterdam", **given)

        assert (found.exact, found.nearest, found.missing) == ((), (), None)

    @pytest.mark.parametrize("number", [0, -4, 10**12])
    def test_an_impossible_number_fits_nothing_and_breaks_nothing(self, number):
        assert ask.find("waterdam", street="Lindelaan", number=number).exact == ()

    def test_a_place_elsewhere_fits_nothing(self):
        found = ask.find("waterdam", street="Lindelaan", number=8, place="Utrecht")

        assert found.exact == ()

    def test_one_municipality_does_not_see_the_streets_of_another(self):
        assert ask.find("waterdam", street="Heikamp", number=2).exact == ()
        assert ask.find("heidewoud", street="Heikamp", number=3).exact

    def test_it_takes_two_queries(self, django_assert_num_queries):
        with django_assert_num_queries(2):
            ask.find("waterdam", street="kerkstr", number=22)


class TestNames:
    def test_streets_and_places_are_those_of_the_municipality(self):
        assert {"Lindelaan", "Berkenhof"} <= ask.streets("oostermark")
        assert ask.places("waterdam") == {"Waterdam", "Oudedijk"}

    def test_an_address_is_found_by_its_identification_only_in_its_own_municipality(self):
        address = ask.find("waterdam", street="Lindelaan", number=8).exact[0]

        assert ask.by_id("waterdam", address.id) == address
        assert ask.by_id("heidewoud", address.id) is None

    def test_the_label_is_written_as_people_write_it(self):
        address = ask.find("waterdam", street="Beatrixplein", number=1).exact[0]

        assert address.label == "Beatrixplein 1, 1994 AZ Waterdam"


class TestNeighbours:
    def sides(self, slug, street, number, **more):
        address = ask.find(slug, street=street, number=number, **more).exact[0]
        found = {}
        for neighbour in ask.neighbours(address):
            found.setdefault(neighbour.side, []).append(neighbour)
        return address, found

    def test_a_terraced_house_has_neighbours_on_four_sides(self):
        _, found = self.sides("waterdam", "Lindelaan", 8)

        # Even numbers run up to the left for somebody who looks at the front.
        assert parts(n.address for n in found[Side.LEFT]) == [("Lindelaan", "10", "Waterdam")]
        assert parts(n.address for n in found[Side.RIGHT]) == [("Lindelaan", "6", "Waterdam")]
        assert found[Side.LEFT][0].distance == pytest.approx(6.0, abs=0.2)
        assert {(n.address.street, n.address.number % 2) for n in found[Side.OPPOSITE]} == {
            ("Lindelaan", 1)
        }
        assert {n.address.street for n in found[Side.BEHIND]} == {"Kastanjelaan"}

    def test_the_relation_holds_the_other_way_round(self):
        for slug, street in (
            ("waterdam", "Lindelaan"),
            ("heidewoud", "Heikamp"),
            ("oostermark", "Berkenhof"),
        ):
            address, found = self.sides(slug, street, 16)
            left = found[Side.LEFT][0].address
            back = {n.side: n.address for n in ask.neighbours(left)}
            assert back[Side.RIGHT] == address

    def test_on_a_square_one_looks_at_the_other_side_of_it(self):
        _, found = self.sides("waterdam", "Beatrixplein", 5)

        assert {n.address.street for n in found[Side.OPPOSITE]} == {"Beatrixplein"}
        assert {n.address.number for n in found[Side.OPPOSITE]} <= set(range(21, 31))

    def test_who_lives_in_the_same_building_is_a_neighbour_too(self):
        _, found = self.sides("waterdam", "Admiraalslaan", 16)

        assert len(found[Side.SAME_BUILDING]) == 7

    def test_nobody_is_his_own_neighbour(self):
        for number in range(2, 40, 2):
            address, found = self.sides("heidewoud", "Dorpsstraat", number)
            others = [n.address.id for side in found.values() for n in side]
            assert address.id not in others
            assert len(set(others)) == len(others)


class TestPremises:
    def test_monument_protected_view_and_residents_are_told(self):
        monument = ask.find("waterdam", street="Dorpsstraat", number=3).exact[0]
        premises = ask.premises(monument)

        assert premises.monument is Monument.MUNICIPAL
        assert premises.is_protected_view is True

    def test_a_path_behind_the_gardens_makes_the_back_roof_public(self):
        on_path = ask.find("waterdam", street="Lindelaan", number=8).exact[0]
        without = ask.find("waterdam", street="Lindelaan", number=7).exact[0]

        assert RoofPlane.BACK in ask.premises(on_path).public_roof_planes
        assert RoofPlane.BACK not in ask.premises(without).public_roof_planes


class TestBehaviour:
    def test_a_register_that_is_down_says_so(self):
        set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)

        with pytest.raises(RegisterUnavailableError):
            ask.find("waterdam", street="Lindelaan", number=8)
        assert ask.find("heidewoud", street="Lindelaan", number=8).exact

    def test_a_slow_register_is_given_up_at_the_time_limit(self):
        set_behaviour(municipality="waterdam", behaviour=Behaviour.SLOW, delay=600)
        start = time.perf_counter()

        with pytest.raises(RegisterTimeoutError):
            DemoAddresses(time_limit=0.05).find("waterdam", street="Lindelaan", number=8)
        assert time.perf_counter() - start < 300  # not the 600 seconds that it would take

    def test_a_register_that_is_a_little_slow_is_waited_for(self):
        set_behaviour(municipality="waterdam", behaviour=Behaviour.SLOW, delay=0.02)

        assert ask.find("waterdam", street="Lindelaan", number=8).exact

    def test_nonsense_is_not_taken_for_an_address(self):
        set_behaviour(municipality="waterdam", behaviour=Behaviour.WRONG)

        with pytest.raises(WrongAnswerError):
            ask.find("waterdam", street="Lindelaan", number=8)

    def test_a_municipality_without_a_register_says_so(self):
        with pytest.raises(RegisterUnavailableError):
            ask.streets("nergens")

    def test_setting_it_is_recorded(self):
        set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)

        record = AuditRecord.objects.get(action="demo_addresses.behaviour_set")
        assert record.details == {"behaviour": "down", "delay": 0.0}


class TestLoading:
    def test_the_same_file_again_changes_nothing_and_writes_nothing(self):
        before = set(DemoAddress.objects.values_list("pk", flat=True))
        path = HERE / "waterdam" / "adressen.csv"

        assert load_register(municipality="waterdam", path=path) == 0
        assert set(DemoAddress.objects.values_list("pk", flat=True)) == before

    def test_another_file_takes_the_place_of_the_first(self, tmp_path):
        lines = (HERE / "waterdam" / "adressen.csv").read_text(encoding="utf-8").splitlines()
        short = tmp_path / "adressen.csv"
        short.write_text("\n".join(lines[:11]) + "\n", encoding="utf-8")

        assert load_register(municipality="waterdam", path=short) == 10
        assert DemoAddress.objects.filter(municipality_id="waterdam").count() == 10
        assert register_of("waterdam").streets("waterdam") == {"Dorpsstraat"}
        assert ask.find("heidewoud", street="Lindelaan", number=8).exact

    def test_a_bad_file_is_refused_with_all_its_faults_and_the_old_one_stays(self, tmp_path):
        lines = (HERE / "waterdam" / "adressen.csv").read_text(encoding="utf-8").splitlines()
        lines[1] = lines[1].replace("1994AA", "0994aa")
        lines[3] = lines[3].replace(",3,", ",drie,")
        bad = tmp_path / "adressen.csv"
        bad.write_text("\n".join(lines[:5]) + "\n", encoding="utf-8")

        with pytest.raises(BadRegisterFileError) as error:
            load_register(municipality="waterdam", path=bad)
        assert error.value.faults == ["line 2: postcode '0994aa'", "line 4: number 'drie'"]
        assert DemoAddress.objects.filter(municipality_id="waterdam").count() > 1900
