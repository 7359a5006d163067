# SPDX-License-Identifier: EUPL-1.2
"""Every fixed text the assistant can say: its key and the placeholders it may use.

The words stand in packs/basis/_assistent/teksten.yaml; a test holds the two together. Keys that
begin with ``knop_`` are the words on a button: short, without a pronoun. Besides the placeholders
named here every text may use the municipality's own (``gemeente.naam`` and so on).
"""

from collections.abc import Mapping

NONE: frozenset[str] = frozenset()

TEXTS: Mapping[str, frozenset[str]] = {
    # --- meeting and parting -----------------------------------------------------------------
    "begin": NONE,  # the very first words: a chatbot, of which municipality, what it can do
    "begin_grenzen": NONE,  # second message: what it cannot do, a person is always possible
    "verder_waar_we_waren": NONE,  # back in a running flow after an absence or a parked flow
    "verder_met": frozenset({"naam", "antwoorden"}),  # back in a flow: which, what was told
    "verder_met_geparkeerd": frozenset({"naam"}),  # a flow ended: go on with the one that waits?
    # --- understanding -----------------------------------------------------------------------
    "weet_ik_niet": NONE,  # first time not understood; buttons: call back, contact
    "weet_ik_niet_weer": NONE,  # second time in a row: other words, a person first
    "welke_bedoeld": NONE,  # asks which of two or three topics is meant
    "waarover": NONE,  # asks of what somebody wants to know the cost and the like
    "na_nood": NONE,  # after the text of an emergency: whether a topic is wanted too
    "geen_van_deze": NONE,  # none of the offered topics: asks to say it differently
    "onderwerp_uit": NONE,  # the topic is switched off here: a person helps
    "niet_nederlands": NONE,  # not Dutch: may be partly in English; Dutch works best; a person
    "gegevens_gevonden": frozenset({"gegevens"}),  # what registers know of the address
    "gegevens_onbekend": NONE,  # registers do not answer: the questions are asked
    "geen_regels": NONE,  # no rules here to judge by: a person
    "zonder_verder": NONE,  # "weet ik niet" at a fact: on without it
    "nummer_verborgen": NONE,  # a BSN, bank or card number was hidden before storing, and why
    "storing": NONE,  # thinking failed: honest, the message is kept, phone, try again
    "knop_onbekend": NONE,  # an old or unknown button was pressed: harmless, ask what is wanted
    "verder_nog_iets": NONE,  # yes, no or "laat maar" where nothing is open
    "niets_te_doen": NONE,  # an action (back, change, confirm) without anything to do it on
    "boos_gehoord": NONE,  # angry, and asking something that is answered at once
    "boos": NONE,  # anger or complaint: acknowledges without excuse, offers a person
    # --- a person ----------------------------------------------------------------------------
    "medewerker": NONE,  # wants a person: phone now or from when, desk, call-back by button
    "medewerker_nodig": NONE,  # after several unclear answers: a person, what was said is kept
    # --- in a flow ---------------------------------------------------------------------------
    "niet_verplicht": NONE,  # an optional question: may be skipped
    "verplicht_uitleg": NONE,  # "weet ik niet" at a required question: why it cannot without
    "geen_uitleg": NONE,  # "waarom vraag je dat?" at a question without its own reason
    "maten_welke": NONE,  # measures that contradict each other: which one is another?
    "gestopt": NONE,  # the flow is cancelled, nothing was handed in
    "zeker_stoppen": NONE,  # stop? what was filled in is lost; buttons yes and no
    "opnieuw": NONE,  # starting over, earlier answers are gone
    "eerste_vraag": NONE,  # back at the first question: there is nothing before it
    "ook_begrepen": frozenset(
        {"antwoorden"}
    ),  # understood without being asked: "Plaats: …; Naam: …"
    "genoteerd": NONE,  # a correction was taken
    "geparkeerd": NONE,  # another matter first; the running one is kept and offered afterwards
    "klopt_dit": NONE,  # under a summary that has no words of its own
    "wat_wijzigen": NONE,  # "no" at the summary: which line must change?
    "eerst_akkoord": NONE,  # an unclear answer at the summary: say yes, or what must change
    "al_ingediend": frozenset({"nummer"}),  # confirmed again: it is in already, with its number
    "indienen_mislukt": NONE,  # handing in failed: nothing lost, try again by button
    # --- logging in, and what registers know of who is logged in
    "ingelogd": NONE,  # back from logging in: on where we were
    "ander_ingelogd": NONE,  # somebody else than before: what came of the other is gone
    "gegevens_niet_bereikbaar": NONE,  # registers are silent: asked instead, handed in anyhow
    "moet_nog_iets_doen": frozenset({"wachten"}),  # some who come along are not in order yet
    "adres_volgens_brp": frozenset({"adres"}),  # where the BRP says that one lives now
    "andere_weg": NONE,  # not by this flow: a person, after the other ways were told
    # --- after handing in
    "samen_link": frozenset({"naam", "link", "tot"}),  # who follows by their own declaration
    # --- files
    "bestand_ontvangen": frozenset({"bestanden"}),  # it came in; nothing more is asked of it
    "bestand_wacht": frozenset({"bestand"}),  # taken, not scanned yet: that happens by itself
    "bestand_niet_gevraagd": NONE,  # a file came when no question takes one
    "probleem_bestand": NONE,  # words where a file is asked: choose one, or a button
    # --- what was wrong with an answer (shown with the question)
    "probleem_keuze": NONE,  # not one of the choices
    "probleem_datum": NONE,  # no date found
    "probleem_datum_bestaat_niet": frozenset({"gegeven"}),  # 31 februari
    "probleem_datum_te_vroeg": frozenset({"vanaf"}),
    "probleem_datum_te_laat": frozenset({"tot"}),
    "probleem_getal": NONE,
    "probleem_getal_te_klein": frozenset({"minimum"}),
    "probleem_getal_te_groot": frozenset({"maximum"}),
    "probleem_geen_lengte": NONE,  # no length found
    "probleem_lengte": NONE,  # a length needs a unit: cm or m
    "probleem_lengte_twijfel": frozenset({"gegeven"}),  # not plausible: is it meant so?
    "probleem_telefoon": NONE,
    "probleem_email": NONE,
    "probleem_contact": NONE,
    "probleem_tekst_kort": frozenset({"minimum"}),
    "probleem_tekst_lang": frozenset({"maximum"}),
    "probleem_onbegrepen": NONE,  # the answer was not understood, any kind
    # --- addresses
    "adres_welke": NONE,  # several addresses fit: which one?
    "adres_bestaat_niet": frozenset({"gegeven"}),  # unknown; the nearest are offered
    "adres_onbekend": frozenset({"gegeven"}),  # unknown and nothing near
    "adres_huisnummer": frozenset({"straat"}),  # the number is missing
    "adres_straat": NONE,  # the street is missing
    "adres_niet_gecontroleerd": NONE,  # the register does not answer: taken as typed, not checked
    "adres_toch": NONE,  # the resident insists: taken as typed, a colleague looks at it
    # --- later, elsewhere
    "bewaard": frozenset({"link", "tot"}),  # the one-time link to go on; keep it to oneself
    "bewaren_mislukt": NONE,
    # --- feedback
    "dank_oordeel": NONE,  # thumbs up
    "oordeel_waarom": NONE,  # thumbs down: what was wrong, or a person
    "dank_toelichting": NONE,  # the explanation was given
    # --- buttons
    "knop_terugbellen": NONE,
    "knop_toch_inloggen": NONE,
    "knop_contact": NONE,
    "knop_anders_vragen": NONE,
    "knop_ja": NONE,
    "knop_nee": NONE,
    "knop_stoppen": NONE,
    "knop_doorgaan": NONE,
    "knop_verder": NONE,  # go on with the parked or running flow
    "knop_opnieuw_proberen": NONE,
    "knop_overslaan": NONE,
    "knop_weet_niet": NONE,
    "knop_adres_toch": NONE,  # the address is right although the list has it not
    "knop_geen_van_deze": NONE,
}
