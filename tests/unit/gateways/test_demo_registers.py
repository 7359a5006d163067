# SPDX-License-Identifier: EUPL-1.2
"""The invented registers: what demo and tests may count on."""

import csv
import math
import re
from collections import Counter
from datetime import date

import pytest
from demo.registers.generate import HERE, registers
from stdnum.nl import bsn

MUNICIPALITIES = ("waterdam", "heidewoud", "oostermark")
STREETS = {"Lindelaan", "Kerkstraat", "Dorpsstraat", "Beatrixplein", "Stationsweg"}
OWN_STREETS = {"waterdam": set(), "heidewoud": {"Heikamp"}, "oostermark": {"Berkenhof"}}
POSTCODE = re.compile(r"[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}")


def table(municipality: str, name: str) -> list[dict[str, str]]:
    with (HERE / municipality / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def age(born_on: str) -> float:
    return (date(2026, 11, 23) - date.fromisoformat(born_on)).days / 365.25


def lives_here(person: dict[str, str]) -> bool:
    return not person["address_id"].startswith("9199")


def test_the_program_writes_the_committed_files_byte_for_byte():
    written = registers()

    assert sorted(written) == sorted(
        f"{m}/{n}.csv" for m in MUNICIPALITIES for n in ("adressen", "personen")
    )
    for name, contents in written.items():
        assert (HERE / name).read_bytes() == contents, name


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
class TestAddresses:
    def test_there_are_some_two_thousand_and_each_is_there_once(self, municipality):
        rows = table(municipality, "adressen")
        places = [(r["street"], r["number"], r["addition"], r["place"]) for r in rows]

        assert 1900 <= len(rows) <= 2100
        assert len(set(places)) == len(rows)
        for column in ("id", "object_id"):
            assert len({r[column] for r in rows}) == len(rows)
            assert all(re.fullmatch(r"91\d{14}", r[column]) for r in rows)

    def test_every_required_street_is_there_with_the_numbers_of_the_examples(self, municipality):
        rows = table(municipality, "adressen")

        assert {r["street"] for r in rows} >= STREETS | OWN_STREETS[municipality]
        homes = {(r["street"], r["number"]) for r in rows if r["purpose"] == "woning"}
        assert homes >= {("Lindelaan", n) for n in ("8", "14", "16")} | {("Kerkstraat", "22")}

    def test_postcodes_have_the_dutch_form_and_belong_to_one_side_of_one_street(self, municipality):
        sides: dict[str, set[tuple[str, str, int]]] = {}
        for row in table(municipality, "adressen"):
            assert POSTCODE.fullmatch(row["postcode"]), row
            is_square = row["street"] in ("Beatrixplein", "Markt")
            parity = 0 if is_square else int(row["number"]) % 2
            side = (row["street"], row["place"], parity)
            sides.setdefault(row["postcode"], set()).add(side)

        assert {len(of_postcode) for of_postcode in sides.values()} == {1}

    def test_there_is_one_of_everything_that_a_rule_asks_about(self, municipality):
        rows = table(municipality, "adressen")
        purposes = Counter(r["purpose"] for r in rows)

        assert purposes.keys() >= {"woning", "winkel", "recreatiewoning", "industrie", "kantoor"}
        assert purposes["zorginstelling"] == 1
        assert {r["monument"] for r in rows} == {"geen", "gemeentelijk", "rijks"}
        assert {r["protected_view"] for r in rows} == {"ja", "nee"}
        planes = Counter(plane for r in rows for plane in r["public_roof_planes"].split())
        assert planes["voor"] == len(rows)
        assert min(planes[p] for p in ("achter", "zij-links", "zij-rechts")) > 100

    def test_buildings_do_not_stand_in_each_other(self, municipality):
        points = sorted({(float(r["x"]), float(r["y"])) for r in table(municipality, "adressen")})
        for index, (x, y) in enumerate(points):
            for other_x, other_y in points[index + 1 :]:
                if other_x - x > 5.8:
                    break
                assert math.hypot(other_x - x, other_y - y) > 5.8

    def test_who_lives_somewhere_owns_or_rents_it(self, municipality):
        for row in table(municipality, "adressen"):
            assert (row["tenure"] in ("eigenaar", "huurder")) == (int(row["residents"]) > 0)
            assert bool(row["landlord"]) == (row["tenure"] == "huurder")


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
class TestPersons:
    def test_there_are_two_dozen_households_at_addresses_of_the_register(self, municipality):
        addresses = {r["id"]: r for r in table(municipality, "adressen")}
        people = table(municipality, "personen")
        living = Counter(p["address_id"] for p in people if lives_here(p))

        assert len(living) == 24
        for address_id, count in living.items():
            address = addresses[address_id]
            expected = int(address["residents"])
            assert count == expected or address["purpose"] == "zorginstelling"

    def test_somebody_alone_a_family_and_a_pair_live_in_another_municipality(self, municipality):
        addresses = {r["id"] for r in table(municipality, "adressen")}
        away = [p for p in table(municipality, "personen") if p["address_id"] not in addresses]

        assert sorted(Counter(p["address_id"] for p in away).values()) == [1, 2, 4]
        assert not any(lives_here(p) for p in away)
        assert {p["bond"] for p in away} == {"", "huwelijk"}

    def test_nobody_has_the_name_of_another(self, municipality):
        people = table(municipality, "personen")
        names = Counter(f"{p['given_names']} {p['prefix']} {p['family_name']}" for p in people)

        assert max(names.values()) == 1

    def test_every_bsn_is_a_test_number_that_passes_the_elfproef(self, municipality):
        for person in table(municipality, "personen"):
            assert person["bsn"].startswith("9999")
            assert bsn.is_valid(person["bsn"])

    def test_partners_know_each_other_and_parents_are_older(self, municipality):
        people = {p["bsn"]: p for p in table(municipality, "personen")}
        for person in people.values():
            assert bool(person["bond"]) == bool(person["partner_bsn"])
            if person["partner_bsn"]:
                assert people[person["partner_bsn"]]["partner_bsn"] == person["bsn"]
            for parent in person["parent_bsns"].split():
                assert age(people[parent]["born_on"]) > age(person["born_on"]) + 17

    def test_the_special_households_are_there(self, municipality):
        people = table(municipality, "personen")
        purposes = {r["id"]: r["purpose"] for r in table(municipality, "adressen")}

        for mark in ("secrecy", "under_investigation", "guardianship"):
            assert any(p[mark] == "ja" for p in people), mark
        assert {purposes[p["address_id"]] for p in people if lives_here(p)} == {
            "woning",
            "zorginstelling",
            "recreatiewoning",
        }
        assert {p["bond"] for p in people} == {"", "huwelijk", "geregistreerd partnerschap"}
        assert any(p["prefix"] for p in people)
        assert any(not p["family_name"].isascii() for p in people)
        assert max(Counter(p["address_id"] for p in people).values()) == 8


def test_in_waterdam_kerkstraat_22_is_in_two_places_with_different_postcodes():
    found = [
        r
        for r in table("waterdam", "adressen")
        if r["street"] == "Kerkstraat" and r["number"] == "22"
    ]

    assert {r["place"] for r in found} == {"Waterdam", "Oudedijk"}
    assert len({r["postcode"] for r in found}) == 2


def test_no_two_people_of_all_municipalities_share_a_bsn():
    numbers = [p["bsn"] for m in MUNICIPALITIES for p in table(m, "personen")]

    assert len(set(numbers)) == len(numbers)
