# SPDX-License-Identifier: EUPL-1.2
"""Which street is meant by what somebody typed."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from gemeengoed.gateways.adressen.street_names import match

STREETS = (
    "Lindelaan",
    "Kerkstraat",
    "Beatrixplein",
    "Stationsweg",
    "Beukenlaan",
    "Prinses Irenestraat",
    "Burgemeester van der Veldelaan",
    "'s-Gravenweg",
    "Dr. Schaepmanstraat",
    "Reeënspoor",
    "Wilgenstraat",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Lindelaan", "Lindelaan"),
        ("LINDELAAN", "Lindelaan"),
        ("linde laan", "Lindelaan"),
        ("kerkstr", "Kerkstraat"),
        ("Kerkstr.", "Kerkstraat"),
        ("Kerk straat", "Kerkstraat"),
        ("beatrix plein", "Beatrixplein"),
        ("beatrixpl", "Beatrixplein"),
        ("stationswg", "Stationsweg"),
        ("lindelan", "Lindelaan"),
        ("lindenlaan", "Lindelaan"),
        ("kekrstraat", "Kerkstraat"),
        ("irenestraat", "Prinses Irenestraat"),
        ("burg. v. d. veldelaan", None),
        ("burg van der veldelaan", "Burgemeester van der Veldelaan"),
        ("s gravenweg", "'s-Gravenweg"),
        ("dokter schaepmanstraat", "Dr. Schaepmanstraat"),
        ("reeenspoor", "Reeënspoor"),
    ],
)
def test_another_spelling_of_a_street_is_that_street(typed, meant):
    assert match(typed, STREETS).sure == ((meant,) if meant else ())


@pytest.mark.parametrize("typed", ["berkenlaan", "Berkenlaan", "kerkstraot", "lendelaen"])
def test_another_letter_may_be_another_street_so_it_is_only_offered(typed):
    found = match(typed, STREETS)

    assert found.sure == ()
    assert found.like


@pytest.mark.parametrize("typed", ["", "!!", "laan", "straat", "xyzzy", "Damrak", "😀", "a" * 5000])
def test_what_is_like_no_street_gives_nothing(typed):
    assert match(typed, STREETS).sure == ()
    assert match(typed, STREETS).like == ()


def test_the_last_part_of_two_streets_is_offered_as_both():
    found = match("irenestraat", ("Prinses Irenestraat", "Zuster Irenestraat"))

    assert found.sure == ()
    assert found.like == ("Prinses Irenestraat", "Zuster Irenestraat")


def test_many_threads_find_the_same_street() -> None:
    swapped = [f"{name[:3]}{name[4]}{name[3]}{name[5:]}" for name in STREETS] * 100
    alone = [match(typed, STREETS) for typed in swapped]
    patience = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # threads change places in the middle of a name
    try:
        with ThreadPoolExecutor(16) as pool:
            assert list(pool.map(lambda typed: match(typed, STREETS), swapped)) == alone
    finally:
        sys.setswitchinterval(patience)
