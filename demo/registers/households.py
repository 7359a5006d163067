# SPDX-License-Identifier: EUPL-1.2
"""The two dozen kinds of household that every municipality has, with other people in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a household. partner and parents are positions in the same household."""

    age: int  # on the register's day
    gender: str  # V, M, X
    partner: int | None = None
    parents: tuple[int, ...] = ()
    takes_name: bool = False  # the family name of the first member; others have their own
    marks: tuple[str, ...] = ()  # secrecy, under_investigation, guardianship


@dataclass(frozen=True, slots=True)
class Household:
    what: str
    members: tuple[Member, ...]
    bond: str = "huwelijk"  # or geregistreerd partnerschap, where there are partners
    at: tuple[str, int] | None = None  # street and number, in the first place that has them
    purpose: str = "woning"


def _child(age: int, gender: str, *parents: int) -> Member:
    return Member(age, gender, parents=parents or (0, 1), takes_name=True)


def _couple(first: tuple[int, str], second: tuple[int, str]) -> tuple[Member, Member]:
    return Member(*first, partner=1), Member(*second, partner=0)


HOUSEHOLDS = (
    Household("alleen", (Member(34, "V"),), at=("Lindelaan", 8)),
    Household("alleen, hoofdbewoner", (Member(58, "M"),), at=("Kerkstraat", 22)),
    Household(
        "gezin met twee kinderen",
        (*_couple((41, "M"), (39, "V")), _child(11, "V"), _child(8, "M")),
        at=("Lindelaan", 14),
    ),
    Household("echtpaar", _couple((71, "V"), (74, "M"))),
    Household("echtpaar van twee vrouwen", _couple((36, "V"), (33, "V"))),
    Household(
        "geregistreerde partners",
        _couple((29, "M"), (31, "V")),
        bond="geregistreerd partnerschap",
    ),
    Household("ongehuwd samen", (Member(27, "M"), Member(26, "V"))),
    Household(
        "ongehuwd samen met kind van beiden", (Member(33, "V"), Member(35, "M"), _child(2, "M"))
    ),
    Household(
        "samengesteld gezin",
        (*_couple((44, "V"), (46, "M")), _child(15, "M", 0), _child(4, "V")),
    ),
    Household("een ouder, twee kinderen", (Member(38, "V"), _child(9, "V", 0), _child(6, "M", 0))),
    Household("een ouder, kind van zeventien", (Member(49, "M"), _child(17, "V", 0))),
    Household(
        "gezin met inwonende moeder",
        (
            Member(43, "M", partner=1, parents=(4,)),
            Member(42, "V", partner=0),
            _child(13, "M"),
            _child(10, "V"),
            Member(76, "V"),
        ),
    ),
    Household(
        "volwassene met beide ouders in huis",
        (
            Member(24, "V", parents=(1, 2)),
            Member(53, "M", partner=2, takes_name=True),
            Member(51, "V", partner=1),
        ),
    ),
    Household(
        "gezin van acht",
        (
            *_couple((45, "M"), (42, "V")),
            *(
                _child(age, gender)
                for age, gender in zip((16, 14, 12, 9, 5, 1), "VMMVMV", strict=True)
            ),
        ),
    ),
    Household("drie huisgenoten", (Member(22, "M"), Member(23, "V"), Member(21, "X"))),
    Household("hoofdbewoner met kamerhuurder", (Member(62, "V"), Member(25, "M"))),
    Household(
        "geheimhouding, met kind",
        (
            Member(31, "V", marks=("secrecy",)),
            Member(5, "V", parents=(0,), takes_name=True, marks=("secrecy",)),
        ),
    ),
    Household("adres in onderzoek", (Member(40, "M", marks=("under_investigation",)),)),
    Household("onder curatele", (Member(47, "M", marks=("guardianship",)),)),
    Household("in een zorginstelling", (Member(86, "V"),), purpose="zorginstelling"),
    Household("echtpaar, een in een zorginstelling", (Member(81, "M"),)),
    Household("in een recreatiewoning", (Member(55, "M"),), purpose="recreatiewoning"),
    Household("pas achttien, alleen", (Member(18, "V"),)),
    Household("oudere weduwe", (Member(90, "V"),)),
)

# Who lives in another municipality and may move here.
ELSEWHERE = (
    Household("alleen", (Member(30, "V"),)),
    Household(
        "gezin met een kind en een jongere",
        (*_couple((45, "V"), (47, "M")), _child(16, "V"), _child(10, "M")),
    ),
    Household("ongehuwd samen", (Member(28, "M"), Member(27, "V"))),
)
