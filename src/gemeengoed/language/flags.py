# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (an expression reads best on one line)
"""What holds for a message as a whole: yes, no, back, stop, "weet ik niet", thanks, anger …

Most flags need the whole message to say so: "terug" goes back, "ik wil mijn geld terug" does not.
"""

import re
from functools import lru_cache

from gemeengoed.language.reading import Context, Flag
from gemeengoed.language.wording import words_in

_FILLER = (
    r"(?:hoor|graag|alstublieft|alsjeblieft|aub|ajb|dank je|dank u|dankjewel|dank u wel|bedankt|"
    r"even|maar|dan|nu|gewoon|toch|eens|prima|is|dat|het|zo|helemaal|hartelijk|wel|klopt|goed|"
    r"akkoord|ok|oke|oké|joh|zeker|perfect|top|fijn|doe|ja|mooi|verstuur|versturen|verzend|verzenden|bevestig|regel|ik|wil|dit|meneer|mevrouw)"
)
_SEP = r"[\s,.!;:)]*"
_TAIL = rf"(?:{_SEP}{_FILLER}){{0,6}}{_SEP}\Z"
_YES_WORD = (
    r"ja+|jazeker|jawel|jep|yep|yes|yess|jup|jha|joa|zeker(?: weten)?|klopt|dat klopt|dit klopt|"
    r"het klopt|klopt helemaal|alles klopt|prima|goed|is goed|dat is goed|vind ik goed|ok|oke|okay|"
    r"okee|k|akkoord|doe maar|doe dat maar|graag|heel graag|correct|juist|dat is juist|"
    r"inderdaad|natuurlijk|uiteraard|absoluut|perfect|in orde|dat is correct|helemaal goed|"
    r"bevestig|bevestigen|ik bevestig|verstuur|versturen|verzend|verzenden|verstuur maar|top"
)
_YES = re.compile(rf"\s*(?:{_YES_WORD})\b{_TAIL}")
_YES_AND_MORE = re.compile(
    r"\s*(?:(?:ja|jazeker|jawel|ok|oke)\b\s*[,.!]*|(?:klopt|prima|akkoord)\s*[,.!]+)\s+(?!maar\b|nee\b|alleen\b|behalve)"
)
_SPOILS_YES = re.compile(
    r"\b(?:niet|geen|maar|behalve|alleen|fout|verkeerd|anders|nummer|bedoel|moet zijn|of)\b|\?|\d"
)
_NO_WORD = (
    r"nee+|neen|neej|nope|no|nah|niet|zeker niet|absoluut niet|echt niet|klopt niet|dat klopt niet|"
    r"dit klopt niet|het klopt niet|klopt niet helemaal|niet goed|niet akkoord|dat is niet "
    r"(?:goed|juist|correct)|fout|niet juist|doe maar niet|liever niet|geen van (?:beide|deze|die)|"
    r"geen|nee hoor|nee dank\w*|nee bedankt|onjuist|niet nodig|hoeft niet|is niet nodig"
)
_NO = re.compile(rf"\s*(?:{_NO_WORD})\b{_TAIL}")
_NO_AND_MORE = re.compile(r"\s*(?:nee+|neen|nope)\b(?!\s*\Z)[\s,.!]")
_NOT_RIGHT = re.compile(
    r"\bklopt (?:hier )?(?:\w+ )?(?:niet|niks|geen)\b|\bis niet (?:juist|correct|goed)\b"
)

_POLITE = r"(?:alstublieft|alsjeblieft|aub|ajb|graag|even|maar|a\.u\.b\.?|nu|gewoon|toch|dan|hoor)"
_WISH = (
    r"(?:ik wil|ik wou|ik zou|kan ik|mag ik|kunnen we|kun je|kunt u|kan je|wil je|wilt u|ga|laat me|"
    r"we|ik ga|ik|nee|toch|een|stap|stapje|eens|weer|even|liever|hier|er|mee|dit|alles|de|het|"
    r"graag|naar|met)"
)


