# SPDX-License-Identifier: EUPL-1.2
"""What placeholders stand for: a municipality's facts on a day, written as people do."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from gemeengoed.content.desk import desks_in_words
from gemeengoed.content.edition import Edition
from gemeengoed.content.municipality import Fact, FactValue, Municipality, fact_on
from gemeengoed.content.text import Text
from gemeengoed.content.topic import FieldType
from gemeengoed.terms.clock import AMSTERDAM
from gemeengoed.terms.opening_hours import OpeningHours

MUNICIPAL = frozenset(
    {
        "gemeente.naam",
        "gemeente.website",
        "gemeente.telefoon",
        "gemeente.noodnummer",
        "gemeente.assistent",
    }
)


def local_day(at: datetime) -> date:
    """The day in the Netherlands at a timezone-aware moment."""
    return at.astimezone(AMSTERDAM).date()


class Values(Mapping[str, str]):
    """The words for each placeholder; an unknown fact is a KeyError. Remembers which were used."""

    def __init__(
        self, edition: Edition, at: datetime, extra: Mapping[str, str] | None = None
    ) -> None:
        self.day = local_day(at)
        self.edition = edition.on(self.day)
        self.used: dict[str, Fact] = {}
        self._extra = extra or {}

    def __getitem__(self, name: str) -> str:
        if name in self._extra:
            return self._extra[name]
        if name in MUNICIPAL:
            return municipal_value(self.edition.municipality, name)
        fact = fact_on(self.edition.facts, name, self.day)
        if fact is None:
            raise KeyError(name)
        self.used[name] = fact
        form = self.edition.municipality.form
        return in_words(fact.value, self.edition.fields[name].type, form, self.day)

    def __iter__(self) -> Iterator[str]:
        return iter({*self._extra, *MUNICIPAL, *self.edition.facts})

    def __len__(self) -> int:
        return len({*self._extra, *MUNICIPAL, *self.edition.facts})

    def has_zero(self, names: frozenset[str]) -> bool:
        """Whether an amount among these fields is zero on the day."""
        facts = {name: fact_on(self.edition.facts, name, self.day) for name in names}
        return any(
            fact is not None
            and fact.value == 0
            and self.edition.fields[name].type is FieldType.MONEY
            for name, fact in facts.items()
        )


def municipal_value(municipality: Municipality, name: str) -> str:
    """The words for a ``gemeente.…`` placeholder."""
    return {
        "gemeente.naam": municipality.name,
        "gemeente.website": municipality.website,
        "gemeente.telefoon": municipality.contact.phone,
        "gemeente.noodnummer": municipality.contact.emergency_phone,
        "gemeente.assistent": municipality.assistant.name,
    }[name]


def in_words(value: FactValue, kind: FieldType, form: str, day: date | None = None) -> str:
    """A fact as residents read it; form: je or u, for facts of type text; day: on which."""
    if isinstance(value, OpeningHours):
        return value.in_words(day)
    if isinstance(value, tuple):
        return desks_in_words(value, day)
    if isinstance(value, Text):
        return value.phrase.render(form, {})
    if kind is FieldType.MONEY:
        return money_in_words(float(value))
    if kind is FieldType.WORKING_DAYS:
        return f"{value} werkdag" if value == 1 else f"{value} werkdagen"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)


def money_in_words(amount: float) -> str:
    """``€ 1.084,10``; zero is ``gratis``."""
    if amount == 0:
        return "gratis"
    english = f"{amount:,.2f}"
    return "€ " + english.replace(",", " ").replace(".", ",").replace(" ", ".")


def fixed(values: Values, key: str) -> str:
    """A fixed text of the assistant in the municipality's form."""
    return values.edition.texts[key].phrase.render(values.edition.municipality.form, values)
