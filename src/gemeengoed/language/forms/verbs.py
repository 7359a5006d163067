# SPDX-License-Identifier: EUPL-1.2
"""Dutch verbs as far as je and u need them: which form stands before je, which one with u.

``vind je`` has ``vindt u``, ``kun je`` has ``kunt u``, ``moet je`` and ``was je`` stay as they are.
"""

from functools import lru_cache

from wordfreq import get_frequency_dict

_STEMS = (
    "maak vraag woon loop ga sta doe zie sla kom neem geef krijg meld haal breng bel betaal "
    "blijf denk draag drink eet vind houd hou rijd rij bied word vertrek verhuis huur koop "
    "verkoop lees schrijf stuur verstuur teken onderteken typ kies klik log open print scan "
    "upload download mail reageer antwoord beantwoord regel wijzig verander verleng vernieuw "
    "verlies steel mis gebruik bewaar controleer bekijk kijk zoek bezoek help leer werk speel "
    "leef trouw scheid erken adopteer sterf begraaf boek reserveer annuleer zeg vertel spreek "
    "praat bespreek leg leg plaats bouw verbouw breek sloop kap plant snoei parkeer reis vlieg "
    "fiets wandel wacht verwacht hoop wens twijfel bedoel begrijp weet ken herken vergeet "
    "onthoud herinner vergis schaam voel ruik hoor luister verdien ontvang leen spaar schenk "
    "erf stop begin start ging reken bereken tel vul schat meet weeg deel verdeel ruil ruim "
    "gooi lever zet zit lig hang val trek druk duw raak pak grijp gooi vang verzamel bedank "
    "groet nodig bied weiger accepteer bevestig bewijs toon laat ontdek onderzoek volg bezit "
    "heet behoor hoef durf probeer slaag lijk schijn blijk duur kost gebeur ontsta besta "
    "ontbreek verdwijn verschijn vertrouw geloof haat hou bemin mag ondervind ervaar lijd "
    "verzorg zorg steun ondersteun begeleid bescherm waarschuw bedreig vecht slaap rust sport "
    "zwem ren spring stap rem stem kies beslis besluit bepaal beoordeel oordeel verklaar "
    "verzoek eis klaag beklaag overleg onderhandel maximaliseer organiseer plan verhuur "
    "verbind sluit beëindig vestig emigreer registreer inschrijf legaliseer vertaal kopieer "
    "overhandig toont voldoe verdedig tref behandel ondervraag bestel verzend retourneer vervang "
    "repareer herstel was dweil veeg schilder stook verwarm isoleer douche kook bak voer "
    "verschoon adem rook gebruik injecteer ontspan geniet lach huil schreeuw fluister roep "
    "noem tik meen vermoed veronderstel wik ontmoet trakteer vier feest nader bereik verlaat "
    "passeer kruis keer draai stijg daal verhoog verlaag verzeker verbeter corrigeer vermeld "
    "signaleer constateer merk bemerk let verblijf logeer overnacht kampeer studeer onderwijs "
    "solliciteer werf ontsla dien bedien beheer bestuur leid adviseer raadpleeg informeer "
    "verwijder wis blokkeer deblokkeer activeer installeer wissel verwissel combineer kruip "
    "sorteer scheid composteer stort dump verbrand verspil benut bespaar profiteer kwalificeer "
    "machtig vertegenwoordig erf lok jaag vis hengel dans zing muziceer exploiteer schenk "
    "serveer verstoor hinder bezwaar maai spit zaai oogst voed verricht verdiep zonder "
    "ontruim betrek beslaap bewoon mankeer lijst richt verplicht beloof garandeer betrap "
    "bekeur schaad beschadig vernietig verniel red bel weer keur stempel ondertrouw "
    "overlijd meen overweeg verpleeg bevind bemoei gedraag haast oefen bekwaam interesseer "
    "realiseer verheug veroorloof concentreer onthoud verontschuldig verplaats voorzie omring "
    "verdwaal bestrijd vermijd voorkom ontwikkel ontwerp publiceer deel update app chat sms "
    "fotografeer film kras plak knip vouw stel hak las boor schroef timmer metsel graaf dek"
)
# Before je or jij; the form with u, and the form that stands behind je.
_IRREGULAR = {
    "kun": "kunt",
    "kan": "kunt",
    "wil": "wilt",
    "zul": "zult",
    "zal": "zult",
    "heb": "hebt",
    "ben": "bent",
    "hou": "houdt",
    "rij": "rijdt",
    "snij": "snijdt",
    "ga": "gaat",
    "sta": "staat",
    "sla": "slaat",
    "besta": "bestaat",
    "ontsta": "ontstaat",
    "versta": "verstaat",
    "ontsla": "ontslaat",
}
_PAST = (
    "was had zou moest mocht kon wou werd ging stond deed zag sloeg kwam nam gaf kreeg bracht "
    "belde bleef dacht dronk at vond hield reed bood vertrok kocht verkocht las schreef koos "
    "liep zocht hielp zei sprak sliep wist kende vergat hoorde verloor stal liet zat lag hing "
    "viel trok ontving begon sloot bezocht bekeek begreep riep droeg wilde zette legde maakte "
    "vroeg woonde noemde typte stuurde meldde betaalde gebruikte werkte bedoelde vulde logde "
    "verhuisde huurde reisde parkeerde regelde haalde klikte wees"
)
# A command with je as its object: meld je, houd je aan de regels.
_REFLEXIVE = frozenset(
    "meld schrijf houd hou laat vergis verdiep haast wend bereid zet herinner realiseer schaam "
    "bedenk stel verplaats abonneer registreer identificeer legitimeer vestig geef bemoei zorg "
    "teken verzeker informeer verheug".split()
)
_SAME = "mag moet"  # present, alike before je and u
_NO_COMMAND = frozenset("kun kan wil zul zal heb ben mag moet word hoef durf woon krijg heet".split())
_SECOND_PERSON = frozenset({"hebt", "bent", "kunt", "wilt", "zult"})
_THIRD_OR_PLURAL = frozenset(
    "is heeft zijn hebben kunnen willen zullen mogen moeten worden gaan staan blijven komen "
    "hoeven waren hadden zouden werden konden".split()
)
_GIVING = frozenset(  # who gets something may stand beside it: wij sturen je bericht
    "stuur stuurt sturen geef geeft geven mail mailt mailen vraag vraagt vragen bied biedt bieden "
    "breng brengt brengen toon toont tonen vertel vertelt vertellen schrijf schrijft schrijven "
    "kost kosten bezorg bezorgt bezorgen verleent lever levert leveren app appt gaf gaven stuurde "
    "stuurden levert leert leren bespaart".split()
)
_STRONG_PARTICIPLES = frozenset(
    "begrepen vergeten verloren ontvangen verkocht bezocht gekocht gedacht gebracht gehad geweest "
    "gedaan gezien gestaan gegaan bekeken verlopen vertrokken besloten verschenen verdwenen "
    "ontslagen verlaten bewezen beschreven verwezen".split()
)

