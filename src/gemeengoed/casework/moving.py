# SPDX-License-Identifier: EUPL-1.2
"""A move as the procedure ``verhuizen`` reads it: from a household, an address and a few answers.

Pure. Who may declare for whom, and what must bubble up, is the procedure's; this only says what is
the case (Wet BRP 2.39, 2.43, 2.48 and 2.49 name the relations and the days it looks at).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from gemeengoed.casework.acting import SELF, ActingFor
from gemeengoed.gateways.adressen.shapes import Address, Purpose
from gemeengoed.gateways.brp.shapes import Bond, Household, Member, Relation, Residents

ALONE = "alleen"
EVERYBODY = "iedereen"
STATEMENT = "instelling"  # of the institution, that somebody cannot declare
LEAVING = "vertrekken"  # who lives there is gone by then
# What a building is for, as the rules name it; elsewhere the word of the address register.
_PURPOSES = {Purpose.CARE: "gezondheidszorg"}
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
    who moves; None before it was asked. acting: for whom, when the resident does not move.
    old_address: that was named by the resident and is known. new_address: None when the register
    has it not. there: who is registered at the new address; None when nobody could tell.
    lives_here: whether the resident is registered in this municipality; None when nobody knows.
    consent, letter: the ids of those choices.
    """

    today: date
    household: Household | None
    lives_here: bool | None
    chosen: str | Sequence[str] | None = None
    acting: ActingFor = field(default_factory=ActingFor)
    old_address: str | None = None
    new_address: Address | None = None
    is_address_told: bool = True
    there: Residents | None = field(default_factory=Residents)
    consent: str | None = None
    letter: str | None = None

    @property
    def movers(self) -> tuple[Member, ...]:
        """Who of the household moves: along with the resident, or without."""
        return who_comes_along(self.household, self.chosen)

    @property
    def lives_there(self) -> bool | None:
        """Whether the resident is registered at the new address already."""
        if self.household is None:
            return None
        return (
            self.new_address is not None and self.new_address.id == self.household.person.address_id
        )

    @property
    def others_there(self) -> int:
        """How many are registered at the new address and do not come along."""
        own = {self.household.person.bsn} if self.household is not None else set()
        moving = own | {member.person.bsn for member in self.movers}
        there = self.there or Residents()
        return sum(person.bsn not in moving for person in there.shown) + there.hidden

    def item_of(self, member: Member) -> str:
        """How the list of who moves along names somebody: ``kind:15``."""
        return f"{_relation(member, self.letter)}:{member.person.age_on(self.today)}"


def facts_of(move: Move) -> dict[str, str]:
    """The facts as procedure ``verhuizen`` reads them, and those by which questions are left out:
    ``anderen_op_adres`` (a number), ``machtiging_telt``, ``woont_al_daar``, ``oud_adres_klopt``
    (ja, nee). A fact that is not known is left out, never guessed."""
    facts = {
        "aangever_relatie": move.acting.role,
        "aangiftedatum": move.today.isoformat(),
        "machtiging_telt": "ja" if _needs_letter(move) else "nee",
    }
    if not _needs_letter(move):
        facts["machtiging"] = "nvt"
    facts |= _of_the_addresses(move)
    if move.household is not None:
        facts["aangever_leeftijd"] = str(move.household.person.age_on(move.today))
    if movers := ";".join(_items(move)):
        facts["medeverhuizers"] = movers
    if signals := ";".join(_signals(move)):
        facts["signalen"] = signals
    return facts


def _items(move: Move) -> Iterator[str]:
    yield from (move.item_of(member) for member in move.movers)
    if not move.movers and move.acting.relation:
        yield move.acting.item(move.today)


def _of_the_addresses(move: Move) -> Mapping[str, str]:
    facts = {"anderen_op_adres": str(move.others_there)}
    same = True if move.acting.role == SELF else move.lives_there
    if same is not None:
        facts["zelfde_nieuwe_adres"] = _yes_no(same)
    if move.lives_there is not None:
        facts["woont_al_daar"] = _yes_no(move.lives_there)
    if move.household is not None and move.old_address:
        facts["oud_adres_klopt"] = _yes_no(move.old_address == move.household.person.address_id)
    if move.lives_here is not None and move.there is not None:
        facts["route"] = "binnen_gemeente" if move.lives_here else "andere_gemeente"
        facts["richting"] = "nvt" if move.lives_here else "in"
    return facts


def _yes_no(holds: bool) -> str:
    return "ja" if holds else "nee"


def _needs_letter(move: Move) -> bool:
    """Somebody for whom it may be done with an authorisation only."""
    return move.acting.needs_letter or any(m.relation is Relation.OTHER for m in move.movers)


def _relation(member: Member, letter: str | None) -> str:
    """A statement of the institution says of a housemate: cannot do it, whatever the bond is."""
    if member.relation is Relation.OTHER and letter == STATEMENT:
        return "patient_kan_zelf_niet"
    if member.relation is not Relation.PARTNER:
        return _RELATIONS[member.relation]
    return "geregistreerd_partner" if member.bond is Bond.REGISTERED_PARTNERSHIP else "echtgenoot"


def _signals(move: Move) -> Iterator[str]:
    if move.is_address_told and move.new_address is None:
        yield "adres_niet_in_bag"
    if move.new_address is not None and move.new_address.purpose is not Purpose.HOME:
        purpose = move.new_address.purpose
        yield f"bag_gebruik:{_PURPOSES.get(purpose, purpose.value)}"
    if move.there is not None and move.there.has_signal:
        yield "laa_signaal"
    if move.consent != LEAVING:
        yield f"personen_op_adres:{move.others_there + len(list(_items(move))) + _oneself(move)}"
    yield from _of_the_people(move)


def _oneself(move: Move) -> int:
    """The resident counts when moving, or when living there already and counted by nobody else."""
    return 1 if move.acting.role == SELF or move.lives_there else 0


def _of_the_people(move: Move) -> Iterator[str]:
    movers = [member.person for member in move.movers]
    if move.household is not None and move.acting.role == SELF:
        movers.append(move.household.person)
    if any(person.is_secret for person in movers):
        yield "geheim_adres"
    if any(person.is_address_under_investigation for person in movers):
        yield "adres_in_onderzoek"
    if any(person.has_guardian for person in movers):
        yield "onder_curatele"
    if move.acting.relation and not move.movers:
        yield "persoon_niet_gevonden"


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
