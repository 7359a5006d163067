# SPDX-License-Identifier: EUPL-1.2
"""The build of a sentence: passive, nominal style, clauses, abbreviations, brackets."""

import re
from collections.abc import Iterator

from gemeengoed.language.forms.verbs import is_infinitive
from gemeengoed.language.plain.findings import Finding, Kind
from gemeengoed.language.plain.sentences import Sentence

_BECOMES = frozenset({"word", "wordt", "worden", "werd", "werden"})
_CLAUSE_ENDS = re.compile(r"[,;:–]|\ben\b|\bof\b|\bmaar\b|\bwant\b")
_PARTICIPLE = re.compile(
    r"(?:[a-z]*ge[a-zë]{2,}(?:d|t|en)|(?:be|ver|ont|her|er|over|onder)[a-z]{3,}(?:d|t|en))\Z"
)
# Words that look like a participle and are none.
_NO_PARTICIPLE_LISTED = (
    "geld geduld gebied gewicht gezicht gedicht gemeenten gebouwen gesprekken gevallen gedachten "
    "gebieden gewoonten bericht berichten bewijzen bedragen besluiten beelden bedrijven verband "
    "verstand verschillen verhalen verzoeken bezwaren beroep eigenaren hergebruik overheid "
    "onderwerpen onderdelen overlast overzicht overwegen onderzoeken beleid beeld begrippen "
    "vergunningen betalingen ervaringen regels gegevens gerecht getuigen gezinnen gevolgen "
    "vergoedingen erg berg verplicht bekend geschikt gezond bevoegd verkeerd bezet verliefd "
    "beperkt geen gratis steen alleen agenten algemeen tegen segment moment urgent gebruiken "
    "gebeuren gelden geven geloven genieten krijgen nagenoeg eigen wegen zeggen liggen volgen "
    "leggen vragen verwachten verhuizen verkopen verlengen vertellen verwijderen verzenden "
    "vertrekken verklaren vervangen verliezen bewaren beginnen begrijpen bekijken bellen benen "
    "beslissen betalen betekenen bewegen bewijs bezoeken bespreken bestaan beschrijven behandelen "
    "ontvangen ontstaan ontdekken herhalen herinneren ernst eruit eromheen erkennen"
)
_NO_PARTICIPLE = frozenset(_NO_PARTICIPLE_LISTED.split())
_MAY_BE_BOTH_LISTED = "behandelen ontvangen vergeten verlaten bezoeken verkopen betalen"
_MAY_BE_BOTH = frozenset(
    _MAY_BE_BOTH_LISTED.split()
)  # infinitive or participle: passive after a form of worden
_BY_WHOM = re.compile(r"\bdoor (?:de|het|een|onze|ons|uw|je|jouw|hun|§\S+|[A-Z]\w+)\b")
_INFINITIVE_OF = re.compile(r"\b[Hh]et (\w+n) van\b")
_NOUNS = frozenset({"leven", "eten", "inkomen", "vermogen", "overlijden", "bestaan", "wapen"})
_ING_OF = re.compile(r"\b(\w{3,}ing) van\b")
_THINGS = ("woning", "vergunning", "rekening", "uitkering", "verzekering", "tekening", "dwaling")
_SUBORDINATES = re.compile(
    r"\b(?:omdat|doordat|waardoor|waarbij|waarin|waarvan|waarmee|zodat|terwijl|hoewel|tenzij|mits|"
    r"nadat|voordat|zodra|totdat|indien)\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Za-z]\.){2,}(?!\w)")
_SHORTENED = re.compile(
    r"(?<![\w.])(?:t/m|evt\.|bijv\.|incl\.|excl\.|max\.|resp\.|ca\.|enz\.|etc\.|m²|nr\.|tel\.|art\.|"
    r"blz\.|jl\.|ivm|mbt|dmv|ipv|ovv|tbv|tgv)(?!\w)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?<![\w-])(?:[A-Z]{2,6})(?![\w-])")
_IN_WORD = re.compile(r"\w\(\w+\)|\(\w+\)\w|\b(?:en/of|hij/zij|zijn/haar|hem/haar)\b")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_LONGEST_ASIDE = 4  # words between brackets