def _whole(words: str) -> re.Pattern[str]:
    """The message says this and nothing else but manners."""
    return re.compile(
        rf"\s*(?:{_WISH}[\s,]+){{0,5}}(?:{words})(?:[\s,]+(?:{_POLITE}|{_WISH})){{0,4}}[\s.!?]*\Z"
    )


_STOP = _whole(
    r"stop(?: maar| ermee| hiermee)?|stoppen|ermee stoppen|annuleer|annuleren|annuleer dit|cancel|"
    r"laat maar(?: zitten)?|laat maar zitten|hou(?:d)? maar op|ophouden|afbreken|breek af|"
    r"afsluiten|stop er mee|toch maar niet|niet meer doorgaan|vergeet het(?: maar)?|laat zitten|"
    r"hoeft niet meer|beeindigen|sluiten"
)
_WHOLE = {
    Flag.BACK: _whole(
        r"terug(?: ?gaan)?|teruggaan|vorige(?: vraag| stap| scherm| pagina)?|stap terug|ga terug|back|"
        r"een terug|1 terug"
    ),
    Flag.RESTART: _whole(
        r"opnieuw(?: beginnen| starten)?|overnieuw(?: beginnen)?|begin (?:opnieuw|overnieuw|weer)|"
        r"(?:vanaf|bij) (?:het )?begin(?: af aan)?(?: beginnen)?|van voren af aan|herstart|reset|"
        r"restart|start opnieuw|begin overnieuw|opnieuw vanaf het begin|nieuw gesprek"
    ),
    Flag.DONT_KNOW: re.compile(
        r"\s*(?:sorry|eh+|uh+|hm+|tja|nou|pff+|helaas|oei|dat|het|ik)?[\s,.]*(?:(?:dat|dit|het|ik|k|"
        r"zou|zo|eigenlijk|echt)\s+){0,3}(?:weet|weten|wist|zou|heb|geen|onbekend|kan|niet|idk|nog)\b"
        r"(?:(?:\s+(?:ik|het|dat|dit|nog|zo|even|eigenlijk|echt|ook|precies|zeker|uit|mijn|hoofd|"
        r"meer|niet|nie|ni|geen|flauw|idee|weten|zeggen|helaas|op|dit|moment|een|me|bekend|gauw|"
        r"welke|wanneer|datum|dag|presies|hoor)){0,8})[\s.!?]*\Z"
    ),
    Flag.SKIP: _whole(
        r"sla (?:maar |deze |dit |die |dat |het |vraag )*over|overslaan|skip|volgende(?: vraag)?|"
        r"liever niet|wil ik (?:niet|liever niet)(?: zeggen| geven| invullen| delen| vertellen)?|"
        r"(?:zeg|geef|vertel|vul) ik (?:liever )?niet(?: in)?|gaat (?:je|u|jullie) (?:niks|niets) aan|"
        r"niet invullen|doe ik niet|wil niet zeggen|zeg ik liever niet|geen antwoord"
    ),
    Flag.WHY: re.compile(
        r"\s*(?:en|maar|ja maar|nou|hoezo|eh)?[\s,]*(?:waarom|waarvoor|hoezo|why)"
        r"(?:[\s,]*\?*\s*\Z|\s+(?:is|moet|wil|wilt|willen|vraag|vraagt|vragen|heb|hebt|heeft|hebben|"
        r"moeten|zou|dan|dat|die|deze)\b[^.?!]{0,20}\b(?:dat|dit|weten|die|deze|mijn|nodig|vraag|"
        r"allemaal|het|zeggen|invullen|geven|opgeven)\b[^.?!]{0,40}[\s.!?]*\Z)"
        r"|.{0,20}\bwat (?:moet|moeten|willen?|doe|doen) (?:je|u|jullie) (?:daar)?(?:mee|met) (?:die|dat|mijn)"
    ),
}  # fmt: skip
# Of a request that is being made this says to stop it; of nothing in particular it may say more.
_NO_MORE = re.compile(
    r"\s*(?:(?:nee+|neen|nou|ok|oke|sorry|maar|toch|laat maar|dank je|dank u|bedankt)[\s,.!]+){0,3}"
    r"(?:(?:(?:ik|'?k|we|wij) )?(?:wil|willen)(?: (?:dit|dat|het))?|(?:dit|dat|het) wil(?:len)? (?:ik|we|wij))"
    r"(?: (?:eigenlijk|toch|nu))? (?:niet|nie|ni) (?:meer|mer)"
    r"(?:[\s,.!]+(?:hoor|sorry|bedankt|dank je|dank u|dank je wel|dank u wel|dankjewel|nee|stop)){0,2}[\s.!?]*\Z"
)
_I_WITH_ALL = re.compile(r"\bik\b.*\bmet alles\b|\bmet alles\b.*\bik\b")  # that is no request
_SAYS_DONT_KNOW = re.compile(
    r"\b(?:weet|wist|weten)\b.{0,30}\b(?:niet|nie|ni)\b|\bniet weten\b|\bgeen (?:flauw )?idee\b|"
    r"\bonbekend\b|\bidk\b|\bniet bekend\b|\bniet (?:zeker|precies)\b"
)
_CORRECTION = re.compile(
    r"\b(?:toch niet\b|ik (?:bedoel|bedoelde|had moeten|vergis|heb me vergist|vergiste)\b|bedoel(?:de)? ik\b|"
    r"(?:moet|moest) (?:het |dat )?(?:zijn|wezen)\b|foutje\b|typfout\w*\b|tikfout\w*\b|vergist\b|verbeter\w*\b|niet \w+,? maar\b|"
    r"klopt niet,? (?:het|dat|moet|mijn)\b|is niet (?:goed|juist),? (?:het|dat|moet)\b)"
)
_CORRECTION_FIRST = re.compile(
    r"\s*(?:nee|nee nee|oh nee|o nee|sorry|wacht|ho)[\s,.!]+(?:het is |toch |dat is |mijn |ik bedoel |op )?"
    r"(?:nummer |nr\.? |huisnummer )?\d|\s*(?:nee|sorry|wacht)[\s,.!]+(?:het is|toch|moet|dat moet|ik bedoel)\b"
)
_CHANGE_IN_FLOW = re.compile(
    r"\b(?:wijzig\w*|verander\w*|aanpas\w*|pas\b.{0,30}\baan|verkeerd\w*|corrigeer\w*)\b"
)
_PERSON = re.compile(
    r"\b(?:"
    r"(?:spreken|praten|spreek|praat|contact|bellen|chat|chatten|bespreken|verbind\w*|doorverbind\w*|overleg\w*)\b"
    r".{0,25}\b(?:medewerk\w*|mens|persoon|collega|iemand|echt[e]?|ambtenaar|klantenservice|baliemedewerk\w*)\b|"
    r"(?:medewerk\w*|mens|echt persoon|echte persoon|collega|iemand|ambtenaar)\b(?! anders)"
    r".{0,25}\b(?:spreken|praten|chatten|bellen|belt|bel|contact|bespreken|aan de (?:lijn|telefoon)|terugbel\w*|te woord)\b|"
    r"(?:echt|echte|levend|gewoon) (?:mens|persoon|iemand|medewerk\w*)\b|"
    r"(?:bel|belt|bellen) (?:je|u|jullie|iemand)? ?(?:mij|me|ons)\b|(?:u|je|jullie|iemand) (?:mij|me|ons) (?:even |terug|op)?(?:bellen|opbellen|terugbellen)\b|terug ?(?:bellen|gebeld|bel\w*)\b|gebeld worden\b|"
    r"geen (?:robot|computer|bot|chatbot)\b|talk to (?:a |an )?(?:human|person|someone|agent)\b"
    r")"
)
# Who has no computer, asks whether we are one, or was never called back, does not ask for a person.
_NO_WISH_FOR_PERSON = re.compile(
    r"\b(?:heb|hebt|heeft|hebben|had|hadden) (?:\w+ ){0,2}geen computer\b|"
    r"\b(?:ben|bent) (?:je|jij|u)\b[^.?!]{0,25}\b(?:mens|persoon|iemand|medewerk\w*)\b|"
    r"\bmet wie (?:praat|spreek|chat|heb)\b|\bte woord (?:heeft|hebben|had|stond|werd|ben|is)\b|"
    r"\b(?:niet|nooit|niemand|geen) (?:\w+ ){0,2}(?:teruggebeld|terug gebeld|belt|terugbelt)\b|"
    r"\bbelt (?:\w+ )?(?:niet|nooit)(?: terug)?\b"
)
_PERSON_ONLY = re.compile(
    r"\s*(?:doorverbinden|verbind (?:mij|me) door|live ?chat|menselijk contact|speak to\b.*|call me(?: back)?|me bellen|"
    r"een telefoontje|livechat met \w+|medew\w*(?: graag)?|mens|een mens|een medewerk\w*|menselijk\w*|iemand spreken|persoon)[\s.!?]*\Z"
)
_GREETING = re.compile(
    r"\s*(?:hoi+|hallo+|hallo daar|hey+|heej|hai|hi|hello|hee|goede?n? ?(?:morgen|middag|avond|nacht|dag)|"
    r"goeie ?(?:morgen|middag|avond|dag)|goeie|dag|moi|hoi hoi|hallootjes|beste|geachte|mogge|"
    r"dag allemaal|yo|joe|joehoe|ey|salaam|selam|servus)\b"
)
_GREETING_TAIL = re.compile(
    r"(?:[\s,.!]+(?:daar|allemaal|gemeente|meneer|mevrouw|heer|medewerker|bot|chatbot|mensen|team|"
    r"samen|iedereen|lezer))*[\s,.!:;-]*"
)
_THANKS = frozenset([
    "dank", "bedankt", "dankjewel", "dankuwel", "dankje", "danku", "thanks", "thx", "merci", "tnx",
    "bedank", "thanx", "danke", "tof",
])  # fmt: skip
_NO_THANKS = re.compile(r"\bgeen dank\b|\bdank ?zij\b")
_ANGRY_WORD = re.compile(
    r"kut\w*|klote\w*|fuck\w*|shit|kanker\w*|tering\w*|tyfus\w*|godver\w*|gvd|verdomme|lul\w*|idioo?t\w*|debiel\w*|"
    r"achterlijk\w*|sukkel\w*|eikel\w*|oplichter\w*|oplichting|klootzak\w*|hoer\w*|mongool\w*|rotop|sodemieter\w*|"
    r"schandalig\w*|schande|belachelijk\w*|waardelo\w*|onzin|domme?|woedend|razend|woest|pisnijdig|spuugzat|walgelijk|"
    r"bagger|prutsers?|stelletje|aanfluiting|onbeschoft\w*|hopeloos|wanprestatie|teringzooi|zooitje"
)
_ANGRY_PHRASE = re.compile(
    r"\b(?:(?:rot op|flikker op|donder op|slaat nergens op|niet te geloven|niks van snap\w*|"
    r"om gek van te worden|doodziek van|stom ding|stomme (?:bot|chatbot|gemeente|computer|site|robot)|"
    r"wat een (?:zooi|puinhoop|ellende|gezeik|gedoe))\b|"
    r"(?:ben|word|wordt|ik ben) (?:\w+ ){0,3}(?:boos|kwaad|zat|pissig|gek van)\b|"
    r"(?:snap|snapt|begrijp|begrijpt) (?:je |u |jij )?(?:er |mij |me |het )?(?:echt |helemaal )?(?:niks|niets|niet)\b|geen antwoord op\b|(?:niks|niets) aan\b|luister (?:nou|nu)\b|(?:er )?(?:helemaal )?klaar mee\b|"
    r"(?:helpt|hielp) (?:mij |me )?(?:helemaal |totaal )?(?:niks|niets|niet)\b)"
)
_SHOUTING = re.compile(r"[A-Z][A-Z\s,.!?']{18,}!")
MAX_LENGTH = 2_000


