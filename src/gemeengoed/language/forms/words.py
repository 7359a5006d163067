# SPDX-License-Identifier: EUPL-1.2
"""Small words around je, by what they tell of it."""

import re

PRONOUNS = frozenset({"je", "jij", "jou", "jouw", "jezelf", "jullie", "jijzelf", "jouwe"})

_PREPOSITIONS = (
    "aan achter af bij binnen boven buiten dankzij door in langs met mee na naar naast namens om "
    "onder op over per rond sinds tegen tijdens tot tussen uit van vanaf vanuit via volgens voor "
    "vóór voorbij wegens zonder rondom vanwege behalve tegenover toe"
)
_DETERMINERS = (
    "de het een 't één dit dat deze die geen elke elk ieder iedere alle alles allebei beide iets "
    "niets wat veel weinig meer minder genoeg nog welke welk zo'n zulke sommige enkele enige"
)
_OTHERS = (
    "ik hij zij ze we wij hem haar hun hen ons onze mij me er zich zelf iemand niemand men daar "
    "hier daarvan daarvoor daarmee daarop daarin daarbij daarna daarover daarnaast ervan ervoor "
    "ermee erop erin erbij erover eraan hiervoor hierover hiermee hierbij waar"
)
_CONJUNCTIONS = (
    "en of maar want dus als dan dat omdat doordat zodat wanneer terwijl nadat voordat zodra tot "
    "totdat hoewel tenzij sinds toen te om"
)
_ADVERBS = (
    "ook al niet wel dan nu nog nooit altijd vaak soms meestal direct meteen straks later eerst "
    "weer alleen samen zelf graag liever gewoon gratis online digitaal telefonisch schriftelijk "
    "snel binnenkort morgen vandaag gisteren vanzelf misschien ongeveer bijna heel erg te precies "
    "vooraf achteraf thuis buiten binnen zo even echt helaas toch juist namelijk bijvoorbeeld "
    "terug door langs weg verder opnieuw minstens hoogstens maximaal minimaal maar eens ergens "
    "nergens lang kort alsnog sindsdien extra eindelijk tenminste overdag jaarlijks overal klaar "
    "kwijt bezig zeker onzeker oud ouder jonger ziek verplicht bereid bang boos blij welkom "
    "verhuisd bekend geboren getrouwd gescheiden goed beter best fout verkeerd anders hoe waarom "
    "wanneer wie vooral daarom daardoor hierdoor intussen ondertussen per tegelijk onderweg "
    "beneden boven akkoord nodig beiden last zin dus sowieso inmiddels tijdelijk makkelijk "
    "eenvoudig tijdig rustig eerlijk veilig apart compleet volledig"
)

PREPOSITIONS = frozenset(_PREPOSITIONS.split())
_SMALL = frozenset(f"{_DETERMINERS} {_OTHERS} {_CONJUNCTIONS} {_ADVERBS}".split()) | PREPOSITIONS
_DETERMINERS_LISTED = "de het een elke elk iedere ieder onze"
DETERMINERS = frozenset(_DETERMINERS_LISTED.split())
# They describe a noun too, even without e: "je goed recht".
ADJECTIVES = frozenset({"goed", "oud", "best", "eerst", "vast", "apart", "volledig"})
_NUMBER_WORDS = "twee drie vier vijf zes zeven acht negen tien twaalf"
NUMBERS = frozenset(_NUMBER_WORDS.split())
_CLAUSE_OPENERS = (
    "als dat omdat doordat zodat wanneer terwijl nadat voordat zodra totdat hoewel tenzij mits "
    "indien sinds toen wat waar waarom hoe wie die of waarmee waarvoor waarin waarop waarbij "
    "waarvan waaraan waarover waaruit waardoor waarheen zolang naarmate alsof welke welk waarnaar"
)
CLAUSE_OPENERS = frozenset(_CLAUSE_OPENERS.split())
COORDINATORS = frozenset({"en", "maar", "want", "dus", "of"})
OTHER_SUBJECTS = frozenset({"ik", "wij", "we", "hij", "zij", "ze", "men", "iemand", "niemand"})
# One of them without an article can only be somebody's: "moet je paspoort" is about the passport.
_COUNTED = (
    "paspoort identiteitskaart rijbewijs aanvraag adres naam partner kind auto huis woning "
    "gemeente hond buurman buurvrouw vergunning identiteitsbewijs man vrouw moeder vader zoon "
    "dochter ouder verhuizing brief afspraak kaart telefoonnummer e-mailadres bsn "
    "burgerservicenummer handtekening achternaam voornaam situatie inkomen uitkering melding tuin "
    "dak dakkapel schutting boom fiets kenteken werkgever baas school bankrekening rekeningnummer "
    "huisarts container afvalpas straat buurt wijk voertuig nummer bestelling gezin familie "
    "gezondheid nationaliteit geboortedatum geboorteakte akte huurcontract bedrijf winkel terras "
    "eigendom vermogen postcode huisnummer parkeervergunning reisdocument verzoek kamer computer "
    "telefoon mening dossier zaak"
)
COUNTED = frozenset(_COUNTED.split())
_MASS = (
    "bericht informatie antwoord geld hulp post uitleg toestemming advies bezoek nieuws subsidie "
    "korting ondersteuning zorg contact tijd ruimte kwijtschelding uitstel bijstand belasting "
    "bezwaar aangifte leges toegang recht water stroom afval"
)
MASS = frozenset(_MASS.split())
# Nouns that look like infinitives or participles.
_NOUNS_LISTED = (
    "vragen schulden plannen rechten kosten wensen inkomen vermogen leven eten afspraken klachten "
    "reizen brieven fietsen papieren kaarten bericht gebit gebied verband verhuizing"
)
NOUNS = frozenset(_NOUNS_LISTED.split())
# Nouns that look like a form before je.
_NOUNS_LIKE_STEMS_LISTED = (
    "bewijs werk plan huur koop feest sport film vraag antwoord deel lijst kaart hulp bericht "
    "school keer wens rust dans mail app sms stem hak klacht zorg teken log print scan"
)
NOUNS_LIKE_STEMS = frozenset(_NOUNS_LIKE_STEMS_LISTED.split())
# Who acts, before kan, wil or zal: then je is who it is done to.
_ACTORS_LISTED = (
    "collega medewerker gemeente ambtenaar arts huisarts partner ander iemand monteur school "
    "politie rechter bank makelaar notaris mens wijkteam team buurman adviseur chatbot assistent "
    "persoon organisatie consulent klantmanager"
)
ACTORS = frozenset(_ACTORS_LISTED.split())
_ADVERBIAL = re.compile(r"\w+(?:lijks?|baar|loos|zaam|ig)\Z")


def is_small(word: str) -> bool:
    """A word that is no noun and no adjective with e: after it je is nobody's possession."""
    return word in _SMALL or bool(_ADVERBIAL.match(word))


def is_plural(word: str) -> bool:
    """By its ending; a guess that only leads to more care."""
    return word.endswith(("en", "'s", "s"))
