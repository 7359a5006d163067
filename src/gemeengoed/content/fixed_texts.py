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
    "uitkomst_reden_open": frozenset({"gegevens"}),
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
    "mail_ontvangst": _ALWAYS | {"moment", "uiterlijk", "regels", "verder", "mijn_zaken"},
    "mail_verder": _ALWAYS | {"uiterlijk"},  # in the receipt: what happens next
    "mail_verder_bellen": _ALWAYS | {"uiterlijk"},  # the same when a person must look first
    "mail_afgehandeld_onderwerp": _ALWAYS,
    "mail_afgehandeld": _ALWAYS | {"resultaat", "uitleg"},
    "mail_uitleg_verwerkt": _ALWAYS | {"dag"},  # in mail_afgehandeld: of a move that was booked
    "mail_uitleg_niet_verwerkt": _ALWAYS,  # the same where it was not
    "mail_ingetrokken_onderwerp": _ALWAYS,
    "mail_ingetrokken": _ALWAYS,
    "mail_vraag_onderwerp": _ALWAYS,
    "mail_vraag": _ALWAYS | {"vraag"},
    # To see a matter without logging in; tijd: how long the code can be typed.
    "mail_code_onderwerp": frozenset({"nummer"}),
    "mail_code": frozenset({"nummer", "code", "tijd"}),
}

# A matter as its resident follows it. dag: by which something is done, in words.
MATTERS: Mapping[str, frozenset[str]] = {
    "zaak_stap_ontvangen": frozenset(),
    "zaak_stap_systeem": frozenset(),
    "zaak_stap_collega": frozenset({"collega"}),
    "zaak_stap_gesproken": frozenset({"collega"}),
    "zaak_stap_niet_bereikt": frozenset({"collega"}),
    "zaak_stap_belt": frozenset({"collega", "moment"}),  # not done yet, as are the next two
    "zaak_stap_klaar": frozenset({"dag"}),
    "zaak_stap_hoort": frozenset({"dag"}),
    "zaak_stap_vraag": frozenset(),
    "zaak_stap_ingetrokken": frozenset(),
    "zaak_stap_afgehandeld": frozenset({"resultaat"}),
    "zaak_stap_klaar_taak": frozenset(),
    # What happens next, and by when. wie: a colleague or a team, at the beginning of a sentence.
    "zaak_verder": frozenset({"wie", "dag"}),
    "zaak_verder_bekijken": frozenset({"wie", "dag"}),
    "zaak_verder_belt": frozenset({"wie", "moment"}),
    "zaak_verder_te_laat": frozenset({"dag"}),  # the promise was not kept
    "zaak_klaar": frozenset(),
    "zaak_klaar_resultaat": frozenset({"resultaat"}),
    "zaak_klaar_ingetrokken": frozenset(),
    # How to change it, and taking it back.
    "zaak_wijzigen": frozenset(),
    "zaak_wijzigen_klaar": frozenset(),
    "zaak_intrekken_vraag": frozenset({"wat"}),
    "zaak_intrekken_gevolg": frozenset(),
    "zaak_niet_nodig_vraag": frozenset({"wat"}),  # of an interne_taak
    "zaak_niet_nodig_gevolg": frozenset(),
    "zaak_niet_nodig_waarom": frozenset(),
    "zaak_ingetrokken_gemaild": frozenset({"email"}),
    "zaak_al_ingetrokken": frozenset({"dag"}),
    "zaak_al_afgehandeld": frozenset({"dag"}),
    # Without logging in, with a code. The same is said whether a number exists or not.
    "volgen_wat": frozenset(),
    "volgen_code_verstuurd": frozenset({"tijd"}),
    "volgen_geen_code": frozenset(),
    "volgen_nummer_fout": frozenset(),
    "volgen_code_fout": frozenset({"keer"}),
    "volgen_code_op": frozenset(),
    "volgen_duur": frozenset({"tijd"}),
    "volgen_alleen_stand": frozenset(),
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
    # How long it lasts: if nothing more is done; and when it cannot last longer.
    "mijn_zaken_duur": frozenset({"tijd", "moment"}),
    "mijn_zaken_duur_laatst": frozenset({"tijd", "moment"}),
    "mijn_zaken_getypt": frozenset(),  # it ended while something was being typed
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
    # Of what was handed in; nummer: the ontvangstnummer, dag: from which the address counts.
    "verhuizing_verwerkt": _ALWAYS | {"collega", "dag"},
    "verhuizing_verwerkt_straks": _ALWAYS | {"collega", "dag"},  # that day is to come
    "indiening_verwerkt": _ALWAYS | {"collega"},
    "indiening_niet_verwerkt": _ALWAYS | {"collega"},
    "indiening_ingetrokken": _ALWAYS | {"collega"},  # by a colleague, for the resident
    "indiening_bekeken": _ALWAYS | {"uiterlijk"},  # it was lifted out
    "indiening_vraag": _ALWAYS | {"collega", "vraag"},
    "indiening_antwoord": _ALWAYS | {"collega"},
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
    texts = {**TEXTS, **RENDERING, **LETTERS, **TO_JOIN, **MATTERS, **LOG_IN, **NOTICES}
    return texts | {key + AFTER_HOURS: values for key, values in texts.items()}


def needed_texts() -> set[str]:
    """The keys that must be there."""
    after_hours = (key + AFTER_HOURS for key in NEEDS_AFTER_HOURS)
    return {*TEXTS, *RENDERING, *LETTERS, *MATTERS, *LOG_IN, *NOTICES, *after_hours}
