# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (one sign a line, however long)
"""Sayings and matters of the municipality that sound like distress and are none.

They are blanked out before the signs are looked for, so a real sign beside them still counts.
"""

SOURCE = """
dood => (dood|rot|kapot|gek) [gegaan|gaan|ga] van [het|de|m'n|al|dat|die] (lach*|wacht*|verve*|schrik*|honger|dorst|hitte|warmte|kou|schaam*|nieuwsg*|herrie|slaap|zenuwen|stress|liefde|moeheid)
dood => (lach|lachte|lachen|schrik|schrok|verveel|verveelde|werk|werkte|schaam|schaamde|wacht|erger|zweet|geneer) [ik|me|mij|je|u|ons|jullie|zich] [me|mij|echt|bijna|helemaal|ons] [bijna|helemaal] dood
dood => (lach|schrik|schrok|verveel|schaam) [ik] (me|mij) (dood|rot)
dood => dood(e|ge*)? (hout|tak*|boom|bomen|struik*|plant*|punt|gras|hoek|vogel*|duif|duiven|dier*|kat*|hond*|vis*|rat*|muis|muizen|eend*|gans|zwaan|egel|bij|bijen|spoor|lijn|letter|gewicht|batterij|accu|telefoon|winkel|buurt|straat|boel)
dood => (dode|dooie|dood) [in|een|de] (duif|vogel*|kat|poes|eend*|zwaan|rat*|dier*|hert|ree|meeuw*|kraai*|vis*|gans|ganzen|konijn|merel*|hond|egel|das|vos)
dood => (telefoon|mobiel|mobieltje|laptop|batterij|accu|computer|tablet|wifi|internet|lijn|boom|bomen|plant*|struik*|haag|heg|hond|kat|poes|cavia|konijn|vis*|paard|hamster|dier|vogel|tak*|boom in de straat) [is|gaat|was|lijkt|zijn|helemaal|weer|van mij|al|nu|inmiddels] [helemaal|al|weer|nu] dood*
dood => doodl(o|oo)pend*
dood, doods => (doodmoe|doodziek|doodsimpel|doodeenvoudig|doodnormaal|doodstil|doodgewoon|doodzonde|doodskist|doodgraver|doodgeboren|doodverklaring|doodgegooid)*
dood => de dood van [mijn|haar|zijn|de|een|onze]
dood => (na|voor|bij|vanwege|door) [de|zijn|haar|het] (dood|overlijden)
dood => (is|was|zijn) [vorige|vorig|gisteren|vannacht|vandaag|helaas|al|nu|net|sinds|dit|week|jaar|maand|lang] [week|jaar|maand|lang] dood [gegaan|aangifte]*
dood => dood (gegaan|gevonden|aangeven|verklaard|melden)
dood => over mijn lijk
lev => (leven|leve) in de brouwerij
lev => bewijs van [in] leven
lev => leven lang*
lev => wil [ik] [niet] [meer] [zo] leven (in|met) [deze|de|die|het|dit|een] (lawaai|herrie|stank|buurt|rommel|geluid*)
lev => niet meer <leven> van
niet meer zitten => zie het niet meer zitten met (deze|die|dit|jullie|de) (website|site|formulier|gemeente|app|chatbot)
hoeft => (afspraak|paspoort|aanvraag|vergunning|container|verzoek|melding|grofvuil|formulier) hoeft ~ niet meer*
niet meer => ik kan [het] [echt] niet meer (inloggen|vinden|lezen|openen|bereiken|aanvragen|betalen|parkeren|lopen|fietsen|komen|wachten|werken|terugvinden|zien|downloaden|invullen|annuleren|wijzigen)*
eind => (eind|einde) van (mijn|het|ons|m'n) (geduld|latijn|liedje|contract|maand|jaar|week|huur|straat)
eind => (u|jullie|gemeente|iemand|politie|handhaving) [hier|er|nou|eindelijk|nu|eens] ~ (eind|einde) aan
113 => (nummer|huisnummer|laan|straat|weg|plein|kade|hof|adres|nr|kamer|lijn|bus|bladzijde|pagina) 113
113 => (op|[a-z]+(straat|laan|weg|plein|kade|hof|dijk|gracht|singel)) 113
hang => hang [al|nu|ik] [al|nu|een|half|uur|de hele] ~ aan de (telefoon|lijn)
hang => (hang|hing|hangt) [er|gewoon|op|u|jullie] op
brand => (lamp*|lantaarn*|licht*|verlichting|straatlantaarn*|straatlamp*|straatverlichting|lantaren*|mast|paal|stoplicht*|verkeerslicht*) [op|in|voor|bij|hier|aan|de|hele|het|al|weer|mijn|onze] ~ brand(t|en|den|de)?
brand => brand(t|en|den|de)? [er|de|die|hier|al|nu|een|geen] [straat|enkele|een|hele] (lamp*|lantaarn*|licht*|verlichting|straatlantaarn*|straatlamp*|straatverlichting|paal|mast|stoplicht*)
brand => brand(brief|brieven|vergunning*|veilig*|gang*|gangen|hout|stof|stoffen|blusser*|kraan|kranen|put|preventie|meldinstallatie|schade|verzekering|trap|trappen|slang|deur*|weerkazerne|weerauto|netel*|merk|oefening|nieuw|punt|scherm|compartiment*)
brand => (er was|na|door|na een|na de|vorige) [vorige|vorig|een|de|week|maand|jaar] [week|maand|jaar|een] brand*
brand => (zit|heb|help|ligt|is) ~ (dringend|brandend|brandende)
brandweer => (vrijwillige|bij de|vrijwilliger) brandweer*
gas => (gasfles*|gasaansluiting|gasmeter|gasrekening|gasloos|van het gas [af]|aardgasvrij|kookgas|lachgas|gasprijs|gastank|barbecue op gas)
beroerte, hartaanval, hartinfarct, hersenbloeding => (beroerte|hartaanval|hartinfarct|hersenbloeding|herseninfarct) gehad
rook => (rook|rookoverlast|houtrook|stank) [van|door] (houtkachel*|open haard|barbecue|bbq|vuurkorf|hout|stoken|kachel|het stoken)
levensgevaar => levensgevaarlijk* (kruis*|weg*|punt|bocht|oversteek*|situatie|fietspad|stoep|verkeer*|gat|straat|rotonde|afslag)
hartaanval, hartinfarct => (vorig|vorige|jaar geleden|maand geleden|na|na een|na mijn|na zijn) [jaar|maand|week|een] [heb|had|kreeg|ik|een] (hartaanval|hartinfarct)
reanim, aed, ehbo => (cursus*|training|les|aed|leren|diploma|vrijwilliger) ~ reanim*
reanim => reanimatie(cursus*|training|les*)
ambulance => (wat|hoeveel|hoe duur|rekening|kosten|vergoed*|eigen risico) ~ ambulance*
ongeluk => per ongeluk
ongeluk => ongelukje
ongeluk => ongeluk* met [mijn|de|het|een] (parkeerkaart|formulier|paspoort|pas|kaart|aanvraag|rijbewijs|digid)
ongeluk, ongeval, aanrijding => (na|door|sinds|vorig|vorige|gisteren|jaar|week) [een|het|mijn|een|jaar|week|geleden] [jaar|week|een] (ongeluk|ongeval|aanrijding|auto-ongeluk)
geweld => (geweldig*|natuurgeweld|waterfgeweld)
reageert => (ex|gemeente|verhuurder|verhuurster|eigenaar|werkgever|winkel|bedrijf|instantie|advocaat|bot|chatbot|site|website|app|telefoon|digid|uwv|svb|belastingdienst|corporatie|woningcorporatie|makelaar|klantenservice) ~ reageert [maar|gewoon|al] (niet|nergens) [meer|op]
gijzel => gijzeling ~ (boete*|verkeersboete*|cjib|schuld*|rekening*)
deal => (gedeald|dealen|dealers?)
gemeente => gemeente (mishandelt|mishandel*|bedreigt|misbruikt|slaat) [mij|me|ons|mijn]*
mishandel, bedreig => (ambtenaar|gemeente|wethouder|burgemeester|jullie|belastingdienst|boom|bomen|hond*|kat*|dier*|paard*|fiets*) ~ (mishandel*|misbruik*)
mishandel => (mishandel*) ~ (boom|bomen|hond|honden|kat|katten|dier|dieren|paard*|fiets*)
mishandel => dieren(mishandel*|misbruik)
misbruik => misbruik (van|maken) [de|het|een|mijn|van|wet] (parkeer*|gegevens|identiteit|regeling*|bsn|recht|dwangsom*|subsidie*|uitkering*|toeslag*|vergunning*|pas|digid)
sla => (sla|slaat|slaan) [dat|het|die|dit|maar|deze|mij|me|ik|de|vraag] [maar|vraag|stap] over
sla => (slaat|sla|slaan|sloeg) ~ (nergens op|op tilt|spijker*|alarm|de plank|op hol|een slag|op de vlucht|munt)
sla => (slaat|slaan|sloeg) [het|de|dan] [raam|deur|poort|hek] (toe|af|dicht|tegen de|door$)
sla => (wind|regen|raam|deur|poort|hek|luik|vlag|tak|takken|golven|stoppen|stop|aardlekschakelaar|meter) [die] (slaat|slaan|sloeg) ~ (toe|af|dicht|tegen de|door)
sla => heb* ik (het goed|de plank)*
geslagen => (paal|palen|alarm|heipaal|damwand|piket*|slag) ~ geslagen
trap => (trap|trappen|trapt) (af|op|van het|naar)
mag => mijn (hond|kat|konijn|poes) ~ niet naar buiten
naar buiten => (hond|kat|konijn|poes|container|vuilnis|vuil|afval|kliko) ~ naar buiten
bang => bang voor (de hond*|honden|spinnen|ratten|de tandarts|een boete|vuurwerk|onweer|muizen|hoge kosten|digid)
bang => de bangalijst*
gevaar => gevaar(lijk|lijke) (punt|kruispunt|kruising|weg|situatie|straat|oversteekplaats|afval|stoffen|bocht|verkeer|hond*|tegel*|stoep|gat|boom)
water => water (in de kelder|op straat|op de weg|in de kruipruimte|komt)
ijs => (ijsbaan|ijssalon|ijskast|ijsvrij|ijsje*)
mes => (mes|messen) (inlever*|weggooi*|inleveractie)
bom, explo => (bomen|vuurwerk*|carbid*)
stalk => stalling*
opgesloten => (fiets|auto|kat|hond|scooter) ~ opgesloten
verdwenen, kwijt, vermist => (paspoort|rijbewijs|pas|kaart|id|container|kliko|fiets|sleutel*|portemonnee|brief|aanvraag|kat|poes|hond|identiteitskaart) ~ (kwijt|vermist|verdwenen|zoek|weg)
kwijt, vermist => (kwijt|vermist|zoek) ~ (paspoort|rijbewijs|identiteitskaart|kat|hond|poes)
paspoort, kaart, rijbewijs => <kind> ~ (paspoort|kaart|rijbewijs|identiteitskaart|id|pas|fiets|tas|telefoon|zwemdiploma|id-kaart|ov-chipkaart) ~ (kwijt|vermist|verdwenen|zoek)
veilig => (veilige|verkeersveilig*|brandveilig*|veiligheid*|onveilig verkeer|verkeersonveilig*)
veilig => (oversteken|fietsen|verkeer|kruising|website|site|online|betalen|digid) ~ (niet|onveilig) veilig
kind => (kinderopvang*|kindgebonden|kinderbijslag)
explosie => bevolkingsexplosie
vecht => (vechtsport*|vechtscheiding*|aan de vecht|de vecht|vechtlust)
# matters of the municipality that tell of danger long past, of papers or of an official
dood => (ze|zij|men|svb|bank|pensioenfonds|belastingdienst|gemeente|instantie|u|jullie|verzekering) (denkt|denken|dacht|dachten|meent|menen|beweert|zegt) dat ik dood (ben|zou zijn)
dood => (papier|bewijs|verklaring|bewijzen|aantonen|stempel) [voor|nodig] dat ik [nog] niet dood ben
dood => ik ben [echt|toch|gewoon] niet dood hoor
dood => (es|essen|eik|eiken|beuk|beuken|kastanje|iep|iepen|linde|wilg|wilgen|berk|esdoorn|conifeer|coniferen|buxus|plataan|populier|den|spar|haag|gras|gazon|heester|heesters|magnolia|perenboom|appelboom) (gaat|gaan|is|zijn|lijkt) [langzaam|helemaal|allemaal|nu|al|bijna|aan het] dood*
reageert => (verkoper|verkoopster|huisbaas|huurbaas|koper|huurder|aannemer|webshop|marktplaats|vinted|webwinkel|loket|ambtenaar|bewindvoerder|hulpverlener|wethouder|vve) [ook|al] reageert [al|ook|gewoon|maar|nu|helemaal|weken|maanden] [weken|maanden] (niet|nergens) [meer|op]
reageert => (host|*leverancier|*afdeling|*zaken|*dienst|*bureau|*bedrijf|*maatschappij|fabrikant|fabriek|*school|bank|*verzekeraar|manager|*installateur|bezorger|organisator|organisatie|*vereniging|*club|*beheerder) ~ reageert [al|ook|gewoon|maar|nu|helemaal] (niet|nergens) [meer|op]
reageert => (buitenland|duitsland|belgie|frankrijk|engeland|spanje|portugal|italie|griekenland|polen|roemenie|bulgarije|turkije|marokko|suriname|curacao|amerika|canada|australie|syrie|eritrea|brazilie|thailand) [en|maar|,] [hij|zij|ze|die] reageert [al|ook|gewoon|maar|nu|helemaal] (niet|nergens) [meer|op]
reageert => reageert [al|ook|gewoon|maar|nu|helemaal|nooit] (niet|nergens|nooit) [meer] op [mijn|onze|de|een|al|alle] [mijn|onze|de] (mail*|e-mail*|brief|brieven|app|apps|appje*|bericht*|verzoek*|telefoontje*|aanmaning*|herinnering*|vraag|vragen|oproep*)
gevallen, viel => (vorige|afgelopen|laatste) (week|maand|winter|zomer|herfst|jaar) (gevallen|viel)
gevallen => (week|weken|maand|maanden|jaar) geleden gevallen
schiet => schiet [ik|je|u|we|het|dat|dit|er] [hier|er|zo] [niks|niets|niet|weinig|geen steek|helemaal niks|ook niks] [mee] [niks|niets|niet|weinig] mee op
schiet => schiet [het|dat|er] [lekker|niet|al|weer|nog] op$
misbruikt => (adres|naam|gegevens|bsn|identiteit|pas|digid|rekening|kenteken|telefoonnummer|rekeningnummer|handtekening|account) [van] [mij|ons|vroeger|iemand anders|een ander|mijn moeder|mijn vader|mijn man] (wordt|word|is|zijn|worden|werd) [door een ander|door iemand|steeds|ook|door oplichters] misbruikt
misbruikt => misbruikt [mijn|onze|ons|iemands] (adres|naam|gegevens|bsn|identiteit|pas|digid|rekening|kenteken)
vechtpartij => (vroeger|ooit|geleden|destijds|verleden|vorig jaar|jaren terug|toen ik jong was) ~ ~ vechtpartij
vechtpartij => (fout|straf|boete|veroordeeld|veroordeling|strafblad|aantekening|taakstraf) [gemaakt|gehad|gekregen] (met|voor|door|na|om|wegens|vanwege) (een|die) vechtpartij
vechtpartij => vechtpartij (van|uit) (vroeger|jaren|toen|lang|20)*
beroerte, herseninf, hersenbl, hartaanval, hartinfarct => (sinds|na|vanwege|vorig jaar|jaren geleden|jaar geleden) [zijn|haar|mijn|een|de|zo'n] (beroerte|herseninfarct|hersenbloeding|hartaanval|hartinfarct)
gestoken => (container*|kliko*|prullenbak*|vuilnisbak*|afvalbak*|papierbak*) ~ in [de] (brand|fik) gestoken ~ ~ (plas|gesmolten|nieuwe|vervang*|vernield|over|aanvragen|krijg)
gestoken => (gisteren|gister|vorige|afgelopen|oud en nieuw|jaarwisseling|weekend) ~ (container*|kliko*|prullenbak*|vuilnisbak*|afvalbak*) ~ in [de] (brand|fik) gestoken
brand => sinds [de|een|die|onze] [grote|vorige] (brand|woningbrand|huisbrand|keukenbrand|flatbrand|schuurbrand)
vergiftigd => (hond|kat|poes|vissen|kippen|duiven|egels|boom|bodem|grond|honden|katten) [is|zijn|werd|wordt|worden] vergiftigd
kleineer, verneder, manipul => (ambtenaar|ambtenaren|medewerker|medewerkster|consulent|klantmanager|gemeente|loket|balie|wethouder|boa|uitkering|inkomen|sociale dienst|wijkteam|uwv|telefoniste) ~ (kleineer*|verneder*|manipul*)
brandweer => brandweer (komen|nodig) (controle*|keur*|voor|bij|om|kijken|inspect*|test*|advis*)
brandweer => (toestemming|vergunning|advies|akkoord|goedkeuring|controle) ~ brandweer
rook => rook [komt] (uit|van) [de|het|hun|een|mijn] (schoorsteen|schoorsteenpijp|pijp|kachel|open haard|kachelpijp)
ambulance => ambulance* (betalen|betaald|vergoed|declareren|gehad)
ambulance => ambulance* nodig (bij|voor|op|tijdens)
beroerte, herseninf, hersenbl, hartaanval, hartinfarct => (beroerte|herseninfarct|hersenbloeding|hartaanval|hartinfarct) (vorig jaar|vorige maand|in (19|20)*|jaren geleden|een jaar geleden)
poging => poging* (om|tot) ~ (inlog*|in te loggen|bellen|te bellen|betal*|te betalen|aan te vragen|contact|afspraak)
blauwe plek => blauwe plek* (van|door|na|omdat|doordat|want) ~ ~ (val|gevallen|viel|struikel*|stoep*|glad*|speeltoestel|glijbaan|tegel*|fietspad|schommel|drempel)
blauwe plek => (gevallen|viel|val|gestruikeld|uitgegleden|struikelde) ~ ~ blauwe plek*
verstopt => (wc|toilet|riool|put|kolk|afvoer|gootsteen|leiding|douche) ~ verstopt
huwelijk => (kosten|kost|prijs|tarief) ~ huwelijk
"""

# Nobody is in danger who wants to have done with something ordinary. The model hears "niet meer"
# and "stoppen" in it; no sign does, so these hide none.
WISHES = """
niet meer, niet langer, nie meer, nooit meer => [nee|ja|maar|en|hallo] [ik|k|wij|we] (wil|willen|wilde|wou) [ik|k|wij|we] [hier|daar|dit|dat|het|ook] (niet|nie|nooit) (meer|langer) [zo lang|zo|steeds|elke keer|zelf|hier|daar|online|op jullie|voor niks] <doen>
stop, ophou => [nee|ja|maar|en|hallo] [ik|k|wij|we] (wil|willen|wilde|wou) [ik|k|wij|we] [graag|nu] (stoppen|ophouden) met [de|het|een|dat|die|dit|deze|mijn|ons|onze|al dat] [eigen] (<doen>|<zaak>|*belasting)
stop, ophou => [nee|ja|maar|en|hallo] [ik|k|wij|we] (wil|willen|wilde|wou) [ik|k|wij|we] [graag|nu] met [de|het|een|dat|die|dit|deze|mijn|ons|onze|al dat] [eigen] (<doen>|<zaak>|*belasting) (stoppen|ophouden)
"""
