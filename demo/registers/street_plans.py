# SPDX-License-Identifier: EUPL-1.2
"""What there is to build: districts, streets and remarkable houses, per municipality.

Streets of a district run parallel, in this order, at ``direction``; (x, y) is where the first one
starts. ``path`` is a public path behind the gardens between this street and the next.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Style(NamedTuple):
    """How a street is built: plot width and garden depth in metres, share of tenants."""

    width: float
    garden: float
    tenants: float


class Build(Enum):
    TERRACED = Style(6.0, 11.0, 0.45)
    PAIRED = Style(10.0, 15.0, 0.15)
    DETACHED = Style(18.0, 25.0, 0.03)
    FLATS = Style(24.0, 12.0, 0.85)  # eight homes on a plot
    SHOPS = Style(7.0, 9.0, 0.60)  # a shop, and a home above it with addition A
    HOLIDAY = Style(20.0, 14.0, 0.0)
    BUSINESS = Style(32.0, 20.0, 0.0)


@dataclass(frozen=True, slots=True)
class Street:
    name: str
    plots: int  # per side
    build: Build = Build.TERRACED
    path: bool = False
    is_protected_view: bool = False
    is_square: bool = False


@dataclass(frozen=True, slots=True)
class District:
    place: str
    x: float
    y: float
    direction: int
    streets: tuple[Street, ...]


@dataclass(frozen=True, slots=True)
class Remarkable:
    """A building that differs from its street; None leaves a column as the street made it."""

    street: str
    place: str
    number: int
    purpose: str | None = None
    monument: str | None = None
    residents: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    slug: str
    code: str  # four digits, in front of every identification
    digits: dict[str, tuple[str, ...]]  # place -> the four digits of its postcodes
    landlord: str  # the housing corporation
    districts: tuple[District, ...]
    remarkable: tuple[Remarkable, ...]

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(self.digits)


T, P, D = Build.TERRACED, Build.PAIRED, Build.DETACHED
F, S, H, B = Build.FLATS, Build.SHOPS, Build.HOLIDAY, Build.BUSINESS

WATERDAM = Plan(
    slug="waterdam",
    code="9101",
    digits={"Waterdam": ("1994", "1995"), "Oudedijk": ("1997",)},
    landlord="Woonstichting De Sluis",
    districts=(
        District(
            "Waterdam",
            151200.0,
            508400.0,
            20,
            (
                Street("Dorpsstraat", 24, S, is_protected_view=True),
                Street("Kerkstraat", 26, T, is_protected_view=True),
                Street("Visserskade", 20, T, is_protected_view=True),
                Street("Touwslagersgang", 14),
                Street("Raadhuisstraat", 12, S),
                Street("Stationsweg", 30, P),
                Street("Beatrixplein", 10, T, is_square=True),
            ),
        ),
        District(
            "Waterdam",
            152100.0,
            508300.0,
            65,
            (
                Street("Lindelaan", 34, T, path=True),
                Street("Kastanjelaan", 34),
                Street("Esdoornlaan", 30, T, path=True),
                Street("Beukenlaan", 30),
                Street("Wilgenstraat", 28),
                Street("Populierenstraat", 26),
                Street("Iepenhof", 12),
                Street("Meidoornstraat", 24, T, path=True),
                Street("Vlierstraat", 24),
            ),
        ),
        District(
            "Waterdam",
            150200.0,
            507600.0,
            110,
            (
                Street("Admiraalslaan", 11, F),
                Street("Kapiteinstraat", 10, F),
                Street("Schipperslaan", 26),
                Street("Loodsstraat", 24, T, path=True),
                Street("Bakenstraat", 24),
                Street("Jaagpad", 16, P),
                Street("Prinses Irenestraat", 22),
                Street("Burgemeester van der Veldelaan", 14, D),
                Street("Zeilmakerstraat", 12, B),
            ),
        ),
        District(
            "Waterdam",
            153700.0,
            507300.0,
            155,
            (
                Street("Rembrandtlaan", 26, T, path=True),
                Street("Judith Leysterstraat", 26),
                Street("Paulus Potterstraat", 24),
                Street("Jan Steenlaan", 24, T, path=True),
                Street("Vermeerstraat", 22),
                Street("Aletta Jacobsplantsoen", 18),
                Street("'s-Gravenweg", 20, P),
                Street("Nieuwe Haven", 20),
                Street("Oude Haven", 18),
            ),
        ),
        District(
            "Oudedijk",
            155800.0,
            511900.0,
            0,
            (
                Street("Kerkstraat", 18, P),
                Street("Molenweg", 16, P),
                Street("Dijkweg", 14, D),
                Street("Schoolstraat", 16, T, path=True),
                Street("Polderlaan", 16),
                Street("Waterlelie", 15, H),
            ),
        ),
    ),
    remarkable=(
        Remarkable("Dorpsstraat", "Waterdam", 3, monument="gemeentelijk"),
        Remarkable("Kerkstraat", "Waterdam", 1, purpose="bijeenkomst", monument="rijks"),
        Remarkable("Kerkstraat", "Waterdam", 5, monument="gemeentelijk"),
        Remarkable("Raadhuisstraat", "Waterdam", 1, purpose="kantoor", monument="gemeentelijk"),
        Remarkable("Beatrixplein", "Waterdam", 1, purpose="kantoor"),  # the town hall
        Remarkable("Stationsweg", "Waterdam", 40, purpose="zorginstelling", residents=46),
        Remarkable("Schipperslaan", "Waterdam", 2, purpose="onderwijs"),
        Remarkable("Molenweg", "Oudedijk", 9, monument="rijks"),
    ),
)

HEIDEWOUD = Plan(
    slug="heidewoud",
    code="9102",
    digits={"Heidewoud": ("6768",), "Sparrendam": ("6769",)},
    landlord="Wonen Heidewoud",
    districts=(
        District(
            "Heidewoud",
            189300.0,
            467500.0,
            350,
            (
                Street("Dorpsstraat", 26, S, is_protected_view=True),
                Street("Kerkstraat", 20, T, is_protected_view=True),
                Street("Marktstraat", 14, S),
                Street("Lindelaan", 28, P, path=True),
                Street("Berkenlaan", 28, P),
                Street("Eikenlaan", 26, P),
                Street("Stationsweg", 26, D),
                Street("Beatrixplein", 9, T, is_square=True),
            ),
        ),
        District(
            "Heidewoud",
            190500.0,
            467200.0,
            35,
            (
                Street("Heikamp", 30, T, path=True),
                Street("Bremstraat", 30),
                Street("Dopheide", 26, T, path=True),
                Street("Struikheide", 26),
                Street("Jeneverbes", 24),
                Street("Vossenhol", 24, T, path=True),
                Street("Dassenburcht", 22),
                Street("Reeënspoor", 22),
                Street("Wildzang", 20, P),
                Street("Korhoenlaan", 20, P),
                Street("Zandverstuiving", 18, P),
            ),
        ),
        District(
            "Heidewoud",
            188000.0,
            466300.0,
            80,
            (
                Street("Schaapskooi", 7, F),
                Street("Herderslaan", 24, T, path=True),
                Street("Prins Clausstraat", 24),
                Street("Prinses Margrietlaan", 22),
                Street("Burgemeester Hoekstralaan", 18, P),
                Street("Dr. Schaepmanstraat", 20),
                Street("Ambachtsweg", 12, B),
                Street("Nijverheidsweg", 10, B),
            ),
        ),
        District(
            "Heidewoud",
            191300.0,
            465700.0,
            60,
            (
                Street("Merelstraat", 26, T, path=True),
                Street("Lijsterstraat", 26),
                Street("Vinkenlaan", 24),
                Street("Mezenhof", 24, T, path=True),
                Street("Spechtlaan", 22),
                Street("Uilenhorst", 22),
                Street("Zwaluwstraat", 24, T, path=True),
                Street("Kievitlaan", 24),
                Street("'t Hoge Veld", 20, P),
            ),
        ),
        District(
            "Sparrendam",
            193900.0,
            470100.0,
            140,
            (
                Street("Brink", 14, P),
                Street("Enkweg", 18, D),
                Street("Molenweg", 18, D),
                Street("Schoolstraat", 20, T, path=True),
                Street("Veldstraat", 20),
                Street("Boslaan", 18, D),
                Street("Bospark De Sparren", 40, H),
            ),
        ),
    ),
    remarkable=(
        # The town hall and the place where waste is brought.
        Remarkable("Dorpsstraat", "Heidewoud", 12, purpose="kantoor", monument="gemeentelijk"),
        Remarkable("Heikamp", "Heidewoud", 40, purpose="industrie"),
        Remarkable("Kerkstraat", "Heidewoud", 2, purpose="bijeenkomst", monument="rijks"),
        Remarkable("Stationsweg", "Heidewoud", 21, purpose="zorginstelling", residents=38),
        Remarkable("Heikamp", "Heidewoud", 2, purpose="onderwijs"),
        Remarkable("Brink", "Sparrendam", 4, monument="gemeentelijk"),
    ),
)

OOSTERMARK = Plan(
    slug="oostermark",
    code="9103",
    digits={"Oostermark": ("7277",), "Lindhorst": ("7278",), "Aalvoort": ("7279",)},
    landlord="Woongoed Oostermark",
    districts=(
        District(
            "Oostermark",
            228400.0,
            452600.0,
            10,
            (Street("Markt", 9, S, is_square=True, is_protected_view=True),),
        ),
        District(
            "Oostermark",
            228900.0,
            452500.0,
            100,
            (
                Street("Dorpsstraat", 22, S, is_protected_view=True),
                Street("Kerkstraat", 24, T, is_protected_view=True),
                Street("Kloosterstraat", 18),
                Street("Stationsweg", 28, P),
                Street("Lindelaan", 30, T, path=True),
                Street("Acacialaan", 30),
                Street("Berkenhof", 22, T, path=True),
                Street("Elzenhof", 22),
                Street("Beatrixplein", 9, T, is_square=True),
            ),
        ),
        District(
            "Oostermark",
            227000.0,
            451200.0,
            55,
            (
                Street("Hanzestraat", 9, F),
                Street("Weversstraat", 26),
                Street("Spinnerslaan", 26, T, path=True),
                Street("Klompenmakerstraat", 24),
                Street("Leerlooierstraat", 24),
                Street("Smidsweg", 22, P),
                Street("Burgemeester ter Horstlaan", 16, D),
                Street("Koningin Julianastraat", 26),
                Street("Prins Bernhardstraat", 26, T, path=True),
                Street("Wilhelminalaan", 24),
                Street("Textielweg", 10, B),
            ),
        ),
        District(
            "Oostermark",
            229700.0,
            450400.0,
            75,
            (
                Street("Anne Frankstraat", 28, T, path=True),
                Street("Hannie Schaftstraat", 28),
                Street("Titus Brandsmalaan", 26),
                Street("Verzetslaan", 26, T, path=True),
                Street("Vrijheidslaan", 26),
                Street("Irenestraat", 26),
                Street("Marijkestraat", 24, T, path=True),
                Street("Oude Markeweg", 22, P),
                Street("'t Zand", 24),
            ),
        ),
        District(
            "Lindhorst",
            232300.0,
            455800.0,
            15,
            (
                Street("Hoofdstraat", 20, P),
                Street("Esweg", 16, D),
                Street("Schoolstraat", 20, T, path=True),
                Street("Roggestraat", 20),
                Street("Haverkamp", 18, P),
                Street("Boekweitveld", 18, P),
            ),
        ),
        District(
            "Aalvoort",
            224800.0,
            456900.0,
            130,
            (
                Street("Veerweg", 18, P),
                Street("Uiterwaard", 14, D),
                Street("Beekdal", 18, P, path=True),
                Street("IJsvogelstraat", 20),
                Street("Ooievaarslaan", 20),
                Street("Recreatiepark Het Veer", 25, H),
            ),
        ),
    ),
    remarkable=(
        Remarkable("Markt", "Oostermark", 1, purpose="kantoor", monument="gemeentelijk"),
        Remarkable("Stationsweg", "Oostermark", 2, purpose="kantoor"),  # the town hall
        Remarkable("Kerkstraat", "Oostermark", 3, monument="gemeentelijk"),
        Remarkable("Kerkstraat", "Oostermark", 2, purpose="bijeenkomst", monument="rijks"),
        Remarkable("Stationsweg", "Oostermark", 33, purpose="zorginstelling", residents=52),
        Remarkable("Berkenhof", "Oostermark", 1, purpose="onderwijs"),
        Remarkable("Hoofdstraat", "Lindhorst", 7, monument="gemeentelijk"),
    ),
)

PLANS = (WATERDAM, HEIDEWOUD, OOSTERMARK)
