# SPDX-License-Identifier: EUPL-1.2
"""The signs of distress in other words, orders, tenses and slips; and harmless questions with the
same words in them."""

import pytest

from gemeengoed.language.distress import notice
from gemeengoed.language.reading import Distress

DANGER = """
mijn opa heeft zich verslikt en loopt paars aan
er zit iemand onder water in het zwembad en komt niet boven
mijn kind heeft aan het stopcontact gezeten en ligt stil
het hele dak brandt bij nummer 12
mijn vrouw heeft weeën en het hoofdje is er al
bejaarde buurvrouw doet niet open en ik hoor haar kreunen
een man zwaait met een pistool in de supermarkt
mijn zoon heeft een hele strip paracetamol op
ik hoor glas breken beneden en ik ben alleen thuis
mijn vader heeft druk op zijn borst en zweet erg
er is een explosie geweest in de straat
ik ben vannacht het huis uit gevlucht omdat hij met een mes stond
de arm van mijn zoon, zijn hand zit klem in de lift
er komt rook onder de deur vandaan bij de overburen en ik hoor een kind
mijn man kreeg geen lucht meer en nu is hij slap
opa is onwel geworden en reageert raar
mijn buurman woont alleen en reageert nergens op
ze ligt op de grond en reageert niet op mijn stem
oma is net gevallen en bloedt uit haar hoofd
baby is uit de kinderwagen gevallen en huilt niet
mijn moeder van 80 is van de trap gevallen en haar been ligt raar
er hangt iemand aan het balkon
kind zit opgesloten in een hete auto
mijn suikerpatient is niet wakker te krijgen
mensen zitten vast in brandend huis
de boom is op een auto gevallen met mensen erin
mijn man zegt dat hij mij vermoordt als ik wegga
ons zoontje van 5 is zomaar weg, we vinden hem nergens
ik ben mijn peuter kwijt op het strand
dochtertje kwijt in het winkelcentrum
mijn demente vader is vannacht van huis weggelopen
opa heeft alzheimer en is nu verdwenen
mijn oma met dementie dwaalt buiten in haar nachthemd, ze is weggelopen
mijn baby heeft een koortsstuip
onze dochter kreeg net een stuip
de baby wordt helemaal blauw
zijn lippen zijn blauw
mijn vader loopt blauw aan
er ligt een fietser onder een vrachtwagen
een kind is onder de tram gekomen
een motorrijder is onder een auto terechtgekomen
fietser aangereden door een bus, hij ligt eronder
een auto is tegen een fietser geknald
ziekenwagen alstublieft
kunnen jullie een ziekenwagen sturen
ambulance snel
er moet een ambulance komen
spoed, brandweer nodig
de brandweer moet nu komen
politie alstublieft
de politie moet meteen komen, hij staat voor de deur
112 snel
het alarmnummer!
mijn moeder praat opeens wartaal en kan haar arm niet optillen
zijn gezicht hangt aan een kant scheef
mijn man zakt naar een kant en haar mondhoek hangt naar beneden
oma kan plotseling niet meer praten
door een wesp gestoken en nu ben ik heel benauwd
mijn tong zwelt op
zijn keel gaat dicht na die noten
mijn kleuter heeft wasbenzine gedronken
zij heeft ammoniak binnengekregen
wapen op het schoolplein
een leerling met een pistool in de klas
vuurwapen in de trein
mijn vrouw wordt niet meer wakker
mijn dochter heeft veel te veel xtc genomen
er staan twee mannen in mijn huis, ik zit stil op zolder
indringer beneden
we hebben ons verstopt in de kelder, hij is binnen
ik word gevolgd door twee mannen
iemand loopt al de hele tijd achter mij aan, een vent
een vent zwaait met een machete
de gordijnen branden
de zolder staat in lichterlaaie
vlam in de pan
het bloed gutst uit zijn been
hij ademt heel raar
mijn zus is net bevallen en de baby ademt niet goed
er is thuis iets verschrikkelijks gebeurd
help mij nu
de stroomdraad hangt naar beneden en er komen vonken uit
mien va ligt op de groond
't hoes steet in brand
brant in de keuken
een jongen zwaait hier met een bijl op straat
spoed ziekenwagen
help, er is iets verschrikkelijks aan de hand
kinderen in huis en vuur help
er zit een vrouw klem, ze ligt onder een tractor
de motorrijder beweegt niet meer
mijn opa wordt niet wakker
hij wordt helemaal blauw
ze loopt blauw aan
het kindje is helemaal blauw
ze schokt met haar armen en benen
ze praat wartaal en is net gevallen
er spuit bloed uit zijn been
mijn zoon heeft een snee en de slagader bloedt
mijn buurvrouw is nu aan het bevallen
er lopen mensen in mijn huis en ik zit stil in de kast
mijn kleuter is hier nergens te vinden
een kind raakt bijna een kapotte stroomkabel, hij ligt los
opoe ligt hier en zegt niks meer
we zien onze peuter nergens, kleuter vermist bij de sloot
""".strip().splitlines()

