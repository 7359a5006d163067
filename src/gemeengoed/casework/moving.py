# SPDX-License-Identifier: EUPL-1.2
"""A move as the procedure ``verhuizen`` reads it: from a household, an address and a few answers.

Pure. Who may declare for whom, and what must bubble up, is the procedure's; this only says what is
the case (Wet BRP 2.39, 2.43, 2.48 and 2.49 name the relations and the days it looks at).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gemeengoed.gateways.adressen.shapes import Address, Purpose
from gemeengoed.gateways.brp.shapes import Bond, Household, Member, Relation

ALONE = "alleen"
EVERYBODY = "iedereen"
AUTHORISED = "schriftelijk"
BY_LINK = "link"  # who may not be declared for declares it themselves
DECLARES_FROM = 16  # years from which one declares for oneself (see the procedure)
# What the resident says of who lives there -> the signal that the procedure knows; else none.
CONSENT_SIGNALS = {
    "contract": "geen_toestemming_wel_huurcontract",
    "geweigerd": "hoofdbewoner_weigert",
    "geen-bewijs": "geen_toestemming_geen_bewijs",
}
_RELATIONS = {Relation.CHILD: "kind", Relation.PARENT: "ouder", Relation.OTHER: "huisgenoot"}


def who_comes_along(
    household: Household | None, chosen: str | Sequence[str] | None
) -> tuple[Member, ...]:
    """Those of the household who were chosen: ALONE, EVERYBODY or by bsn."""
    members = household.members if household is not None else ()
    if chosen is None or chosen == ALONE:
        return ()
    if chosen == EVERYBODY:
        return members
    return tuple(member for member in members if member.person.bsn in chosen)


@dataclass(frozen=True, slots=True)
class Move:
    """What is known of one move.

    household: None when registers do not know the resident. chosen: ALONE, EVERYBODY or the bsn of
    who comes along; None before it was asked. new_address: None when the register has it not.
    already_there: bsn of who is registered at the new address. lives_here: whether the resident is
    registered in this municipality now; None when nobody knows. consent, authorisation: the ids of
    the choices of those questions.
    """

    today: date
    household: Household | None
    lives_here: bool | None
    chosen: str | Sequence[str] | None = None
    new_address: Address | None = None
    already_there: frozenset[str] = frozenset()
    consent: str | None = None
    authorisation: str | None = None

    @property
    def movers(self) -> tuple[Member, ...]:
        """Who comes along with the resident by this declaration."""
        all_along = who_comes_along(self.household, self.chosen)
        return tuple(each for each in all_along if each not in self.joiners)

    @property
    def joiners(self) -> tuple[Member, ...]:
        """Who comes along too, and declares it themselves by a link."""
        if self.authorisation != BY_LINK:
            return ()
        return tuple(
            each
            for each in who_comes_along(self.household, self.chosen)
            if _is_stranger(each) and each.person.age_on(self.today) >= DECLARES_FROM
        )

    @property
    def others_there(self) -> frozenset[str]:
        """Who is registered at the new address and does not come along."""
        own = {self.household.person.bsn} if self.household is not None else set()
        along = {member.person.bsn for member in (*self.movers, *self.joiners)}
        return self.already_there - own - along


def facts_of(move: Move) -> dict[str, str]:
    """The facts as procedure ``verhuizen`` reads them, and two by which questions are left out:
    ``anderen_op_adres`` (a number) and ``machtiging_telt`` (ja, nee)."""
    facts = {
        "aangever_relatie": "zelf",
        "zelfde_nieuwe_adres": "ja",
        "aangiftedatum": move.today.isoformat(),
        "machtiging": _authorisation(move),
        "anderen_op_adres": str(len(move.others_there)),
        "machtiging_telt": "ja" if _has_strangers(move) else "nee",
    }
    if move.household is not None:
        facts["aangever_leeftijd"] = str(move.household.person.age_on(move.today))
    if move.lives_here is not None:
        facts["route"] = "binnen_gemeente" if move.lives_here else "andere_gemeente"
        facts["richting"] = "nvt" if move.lives_here else "in"
    if movers := ";".join(f"{_relation(m)}:{m.person.age_on(move.today)}" for m in move.movers):
        facts["medeverhuizers"] = movers
    if signals := ";".join(_signals(move)):
        facts["signalen"] = signals
    return facts


def _authorisation(move: Move) -> str:
    if not any(_is_stranger(each) for each in move.movers):
        return "nvt"
    return AUTHORISED if move.authorisation == AUTHORISED else "nee"


def _has_strangers(move: Move) -> bool:
    """Also when they follow by a link: the question of how stays answered."""
    return any(_is_stranger(each) for each in (*move.movers, *move.joiners))


def _is_stranger(member: Member) -> bool:
    """Neither spouse nor registered partner, child or parent: only with an authorisation."""
    return member.relation is Relation.OTHER


def _relation(member: Member) -> str:
    if member.relation is not Relation.PARTNER:
        return _RELATIONS[member.relation]
    return "geregistreerd_partner" if member.bond is Bond.REGISTERED_PARTNERSHIP else "echtgenoot"


def _signals(move: Move) -> list[str]:
    found = []
    if consent := CONSENT_SIGNALS.get(move.consent or ""):
        found.append(consent)
    if move.new_address is None:
        found.append("adres_niet_in_bag")
    elif move.new_address.purpose is not Purpose.HOME:
        found.append(f"bag_gebruik:{move.new_address.purpose.value}")
    there = len(move.others_there) + len(move.movers) + 1
    if move.consent != "vertrekken":
        found.append(f"personen_op_adres:{there}")
    return found


def registered_in_words(facts: Mapping[str, str], home: str) -> list[tuple[str, str]]:
    """What registers said of a move, as label and value: for who books it.

    facts: of the receipt of the procedure. home: the address by the BRP; empty when this
    municipality's registers know none.
    """
    signals = dict(_pairs(facts.get("signalen", "")))
    use = signals.get("bag_gebruik", Purpose.HOME.value)
    address = "Nieuw adres in het adresregister"
    elsewhere = facts.get("route") == "andere_gemeente"
    unknown = "Niet in deze gemeente ingeschreven" if elsewhere else "Niet bekend"
    found = [("Adres volgens de BRP", home or unknown)]
    if not facts:
        return [*found, (address, "Niet nagekeken")]
    found.append((address, "Staat er niet in" if "adres_niet_in_bag" in signals else f"Ja, {use}"))
    if there := signals.get("personen_op_adres"):
        found.append(("Straks op het nieuwe adres", _persons(int(there))))
    return found


def _pairs(signals: str) -> Iterator[tuple[str, str]]:
    for each in signals.split(";"):
        name, _, value = each.partition(":")
        yield name, value


def _persons(count: int) -> str:
    return "1 persoon" if count == 1 else f"{count} personen"