STEMS = frozenset(_STEMS.split())
PAST = frozenset(_PAST.split())
SAME = frozenset(_SAME.split())


def with_u(verb: str) -> str | None:
    """What ``verb je`` becomes before u; None when it is no form that stands before je.

    verb: lower case.
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in PAST or verb in SAME:
        return verb
    if verb in STEMS or _looks_like_stem(verb):
        return verb if verb.endswith("t") else f"{verb}t"
    return None


def is_sure_stem(verb: str) -> bool:
    """Whether the form stands before je and never before he or she: ``vind``, not ``moet``."""
    return with_u(verb) not in (None, verb) and verb not in ("kan", "wil", "zal")


def may_command(verb: str) -> bool:
    """Whether the form is used as a command: ``geef``, not ``heb``."""
    return verb not in _NO_COMMAND and verb not in PAST


def may_command_reflexively(verb: str) -> bool:
    """Whether a command of it may have je as its object: ``meld je``, not ``woon je``."""
    return verb in _REFLEXIVE


def follows_je(verb: str) -> bool:
    """Whether it is a finite form behind je: ``verhuist``, ``kunt``, ``moet``, ``was``."""
    if verb in _SECOND_PERSON or verb in PAST or verb in SAME or verb in ("kan", "wil", "zal"):
        return True
    if verb in _IRREGULAR.values():
        return True
    return verb.endswith("t") and (verb in STEMS or verb[:-1] in STEMS or _separable(verb))


def is_of_second_person(verb: str) -> bool:
    return verb in _SECOND_PERSON or verb.removeprefix("af") in _SECOND_PERSON


def is_of_others(verb: str) -> bool:
    """A form that never goes with je: is, heeft, zijn."""
    return verb in _THIRD_OR_PLURAL


def is_giving(verb: str) -> bool:
    return verb in _GIVING


@lru_cache(maxsize=20_000)
def is_infinitive(word: str) -> bool:
    """``aanvragen`` as well: with a particle in front."""
    return any(form in _infinitives() for form in _without_particle(word))


@lru_cache(maxsize=20_000)
def is_participle(word: str) -> bool:
    for form in _without_particle(word):
        if form in _STRONG_PARTICIPLES:
            return True
        core = form.removeprefix("ge")
        if core != form and core.endswith(("d", "t")) and (core in STEMS or core[:-1] in STEMS):
            return True
        if core != form and form.endswith("en") and core in _infinitives():
            return True
        if core != form and form.endswith("en") and _is_strong(form):
            return True
        if form.startswith(("be", "ver", "ont", "her", "er")) and form.endswith(("d", "t")):
            if form[:-1] in STEMS or (form in STEMS and form.endswith("d")):
                return True
    return False


_STRONG = frozenset(
    "gekomen genomen gegeven gekregen gebleven gegeten gevonden gehouden gereden geboden geworden "
    "gelezen geschreven gekozen gelopen geholpen gesproken geslapen geweten gelegen gezeten "
    "gehangen gevallen getrokken begonnen gesloten geroepen gedragen gebroken gezegd gelaten "
    "gestolen geboren gewezen gegrepen gezwommen gesprongen gewogen gemeten".split()
)
_PARTICLES = (
    "aan af bij binnen door in langs mee na om onder op over samen tegen terug toe uit vast "
    "voor weg klaar thuis vooruit rond neer achter schoon goed kwijt open"
).split()


def _is_strong(form: str) -> bool:
    return form in _STRONG


def _without_particle(word: str) -> list[str]:
    rest = (word.removeprefix(p) for p in _PARTICLES if word.startswith(p))
    return [word, *(form for form in rest if len(form) > 3)]


def _separable(verb: str) -> bool:
    """``aanvraagt`` of vraag aan."""
    return any(form[:-1] in STEMS or form in STEMS for form in _without_particle(verb)[1:])


@lru_cache(maxsize=1)
def _infinitives() -> frozenset[str]:
    irregular = "kunnen willen zullen mogen moeten hebben zijn worden gaan staan doen zien slaan "
    return frozenset(irregular.split()) | {form for stem in STEMS for form in _spelled(stem)}


def _spelled(stem: str) -> list[str]:
    """The ways in which the infinitive of a stem can be spelled; one of them is right."""
    if stem[-1] in "aeiou":
        return [f"{stem}n", f"{stem}en"]
    long = stem[:-2] + stem[-1] if len(stem) > 2 and stem[-3:-2] == stem[-2:-1] else stem
    last = {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    return [f"{stem}en", f"{long}en", f"{stem}{stem[-1]}en", f"{long[:-1]}{last}en"]


@lru_cache(maxsize=20_000)
def _looks_like_stem(verb: str) -> bool:
    """A verb that the table does not have: its form with t and its infinitive are both in use."""
    words = get_frequency_dict("nl")
    if len(verb) < 4 or f"{verb}t" not in words or verb[-1] in "aeiout":
        return False
    return any(words.get(form, 0.0) > 1e-6 for form in _spelled(verb))