SUICIDE = """
wat is de makkelijkste manier om uit het leven te stappen
vandaag is mijn laatste dag, bedankt voor alles
door die schulden denk ik soms dat een trein nog het makkelijkst is
mijn vriend heeft gezegd dat hij vannacht voor de trein stapt
ik heb afscheid genomen van iedereen
ik denk dat het beter is als ik dood ben
iedereen heeft het beter als ik er niet ben
mijn moeder van 78 vindt haar leven voltooid en wil stoppen met eten
soms denk ik, was ik maar weg van deze aardbol
ik heb het helemaal gehad met het leven
mijn neef heeft gezegd dat hij een einde aan alles maakt
mijn man dreigt mij dood te maken als ik scheid
van mij mag het allemaal ophouden
mijn vader heeft een touw gekocht
mijn zoon snijdt in zijn armen
ik wil bij mijn overleden kind zijn
ik ben het zat, ik maak me van kant
ik wil niet verder leven
was ik maar nooit geboren
ik red het niet meer
ik maak er 'n eind aan
't leven heeft voor mij geen zin meer
ik wil niet langer leven
'k wil neet mieer laeve
ik zou willen dat ik er niet meer was, ik wil er niet meer zijn
hij zegt dat hij er niet meer wil zijn
soms wil ik er gewoon niet meer zijn
straks ben ik er niet meer
als je dit leest is zij er niet meer
ik stap er vanavond uit
morgen stap ik eruit
ik zou het liefst eruit stappen
mijn zoon wil eruit stappen
ik ga er een punt achter zetten
ik wil een punt achter mijn leven zetten
ik heb een doodswens
ik loop al weken met doodswensen
mijn broer denkt steeds aan doodgaan
ik fantaseer over dood gaan
als ik dood ben is iedereen beter af
als ik dood ben zijn mijn kinderen van de schulden verlost
mijn vriendin heeft gisteren een poging gedaan
mijn zoon heeft een poging overleefd
ze heeft weer een poging gedaan
ik heb geen kracht meer om te leven
ik heb niets meer om voor te leven
ik weet niet hoe ik nog verder moet leven
waarom zou ik blijven, ik ben voor iedereen een last
ik ben alleen maar een last
zonder hem hoeft het voor mij niet meer
ik heb geen reden om wakker te worden
ik sta op het dak en durf niet naar beneden
ik zit op het spoor en wil niet terug
de stemmen zeggen dat ik van het balkon moet springen
ik denk eraan om tegen een boom te rijden
zeg tegen mijn vrouw dat het me spijt
dan doe ik mezelf wat aan
straks doe ik mezelf nog iets aan
mijn broer zegt dat hij zich vannacht wat aandoet
kunnen jullie mij helpen sterven
hoe kan ik zonder pijn doodgaan
ik kan beter dood zijn
mijn dochter zoekt op internet hoe je sterft
beter dat ik verdwijn
niemand merkt het als ik dood ben
ik zie geen andere oplossing dan de dood
na vanavond hebben ze nooit meer last van mij
she wants to die
ze wil zichzelf dood maken
hij heeft het over zelfmoort
ze heeft het over zelf moord
ik hoop dat ik dood ga
was het maar zo, ik wou dat ik dood ben
ik ben wanhopig, zo kan ik niet verder
dat ik echt niet langer leven wil
ik heb geen idee hoe ik verder moet leven
van mij hoeft dit leven niet meer
gin zin mieer in 't leven
ik heb geen puf meer om te leven
ik kan het leven echt niet meer aan
ik wens er niet meer te zijn
als ik er straks niet meer ben moet iemand de hond nemen
ik ben voor ze alleen maar een last
het liefst wil ik voorgoed verdwijnen
het is beter als ik er niet meer was
mijn gedachten zeggen dat ik er een punt achter moet zetten
van mij hoeft morgen niet meer
beter dat ik sterf
liever sterf ik vannacht
ik denk dat ik mezelf dood ga maken
ik wil slapen, voor altijd rust
waar ik naartoe ga heb ik geld niet meer nodig
hij geeft zijn spullen weg en praat over sterven
ik ben ten einde raad en zie geen uitweg
i just want die
my sister wants to die
ik wil ermee stoppen, met alles
ik wil stoppen met alles
met alles wil ik stoppen
door die schulden wil ik stoppen met alles
nou dan stop ik met alles
ik wil niet meer verder
ik wil niet langer leven zonder haar
ik wil niet meer bestaan
ik wil niet meer wakker worden
ik wil niet meer wachten op de dood
ik wil niet meer werken en niet meer leven
ik wil stoppen met werken en stoppen met leven
ik wil stoppen met leven
ik wil niet meer betalen, ik wil dood
ik wil hier niet meer wonen en ik wil er niet meer zijn
""".strip().splitlines()