def flags(text: str, words: frozenset[str], typed: str, context: Context) -> frozenset[Flag]:
    """The flags of a message.

    text: its plain spelling; words: all of the text; typed: what was typed.
    """
    text = text[:MAX_LENGTH].strip()
    found = {flag for flag, pattern in _WHOLE.items() if pattern.match(text)}
    if Flag.DONT_KNOW in found and not _SAYS_DONT_KNOW.search(text):
        found.discard(Flag.DONT_KNOW)
    if says_to_stop(text, in_flow=context.in_flow):
        found.add(Flag.CANCEL)
    found |= _yes_or_no(text)
    if (
        _CORRECTION.search(text)
        or _CORRECTION_FIRST.match(text)
        or (context.in_flow and _CHANGE_IN_FLOW.search(text))
    ):
        found.add(Flag.CORRECTION)
    if _PERSON_ONLY.match(text) or _wishes_for_person(text):
        found.add(Flag.ASKS_PERSON)
    if _GREETING.match(text):
        found.add(Flag.GREETING)
    if _says_thanks(text, words) and not _NO_THANKS.search(text):
        found.add(Flag.THANKS)
    if _is_angry(text, words) or _SHOUTING.search(typed[:MAX_LENGTH]) or "!!!" in text:
        found.add(Flag.ANGER)
    return frozenset(found)


