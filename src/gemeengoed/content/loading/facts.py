# SPDX-License-Identifier: EUPL-1.2
"""velden.yaml of a municipality: facts by the type that the base declares for them."""

import re
from collections.abc import Mapping

from gemeengoed.content.desk import Desk, Visit
from gemeengoed.content.errors import Place
from gemeengoed.content.loading.document import Entry, Faults
from gemeengoed.content.municipality import Fact, FactValue
from gemeengoed.content.topic import FieldType, LocalField
from gemeengoed.terms.opening_hours import OpeningHours, OpeningHoursError, parse_opening_hours

_PHONE = re.compile(r"\+?[0-9][0-9 -]{2,18}\Z")
_URL = re.compile(r"https://[^\s/]+\.[^\s]+\Z")


def read_facts(
    entry: Entry | None, fields: Mapping[str, LocalField]
) -> dict[str, tuple[Fact, ...]]:
    """Field name -> its dated values, oldest first."""
    facts: dict[str, tuple[Fact, ...]] = {}
    for name, key, value in entry.pairs() if entry else ():
        field = fields.get(name)
        if field is None:
            key.fail(
                f"no topic declares the field {name!r}",
                "declare it under fields: of a topic or in _assistent/velden.yaml, or drop it",
            )
            continue
        dated = [_fact(item, field) for item in value.items()]
        facts[name] = tuple(sorted(dated, key=lambda fact: fact.valid_from))
        if len({fact.valid_from for fact in dated}) < len(dated):
            value.fail(f"two values of {name!r} begin on the same day", "give each its valid_from")
        if not dated:
            value.fail(f"the field {name!r} has no value", "add one, or drop the field")
    return facts


def _fact(entry: Entry, field: LocalField) -> Fact:
    table = entry.table("value source", "checked_on valid_from figures")
    value = table.get("value")
    if "value" in table.found and value is None:
        entry.fail("the value is empty", "fill it, or drop the line")
    if "figures" in table.found and field.figures_of is None:
        entry.fail(f"{field.name!r} tells no figures of a procedure", "declare figures_of")
    checked_on = table.get("checked_on")
    valid_from = table.get("valid_from")
    return Fact(
        value="" if value is None else _typed(value, field),
        source=table.text("source"),
        checked_on=None if checked_on is None else checked_on.day(),
        **({} if valid_from is None else {"valid_from": valid_from.day()}),
        figures=table.texts("figures"),
        place=entry.place,
    )


def _typed(entry: Entry, field: LocalField) -> FactValue:
    match field.type:
        case FieldType.MONEY:
            return _not_negative(entry, float(entry.number()))
        case FieldType.NUMBER:
            return entry.number()
        case FieldType.WORKING_DAYS:
            return entry.whole()
        case FieldType.YES_NO:
            return entry.one_of(("ja", "nee"))
        case FieldType.CHOICE:
            return entry.one_of(field.options or ("",))
        case FieldType.TEXT:
            return _words(entry)
        case FieldType.PHONE:
            return _matching(entry, _PHONE, "a phone number", "digits and spaces: 088 000 01 00")
        case FieldType.URL:
            return _matching(entry, _URL, "an address", "it begins with https://")
        case FieldType.HOURS:
            return _hours(entry)
        case FieldType.DESKS:
            return _desks(entry)


def _not_negative(entry: Entry, amount: float) -> float:
    if amount < 0:
        entry.fail(f"{amount} is below zero", "an amount is zero or more")
    return amount


def _words(entry: Entry) -> FactValue:
    text = entry.words()
    for name in sorted(text.phrase.placeholders):
        entry.fail(f"a fact has no placeholders, so {{{name}}} cannot stand here", "write it out")
    return text


def _matching(entry: Entry, pattern: re.Pattern[str], what: str, hint: str) -> str:
    value = entry.text()
    if value and not pattern.match(value):
        entry.fail(f"{value!r} is not {what}", hint)
    return value


def _desks(entry: Entry) -> FactValue:
    if not entry.items():
        entry.fail("there is no location", "- {location: Stadhuis, visit: afspraak}")
    return tuple(_desk(item) for item in entry.items())


def _desk(entry: Entry) -> Desk:
    table = entry.table("location visit", "hours")
    visit = table.read("visit", _visit, Visit.BY_APPOINTMENT)
    return Desk(table.text("location"), visit, table.read("hours", _hours, None))


def _visit(entry: Entry) -> Visit:
    return Visit(entry.one_of(tuple(Visit)))


def _hours(entry: Entry) -> OpeningHours:
    week = {day: hours.texts() for day, _, hours in entry.pairs()}
    try:
        return parse_opening_hours(week)
    except OpeningHoursError as error:
        for fault in error.faults:
            entry.fail(fault, 'write ma: ["8:30-17:00"] or 2026-12-24: ["8:30-12:00"]')
        return OpeningHours({})


def missing_fields(
    facts: Mapping[str, tuple[Fact, ...]],
    fields: Mapping[str, LocalField],
    place: Place,
    faults: Faults,
) -> None:
    """Notices for declared fields that a municipality has not filled or nobody has confirmed."""
    for name, field in fields.items():
        if name not in facts:
            faults.notice(place, f"the field {name!r} ({field.label}) is not filled", "missing")
        for fact in facts.get(name, ()):
            if fact.checked_on is None:
                faults.notice(fact.place, f"nobody has confirmed {name!r}", "unverified")