VIOLENCE = """
ik wil weg bij mijn man maar hij heeft gezegd dat hij me dan iets aandoet
een collega komt steeds met een blauw oog op het werk en zegt dat ze van de trap viel
mijn man trekt mij aan mijn haren
mijn vader drinkt en dan slaat hij alles kort en klein
mijn ex wacht me op bij mijn werk
mijn schoonvader zit steeds aan mijn benen
mijn tante wordt door haar dochter opgesloten in haar kamer
mijn vriend wil niet dat ik met andere mensen praat
een meisje in mijn klas vertelt dat haar vader haar pijn doet
hij heeft mijn telefoon kapot gegooid en mij geslagen
mijn ouders sluiten mij op omdat ik een vriend heb
ik krijg van mijn man geen cent en moet om alles smeken
oma heeft overal blauwe plekken sinds mijn oom bij haar woont
ik word gechanteerd met foto's
ik word thuis gevangen gehouden
mijn vriend heeft me gewurgd
ik moet van mijn vader met mijn neef trouwen
hij heeft gedreigd de kinderen mee te nemen naar het buitenland
mijn vader steelt van oma en schreeuwt tegen haar
ik word gedwongen tot prostitutie
ik hoor elke nacht geschreeuw en klappen bij de buren
mijn vriend stuurt naaktfoto's van mij rond
hij heeft mij bij mijn haren gepakt
hij heeft me een klap gegeven
mijn man heeft me geduwd en ik ben gevallen
ik word door mijn vader uitgescholden en geschopt
als hij boos is krijg ik klappen
bij ons thuis vallen soms klappen
mijn vriend duwde me tegen de muur
hij smeet me op de grond
mijn zoon duwt me als ik geen geld geef
hij grijpt me bij de keel
mijn man kneep mijn keel dicht
mijn man dwingt me tot seks
ik moet seks van mijn vriend
mijn man doet dingen met mij tegen mijn zin
mijn ex stuurt dreigberichten
ik krijg doodsbedreigingen van mijn ex
mijn ex staat elke avond voor mijn huis
mijn ex zegt dat hij mij overal weet te vinden
er zit een airtag in mijn tas, van mijn ex
mijn man leest al mijn berichten
ik moet mijn salaris aan mijn man afgeven
al mijn geld moet ik aan mijn vader geven
ik ben met mijn kinderen gevlucht voor mijn man
zij is gevlucht met haar dochter voor haar vader
waar is een vluchthuis
ik slaap slecht uit angst voor mijn zoon
ik wil weg bij mijn man maar ik ben bang
mijn buurmeisje zit onder de blauwe plekken
een leerling heeft blauwe plekken en is bang
er komt een kleuter in mijn klas met striemen
een kind met vreemde plekken op de opvang, ik vermoed iets
de kinderen hiernaast krijgen nauwelijks te eten
oma wordt door de verzorger vastgebonden
mijn opa krijgt niet te eten van mijn oom
mijn ouders willen mij naar Marokko sturen om met mijn neef te trouwen
mijn ooms bedreigen mij
ze willen mijn nichtje laten besnijden
mijn zus wordt besneden in de vakantie
ik ben bang dat ik mijn baby iets aandoe
straks ga ik mijn kinderen nog iets aandoen
ik verlies mijn zelfbeheersing bij de kinderen
mijn stiefvader komt 's avonds bij mij in bed
mijn opa heeft aan mij gezeten
mijn trainer heeft aan mijn zusje gezeten
papa deed mama zeer
mijn zusje verstopt zich als papa thuiskomt
de kinderen verstoppen zich want hij is dronken
als straf krijgen ze geen eten
ik mag van mijn man niet alleen de deur uit
mijn vriendin mag van haar man met niemand praten
mijn schoonmoeder sluit me op
ik moet doen wat mijn man wil
ik durf vannacht niet thuis te slapen
mijn zus heeft een blauw oog van haar man
mijn kerel slaot me
hee slit mich
mijn man slaat me tegen de muur
mijn buurman slaat zijn vrouw, we horen het door de muur
mijn broers dreigen en het gaat om de eer
gisteren gooide hij mij tegen de kast
mijn zoon gooit borden naar mij
mijn vriendin wordt kapot gemaakt thuis
er zijn dingen thuis waar ik niet over mag praten
mijn kleinzoon pakt steeds mijn pinpas en wordt boos
ik moet luisteren anders zwaait er wat
mijn deur zit op slot uit angst voor mijn vader
ik durf neet nao hoes
mijn ex dreigt, hij weet mij te vinden
mijn ex zegt dat ik ervoor zal boeten
""".strip().splitlines()

