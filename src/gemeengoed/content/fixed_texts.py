# SPDX-License-Identifier: EUPL-1.2
"""Which keys packs/basis/_assistent/teksten.yaml must have, and what each text may use.

The dialogue declares what it says; the keys here are what rendering itself says, and what
is told of the work of colleagues.
"""

from collections.abc import Mapping

from gemeengoed.dialogue.texts import TEXTS

RENDERING: Mapping[str, frozenset[str]] = {
    # The asked aspect has no block; the blocks shown by default follow.
    "aspect_onbekend": frozenset(),
    # After blocks that answer a part of the question.
    "aspect_deels_onbekend": frozenset(),
    # Not one block can be shown: the facts are not known here.
    "antwoord_onbekend": frozenset(),
    # May colleagues be reached now? One sentence; the second tells when again.
    "bereikbaar_nu": frozenset(),
    "bereikbaar_later": frozenset({"moment"}),
    "bereikbaar_nooit": frozenset(),
    # Under an outcome: a rule that is not met, with its reason; what would help; what is missing.
    "uitkomst_rij": frozenset({"wat", "waarom", "wie"}),
    "uitkomst_maat": frozenset({"wat", "gegeven", "eis", "marge"}),
    "uitkomst_maat_grens": frozenset({"wat", "gegeven", "eis"}),  # exactly on the boundary
    "uitkomst_maat_voorbij": frozenset(
        {"wat", "gegeven", "eis"}
    ),  # beyond what it is measured from
    "uitkomst_wijziging": frozenset({"wijziging", "dan"}),
    "uitkomst_wijziging_open": frozenset({"wijziging"}),  # while facts are missing
    "uitkomst_maten": frozenset({"vreemd"}),  # measures that contradict each other
    "uitkomst_wegen": frozenset(),  # above the buttons, once more after one of them
    # Are these measures right? regels: a list of them.
    "maten_kloppen": frozenset({"vreemd", "regels"}),
    "maten_samen": frozenset({"maat"}),
    "knop_maten_kloppen": frozenset(),
    "uitkomst_ontbreekt": frozenset({"gegevens"}),
    "knop_aanpassen": frozenset({"wat"}),
    "knop_inloggen_elders": frozenset(),  # on somebody else's page: to our own, to log in there
    "knop_invullen": frozenset({"wat"}),
    "knop_toch_niet": frozenset(),
    # After a file: will more come? Buttons: that it was all, and to take one away.
    "bestand_nog_een": frozenset({"bestanden"}),
    "knop_bestanden_klaar": frozenset(),
    "knop_bestand_weg": frozenset({"bestand"}),
    # What a drawing shows, for who cannot see it.
    "tekening_dakvlak": frozenset(),
    "tekening_dakkapel_hoogte": frozenset(),
    "tekening_dakkapel_onderkant": frozenset(),
    "tekening_dakkapel_nok": frozenset(),
    "tekening_dakkapel_zijkant": frozenset(),
    "tekening_dakkapel_breedte": frozenset(),
}

_ALWAYS = frozenset({"nummer", "wat"})  # the ontvangstnummer; what was handed in, in a sentence

# E-mail about what was handed in: plain text, each with its subject.
LETTERS: Mapping[str, frozenset[str]] = {
    "mail_ontvangst_onderwerp": _ALWAYS,
    "mail_ontvangst": _ALWAYS | {"moment", "uiterlijk", "regels", "verder"},
    "mail_verder": _ALWAYS | {"uiterlijk"},  # in the receipt: what happens next
    "mail_verder_bellen": _ALWAYS | {"uiterlijk"},  # the same when a person must look first
    "mail_afgehandeld_onderwerp": _ALWAYS,
    "mail_afgehandeld": _ALWAYS | {"resultaat"},
    "mail_ingetrokken_onderwerp": _ALWAYS,
    "mail_ingetrokken": _ALWAYS,
    "mail_vraag_onderwerp": _ALWAYS,
    "mail_vraag": _ALWAYS | {"vraag"},
}

# To who is asked to declare a move themselves. wie: who asks.
TO_JOIN: Mapping[str, frozenset[str]] = {
    "mail_samen_onderwerp": frozenset(),
    "mail_samen": frozenset({"wie", "link", "tot"}),
}

# The pages around logging in. One key for each reason why it stopped, and for each level.
LOG_IN: Mapping[str, frozenset[str]] = {
    "inloggen_wat": frozenset(),  # what will happen
    "inloggen_waarom": frozenset(),  # why it is asked
    "inloggen_bewaren": frozenset(),  # what we get of DigiD and keep
    "inloggen_niveau_basis": frozenset(),
    "inloggen_niveau_midden": frozenset(),
    "inloggen_niveau_substantieel": frozenset(),
    "inloggen_niveau_hoog": frozenset(),
    "inloggen_zonder": frozenset(),  # other ways, without DigiD
    "inloggen_geannuleerd": frozenset(),
    "inloggen_verlopen": frozenset(),
    "inloggen_te_laag": frozenset(),
    "inloggen_storing": frozenset(),
    "inloggen_druk": frozenset(),  # too many log-ins of one origin
    "inloggen_mislukt": frozenset(),
    "inloggen_kan_niet": frozenset(),  # this municipality is not connected to DigiD here
    "uitgelogd": frozenset(),
    "mijn_zaken_duur": frozenset({"tijd"}),  # how long it lasts if nothing more is done
    "mijn_zaken_geen_naam": frozenset(),  # the BRP does not answer
    "mijn_zaken_onbekend": frozenset(),  # the BRP of this municipality does not know the person
    "mijn_zaken_leeg": frozenset(),
}

# What colleagues do for a resident, told in the conversation by name. nummer: of the interne_taak.
NOTICES: Mapping[str, frozenset[str]] = {
    "collega_pakt_op": frozenset({"collega", "nummer"}),
    "collega_neemt_over": frozenset({"collega", "eerder", "nummer"}),
    "collega_belt": frozenset({"collega", "moment", "nummer"}),
    "collega_heeft_gebeld": frozenset({"collega", "moment", "nummer"}),
    "collega_niet_bereikt": frozenset({"collega", "moment", "nummer"}),
    # Who was asked to follow by their own declaration, told to who asked. nummer: of theirs.
    "samen_bevestigd": frozenset({"naam", "nummer"}),
    "samen_niet_bevestigd": frozenset({"naam"}),
    "bestand_virus": frozenset({"bestand"}),  # found later: it was thrown away
}

# Ending of the key of a text that is said instead while nobody answers the phone.
AFTER_HOURS = "_buiten_openingstijd"

# What is said of a person must be right at night too; any other text may have such a variant.
NEEDS_AFTER_HOURS = ("medewerker", "medewerker_nodig")


def known_texts() -> dict[str, frozenset[str]]:
    """Every key with the values it may use, apart from facts and ``gemeente.…``."""
    texts = {**TEXTS, **RENDERING, **LETTERS, **TO_JOIN, **LOG_IN, **NOTICES}
    return texts | {key + AFTER_HOURS: values for key, values in texts.items()}


def needed_texts() -> set[str]:
    """The keys that must be there."""
    after_hours = (key + AFTER_HOURS for key in NEEDS_AFTER_HOURS)
    return {*TEXTS, *RENDERING, *LETTERS, *LOG_IN, *NOTICES, *after_hours}