def passive(sentence: Sentence) -> Iterator[Finding]:
    """Refused where it says by whom, or twice: then the active form is plainer for certain."""
    found = [words for clause in _clauses(sentence.text) if (words := _passive_in(clause))]
    if not found:
        return
    by_whom = _BY_WHOM.search(sentence.text)
    why = "Zo blijft vaag wie iets doet."
    if by_whom:
        why = f"Wie het doet, staat achteraan: {by_whom.group()!r}."
    elif len(found) > 1:
        why = "Twee keer in één zin."
    yield Finding(
        Kind.PASSIVE,
        sentence.text,
        found[0],
        why,
        "Begin met wie het doet: 'wij bekijken…', 'de gemeente maakt…'.",
        is_hint=not by_whom and len(found) < 2,
    )


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE_ENDS.split(text) if clause.strip()]


def _passive_in(clause: str) -> str:
    """``wordt … gemaakt`` or ``gemaakt wordt`` in one clause; else an empty text."""
    words = re.findall(r"[\w’'-]+", clause)
    lower = [word.lower() for word in words]
    at = next((i for i, word in enumerate(lower) if word in _BECOMES), None)
    if at is None:
        return ""
    after = [word for word in lower[at + 1 :] if _is_participle(word)]
    before = [word for word in lower[max(0, at - 2) : at] if _is_participle(word)]
    if not (after or before):
        return ""
    return f"{lower[at]} … {after[-1]}" if after else f"{before[-1]} {lower[at]}"


def _is_participle(word: str) -> bool:
    if word in _MAY_BE_BOTH:
        return True
    return bool(_PARTICIPLE.match(word)) and word not in _NO_PARTICIPLE


def nominal(sentence: Sentence) -> Iterator[Finding]:
    """``het aanvragen van``; and nouns in -ing, one as a hint."""
    for match in _INFINITIVE_OF.finditer(sentence.text):
        verb = match[1].lower()
        if verb in _NOUNS or not is_infinitive(verb):
            continue
        yield Finding(
            Kind.NOMINAL,
            sentence.text,
            match.group(),
            "Van een werkwoord is een naamwoord gemaakt.",
            f"Gebruik het werkwoord: 'als je … {verb.removesuffix('en')}…' of '… {verb}'.",
        )
    nouns = [m.group() for m in _ING_OF.finditer(sentence.text) if not m[1].endswith(_THINGS)]
    if nouns:
        yield Finding(
            Kind.NOMINAL,
            sentence.text,
            ", ".join(nouns),
            "Met een werkwoord wordt de zin korter en duidelijker.",
            "Zeg wie wat doet.",
            is_hint=len(nouns) < 2,
        )


def clauses(sentence: Sentence) -> Iterator[Finding]:
    """Two or more words that begin a subordinate clause."""
    found = _SUBORDINATES.findall(sentence.text)
    if len(found) > 1:
        yield Finding(
            Kind.CLAUSES,
            sentence.text,
            ", ".join(word.lower() for word in found),
            "De lezer moet te veel tegelijk onthouden.",
            "Maak er twee zinnen van.",
            is_hint=True,
        )


def abbreviations(sentence: Sentence, known: frozenset[str], text: str) -> Iterator[Finding]:
    """Shortened words; capitals too, unless the text explains them: ``persoonsgegevens (BRP)``."""
    for pattern in (_DOTTED, _SHORTENED):
        for match in pattern.finditer(sentence.text):
            if match.group().lower() not in known:
                yield Finding(
                    Kind.ABBREVIATION,
                    sentence.text,
                    match.group(),
                    "Niet iedereen kent deze afkorting.",
                    "Schrijf het woord helemaal uit.",
                )
    for capitals in dict.fromkeys(_CAPITALS.findall(sentence.text)):
        is_explained = f"({capitals})" in text or f"{capitals} (" in text
        if capitals.lower() not in known and not is_explained:
            yield Finding(
                Kind.ABBREVIATION,
                sentence.text,
                capitals,
                "Deze afkorting staat niet uitgelegd.",
                f"Schrijf eerst voluit wat het is, met ({capitals}) erachter.",
            )


def brackets(sentence: Sentence) -> Iterator[Finding]:
    """A choice inside a word; as a hint a longer aside."""
    for match in _IN_WORD.finditer(sentence.text):
        yield Finding(
            Kind.BRACKETS,
            sentence.text,
            match.group(),
            "De lezer moet kiezen hoe hij dit leest.",
            "Schrijf het uit, of kies één van de twee.",
        )
    for match in _BRACKETED.finditer(sentence.text):
        if len(match[1].split()) > _LONGEST_ASIDE:
            yield Finding(
                Kind.BRACKETS,
                sentence.text,
                match.group(),
                "Wat tussen haakjes staat, haalt de lezer uit de zin.",
                "Maak er een eigen zin van, of laat het weg.",
                is_hint=True,
            )
