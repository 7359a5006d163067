# SPDX-License-Identifier: EUPL-1.2
"""Pools of names from which the invented persons are put together, by where a family came from."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Origin:
    """Given names by gender, and towns where the older members of a family may be born."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    others: tuple[str, ...]
    towns: tuple[str, ...]

    def given_names(self, gender: str) -> tuple[str, ...]:
        return {"V": self.women, "M": self.men, "X": self.others}[gender]


@dataclass(frozen=True, slots=True)
class FamilyName:
    prefix: str
    name: str
    origin: Origin


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


DUTCH = Origin(
    _names(
        "Sanne, Johanna Maria, Roos, Willemijn, Anouk, Grietje, Lotte, Hendrika, Noor, Tjitske, "
        "Marloes, Cornelia, Femke, Ingrid, Zoë, Wilhelmina Johanna"
    ),
    _names(
        "Daan, Pieter Jan, Sjoerd, Jeroen, Gerrit, Bram, Hendrik Willem, Sven, Teun, Wim, Lucas, "
        "Jurgen, Arjen, Noah, Cornelis, Thijs"
    ),
    _names("Robin, Sam, Alex, Jip"),
    _names("Utrecht, Groningen, Leeuwarden, Enschede, Breda, Hoorn"),
)
TURKISH = Origin(
    _names("Meryem, Esra, Zeynep, Elif, Ayşe"),
    _names("Mehmet, Ömer, Emre, Kaan, Mustafa"),
    _names("Deniz, Umut"),
    _names("Izmir, Konya"),
)
MOROCCAN = Origin(
    _names("Fatima, Yasmina, Naima, Salma, Hanan"),
    _names("Youssef, Karim, Rayan, Hamid, Bilal"),
    _names("Nour, Islam"),
    _names("Tanger, Nador"),
)
EASTERN = Origin(  # Poland
    _names("Agnieszka, Zofia, Maja, Katarzyna, Hanna"),
    _names("Tomasz, Jakub, Paweł, Adam, Wojciech"),
    _names("Sasza, Misza"),
    _names("Kraków, Gdańsk"),
)
CARIBBEAN = Origin(  # Suriname and the islands
    _names("Shanti, Gracia, Maureen, Anushka, Shanice"),
    _names("Rohan, Glenn, Winston, Dwight, Jayden"),
    _names("Jay, Charley"),
    _names("Paramaribo, Willemstad"),
)
WEST_AFRICAN = Origin(
    _names("Abena, Efua, Grace, Ama, Adwoa"),
    _names("Kwame, Kofi, Samuel, Yaw, Emmanuel"),
    _names("Blessing, Comfort"),
    _names("Kumasi, Accra"),
)
ASIAN = Origin(  # Vietnam and China
    _names("Linh, Mei, Lan, Hua, Thảo"),
    _names("Minh, Wei, Bao, Jun, Quang"),
    _names("An, Khánh"),
    _names("Hanoi, Wenzhou"),
)
EAST_AFRICAN = Origin(  # Eritrea
    _names("Selam, Semhar, Rahel, Hiwet, Luwam"),
    _names("Dawit, Yonas, Filmon, Abel, Tesfay"),
    _names("Salem, Bereket"),
    _names("Asmara, Keren"),
)
PORTUGUESE = Origin(
    _names("Beatriz, Inês, Leonor, Ana Sofia, Marta"),
    _names("João, Tiago, Duarte, Rui, Miguel"),
    _names("Ariel, Noé"),
    _names("Porto, Mindelo"),
)

FAMILY_NAMES = (
    *(
        FamilyName(prefix, name, DUTCH)
        for prefix, name in (
            ("", "Bakker"), ("de", "Boer"), ("van den", "Berg"), ("van der", "Meulen"),
            ("", "Hendriks"), ("ter", "Horst"), ("van 't", "Hof"), ("", "Dijkstra"),
            ("", "Peeters"), ("in 't", "Veld"), ("op den", "Kamp"), ("", "Vermeer"),
            ("", "Smit"), ("", "Schouten"), ("de", "Graaf"), ("", "Molenaar"), ("van", "Dam"),
            ("", "Wouters"), ("", "Postma"), ("von", "Heyden"), ("", "Lont"), ("", "Brouwer"),
            ("van de", "Ven"), ("", "Kuiper-de Wit"), ("", "Hoekstra"),
        )
    ),
    FamilyName("", "Yılmaz", TURKISH),
    FamilyName("", "Öztürk", TURKISH),
    FamilyName("", "El Amrani", MOROCCAN),
    FamilyName("", "Tahiri", MOROCCAN),
    FamilyName("", "Haddad", MOROCCAN),
    FamilyName("", "Kowalczyk", EASTERN),
    FamilyName("", "Ramdin", CARIBBEAN),
    FamilyName("", "Martina", CARIBBEAN),
    FamilyName("", "Osei", WEST_AFRICAN),
    FamilyName("", "Nguyễn", ASIAN),
    FamilyName("", "Chen", ASIAN),
    FamilyName("", "Tesfay", EAST_AFRICAN),
    FamilyName("", "Ferreira da Silva", PORTUGUESE),
)  # fmt: skip


def shuffled_family_names(random: Random) -> list[FamilyName]:
    """All family names in an order of chance, so that households differ."""
    return random.sample(FAMILY_NAMES, len(FAMILY_NAMES))
