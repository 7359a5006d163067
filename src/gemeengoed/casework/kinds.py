# SPDX-License-Identifier: EUPL-1.2
"""The kinds of interne_taak there are: what is done, by whom, and what may come of it.

A flow's ``submit`` names one of these. A kind says what the work asks for; which colleague gets it
is proposed by proposing.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gemeengoed.casework.activities import Activity
from gemeengoed.casework.errors import UnknownKindError

TEAMS: Mapping[str, str] = {
    "klantcontact": "Klantcontact",
    "burgerzaken": "Burgerzaken",
    "vergunningen": "Vergunningen",
    "openbare_ruimte": "Openbare ruimte",
}


@dataclass(frozen=True, slots=True)
class Result:
    """One way in which an interne_taak can end.

    reached: True when it says that somebody was spoken with, False when it says that nobody was;
    None when it says neither. resultaat: what was handed in ends so with it; empty: it goes on.
    is_automatic: not for a colleague to choose.
    """

    code: str
    label: str
    reached: bool | None = None
    resultaat: str = ""
    is_automatic: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """label: on staff screens. who: inside a sentence to the resident. action: the goal.

    area: the competence that is needed, to at least this level (1-5); empty: that of the topic.
    mandate: what a colleague must be allowed to decide; empty: nothing is decided.
    about: the label of the line that tells in a few words what it is about.
    """

    id: str
    label: str
    who: str
    action: str
    activity: Activity
    team: str
    results: tuple[Result, ...]
    area: str = ""
    level: int = 1
    mandate: str = ""
    about: str = ""

    def result(self, code: str) -> Result | None:
        """The result with this code; None when this kind cannot end so."""
        return next((result for result in self.results if result.code == code), None)

    @property
    def choices(self) -> tuple[Result, ...]:
        """The results among which a colleague chooses."""
        return tuple(result for result in self.results if not result.is_automatic)


_BY_LETTER = Result("niet_bereikt_brief", "Niet bereikt, brief of e-mail gestuurd", reached=False)
NOT_NEEDED = Result("ingetrokken", "Niet meer nodig voor de inwoner")

LOOK = "indiening_bekijken"  # of what is lifted out, where nothing says more
CLOSED_WITH_IT = "afgehandeld"  # what it was about was dealt with

WHY_LOOK = "Waarom bekijken"
_OF_A_SUBMISSION = (
    Result(
        "gesproken_verwerkt",
        "Gesproken, de verhuizing is ingeschreven",
        reached=True,
        resultaat="Verwerkt",
    ),
    Result("gesproken_terug", "Gesproken, terug in de verwerking", reached=True),
    Result(
        "gesproken_niet_verwerkt",
        "Gesproken, niet verwerkt",
        reached=True,
        resultaat="Niet verwerkt",
    ),
    Result(
        "nagekeken_verwerkt",
        "Nagekeken, de verhuizing is ingeschreven",
        resultaat="Verwerkt",
    ),
    Result("nagekeken_terug", "Nagekeken, terug in de verwerking"),
    Result(CLOSED_WITH_IT, "Afgehandeld met de indiening", is_automatic=True),
    Result(NOT_NEEDED.code, "De inwoner trekt het in", resultaat="Ingetrokken"),
)

KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind(
            "terugbelverzoek",
            "Terugbelverzoek",
            "een collega van het klantcontactcentrum",
            "Bel de inwoner terug.",
            Activity.CALL,
            "klantcontact",
            (
                Result("gesproken_geregeld", "Gesproken, geregeld", reached=True),
                Result("gesproken_vervolg_nodig", "Gesproken, vervolg nodig", reached=True),
                _BY_LETTER,
                NOT_NEEDED,
            ),
            level=2,
            about="Waar het over gaat",
        ),
        Kind(
            "verzoek_uitzondering",
            "Verzoek om een uitzondering",
            "een collega van het team vergunningen",
            "Bel of mail de inwoner en bekijk of een uitzondering kan.",
            Activity.DIFFICULT_TALK,
            "vergunningen",
            (
                Result("gesproken_past_toch", "Gesproken, past toch in de regels", reached=True),
                Result("gesproken_vervolg_nodig", "Gesproken, vervolg nodig", reached=True),
                Result("gemaild_vervolg_nodig", "Gemaild, vervolg nodig"),
                _BY_LETTER,
                NOT_NEEDED,
            ),
            level=3,
            about="Waarom zo",
        ),
        Kind(
            "melding_straatverlichting",
            "Melding straatverlichting",
            "het team openbare verlichting",
            "Laat de lamp nakijken en maken.",
            Activity.ARRANGE,
            "openbare_ruimte",
            (
                Result("gemaakt", "Gemaakt"),
                Result("doorgezet", "Doorgezet naar de aannemer"),
                Result("niets_gevonden", "Niets gevonden op de plek"),
                Result("al_bekend", "Was al gemeld"),
                Result(NOT_NEEDED.code, NOT_NEEDED.label, is_automatic=True),
            ),
            about="Plaats",
        ),
        Kind(
            "indiening_bekijken",
            "Indiening bekijken",
            "een medewerker van burgerzaken",
            "Zoek uit wat er aan de hand is, en handel de indiening af.",
            Activity.CALL,
            "burgerzaken",
            _OF_A_SUBMISSION,
            level=2,
            about=WHY_LOOK,
        ),
        Kind(
            "verhuizing_veiligheid",
            "Verhuizing: veiligheid",
            "een ervaren medewerker van het klantcontactcentrum",
            "Bel discreet, en noem geen adres. Bespreek geheimhouding en een briefadres.",
            Activity.DIFFICULT_TALK,
            "klantcontact",
            _OF_A_SUBMISSION,
            level=3,
            about=WHY_LOOK,
        ),
        Kind(
            "verhuizing_gezin",
            "Verhuizing: kind of gezin",
            "een medewerker van het klantcontactcentrum",
            "Bel over wie waar gaat wonen, en wie voor het kind zorgt.",
            Activity.DIFFICULT_TALK,
            "klantcontact",
            _OF_A_SUBMISSION,
            level=3,
            about=WHY_LOOK,
        ),
        Kind(
            "verhuizing_bevoegdheid",
            "Verhuizing: wie mag het doorgeven",
            "een medewerker van het klantcontactcentrum",
            "Zoek uit wie de aangifte mag doen, en bel daarover.",
            Activity.CALL,
            "klantcontact",
            _OF_A_SUBMISSION,
            level=3,
            about=WHY_LOOK,
        ),
        Kind(
            "verhuizing_adres",
            "Verhuizing: het adres",
            "een medewerker van het klantcontactcentrum",
            "Bel over het adres. Wie er echt woont, wordt ingeschreven.",
            Activity.CALL,
            "klantcontact",
            _OF_A_SUBMISSION,
            level=3,
            about=WHY_LOOK,
        ),
        Kind(
            "verhuizing_datum",
            "Verhuizing: schade door de datum",
            "een medewerker van het klantcontactcentrum",
            "Bel over de datum die telt, en wie nog meer moet worden ingelicht.",
            Activity.CALL,
            "klantcontact",
            _OF_A_SUBMISSION,
            level=2,
            about=WHY_LOOK,
        ),
    )
}

# Which competence a topic asks for, by the beginning of its id. Elsewhere anybody can.
_AREAS: tuple[tuple[str, str], ...] = (
    ("verhuizen", "verhuizen"),
    ("vertrek-naar-buitenland", "verhuizen"),
    ("vestiging-uit-buitenland", "verhuizen"),
    ("dakkapel", "dakkapel"),
    ("afspraak", "afspraak"),
    ("gesprek-klagen", "boos_gesprek"),
)


def kind_of(id: str) -> Kind:
    """The kind; raises UnknownKindError."""
    if id not in KINDS:
        raise UnknownKindError(id)
    return KINDS[id]


def area_for(kind: Kind, topic: str) -> str:
    """The competence that this work asks for; empty when anybody can do it."""
    areas = (area for beginning, area in _AREAS if topic.startswith(beginning))
    return kind.area or next(areas, "")
