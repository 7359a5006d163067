# SPDX-License-Identifier: EUPL-1.2
"""The drawings with questions: there, in the colours of the municipality, and told in words."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from django.test import Client

from gemeengoed.content.queries import edition_of
from gemeengoed.municipalities.theme import contrast, resolved
from gemeengoed.web.resident.drawings import TITLES

SVG = "{http://www.w3.org/2000/svg}"
NARROWEST = 256  # pixels that a drawing gets in a chat on a screen of 320
SMALLEST_LETTERS = 12  # pixels, as it is seen

pytestmark = pytest.mark.usefixtures("published")


def drawn(name: str, slug: str = "waterdam") -> ElementTree.Element:
    response = Client().get(f"/{slug}/tekening/{name}.svg")
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)  # noqa: S314 (our own drawing)


def test_every_drawing_that_a_question_names_is_there() -> None:
    flows = edition_of("waterdam").flows.values()
    named = {step.drawing for flow in flows for step in flow.steps if step.drawing}
    assert named
    assert named <= set(TITLES)


@pytest.mark.parametrize("name", TITLES)
def test_a_drawing_tells_in_words_what_it_shows(name: str) -> None:
    sheet = drawn(name)
    title, words = sheet.find(f"{SVG}title"), sheet.find(f"{SVG}desc")
    assert title is not None
    assert title.text == TITLES[name]
    assert words is not None
    assert len(words.text or "") > 60
    labelled = (sheet.get("aria-labelledby") or "").split()
    assert labelled == [title.get("id"), words.get("id")]


@pytest.mark.parametrize("name", TITLES)
def test_its_words_can_be_read_on_the_narrowest_phone(name: str) -> None:
    sheet = drawn(name)
    width = float((sheet.get("viewBox") or "").split()[2])
    texts = list(sheet.iter(f"{SVG}text"))
    assert texts
    for text in texts:
        size = float(text.get("font-size") or sheet.get("font-size") or 0)
        assert size * NARROWEST / width >= SMALLEST_LETTERS, text.text


@pytest.mark.parametrize("name", TITLES)
def test_it_has_a_ground_of_its_own_and_needs_no_style_that_the_policy_forbids(name: str) -> None:
    sheet = drawn(name)
    ground = next(sheet.iter(f"{SVG}rect"))
    assert (ground.get("width"), ground.get("height")) == (sheet.get("width"), sheet.get("height"))
    for each in sheet.iter():
        assert not each.tag.endswith(("style", "script", "image", "foreignObject"))
        assert not [name for name in each.attrib if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("name", [name for name in TITLES if name != "dakvlak"])
def test_what_is_measured_is_an_arrow_with_heads_not_a_colour_alone(name: str) -> None:
    arrows = [each for each in drawn(name).iter(f"{SVG}path") if each.get("marker-end")]
    assert arrows
    assert all(arrow.get("marker-start") for arrow in arrows)


@pytest.mark.parametrize("slug", ["waterdam", "heidewoud", "oostermark"])
def test_it_has_the_colours_of_the_municipality(slug: str) -> None:
    look = resolved(edition_of(slug).municipality.theme)
    svg = Client().get(f"/{slug}/tekening/dakkapel-zijkant.svg").content.decode()
    for name in ("accent", "primary", "text", "surface", "tint"):
        assert look[name] in svg
    known = set(look.values())
    assert set(re.findall(r"#[0-9a-fA-F]{6}\b", svg)) <= known


@pytest.mark.parametrize("slug", ["waterdam", "heidewoud", "oostermark"])
def test_the_arrow_stands_out_from_the_roof(slug: str) -> None:
    """On the roof of the front view: primary, thinned over the ground of the sheet."""
    look = resolved(edition_of(slug).municipality.theme)
    roof = thinned(look["primary"], look["surface"], 0.16)
    assert contrast(look["accent"], roof) >= 3
    assert contrast(look["text"], roof) >= 4.5


def thinned(colour: str, ground: str, share: float) -> str:
    parts = (
        round(int(colour[at : at + 2], 16) * share + int(ground[at : at + 2], 16) * (1 - share))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def test_a_drawing_may_be_kept_by_browsers_and_sets_no_cookie() -> None:
    response = Client().get("/waterdam/tekening/dakvlak.svg")
    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert "public" in response["Cache-Control"]
    assert "max-age=3600" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/waterdam/tekening/nergens.svg", "Onbekende tekening"),
        ("/waterdam/tekening/_base.svg", "Onbekende tekening"),
        ("/nergenshuizen/tekening/dakvlak.svg", "Onbekende gemeente"),
    ],
)
def test_what_is_not_there_is_a_problem_document(address: str, title: str) -> None:
    response = Client().get(address)
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["title"] == title
