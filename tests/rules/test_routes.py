# SPDX-License-Identifier: EUPL-1.2
"""Every address of the product names who may use it, and does what it says."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path
from ninja.operation import PathView
from tests.rules.allowing import hold
from tests.rules.open_routes import OPEN_ROUTES, WITHOUT_A_RULE

from gemeengoed.municipalities.operations import save_municipality
from gemeengoed.web.frame.permissions import open_to, require_membership

TOKEN_RULE = "conversation token"
RESIDENT_RULE = "resident log-in"
SAMPLES = {
    "gemeente": "ergens",
    "id": str(uuid4()),
    "conversation": str(uuid4()),
    "code": "x",
    "number": "x",
    "file": str(uuid4()),
}


@dataclass(frozen=True)
class Route:
    name: str  # as in open_routes.py
    method: str
    rule: str | None

    @property
    def address(self) -> str:
        """With something filled in for each part that varies."""
        pattern = self.name.removeprefix(f"{self.method} ")
        return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: SAMPLES[found[1]], pattern)


def routes_in(patterns: list[Any], prefix: str = "/") -> Iterator[Route]:
    for pattern in patterns:
        where = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes_in(pattern.url_patterns, where)
        elif isinstance(pattern, URLPattern):
            yield from _of_view(where, pattern.callback)


def _of_view(where: str, view: Callable[..., Any]) -> Iterator[Route]:
    """A page, or the operations that the API framework has put behind one view."""
    cells = getattr(view, "__closure__", None) or ()
    behind = [c.cell_contents for c in cells if isinstance(c.cell_contents, PathView)]
    for path_view in behind:
        for operation in path_view.operations:
            for method in operation.methods:
                rule = getattr(operation.view_func, "door_rule", None)
                yield Route(f"{method} {where}", method, rule)
    if not behind:
        method = "GET"
        name = f"{method} {where}" if where.startswith("/api/") else where
        yield Route(name, method, getattr(view, "door_rule", None))


ROUTES = sorted(set(routes_in(get_resolver().url_patterns)), key=lambda route: route.name)


def test_every_route_names_its_permission() -> None:
    without = [route.name for route in ROUTES if not route.rule]
    hold(without, WITHOUT_A_RULE)


def test_every_open_route_is_on_the_list_with_a_reason() -> None:
    is_open = [r.name for r in ROUTES if r.rule is None or r.rule.startswith("open: ")]
    hold(is_open, OPEN_ROUTES)


def test_every_other_rule_is_one_that_is_known() -> None:
    others = {r.rule for r in ROUTES if r.rule and not r.rule.startswith("open: ")}
    known = (TOKEN_RULE, RESIDENT_RULE)
    assert [r for r in others if r not in known and not r.startswith("membership: ")] == []


def test_all_doors_are_seen() -> None:
    names = {route.name for route in ROUTES}
    assert "POST /api/v1/<slug:gemeente>/conversations/<conversation>/messages" in names
    assert "/<slug:gemeente>/werk" in names
    assert "/<slug:gemeente>/chat" in names


@pytest.mark.django_db
@pytest.mark.parametrize(
    "route",
    [route for route in ROUTES if (route.rule or "").startswith("membership: ")],
    ids=lambda route: route.name,
)
def test_who_is_not_logged_in_is_led_to_the_log_in_page(route: Route) -> None:
    save_municipality(slug="ergens", name="Ergens", form="u", allowed_origins=[], actor="test")
    for method in ("get", "post"):
        response = getattr(Client(), method)(route.address)
        assert response.status_code == 302
        assert response["Location"].startswith("/ergens/werk/inloggen")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "route",
    [route for route in ROUTES if route.rule == RESIDENT_RULE],
    ids=lambda route: route.name,
)
def test_a_resident_who_is_not_logged_in_is_led_to_the_log_in_page(route: Route) -> None:
    save_municipality(slug="ergens", name="Ergens", form="u", allowed_origins=[], actor="test")
    client = Client()
    client.cookies["gg_inwoner_ergens"] = "made up"
    response = client.get(route.address)
    assert response.status_code == 302
    assert response["Location"].startswith("/ergens/inloggen")


@pytest.mark.parametrize(
    "route", [route for route in ROUTES if route.rule == TOKEN_RULE], ids=lambda route: route.name
)
def test_without_a_token_no_conversation_opens(route: Route) -> None:
    ask = getattr(Client(), route.method.lower())
    assert ask(route.address).status_code == 401
    assert ask(route.address, HTTP_AUTHORIZATION="Basic YTpi").status_code == 401


def test_a_view_without_a_rule_is_found_out() -> None:
    (route,) = routes_in([path("los", lambda request: None)])
    assert route == Route("/los", "GET", None)


def test_both_rules_of_pages_are_read() -> None:
    @open_to("everybody: an example")
    def shown(request: Any) -> Any: ...

    @require_membership("medewerker")
    def guarded(request: Any, gemeente: str) -> Any: ...

    rules = [route.rule for route in routes_in([path("a", shown), path("b", guarded)])]
    assert rules == ["open: everybody: an example", "membership: medewerker"]
