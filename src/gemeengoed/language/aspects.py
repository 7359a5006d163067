# SPDX-License-Identifier: EUPL-1.2
"""What somebody wants to know of a topic: what, who, how, the cost, what to bring, and so on."""

import re
from dataclasses import dataclass

_PAPERS = r"papieren|documenten|stukken|spullen|bewijzen|bewijsstukken|bijlagen"
_MATTERS = "aanvraag|verzoek|melding|vergunning|bezwaar|klacht|verhuizing|paspoort|rijbewijs"
_I = r"(?:ik|je|jij|u|we|wij|men|iemand|hij|zij|ze|mijn \w+)"
_PATTERNS = {
    "kosten": (
        r"wat ?kost\w{0,3}|kost (?:dat|het|een|de|zo|me|mij)|kosten|kost|kostt?|koste|prijs|"
        r"prijzen|tarief|tarieven|leges|hoe ?duur|duur (?:is|zijn)|hoeveel (?:geld|euro|betaal|"
        rf"moet {_I} betalen|is|zijn|kost\w{0,3})|betaal|betalen|gratis|bedrag|"
        r"wat ben ik kwijt|wat moet ik (?:er)?voor betalen|how much|price|cost|costs"
    ),
    "meenemen": (
        r"meenemen|mee te nemen|meebrengen|mee brengen|meenenem|neem (?:ik|je|u) (?:\w+ ){0,2}mee|"
        r"moet (?:ik|je|u|er) (?:\w+ ){0,3}mee|mee ?nodig|bij me hebben|bij hebben|"
        rf"(?:welke|wat voor) (?:{_PAPERS})|welke gegevens (?:moet|zijn)|"
        r"welke gegevens (?:heb|hebt|hebben) (?:ik|je|u|jullie) nodig|"
        r"wat (?:heb|moet|is) (?:ik|er|je|u)? ?(?:\w+ ){0,2}nodig|nodig (?:voor|om|bij)|"
        r"benodigdheden|pasfoto\w*|vereist\w*|what do i need|bring"
    ),
    "geldigheid": (
        r"hoe ?lang (?:is|zijn|blijft|blijven|geldt) (?:\w+ ){0,4}geldig|geldig\w*|"
        r"verloopt|vervalt|wanneer (?:is|zijn|loopt) (?:\w+ ){0,3}(?:verlopen|af)"
    ),
    "duur": (
        r"hoe ?lang (?!\w+ (?:\w+ ){0,3}geldig)(?:duurt|duren|moet|wachten|doe|doen|ben|zit|voor)|"
        r"hoelang|duurt|hoe (?:snel|vlug|gauw)|levertijd|wachttijd\w*|doorlooptijd|behandeltijd|"
        r"verwerkingstijd|binnen hoeveel|hoeveel (?:tijd|dagen|weken)|termijn|"
        r"wanneer (?:is|zijn|kan|krijg|ontvang|heb) (?:\w+ ){0,5}(?:klaar|binnen|ophalen|"
        r"opgehaald|afhalen|thuis|krijgen|af|ik het|ik hem|ik mijn \w+)|wanneer krijg|"
        r"how long"
    ),
    "afspraak": (
        r"afspraak\w*|afspraken|afspreken|zonder afspraak|vrije inloop|inloop\w*|"
        r"(?:langs|binnen) ?(?:komen|lopen)|zo langs|appointment"
    ),
    "status": (
        rf"hoe (?:staat|zit|is) het (?:\w+ )?met mijn (?:\w+ )?(?:{_MATTERS})|status|"
        r"hoe ver (?:is|zijn)|"
        r"(?:is|zijn) mijn (?:\w+ ){1,3}(?:al|nog niet)? ?(?:klaar|behandeld|verwerkt|binnen)|"
        r"(?:al|nog) (?:steeds )?(?:niets|niks) gehoord|waar blijft|wanneer hoor ik|nog niet "
        r"(?:ontvangen|binnen|gehad)"
    ),
    "bezwaar": (
        r"bezwaar\w*|in beroep|beroep aantekenen|niet (?:mee )?eens|oneens|afgewezen|afwijzing|"
        r"afgekeurd"
    ),
    "wie": (
        r"wie (?:mag|kan|moet|mogen|kunnen|moeten|doet|krijgt|komt)|voor wie|voorwaarden|"
        r"voorwaarde|eisen|in aanmerking|heb (?:ik|je|u) recht|recht op|machtig\w*|namens|"
        r"iemand anders|voor (?:een )?ander|mag (?:ik|je|u) (?:zelf|ook)|"
        r"kan (?:mijn|een) \w+ (?:\w+ ){0,3}(?:ophalen|doen|regelen|aanvragen)|hoe oud|"
        r"vanaf welke leeftijd|leeftijd|who can"
    ),
    "hoe": (
        r"hoe (?:moet|kan|kun|vraag|vraagt|doe|doen|meld|geef|regel|werkt|maak|zeg|krijg|kom|"
        r"gaat(?! (?:het )?met)|schrijf|vul|dien|verleng|bestel|wijzig|stuur|bereik|neem|zet|haal|"
        r"pak|te)|"
        r"waar (?:kan|moet|kun|vraag|meld|regel|doe|vind|geef|bestel|haal)|stappen|online|digitaal|"
        r"op welke manier|via (?:internet|de website|digid|de site)|formulier|how (?:do|can|to)"
    ),
    "wat": (
        r"wat (?:is|zijn|was|betekent|houdt|doet|voor)|wat wordt (?:er )?bedoeld|uitleg|uitleggen|"
        r"informatie (?:over|voor)|meer weten|wat weet|vertel"
    ),
}  # fmt: skip
_ORDER = {aspect: place for place, aspect in enumerate(_PATTERNS)}  # the surest first
# At each word the surest aspect that begins there. One walk for all takes half the time of ten.
_ALL = re.compile(
    rf"\b(?={'|'.join(rf'(?P<{aspect}>(?:{words})\b)' for aspect, words in _PATTERNS.items())})\w"
)
OF_ANY_TOPIC = frozenset(["kosten", "meenemen", "geldigheid", "duur"])  # no topics themselves
# The words by which it is asked, whole or how they begin. What else stands in the place of a hit
# may be what it is asked of: the passport in "hoe lang is een paspoort geldig".
_BEGINNING = re.compile(r"([a-z]+)(\\w\*)?")
_ASKING = {
    aspect: re.compile(
        "|".join(
            word + (r"\w*" if more else "")
            for word, more in _BEGINNING.findall(words.replace(_MATTERS, ""))
        )
    )
    for aspect, words in _PATTERNS.items()
}
_SUPPORTING = frozenset({"wat", "hoe"})  # opening words that another aspect often follows
_NEAR = 25  # characters after an opening word in which the real question stands
_CLAUSE_END = re.compile(r"[.?!;]|\ben (?:hoe|wat|waar|wanneer|wie|moet|kan|mag)\b")
MAX_LENGTH = 2_000


