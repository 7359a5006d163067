# SPDX-License-Identifier: EUPL-1.2
"""What the law says of declaring a move, written a second time: from its text, without the engine.

Wet BRP (text of 2026-10-01) 2.38, 2.39, 2.43, 2.48 and 2.49, Besluit BRP 30, Algemene termijnenwet
1 to 3; and the agreement of which outcome goes before which.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DANGER = "bellen_veiligheid"
ELSEWHERE = "andere_gemeente"
ALREADY = "al_ingeschreven"
IN_PERSON = "persoonlijk_verschijnen"
TOO_EARLY = "te_vroeg"
CALL = "bellen"
MANDATE = "machtiging_nodig"
LATE = "te_laat_maar_verwerkt"
FINE = "direct"
ORDER = (DANGER, ELSEWHERE, ALREADY, IN_PERSON, TOO_EARLY, CALL, MANDATE, LATE, FINE)

ADULT, MAY_DECLARE = 18, 16  # years
CHILDREN = ("kind", "pleegkind", "stiefkind")
SPOUSES = ("echtgenoot", "geregistreerd_partner")
WITH_A_GUARDIAN_OF_GOODS = ("onder_bewind", "onder_mentorschap")  # no curatele: they act themselves
FAMILY_STAYS = {
    "echtgenoot_blijft_op_adres",
    "partner_blijft_op_adres",
    "kind_blijft_op_adres",
    "ouder_blijft_op_adres",
    "familie_blijft_op_adres",
}
NO_FAMILY_STAYS = {"hele_gezin_vertrekt", "huisgenoot_geen_familie_blijft"}
CANNOT_COME = "kan_niet_verschijnen_doktersverklaring"
FOR_A_PERSON = {
    "hoofdbewoner_weigert",  # consent is no condition: its absence leads to a call, never to a no
    "geen_toestemming_geen_bewijs",
    "zonder_huurcontract",
    "twijfel_over_adres",
    "adres_niet_in_bag",
    "laa_signaal",
    "geen_woonadres",
    "opname_in_instelling",
    "partner_gaat_apart_wonen_met_kinderen",
    "ouders_oneens",
    "geen_identiteitsbewijs",
    "iets_anders",
    "oud_adres_wijkt_af",
    "adres_in_onderzoek",
    "persoon_niet_gevonden",
}

# Days on which a term does not end (Atw 1 and 3), of the months that the tests draw from.
_HOLIDAYS = {
    date(2026, 4, 3),  # Goede Vrijdag, lid 2
    date(2026, 4, 6),
    date(2026, 4, 27),
    date(2026, 5, 5),
    date(2026, 5, 14),
    date(2026, 5, 15),  # put on a par, lid 3
    date(2026, 5, 25),
    date(2026, 12, 25),
    date(2026, 12, 26),
    date(2027, 1, 1),
}


@dataclass(frozen=True)
class Mover:
    relation: str
    age: int

    @property
    def written(self) -> str:
        return f"{self.relation}:{self.age}"


@dataclass(frozen=True)
class Declaration:
    """A whole declaration; None where there is nothing to tell. persons: on the address."""

    who: str
    age: int
    movers: tuple[Mover, ...]
    same_address: bool
    mandate: str
    declared: date
    moved: date
    route: str
    direction: str
    signals: frozenset[str]
    persons: int | None
    use_of_building: str | None

    @property
    def has_mandate(self) -> bool:
        """2.49 lid 1 c: any adult, with a written authorisation."""
        return self.mandate == "schriftelijk" and self.age >= ADULT

    @property
    def cannot_come(self) -> bool:
        return CANNOT_COME in self.signals

    @property
    def family_stays(self) -> bool:
        return bool(self.signals & FAMILY_STAYS)

    @property
    def kind(self) -> str:
        """move (2.39), arrival (2.38), by another (Besluit 30), departure (2.43) or unclear."""
        if self.route == "buitenland" and self.direction == "uit":
            return "departure"
        from_abroad = self.route == "buitenland" and self.direction == "in"
        if from_abroad or "uit_curacao" in self.signals:
            return "by another" if self.cannot_come else "arrival"
        return "unclear" if self.route == "buitenland" else "move"

    @property
    def goes_elsewhere(self) -> bool:
        """2.39 lid 1: the municipality of the new address takes the declaration."""
        return self.route == "andere_gemeente" and self.direction != "in"


def outcome(it: Declaration, threshold: int) -> tuple[str, list[str], dict[str, str]]:
    """(outcome, also, per mover), as shown. threshold: persons above which a colleague looks."""
    whole = set(_of_the_whole(it, threshold))
    each = {mover.written: _leading(set(_of_a_mover(it, mover))) for mover in it.movers}
    holding = whole | set(each.values())
    lead = _leading(holding)
    acts_for_self = it.who == "zelf" and it.age >= MAY_DECLARE
    if whole or not (acts_for_self or FINE in each.values()):
        holding.discard(FINE)
    elif acts_for_self:
        holding.add(FINE)
    besides = dict.fromkeys(_shown(one) for one in ORDER if one in holding)
    also = [one for one in besides if one != _shown(lead)]
    return _shown(lead), also, {mover: _shown(one) for mover, one in each.items()}


def _leading(consequences: set[str]) -> str:
    return min(consequences or {FINE}, key=ORDER.index)


def _shown(consequence: str) -> str:
    return CALL if consequence == DANGER else consequence


def _of_the_whole(it: Declaration, threshold: int) -> Iterator[str]:
    if it.signals & {"veiligheid", "geheim_adres"}:
        yield DANGER
    if it.goes_elsewhere:
        yield ELSEWHERE
    if it.kind == "unclear":
        yield CALL
    if "al_ingeschreven" in it.signals:
        yield ALREADY
    if "onder_curatele" in it.signals and it.who != "curator":
        yield CALL  # 2.48 c: the curator declares
    yield from _of_the_days(it)
    yield from _of_coming(it)
    yield from _of_the_declarant(it)
    if it.signals & FOR_A_PERSON:
        yield CALL
    if it.persons is not None and it.persons > threshold:
        yield CALL
    if it.use_of_building is not None and not _is_to_live_in(it):
        yield CALL


def _is_to_live_in(it: Declaration) -> bool:
    """A building for care is where a patient lives."""
    of_a_patient = it.who in ("hoofd_zorginstelling", "kind_van_patient")
    fitting = {"wonen", "woonfunctie"} | ({"gezondheidszorg"} if of_a_patient else set())
    return it.use_of_building in fitting


# --- 2.39 lid 2, 2.38 lid 1, 2.43 lid 1 -----------------------------------------------------------


def last_day(moved: date) -> date:
    """The fifth day, later by Atw 1 lid 1 (no closed day) and 2 (two days in it that are open)."""
    last = moved + timedelta(5)
    while _is_closed(last) or _open_days(moved, last) < 2:
        last += timedelta(1)
    return last


def _is_closed(day: date) -> bool:
    return day.weekday() >= 5 or day in _HOLIDAYS


def _open_days(after: date, until: date) -> int:
    days = (after + timedelta(count) for count in range(1, (until - after).days + 1))
    return sum(not _is_closed(day) for day in days)


def _of_the_days(it: Declaration) -> Iterator[str]:
    if it.kind == "unclear":
        return
    latest = it.moved if it.kind == "departure" else last_day(it.moved)
    ahead = {"move": timedelta(weeks=4), "departure": timedelta(days=5)}.get(it.kind)
    if ahead is not None and it.declared < it.moved - ahead:
        yield TOO_EARLY
    if it.declared > latest:
        if not (it.kind == "move" and it.goes_elsewhere):
            yield LATE
        if "schade_door_datum" in it.signals:
            yield CALL


# --- who comes, and who may declare ---------------------------------------------------------------


def _of_coming(it: Declaration) -> Iterator[str]:
    if it.kind == "arrival":
        yield IN_PERSON  # 2.38 lid 1
    if it.kind == "departure" and not it.cannot_come:
        alone = it.who == "zelf" and it.age < ADULT and not it.signals & NO_FAMILY_STAYS
        if it.family_stays or alone:
            yield IN_PERSON  # 2.43 lid 3 and 4


def _of_the_declarant(it: Declaration) -> Iterator[str]:
    ordinary = it.kind in ("move", "by another")
    match it.who:
        case "zelf":
            if it.age < MAY_DECLARE:
                yield CALL  # 2.48 a: a parent, guardian or carer does it
            if it.kind == "by another":
                yield MANDATE  # who cannot come cannot do it either: another who may
            if it.kind == "departure" and it.cannot_come and it.family_stays:
                yield CALL
        case "gemachtigde" | "bewindvoerder":
            if it.kind == "departure":
                yield CALL  # 2.49 lid 4 does not name c
            elif ordinary and not it.has_mandate:
                yield MANDATE
        case "kind_van_patient":
            by_mandate = ordinary and it.has_mandate
            if (ordinary or it.kind == "departure") and not (
                it.mandate == "verklaring_instelling" or by_mandate
            ):
                yield MANDATE
        case "meerderjarig_kind_woont_al_op_nieuw_adres":
            if it.age < ADULT or it.kind == "departure":
                yield CALL


def _of_a_mover(it: Declaration, mover: Mover) -> Iterator[str]:
    if it.kind == "arrival":
        yield IN_PERSON
    elif it.kind == "departure":
        yield from _of_who_departs(it, mover)
    elif it.kind in ("move", "by another"):
        yield from _of_who_moves(it, mover)


def _of_who_moves(it: Declaration, mover: Mover) -> Iterator[str]:
    goes_along = it.same_address and "kind_gaat_apart_wonen" not in it.signals
    relation, age = mover.relation, mover.age
    if relation in CHILDREN and age < MAY_DECLARE:
        if not goes_along:
            yield CALL  # the parent may; that somebody speaks to them first is an agreement
    elif relation == "curandus":
        if it.who not in ("curator", "zelf", "ouder"):
            yield CALL  # 2.48 c
    elif relation == "patient_kan_zelf_niet":
        yield from _of_who_cannot(it)
    elif not it.has_mandate and not (
        (relation in SPOUSES and it.same_address)  # 2.49 lid 1 b and lid 5
        or (relation in CHILDREN and age < ADULT and goes_along)  # 2.48 b: living in
        or (relation == "kind" and goes_along)  # 2.49 lid 1 a: parent for an adult child
        or (relation == "ouder" and it.same_address and it.age >= ADULT)  # and the other way round
    ):
        yield MANDATE


def _of_who_cannot(it: Declaration) -> Iterator[str]:
    """2.49 lid 1 d: the head of the institution, or family with a statement of it."""
    if it.who == "hoofd_zorginstelling":
        return
    if it.mandate == "schriftelijk":
        yield CALL  # can who cannot declare give a mandate?
    elif it.who == "zelf" and it.mandate == "verklaring_instelling":
        yield CALL  # which family is it?
    elif not (
        (
            it.mandate == "verklaring_instelling"
            and it.who in ("kind_van_patient", "ouder", "meerderjarig_kind_woont_al_op_nieuw_adres")
        )
        or (it.who == "meerderjarig_kind_woont_al_op_nieuw_adres" and it.same_address)
    ):
        yield MANDATE


def _of_who_departs(it: Declaration, mover: Mover) -> Iterator[str]:
    """2.49 lid 4: for each other only where both depart and no family stays; no mandate helps."""
    relation, age = mover.relation, mover.age
    if relation in CHILDREN and age < ADULT:
        parent_stays = it.who == "ouder" and not it.same_address
        if (it.family_stays or parent_stays) and not it.cannot_come:
            yield IN_PERSON  # 2.43 lid 4
    elif relation in (*SPOUSES, "ouder", "kind"):
        if it.who != "zelf" or it.family_stays:
            yield CALL if it.cannot_come else IN_PERSON
    elif relation == "curandus":
        if it.who not in ("curator", "zelf", "ouder"):
            yield CALL
    elif relation == "patient_kan_zelf_niet":
        with_statement = it.mandate == "verklaring_instelling"
        if it.who != "hoofd_zorginstelling" and not (
            with_statement and it.who in ("kind_van_patient", "ouder")
        ):
            yield CALL
    else:
        yield CALL