def says_to_stop(text: str, *, in_flow: bool) -> bool:
    """Whether a plain text says to stop what is being arranged, and nothing else."""
    stops = _STOP.match(text) or (in_flow and _NO_MORE.match(text))
    return bool(stops) and not _I_WITH_ALL.search(text)


def _wishes_for_person(text: str) -> bool:
    told = _PERSON.search(text)
    return bool(told and _PERSON.search(_NO_WISH_FOR_PERSON.sub(" ; ", text)))


def _is_not_right(text: str) -> bool:
    likely = "klopt " in text or "is niet " in text
    return likely and _NOT_RIGHT.search(text) is not None


def _says_thanks(text: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(_THANKS) or "thank you" in text


def _is_angry(text: str, words: frozenset[str]) -> bool:
    return any(map(_is_angry_word, words)) or _ANGRY_PHRASE.search(text) is not None


@lru_cache(maxsize=8192)
def _is_angry_word(word: str) -> bool:
    """Most words are met again."""
    return _ANGRY_WORD.fullmatch(word) is not None


def _yes_or_no(text: str) -> set[Flag]:
    """Never both: a message that says yes and takes it back is no yes."""
    if _NO.match(text) or _NO_AND_MORE.match(text) or _is_not_right(text):
        return {Flag.NO}
    if _YES.match(text):
        return {Flag.YES}
    more = _YES_AND_MORE.match(text)
    if more and not _SPOILS_YES.search(text, more.end()):
        return {Flag.YES}
    return {Flag.YES} if text in ("👍", "👌", "✅", "✔️", "✔") else set()


def without_greeting(text: str) -> str:
    """The plain text after a greeting; the whole text when it is nothing but a greeting."""
    greeting = _GREETING.match(text)
    if greeting is None:
        return text
    tail = _GREETING_TAIL.match(text, greeting.end())
    rest = text[tail.end() if tail else greeting.end() :]
    return rest if len(rest.split()) >= 1 else text


def is_polite_only(text: str) -> bool:
    """Whether a plain piece of text is only a greeting or thanks."""
    rest = without_greeting(text)
    greeting = rest == text and bool(_GREETING.match(text)) and len(text.split()) <= 4
    return greeting or (len(text.split()) <= 5 and _says_thanks(text, words_in(text)))
