# SPDX-License-Identifier: EUPL-1.2
"""gemeente.yaml and the pins of a municipality."""

import re
from functools import partial

from gemeengoed.content.loading.document import Entry, Table
from gemeengoed.content.municipality import (
    Address,
    Assistant,
    Colleague,
    Contact,
    Municipality,
    Pin,
    Week,
)
from gemeengoed.language.phrase import JE, U
from gemeengoed.terms.opening_hours import OpeningHoursError, parse_opening_hours

ROLES = (
    "medewerker",
    "coordinator",
    "teamleider",
    "redacteur",
    "beheer",
    "adviseur",
    "besluit",
)
PREFERENCES = ("graag", "neutraal", "liever niet")
_TOKEN = re.compile(r"[a-z][a-z0-9-]*\Z")
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d+)?\Z")
_COLLEAGUE_KEYS = "mandates competences preferences languages also_in team hours hours_elsewhere"
_OPTIONAL = "demo theme allowed_origins languages off colleagues"


def read_municipality(entry: Entry, slug: str) -> Municipality:
    """A whole gemeente.yaml; slug is the name of its folder."""
    table = entry.table("name form residents website contact assistant", _OPTIONAL)
    return Municipality(
        slug=slug,
        name=table.text("name", slug),
        form=table.read("form", lambda e: e.one_of((JE, U)), U),
        residents=table.read("residents", Entry.whole, 0),
        website=table.text("website"),
        contact=table.read("contact", _contact, Contact("", "")),
        assistant=table.read("assistant", _assistant, Assistant("")),
        is_demo=table.read("demo", Entry.yes_no, False),
        theme=_theme(table),
        allowed_origins=_origins(table),
        languages=table.texts("languages") or ("nl",),
        off=table.read("off", _words_by_key, {}),
        colleagues=tuple(_colleague(item) for item in table.items("colleagues")),
        place=entry.place,
    )


def _assistant(entry: Entry) -> Assistant:
    table = entry.table("name", "tagline")
    return Assistant(table.text("name"), table.text("tagline"))


def _contact(entry: Entry) -> Contact:
    table = entry.table("phone emergency_phone", "email address")
    return Contact(
        phone=table.text("phone"),
        emergency_phone=table.text("emergency_phone"),
        email=table.text("email"),
        address=table.read("address", _address, None),
    )


def _address(entry: Entry) -> Address:
    table = entry.table("street postcode place")
    return Address(table.text("street"), table.text("postcode"), table.text("place"))


def _words_by_key(entry: Entry) -> dict[str, str]:
    return {key: value.text() for key, _, value in entry.pairs()}


def _theme(table: Table) -> dict[str, str]:
    entry = table.get("theme")
    theme: dict[str, str] = {}
    for name, key, value in entry.pairs() if entry else ():
        if not _TOKEN.match(name):
            key.fail(f"{name!r} is no name of a design token", "use a-z, 0-9 and dashes")
        theme[name] = value.text()
        if re.search(r"[;{}<>]|url\(", theme[name]):
            value.fail("a design token is a plain value", "no ; { } < > and no url(…)")
    return theme


def _origins(table: Table) -> tuple[str, ...]:
    for item in table.items("allowed_origins"):
        if not _ORIGIN.match(item.text()):
            item.fail(f"{item.text()!r} is no origin", "write https://www.gemeente.example")
    return table.texts("allowed_origins")


def _colleague(entry: Entry) -> Colleague:
    table = entry.table("login name job roles", _COLLEAGUE_KEYS)
    return Colleague(
        login=table.text("login"),
        name=table.text("name"),
        job=table.text("job"),
        roles=tuple(item.one_of(ROLES) for item in table.items("roles")),
        mandates=table.texts("mandates"),
        competences=table.read("competences", _competences, {}),
        preferences=table.read("preferences", _preferences, {}),
        languages=table.texts("languages") or ("nl",),
        also_in=table.texts("also_in"),
        team=table.text("team"),
        hours=table.read("hours", _week, {}),
        hours_elsewhere=table.read("hours_elsewhere", partial(_elsewhere, table), {}),
    )


def _week(entry: Entry) -> Week:
    week = {day: spans.texts() for day, _, spans in entry.pairs()}
    try:
        parse_opening_hours(week)
    except OpeningHoursError as error:
        for fault in error.faults:
            entry.fail(fault, 'write ma: ["8:30-17:00"]')
    return week


def _elsewhere(colleague: Table, entry: Entry) -> dict[str, Week]:
    weeks: dict[str, Week] = {}
    for slug, key, value in entry.pairs():
        if slug not in colleague.texts("also_in"):
            key.fail(f"there are hours in {slug!r}, where this colleague does not work", "also_in")
        weeks[slug] = _week(value)
    return weeks


def _competences(entry: Entry) -> dict[str, int]:
    levels: dict[str, int] = {}
    for subject, _, value in entry.pairs():
        levels[subject] = int(value.number())
        if not 1 <= levels[subject] <= 5:
            value.fail("a competence is a number from 1 to 5", "1 knows a little, 5 knows it all")
    return levels


def _preferences(entry: Entry) -> dict[str, str]:
    return {activity: value.one_of(PREFERENCES) for activity, _, value in entry.pairs()}


def read_pins(entry: Entry | None, topic: str | None, region: str | None = None) -> tuple[Pin, ...]:
    """The pins of one file; topic None: texts of the assistant; region None: a municipality's."""
    if entry is None:
        return ()
    return tuple(_pin(item, topic, region) for item in entry.table("pins").items("pins"))


def _pin(entry: Entry, topic: str | None, region: str | None) -> Pin:
    table = entry.table("path value reason author", "base")
    value = table.get("value")
    return Pin(
        topic=topic,
        path=table.text("path"),
        value=(value or entry).words(),
        base=table.text("base"),
        reason=table.text("reason"),
        author=table.text("author"),
        region=region,
        place=entry.place,
    )
