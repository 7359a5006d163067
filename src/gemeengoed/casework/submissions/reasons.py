# SPDX-License-Identifier: EUPL-1.2
"""Why a person looks at what was handed in, and what kind of work that is. Pure.

After the signals of the procedure ``verhuizen`` (Wet BRP 2.20 lid 1, 2.45, 2.48, 2.49, 2.59): a
colleague chooses one when lifting out, and what the procedure itself stopped at is told by them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gemeengoed.casework.activities import Activity

ELSE = "anders"  # must be explained in words
_UNKNOWN = "onbekend"  # the outcome while facts are missing
_THERE = "personen_op_adres"  # told of each address; a reason only where nothing else is


@dataclass(frozen=True, slots=True)
class Reason:
    """label: as colleagues read it. signals: those of the procedure that mean the same."""

    id: str
    label: str
    activity: Activity = Activity.CALL
    team: str = "burgerzaken"
    signals: tuple[str, ...] = ()


# The weightiest first: it says who does the work where there is more than one.
REASONS: Sequence[Reason] = (
    Reason(
        "veiligheid",
        "Veiligheid of een geheim adres",
        Activity.DIFFICULT_TALK,
        signals=("veiligheid", "geheim_adres"),
    ),
    Reason(
        "bewoner_weigert",
        "Wie er al woont, werkt niet mee",
        signals=("hoofdbewoner_weigert",),
    ),
    Reason(
        "ouders",
        "Een ouder of partner gaat apart wonen met kinderen",
        Activity.DIFFICULT_TALK,
        signals=(
            "ouders_oneens",
            "partner_gaat_apart_wonen_met_kinderen",
            "kind_gaat_apart_wonen",
        ),
    ),
    Reason(
        "twijfel",
        "Twijfel of iemand hier gaat wonen",
        signals=("twijfel_over_adres", "geen_toestemming_geen_bewijs", "zonder_huurcontract"),
    ),
    Reason("aangever", "Mag deze persoon dit wel doorgeven?"),
    Reason("te_vol", "Veel mensen op dit adres"),
    Reason(
        "geen_woning",
        "Het adres is geen woning",
        Activity.CHECK,
        signals=("bag_gebruik",),
    ),
    Reason(
        "adres",
        "Het adres staat niet in het adresregister",
        Activity.CHECK,
        signals=("adres_niet_in_bag",),
    ),
    Reason(
        "schade",
        "Te laat doorgegeven, en dat kan geld kosten",
        signals=("schade_door_datum",),
    ),
    Reason("buitenland", "Van of naar het buitenland"),
    Reason(ELSE, "Iets anders"),
)
_MISSING = Reason(_UNKNOWN, "Niet alles is bekend")
_RULES = Reason("regels", "De regels vragen dat iemand kijkt")


def reason_of(id: str) -> Reason | None:
    """The reason that a colleague chose; None when there is no such one."""
    return next((reason for reason in REASONS if reason.id == id), None)


def reasons_of(outcome: str, facts: Mapping[str, str]) -> tuple[Reason, ...]:
    """Why the procedure wants a person to look, by the facts of its receipt; at least one."""
    if outcome == _UNKNOWN:
        return (_MISSING,)
    told = [each.partition(":")[0] for each in facts.get("signalen", "").split(";") if each]
    found = tuple(each for each in REASONS if set(each.signals) & set(told))
    if found:
        return found
    crowded = reason_of("te_vol") if _THERE in told else None
    return (crowded or _RULES,)
