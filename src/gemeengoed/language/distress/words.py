# SPDX-License-Identifier: EUPL-1.2
"""Named lists that the signs of distress share; plain spelling, common slips included."""

WORDS = {
    # who does it, or whom it is about
    "wie": (
        "iemand|man|mn man|vrouw|meisje|jongen|kind|kindje|kinderen|baby|peuter|kleuter|vriend|"
        "vriendin|partner|ex|exman|ex-man|expartner|ex-partner|echtgenoot|echtgenote|vader|papa|pa|"
        "moeder|mama|ma|ouders|zoon|zoontje|dochter|dochtertje|broer|broertje|zus|zusje|"
        "stiefvader|stiefmoeder|stiefzoon|schoonvader|schoonmoeder|schoonzoon|opa|oma|oom|tante|"
        "neef|hij|zij|ze|buurman|buurvrouw|buren|buurjongen|buurmeisje|buurkind|familie|collega|"
        "huisgenoot|mantelzorger|verzorger"
    ),
    "naaste": (
        "man|vrouw|vriend|vriendin|partner|ex|exman|ex-man|expartner|ex-partner|echtgenoot|"
        "echtgenote|vader|papa|pa|moeder|mama|ma|ouders|zoon|broer|broertje|zus|stiefvader|"
        "stiefmoeder|schoonvader|schoonmoeder|schoonzoon|opa|oma|oom|familie|mantelzorger|"
        "huisgenoot|buurman"
    ),
    "kind": (
        "kind|kindje|kinderen|baby|peuter|kleuter|zoon|zoontje|zoons|dochter|dochtertje|dochters|"
        "buurkind|buurjongen|buurmeisje|stiefkind|pleegkind|kleinkind|kleinzoon|kleindochter|"
        "kleinkinderen|buurkinderen|leerling|leerlinge|zusje|broertje|nichtje|neefje|jongetje"
    ),
    "mij": "mij|me|mijn|mn|m'n|ons|mezelf|mijzelf|haar|hem|hun|elkaar|d'r|iemand|zijn|de|het",
    "mezelf": "mezelf|mijzelf|me zelf|mij zelf|zichzelf|zich zelf|haarzelf|hemzelf|mezelve",
    "ik": "ik|k|ikke|'k",
    "wil": "wil|wilt|will|wou|zou|ga|gaat|wilde|willen|wens",
    "leven": "leven|leve|leeven|lewen|levn|elven|levne|lefe|lefen|laeve|laeven",
    "niet": "niet|nie|ni|nit|niett|neit|nooit|neet|nich",
    "meer": "meer|mer|meeer|mear|mieer|mier|miejer|mi-jer",
    "slaan": (
        "slaat|slaan|sla|sloeg|mept|schopt|schoppen|stompt|trapt|wurgt|knijpt|mishandelt|"
        "mishandeld|mishandelen|misbruikt|verkracht|bedreigt|stalkt|chanteert|verwaarloost|"
        "slaagt|slat|slaad|slaadt|mishandelld|bedreigd|terroriseert|vernedert"
    ),
    "geslagen": (
        "geslagen|gesjlagen|geslage|geslaan|mishandeld|mishandelt|misbruikt|geschopt|verkracht|"
        "aangerand|opgesloten|vastgehouden|gestalkt|gewurgd|verwaarloosd|uitgebuit|gechanteerd"
    ),
    # who may hurt somebody at home; no neighbour or official
    "dwinger": (
        "man|vrouw|vriend|vriendin|partner|ex|exman|ex-man|echtgenoot|echtgenote|vader|papa|"
        "moeder|mama|stiefvader|stiefmoeder|schoonmoeder|schoonvader|schoonfamilie|zoon|kleinzoon|"
        "dochter|broer|broers|ouders|oom|ooms|opa|oma|familie|vent|hij|zij|ze|hie"
    ),
    "voertuig": (
        "vrachtwagen|vrachtauto|auto|tram|trein|bus|busje|tractor|trekker|heftruck|metro|wielen"
    ),
    # what people do, here or with a municipality, and may have done with; nothing that one needs to
    # live ("eten", "slapen"), or stops with when life is too much ("praten", "vechten")
    "doen": (
        "wachten|afwachten|bellen|opbellen|terugbellen|rondbellen|mailen|schrijven|chatten|typen|"
        "betalen|terugbetalen|doorbetalen|bijbetalen|aflossen|wonen|samenwonen|huren|verhuren|"
        "verhuizen|parkeren|rijden|autorijden|reizen|fietsen|werken|doorwerken|solliciteren|"
        "studeren|ondernemen|meedoen|meewerken|deelnemen|langskomen|invullen|inloggen|aanvragen|"
        "ontvangen|gebruiken|verlengen|bouwen|verbouwen|kopen|verkopen|zoeken|discussieren|"
        "procederen|collecteren|roken|gokken|blowen|sporten|"
        "(gebeld|teruggebeld|gemaild|benaderd|doorverbonden) worden"
    ),
    "zaak": (
        "werk|baan|bedrijf|bedrijfje|zaak|onderneming|eenmanszaak|winkel|praktijk|kraam|marktkraam|"
        "standplaats|studie|opleiding|school|cursus|taalles|abonnement|lidmaatschap|contract|"
        "huur|incasso|procedure|bezwaar|bezwaarschrift|aanvraag|melding|verzoek|vergunning|"
        "parkeervergunning|tuin|volkstuin|moestuin|vrijwilligerswerk|krant|collecte"
    ),
    "nu": "nu|nou|net|zojuist|hier|op dit moment|direct|meteen|snel|daarnet|zonet",
}
