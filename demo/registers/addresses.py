# SPDX-License-Identifier: EUPL-1.2
"""From a street plan to the rows of adressen.csv."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import batched, product
from random import Random

from demo.registers.layout import FRONT, HOUSE, PATH, Line, Plot, square, street
from demo.registers.street_plans import Build, District, Plan, Street

PLOTS_PER_POSTCODE = 20
HOMES_PER_FLAT = 8
FIRST_GAP = 40  # numbers up to here are never left out, so that examples can rely on them
# The letters of older postcodes: none that looks like a figure, and never SA, SD or SS.
LETTERS = [a + b for a, b in product("ABCDEGHJKLMNPRTVWXZS", "ABCDEGHJKLMNPRTVWXZS")]
# Metres of roof; flats and business halls have a flat one.
ROOF_WIDTHS = {
    Build.TERRACED: "5.4",
    Build.PAIRED: "6.8",
    Build.DETACHED: "11.0",
    Build.SHOPS: "6.6",
    Build.HOLIDAY: "8.0",
}
POSTCODE_LETTERS = [pair for pair in LETTERS if pair not in ("SA", "SD", "SS")]
RESIDENTS = (0, 1, 2, 3, 4, 5, 6, 7)
RESIDENTS_WEIGHTS = (3, 37, 33, 12, 11, 3, 0.7, 0.3)


@dataclass(slots=True)
class AddressRow:
    """One line of adressen.csv; the names are its columns."""

    id: str  # nummeraanduiding
    object_id: str  # adresseerbaar object
    pand_id: str
    street: str
    number: int
    addition: str
    postcode: str
    place: str
    x: float  # RD, metres, the middle of the building
    y: float
    facing: int  # degrees clockwise from north in which the front looks
    purpose: str
    residents: int
    tenure: str  # eigenaar, huurder, or empty when nobody lives there
    landlord: str
    monument: str  # geen, gemeentelijk, rijks
    protected_view: str  # ja, nee
    public_roof_planes: str  # of voor achter zij-links zij-rechts, by spaces
    roof_height: str  # metres from dakvoet to nok; empty for a flat roof
    roof_width: str  # metres, of the front and the back plane; empty for a flat roof
    in_centre: str  # ja, nee


class _Postcodes:
    """Gives out the postcodes of each place, in order."""

    def __init__(self, plan: Plan) -> None:
        self._left = {place: self._of(digits) for place, digits in plan.digits.items()}

    @staticmethod
    def _of(digits: tuple[str, ...]) -> Iterator[str]:
        return (first + letters for first in digits for letters in POSTCODE_LETTERS)

    def next(self, place: str) -> str:
        return next(self._left[place])


def addresses(plan: Plan, random: Random) -> list[AddressRow]:
    """All addresses of a municipality, in the order of its streets."""
    postcodes = _Postcodes(plan)
    rows: list[AddressRow] = []
    for district in plan.districts:
        for planned, sides in _laid_out(district):
            for side in sides:
                kept = [plot for plot in side if not _is_gap(plot, random)]
                for part in batched(kept, PLOTS_PER_POSTCODE):
                    postcode = postcodes.next(district.place)
                    for plot in part:
                        rows += _on_plot(plan, district, planned, plot, postcode, random)
    _number(plan, rows)
    _mark_remarkable(plan, rows)
    return rows


def _laid_out(district: District) -> Iterator[tuple[Street, list[list[Plot]]]]:
    """Each street with its sides; the next street lies to the right, back to back."""
    right = 0.0
    path_left = False
    for planned in district.streets:
        style = planned.build.value
        x, y = Line(district.x, district.y, district.direction).at(0.0, right)
        line = Line(x, y, district.direction)
        reach = FRONT + HOUSE + style.garden
        if planned.is_square:
            sides = list(square(line, planned.plots, width=style.width))
            reach += planned.plots * style.width
        else:
            sides = list(
                street(
                    line,
                    planned.plots,
                    width=style.width,
                    path_left=path_left,
                    path_right=planned.path,
                )
            )
        yield planned, sides
        right += reach + (PATH if planned.path else 0.0) + _reach_of_next(district, planned)
        path_left = planned.path


def _reach_of_next(district: District, planned: Street) -> float:
    position = district.streets.index(planned) + 1
    if position == len(district.streets):
        return 0.0
    return FRONT + HOUSE + district.streets[position].build.value.garden


def _is_gap(plot: Plot, random: Random) -> bool:
    return plot.number > FIRST_GAP and random.random() < 0.05


def _on_plot(
    plan: Plan,
    district: District,
    planned: Street,
    plot: Plot,
    postcode: str,
    random: Random,
) -> Iterator[AddressRow]:
    """The addresses of one building: one, or a shop with a home above it, or eight flats."""
    build = planned.build
    for number, addition, purpose in _numbered(build, plot, random):
        residents = _residents(purpose, random)
        tenure = _tenure(build, residents, random)
        yield AddressRow(
            id="",
            object_id="",
            pand_id="",
            street=planned.name,
            number=number,
            addition=addition,
            postcode=postcode,
            place=district.place,
            x=plot.x,
            y=plot.y,
            facing=plot.facing,
            purpose=purpose,
            residents=residents,
            tenure=tenure,
            landlord=_landlord(plan, build, random) if tenure == "huurder" else "",
            monument="geen",
            protected_view="ja" if planned.is_protected_view else "nee",
            public_roof_planes=_public_roof_planes(plot),
            roof_height=_roof_height(planned),
            roof_width=ROOF_WIDTHS.get(build, ""),
            in_centre="ja" if district is plan.districts[0] else "nee",
        )


def _numbered(build: Build, plot: Plot, random: Random) -> list[tuple[int, str, str]]:
    """Number, addition and use purpose of each address in a building."""
    if build is Build.FLATS:
        # Eight homes on a plot take the next eight numbers of their own side.
        parity = 2 - plot.number % 2
        first = (plot.number - parity) * HOMES_PER_FLAT + parity
        return [(first + 2 * index, "", "woning") for index in range(HOMES_PER_FLAT)]
    if build is Build.SHOPS:
        below = "winkel" if random.random() < 0.7 else "woning"
        above = [(plot.number, "A", "woning")] if random.random() < 0.5 else []
        return [(plot.number, "", below), *above]
    if build is Build.HOLIDAY:
        return [(plot.number, "", "recreatiewoning")]
    if build is Build.BUSINESS:
        return [(plot.number, "", "industrie" if random.random() < 0.6 else "kantoor")]
    if plot.number > FIRST_GAP and random.random() < 0.03:
        return [(plot.number, "A", "woning"), (plot.number, "B", "woning")]
    return [(plot.number, "", "woning")]


def _residents(purpose: str, random: Random) -> int:
    if purpose == "woning":
        return random.choices(RESIDENTS, RESIDENTS_WEIGHTS)[0]
    if purpose == "recreatiewoning":
        return 1 if random.random() < 0.06 else 0
    return 0


def _tenure(build: Build, residents: int, random: Random) -> str:
    if not residents:
        return ""
    return "huurder" if random.random() < build.value.tenants else "eigenaar"


def _landlord(plan: Plan, build: Build, random: Random) -> str:
    is_private = build is Build.SHOPS or random.random() < 0.15
    return "particuliere verhuurder" if is_private else plan.landlord


def _public_roof_planes(plot: Plot) -> str:
    sides = (
        ("voor", True),
        ("achter", plot.path_behind),
        ("zij-links", plot.open_left),
        ("zij-rechts", plot.open_right),
    )
    return " ".join(name for name, is_public in sides if is_public)


def _roof_height(planned: Street) -> str:
    """Houses of one street were built together, so their roofs are alike."""
    if planned.build not in ROOF_WIDTHS:
        return ""
    return f"{3.4 + sum(planned.name.encode()) % 7 * 0.2:.1f}"


def _number(plan: Plan, rows: list[AddressRow]) -> None:
    """Give identifications in the form of the BAG; addresses at one point share a building."""
    buildings: dict[tuple[float, float], int] = {}
    for sequence, row in enumerate(rows, start=1):
        building = buildings.setdefault((row.x, row.y), len(buildings) + 1)
        row.object_id = f"{plan.code}01{sequence:010d}"
        row.pand_id = f"{plan.code}10{building:010d}"
        row.id = f"{plan.code}20{sequence:010d}"


def _mark_remarkable(plan: Plan, rows: list[AddressRow]) -> None:
    for remarkable in plan.remarkable:
        wanted = (remarkable.street, remarkable.place, remarkable.number, "")
        row = next(r for r in rows if (r.street, r.place, r.number, r.addition) == wanted)
        if remarkable.monument:
            row.monument = remarkable.monument
        if remarkable.purpose:
            row.purpose = remarkable.purpose
            row.residents = remarkable.residents or 0
            row.tenure = "huurder" if row.residents else ""
            row.landlord = "zorginstelling" if row.residents else ""
