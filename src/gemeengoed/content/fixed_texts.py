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
    "knop_invullen": frozenset({"wat"}),
    "knop_toch_niet": frozenset(),
    # What a drawing shows, for who cannot see it.
    "tekening_dakvlak": frozenset(),
    "tekening_dakkapel_hoogte": frozenset(),
    "tekening_dakkapel_onderkant": frozenset(),
    "tekening_dakkapel_nok": frozenset(),
    "tekening_dakkapel_zijkant": frozenset(),
    "tekening_dakkapel_breedte": frozenset(),
}

# What colleagues do for a resident, told in the conversation by name. nummer: of the interne_taak.
NOTICES: Mapping[str, frozenset[str]] = {
    "collega_pakt_op": frozenset({"collega", "nummer"}),
    "collega_neemt_over": frozenset({"collega", "eerder", "nummer"}),
    "collega_belt": frozenset({"collega", "moment", "nummer"}),
    "collega_heeft_gebeld": frozenset({"collega", "moment", "nummer"}),
    "collega_niet_bereikt": frozenset({"collega", "moment", "nummer"}),
}

# Ending of the key of a text that is said instead while nobody answers the phone.
AFTER_HOURS = "_buiten_openingstijd"

# What is said of a person must be right at night too; any other text may have such a variant.
NEEDS_AFTER_HOURS = ("medewerker", "medewerker_nodig")


def known_texts() -> dict[str, frozenset[str]]:
    """Every key with the values it may use, apart from facts and ``gemeente.…``."""
    texts = {**TEXTS, **RENDERING, **NOTICES}
    return texts | {key + AFTER_HOURS: values for key, values in texts.items()}


def needed_texts() -> set[str]:
    """The keys that must be there."""
    return {*TEXTS, *RENDERING, *NOTICES, *(key + AFTER_HOURS for key in NEEDS_AFTER_HOURS)}
