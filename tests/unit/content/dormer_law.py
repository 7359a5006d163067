# SPDX-License-Identifier: EUPL-1.2
"""What the law says of a dormer, written a second time: from its text, without the engine.

Bbl 2.29 onder b and 2.30 (text of 2026-09-24), Bor bijlage II artikel 2 lid 4 until the end of
2023, and the invented rules of the three municipalities.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

M = Decimal  # metres
OMGEVINGSWET = date(2024, 1, 1)


@dataclass(frozen=True)
class Dormer:
    """A whole plan, with nothing unknown. Lengths in metres."""

    plane: str  # achter, zij, voor
    faces_public: bool
    flat: bool
    height: Decimal
    underside: Decimal
    below_ridge: Decimal
    left: Decimal
    right: Decimal
    monument: bool
    protected_view: bool
    building: str
    width: Decimal
    plane_width: Decimal
    in_line: bool
    centre: bool


REAR = Dormer(
    plane="achter",
    faces_public=False,
    flat=True,
    height=M("1.60"),
    underside=M("0.70"),
    below_ridge=M("1.20"),
    left=M("0.90"),
    right=M("0.90"),
    monument=False,
    protected_view=False,
    building="woning",
    width=M("2.60"),
    plane_width=M("5.40"),
    in_line=True,
    centre=False,
)
HIDDEN_SIDE = replace(REAR, plane="zij")
# Exactly on every boundary of the rules at the street: Waterdam's with both limits of the width,
# those of Heidewoud in its centre and outside it.
WATERDAM_STREET = replace(
    REAR,
    plane="voor",
    faces_public=True,
    height=M("1.50"),
    left=M("1.00"),
    right=M("1.00"),
    width=M("2.70"),
)
WIDE_STREET = replace(WATERDAM_STREET, width=M("3.00"), plane_width=M("8.00"))
HEIDEWOUD_CENTRE = replace(
    WATERDAM_STREET,
    height=M("1.40"),
    left=M("0.80"),
    right=M("0.80"),
    width=M("2.50"),
    centre=True,
)
HEIDEWOUD_OUTSIDE = replace(WATERDAM_STREET, height=M("1.75"))

# field of Dormer -> name of the fact in the packs
NATIONAL_FACTS: Mapping[str, str] = {
    "plane": "vlak",
    "faces_public": "zij_naar_openbaar",
    "flat": "plat_dak",
    "height": "hoogte_m",
    "underside": "onderkant_m",
    "below_ridge": "afstand_nok_m",
    "left": "afstand_links_m",
    "right": "afstand_rechts_m",
    "monument": "monument",
    "protected_view": "beschermd_gezicht",
    "building": "soort_gebouw",
}
LOCAL_FACTS: Mapping[str, str] = {
    **NATIONAL_FACTS,
    "width": "breedte_m",
    "plane_width": "dakvlak_breedte_m",
    "in_line": "in_lijn",
    "centre": "centrum",
}


def _around(*thresholds: str) -> tuple[Decimal, ...]:
    """Each threshold, a centimetre below and a centimetre above it."""
    moves = (M("-0.01"), M("0.00"), M("0.01"))
    return tuple(M(each) + move for each in thresholds for move in moves)


# Every value that a rule, national or of one of the three, can tell from its neighbours.
VALUES: Mapping[str, Sequence[object]] = {
    "plane": ("achter", "zij", "voor"),
    "faces_public": (True, False),
    "flat": (True, False),
    "height": _around("1.40", "1.50", "1.75"),
    "underside": _around("0.50", "1.00"),
    "below_ridge": (M("-0.30"), *_around("0.50")),
    "left": _around("0.50", "0.80", "1.00"),
    "right": _around("0.50", "0.80", "1.00"),
    "monument": (True, False),
    "protected_view": (True, False),
    "building": ("woning", "woonwagen", "tijdelijk", "recreatiewoning"),
    "width": (M("0.10"), *_around("2.50", "2.70", "3.00"), M("29.00")),
    "plane_width": (M("0.10"), M("5.39"), M("5.40"), M("5.41"), M("8.00"), M("50.00")),
    "in_line": (True, False),
    "centre": (True, False),
}

# What a fact that is not known may turn out to be: these, and the least and most there can be.
POSSIBLE: Mapping[str, Sequence[object]] = {
    **VALUES,
    "width": (M("0.01"), *VALUES["width"]),
    "plane_width": (M("0.01"), *VALUES["plane_width"], M("60.00")),
}


def failing_national(plan: Dormer, day: date) -> set[str]:
    """The conditions of the national rule that are not met, by the letters of the rule table."""
    failing = set()
    if plan.plane == "voor" or (plan.plane == "zij" and plan.faces_public):
        failing.add("D1")  # aanhef: achterdakvlak, of niet naar openbaar gebied gekeerd zijdakvlak
    if not plan.flat:
        failing.add("D2")  # 1°: voorzien van een plat dak
    if plan.height > M("1.75"):
        failing.add("D3")  # 2°: niet hoger dan 1,75 m
    if not M("0.5") < plan.underside < M("1.0"):
        failing.add("D4")  # 3°: meer dan 0,5 m en minder dan 1 m boven de dakvoet
    if not plan.below_ridge > M("0.5"):
        failing.add("D5")  # 4°: meer dan 0,5 m onder de daknok
    if min(plan.left, plan.right) <= M("0.5"):
        failing.add("D6")  # 5°: zijkanten meer dan 0,5 m van de zijkanten van het dakvlak
    if day < OMGEVINGSWET and plan.building != "woning":
        failing.add("D7")  # Bor: niet op een woonwagen, tijdelijk gebouw of recreatiewoning
    if plan.monument:
        failing.add("X1")  # 2.30 lid 1
    if plan.protected_view and (plan.plane != "achter" or plan.faces_public):
        failing.add("X2")  # 2.30 lid 3 b 2°: alleen een achterdakvlak, niet naar openbaar gebied
    return failing


def national(plan: Dormer, day: date) -> tuple[str, str | None]:
    """(outcome, door): where a statute says no there is no deviation, only another route."""
    return ("vergunning_nodig", "D") if failing_national(plan, day) else ("vergunningvrij", None)


def local(municipality: str, plan: Dormer, day: date) -> tuple[str, str | None]:
    """(outcome, door) where the national rule is followed by that of the municipality."""
    failing = failing_national(plan, day)
    if not failing:
        return "lokaal_vergunningvrij", None
    if door := _in_the_way(municipality, plan, failing):
        return "afwijking_nodig", door
    if failing & {"X1", "X2"}:
        return "past_in_regels", "D"  # nobody may pass over the advice on a protected building
    if municipality == "heidewoud" and not plan.centre and "D1" in failing:
        return "lokaal_vergunningvrij", None
    return "past_in_regels", None


def _in_the_way(municipality: str, plan: Dormer, failing: set[str]) -> str | None:
    """The door that the municipality's own rule leads to; None where the plan fits that rule.

    All of them speak of the front and of a side that is seen; of another side they say nothing.
    """
    if "D1" not in failing:
        return None
    half = plan.plane_width / 2
    nearest_side = min(plan.left, plan.right)
    if municipality == "waterdam":  # policy rule: door A
        fits = (
            plan.flat
            and plan.height <= M("1.50")
            and plan.width <= half
            and plan.width <= M("3.00")
            and nearest_side >= M("1.00")
            and plan.in_line
        )
        return None if fits else "A"
    if municipality == "oostermark":  # rule of the omgevingsplan: door B
        return None if plan.width <= half else "B"
    if not plan.centre:  # Heidewoud outside the centre: its omgevingsplan has the five measures
        return "B" if failing & {"D2", "D3", "D4", "D5", "D6"} else None
    fits = (
        plan.height <= M("1.40")
        and plan.width <= M("2.50")
        and nearest_side >= M("0.80")
        and plan.in_line
    )
    return None if fits else "A"  # its centre: a policy rule


def margins(municipality: str, plan: Dormer) -> Mapping[str, Decimal]:
    """Per row with a number, how far the plan is from what is demanded; negative where it fits.

    Of two sides the worse one counts. Where there are two bounds it is the nearest that is passed.
    """
    half = plan.plane_width / 2
    side = min(plan.left, plan.right)
    five = {
        "height": plan.height - M("1.75"),
        "underside": max(M("0.5") - plan.underside, plan.underside - M("1.0")),
        "below_ridge": M("0.5") - plan.below_ridge,
        "side": M("0.5") - side,
    }
    of_five = ("height", "underside", "below_ridge", "side")
    found = dict(zip(("D3", "D4", "D5", "D6"), map(five.__getitem__, of_five), strict=True))
    match municipality:
        case "waterdam":
            found |= {"W2": plan.height - M("1.50"), "W3": plan.width - half}
            found |= {"W4": plan.width - M("3.00"), "W5": M("1.00") - side}
        case "oostermark":
            found |= {"O1": plan.width - half}
        case "heidewoud":
            found |= dict(
                zip(("H2", "H3", "H4", "H5"), map(five.__getitem__, of_five), strict=True)
            )
            found |= {"C1": plan.height - M("1.40"), "C2": plan.width - M("2.50")}
            found |= {"C3": M("0.80") - side}
    return found
