# SPDX-License-Identifier: EUPL-1.2
"""What each figure is called, and how it is to be read, for colleagues. Pure."""

from gemeengoed.insights.counting import FlowFigures
from gemeengoed.insights.figures import ENOUGH

TOO_FEW = f"Minder dan {ENOUGH} keer begonnen: te weinig om te tonen."
# label, name in FlowFigures, what it means; in the order in which it is read.
LABELS: tuple[tuple[str, str, str], ...] = (
    ("Begonnen", "started", "Zo vaak begon iemand hieraan."),
    ("Afgemaakt", "finished", "Ingediend, of de uitkomst is verteld."),
    (
        "Alleen uitkomst verteld",
        "told",
        "Er viel niets in te dienen. Bijvoorbeeld omdat het nog te vroeg is.",
    ),
    ("Nog bezig", "under_way", "De laatste dag nog iets gezegd."),
    ("Gestopt", "stopped", "Niet afgemaakt."),
    ("Afgehandeld", "closed", "Een collega is er klaar mee."),
    (
        "Zonder omweg afgehandeld",
        "straight_through",
        "Afgehandeld zonder dat er een taak voor nodig was.",
    ),
    (
        "Eruit gehaald",
        "lifted_out",
        "Er moest iemand naar kijken: door de regels, of omdat een collega dat vond.",
    ),
    (
        "Later gecorrigeerd",
        "corrected",
        "Binnen zes weken opnieuw ingediend, of door een collega teruggestuurd met een vraag "
        "of niet verwerkt.",
    ),
    ("Ingetrokken", "withdrawn", "De inwoner zag ervan af."),
    (
        "Vragen, in het midden",
        "questions",
        "De helft van wie het afmaakte, kreeg niet meer vragen dan dit. Het inloggen telt mee, "
        "de samenvatting niet.",
    ),
    ("Waarvan voor het inloggen", "before_login", "Tot en met de vraag om in te loggen."),
)
NOTES = (
    "Afgerond op vijftallen; 1 tot en met 4 is niet uit elkaar te houden.",
    f"Van minder dan {ENOUGH} keer staat er niets. Zo is niemand te herkennen.",
    "Van een gewist gesprek is niets meer te tellen. Na 90 dagen worden gesprekken gewist.",
    "Een streepje: dat kan hier niet, of het is nog te weinig.",
)


def rows_of(figures: FlowFigures) -> list[tuple[str, str]]:
    """Label and figure, in order."""
    return [(label, getattr(figures, name)) for label, name, _ in LABELS]