@dataclass(frozen=True, slots=True)
class AspectHit:
    """An aspect with its place in the plain text."""

    aspect: str
    start: int
    end: int

    def is_asking(self, word: str) -> bool:
        """Whether this is one of the words by which the aspect is asked for."""
        return _ASKING[self.aspect].fullmatch(word) is not None


def aspect_hits(text: str) -> list[AspectHit]:
    """Aspects in the order of a plain text, each with its place; an aspect once."""
    hits = [
        AspectHit(aspect, match.start(), match.end(aspect))
        for match in _ALL.finditer(text[:MAX_LENGTH])
        if (aspect := match.lastgroup)
    ]
    kept: list[AspectHit] = []
    for hit in hits:
        if not _is_only_opening(hit, hits, text) and hit.aspect not in {h.aspect for h in kept}:
            kept.append(hit)
    return kept


def aspects(text: str) -> tuple[str, ...]:
    """The aspects that a plain text asks for, in its order."""
    return tuple(hit.aspect for hit in aspect_hits(text))


def _is_only_opening(hit: AspectHit, hits: list[AspectHit], text: str) -> bool:
    """Whether another aspect says the same place better: "wat zijn de kosten" is about cost."""
    for other in hits:
        if other is hit or other.aspect == hit.aspect:
            continue
        if other.start < hit.end and hit.start < other.end:
            if _ORDER[other.aspect] < _ORDER[hit.aspect]:
                return True
        elif hit.aspect in _SUPPORTING and other.aspect not in _SUPPORTING:
            between = text[hit.end : other.end]
            if hit.end <= other.start <= hit.end + _NEAR and not _CLAUSE_END.search(between):
                return True
    return False
