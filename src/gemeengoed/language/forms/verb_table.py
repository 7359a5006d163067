# SPDX-License-Identifier: EUPL-1.2
"""The verbs that the rules know, by their form before je: ``vraag`` of vragen."""

_STEMS_LISTED = (
    "maak vaar vraag woon loop ga sta doe zie sla kom neem geef krijg meld haal breng bel betaal "
    "blijf denk draag drink eet vind houd hou rijd rij bied word vertrek verhuis huur koop "
    "verkoop lees schrijf stuur verstuur teken onderteken typ kies klik log open print scan "
    "upload download mail reageer antwoord beantwoord regel wijzig verander verleng vernieuw "
    "verlies steel mis gebruik bewaar controleer bekijk kijk zoek bezoek help leer werk speel "
    "leef trouw scheid erken adopteer sterf begraaf boek reserveer annuleer zeg vertel spreek "
    "praat bespreek leg plaats bouw verbouw breek sloop kap plant snoei parkeer reis vlieg fiets "
    "wandel wacht verwacht hoop wens twijfel bedoel begrijp weet ken herken vergeet onthoud "
    "herinner vergis schaam voel ruik hoor luister verdien ontvang leen spaar schenk erf stop "
    "begin start reken bereken tel vul schat meet weeg deel verdeel ruil ruim gooi lever zet zit "
    "lig hang val trek druk duw raak pak grijp vang verzamel bedank groet weiger accepteer "
    "bevestig bewijs toon laat ontdek onderzoek volg bezit heet behoor hoef durf probeer slaag "
    "lijk schijn blijk duur kost gebeur ontsta besta ontbreek verdwijn verschijn vertrouw geloof "
    "haat bemin mag ondervind ervaar lijd verzorg zorg steun ondersteun begeleid bescherm "
    "waarschuw bedreig vecht slaap rust sport zwem ren spring stap rem stem beslis besluit bepaal "
    "beoordeel oordeel verklaar verzoek eis klaag beklaag overleg onderhandel organiseer plan "
    "verhuur verbind sluit beëindig vestig emigreer registreer legaliseer vertaal kopieer "
    "overhandig voldoe verdedig tref behandel ondervraag bestel verzend retourneer vervang "
    "repareer herstel was dweil veeg schilder stook verwarm isoleer douche kook bak voer "
    "verschoon adem rook injecteer ontspan geniet lach huil schreeuw fluister roep noem tik meen "
    "vermoed veronderstel ontmoet trakteer vier feest nader bereik verlaat passeer kruis keer "
    "draai stijg daal verhoog verlaag verzeker verbeter corrigeer vermeld signaleer constateer "
    "merk bemerk let verblijf logeer overnacht kampeer studeer onderwijs solliciteer werf ontsla "
    "dien bedien beheer bestuur leid adviseer raadpleeg informeer verwijder wis blokkeer "
    "deblokkeer activeer legitimeer identificeer abonneer bedenk bereid installeer wissel "
    "verwissel combineer kruip sorteer composteer stort dump verbrand verspil benut bespaar "
    "profiteer kwalificeer machtig vertegenwoordig lok jaag vis hengel dans zing muziceer "
    "exploiteer serveer verstoor hinder bezwaar maai spit zaai oogst voed verricht verdiep "
    "ontruim betrek beslaap bewoon mankeer lijst richt verplicht beloof garandeer betrap bekeur "
    "schaad beschadig vernietig verniel red weer keur stempel ondertrouw overlijd overweeg "
    "verpleeg bevind bemoei gedraag haast oefen interesseer realiseer verheug veroorloof "
    "concentreer verontschuldig verplaats voorzie omring verdwaal bestrijd vermijd voorkom "
    "ontwikkel ontwerp publiceer update app chat sms fotografeer film kras plak knip vouw stel "
    "hak las boor schroef timmer metsel graaf dek"
)
# Before je or jij; the form with u, and the form that stands behind je.
IRREGULAR = {
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
_PAST_LISTED = (
    "was had zou moest mocht kon wou werd ging stond deed zag sloeg kwam nam gaf kreeg bracht "
    "belde bleef dacht dronk at vond hield reed bood vertrok kocht verkocht las schreef koos liep "
    "zocht hielp zei sprak sliep wist kende vergat hoorde verloor stal liet zat lag hing viel "
    "trok ontving begon sloot bezocht bekeek begreep riep droeg wilde zette legde maakte vroeg "
    "woonde noemde typte stuurde meldde betaalde gebruikte werkte bedoelde vulde logde verhuisde "
    "huurde reisde parkeerde regelde haalde klikte wees"
)
# A command with je as its object: meld je, houd je aan de regels.
_REFLEXIVE_LISTED = (
    "meld schrijf houd hou laat vergis verdiep haast wend bereid zet herinner realiseer schaam "
    "bedenk stel verplaats abonneer registreer identificeer legitimeer vestig geef bemoei zorg "
    "teken verzeker informeer verheug probeer"
)
REFLEXIVE = frozenset(_REFLEXIVE_LISTED.split())
_NO_COMMAND_LISTED = "kun kan wil zul zal heb ben mag moet word hoef durf woon krijg heet"
NO_COMMAND = frozenset(_NO_COMMAND_LISTED.split())
SECOND_PERSON = frozenset({"hebt", "bent", "kunt", "wilt", "zult"})
_THIRD_OR_PLURAL_LISTED = (
    "is heeft zijn hebben kunnen willen zullen mogen moeten worden gaan staan blijven komen "
    "hoeven waren hadden zouden werden konden"
)
THIRD_OR_PLURAL = frozenset(_THIRD_OR_PLURAL_LISTED.split())
_GIVING_LISTED = (
    "stuur stuurt sturen geef geeft geven mail mailt mailen vraag vraagt vragen bied biedt bieden "
    "breng brengt brengen toon toont tonen vertel vertelt vertellen schrijf schrijft schrijven "
    "kost kosten bezorg bezorgt bezorgen verleent lever levert leveren app appt gaf gaven stuurde "
    "stuurden leert leren bespaart"
)
GIVING = frozenset(_GIVING_LISTED.split())
_STRONG_PARTICIPLES_LISTED = (
    "begrepen vergeten verloren ontvangen verkocht bezocht gekocht gedacht gebracht gehad geweest "
    "gedaan gezien gestaan gegaan bekeken verlopen vertrokken besloten verschenen verdwenen "
    "ontslagen verlaten bewezen beschreven verwezen"
)
STRONG_PARTICIPLES = frozenset(_STRONG_PARTICIPLES_LISTED.split())

STEMS = frozenset(_STEMS_LISTED.split())
PAST = frozenset(_PAST_LISTED.split())
SAME = frozenset({"mag", "moet"})  # present, alike before je and u


PLURALS = {
    "kunnen": "kunt",
    "willen": "wilt",
    "zullen": "zult",
    "hebben": "hebt",
    "zijn": "bent",
    "mogen": "mag",
    "moeten": "moet",
    "gaan": "gaat",
    "staan": "staat",
    "doen": "doet",
    "zien": "ziet",
    "worden": "wordt",
    "waren": "was",
    "hadden": "had",
    "zouden": "zou",
    "moesten": "moest",
    "mochten": "mocht",
    "wilden": "wilde",
    "kwamen": "kwam",
    "gingen": "ging",
}


_STRONG_LISTED = (
    "gekomen genomen gegeven gekregen gebleven gegeten gevonden gehouden gereden geboden geworden "
    "gelezen geschreven gekozen gelopen geholpen gesproken geslapen geweten gelegen gezeten "
    "gehangen gevallen getrokken begonnen gesloten geroepen gedragen gebroken gezegd gelaten "
    "gestolen geboren gewezen gegrepen gezwommen gesprongen gewogen gemeten"
)
STRONG = frozenset(_STRONG_LISTED.split())
_PARTICLES_LISTED = (
    "aan af bij binnen door in langs mee na om onder op over samen tegen terug toe uit vast voor "
    "weg klaar thuis vooruit rond neer achter schoon goed kwijt open"
)
PARTICLES = tuple(_PARTICLES_LISTED.split())
