# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest
import yaml

from gemeengoed.municipalities.theme import TOKENS, Kind, contrast, resolved, theme_faults

PACKS = Path(__file__).resolve().parents[3] / "packs" / "gemeenten"
THEMES = {
    path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8")).get("theme", {})
    for path in sorted(PACKS.glob("*/gemeente.yaml"))
}


def test_black_on_white_has_the_highest_contrast_and_a_colour_on_itself_none() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#8a2e1c", "#8a2e1c") == pytest.approx(1)


def test_grey_just_below_and_just_above_the_border_of_readable_text() -> None:
    assert contrast("#777777", "#ffffff") < 4.5 < contrast("#767676", "#ffffff")


def test_the_defaults_are_readable() -> None:
    assert theme_faults({}) == []


@pytest.mark.parametrize("slug", THEMES)
def test_each_municipality_of_the_packs_is_readable_and_uses_known_tokens(slug: str) -> None:
    assert theme_faults(THEMES[slug]) == []


def test_the_municipalities_of_the_packs_look_different() -> None:
    for name in ("primary", "mark", "radius"):
        assert len({resolved(theme)[name] for theme in THEMES.values()}) == len(THEMES) == 3


def test_a_token_that_is_not_given_follows_the_one_it_belongs_to() -> None:
    tokens = resolved({"primary": "#6a2c74", "tint": "#f6edf7"})
    assert tokens["link"] == tokens["launcher"] == tokens["accent"] == "#6a2c74"
    assert tokens["bubble-out"] == "#f6edf7"
    assert list(tokens) == list(TOKENS)


def test_all_faults_are_reported_at_once() -> None:
    faults = theme_faults({"primary": "#ffff00", "colour": "#000000", "radius": "round"})
    assert "'colour' is no design token" in faults
    assert "radius: 'round' is no length" in faults
    assert any(fault.startswith("on-primary #ffffff on primary #ffff00") for fault in faults)


@pytest.mark.parametrize("value", ["red", "#fff", "#12345g", "#123456;", "#123456\n"])
def test_a_colour_is_written_in_one_way_only(value: str) -> None:
    assert resolved({"primary": value})["primary"] == TOKENS["primary"].default


@pytest.mark.parametrize(
    "value", ["x} body{display:none", "a;b", "url(https://x.example)", "</style>", "a\\b"]
)
def test_no_value_can_break_out_of_its_declaration(value: str) -> None:
    given = dict.fromkeys(TOKENS, value)
    assert value not in resolved(given).values()
    assert Kind.FONT.value.fullmatch(value) is None
