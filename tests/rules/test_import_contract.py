# SPDX-License-Identifier: EUPL-1.2
"""The import contract leaves no room out. (That it is kept is lint-imports' work.)"""

import configparser
import re

from tests.rules.rooms import packages_in
from tests.rules.source import ROOT

PURE = ("dialogue", "language", "terms", "procedures")


def contract(name: str) -> configparser.SectionProxy:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    return parser[f"importlinter:contract:{name}"]


def layers(name: str) -> list[str]:
    """All modules of a layers contract, from the top down."""
    return re.findall(r"[a-z_]+", contract(name)["layers"])


def test_the_layers_name_exactly_the_rooms_that_there_are() -> None:
    assert contract("rooms")["exhaustive"] == "True"
    assert sorted(layers("rooms")) == packages_in()


def test_the_doors_are_all_in_their_contract() -> None:
    assert contract("doors")["exhaustive"] == "True"
    assert sorted(f"web.{door}" for door in layers("doors")) == packages_in("web")


def test_every_pure_room_is_held_to_be_pure() -> None:
    named = re.findall(r"gemeengoed\.(\w+)", contract("pure")["source_modules"])
    assert sorted(named) == sorted(set(PURE) & set(packages_in()))


def test_every_room_but_gateways_and_project_may_not_speak_to_the_outside() -> None:
    named = set(re.findall(r"gemeengoed\.(\w+)", contract("http")["source_modules"]))
    assert set(packages_in()) - named - set(PURE) == {"gateways", "project"}


def test_the_order_is_the_one_of_the_design() -> None:
    order = layers("rooms")
    for above, below in (
        ("project", "web"),
        ("web", "casework"),
        ("casework", "conversations"),
        ("conversations", "content"),
        ("content", "dialogue"),
        ("dialogue", "language"),
        ("gateways", "access"),
        ("accounts", "audit"),
        ("audit", "terms"),
    ):
        assert order.index(above) < order.index(below)