HARMLESS = """
het hoofdje is te klein op de pasfoto
ik zit klem tussen twee regelingen
ik heb een hele strip pillen om in te leveren
het licht in de keuken brandt de hele nacht
het zwembad staat onder water, is het open
is er een stopcontact op de markt
mijn ex wacht op de stukken
ik heb het helemaal gehad met deze website
mijn vader wil niet dat de boom blijft
mijn man heeft zijn baard en haren niet op de foto
er ligt glas op de weg, ik hoor het knarsen
ik krijg geen cent van de gemeente
er komt rook uit de schoorsteen van de buren, is dat overlast
ik werd onwel en miste mijn afspraak
mijn zoon is gevallen op school, is de gemeente aansprakelijk
de brandende kaarsen op de markt, mag dat
wie hangt de vlag aan het balkon
mijn fiets is opgesloten in de stalling
van mij mag het geluid om tien uur ophouden
ik heb een touw nodig voor de slagboom
ik ben geboren in Suriname, niet in Nederland
ik wil bij mijn overleden man begraven worden
hij krast in de bank in het park
ik red het niet om vrijdag langs te komen
een prostitutievergunning aanvragen
hij heeft mij een brief gegeven
de buurman schreeuwt naar de hond
er is geschreeuw op het schoolplein
de verhuurder dreigt mijn borg in te houden
mijn moeder wil in maart trouwen
een kaart met 't adres en 'n postcode
mijn poging om in te loggen mislukt
ik heb al drie keer een poging gedaan om te betalen
na weer een poging om te bellen geef ik het op
ik heb een poging gedaan om een afspraak te maken maar het lukt niet
ik zet er een punt achter en zeg mijn abonnement op
moet er een punt achter de zin in de brief
kan ik een punt achter mijn huisnummer zetten
oma wordt 100, komt de burgemeester
mijn moeder wordt 65, wat verandert er
waar vraag ik een blauwe kaart aan
mijn kind duwt de container naar de straat
mijn zoon duwt oma in de rolstoel, is het pad breed genoeg
de blauwe zone wordt blauw geschilderd
wanneer wordt de container blauw
het bord hangt scheef
de lantaarnpaal staat ineens scheef
mijn man werkt in het buitenland en mag ik van mijn man zijn paspoort ophalen
waar moet ik eruit stappen bij de regiotaxi
ik wil uit de energiecoöperatie stappen
de ambulance kan er niet door, de straat is te smal
waarom rijdt de ambulance steeds door onze straat
de politie is hier traag
de politie komt nooit snel genoeg
wanneer moet de brandweer komen controleren
heb ik toestemming van de brandweer nodig voor een feesttent
de auto staat onder een boom
mijn auto ligt onder een dikke laag blad
mijn kat zit onder een auto
kinderen spelen onder de bus-halte
mijn zoon is van huis weg, krijg ik nog kinderbijslag
mijn dochter is uit huis, geldt de kostendelersnorm
mijn demente moeder kan niet meer thuis wonen
mijn vader heeft dementie, waar is dagbesteding
mijn demente vader is zijn paspoort kwijt
de kleuterklas zoekt een nieuwe plek
de keel van de put zit dicht
de put zit verstopt en ik zit met water in de kelder
ons riool zit verstopt
de ontstopper van de gemeente is geweest
hoe lever ik chloor in bij het afvalpunt
waar kan ik medicijnen inleveren
vuurwapenvergunning aanvragen
is een wapenvergunning nodig voor een luchtbuks
wij mogen dat zelf melden
kan ik het zelf mooi maken
mijn vrouw en ik moeten dat zelf morgen regelen
mijn ouders sturen een kaart voor ons trouwen
we gaan naar Spanje om te trouwen
mijn zoon laten besnijden, wordt dat vergoed
mijn fiets stond vastgebonden aan de paal
hond vastgebonden voor de winkel
op welk nummer bereik ik de wethouder, niet het alarmnummer
mijn adres van vroeger wordt misbruikt
mijn huisbaas reageert niet op mijn mails
de aannemer reageert niet meer
de leverancier uit duitsland reageert niet
onze personeelsafdeling reageert nergens op
de vader van mijn kind zit in spanje en reageert nergens op
hij reageert niet op mijn brieven
de school reageert niet meer op onze mails
oma is vorige maand gevallen en kan nu de trap niet meer op
met deze website schiet ik niks mee op
het schiet niet op met mijn aanvraag
mijn eik gaat dood
de heg is helemaal dood
de svb denkt dat ik dood ben
mijn man liep slecht na zijn beroerte en wil een scootmobiel
ik kreeg jaren geleden een taakstraf na een vechtpartij, krijg ik een vog
sinds de brand wonen we bij mijn ouders
mijn container is in brand gestoken en gesmolten, ik wil een nieuwe
de medewerkster aan het loket kleineert mensen
mijn kat is vergiftigd, bij wie meld ik dat
ik heb blauwe plekken want ik ben gevallen over een stoeptegel
de wind slaat de poort dicht
mijn man wordt niet wakker van de wekker, kan de afspraak later
het kind krijgt geen eten op de opvang na vijven
ik ben een last minute reis aan het boeken, spoedpaspoort
de buren hebben geen last meer van mijn muziek
morgen ben ik er niet, kan het ook vrijdag
mijn spullen weggeven aan de kringloop
waar ik heen ga heb ik een visum nodig
mijn dochter wil van school stappen
wij willen eruit, uit dit contract
ik durf niet online te betalen
mijn man en ik slapen op de camping
mijn man leest de meterstanden
ik moet mijn salaris opgeven, ook dat van mijn man
moet ik alimentatie aan mijn ex geven
mijn ex rijdt in mijn auto en de boete komt bij mij
gps in de deelscooter werkt niet
mijn collega draagt een bril op de pasfoto
we sturen dingen met de post
er vallen takken van de boom
de klap van het vuurwerk was hard
mijn kind heeft een insigne nodig
onze baby huilt op de pasfoto
mijn dochter is thuis bevallen, hoe geef ik de geboorte aan
een vonk van de vuurkorf, mag dat
de stroomkabel naar mijn laadpaal ligt over de stoep
mijn zus wordt door de gemeente geholpen
ik wil weg uit dit huis, waar schrijf ik me in
ik haal kerstbomen op
de brandweer moet komen keuren
ik heb een bewijs nodig dat ik niet dood ben
ik ben niet dood hoor, dus stop met die brieven
het schiet niet op
iemand misbruikt mijn gegevens
is een vechtpartij van vroeger erg voor mijn vog
vorige week is mijn container in de fik gestoken
ik viel over een tegel en heb blauwe plekken
dat alarm slaat nergens op
ik wil mijn paspoort verlengen want die is verlopen
de lamp moet weg want die knippert
ik wil niet meer wachten
ik wil niet meer bellen
ik wil niet langer wachten op mijn uitkering
ik wil niet meer betalen
ik wil hier niet meer wonen
ik wil niet meer gebeld worden
wij willen niet meer meedoen met de btw
ik wil stoppen met de hondenbelasting
ik wil stoppen met mijn bedrijf
ik wil stoppen met werken
ik wil met mijn abonnement stoppen
ik wil stoppen met alles wat ik aan afval apart houd
stop met alles wat knippert
ik wil alles annuleren
hoe stop ik met die incasso
""".strip().splitlines()


@pytest.mark.parametrize("text", DANGER)
def test_danger_to_life_is_noticed_however_it_is_told(text):
    assert notice(text) == Distress.DANGER


@pytest.mark.parametrize("text", SUICIDE)
def test_thoughts_of_suicide_are_noticed_however_they_are_told(text):
    assert notice(text) == Distress.SUICIDE


@pytest.mark.parametrize("text", VIOLENCE)
def test_violence_at_home_is_noticed_however_it_is_told(text):
    assert notice(text) == Distress.VIOLENCE


@pytest.mark.parametrize("text", HARMLESS)
def test_the_same_words_in_a_question_to_the_municipality_raise_no_alarm(text):
    assert notice(text) is None
