# SPDX-License-Identifier: EUPL-1.2
"""Why a colleague lifts out what was handed in, and what kind of work that is. Pure.

After the signals of the procedure ``verhuizen`` (Wet BRP 2.20 lid 1, 2.45, 2.48, 2.49, 2.59). What
the procedure itself stops at has kinds of its own: casework/moving_lifting.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gemeengoed.casework.activities import Activity

ELSE = "anders"  # must be explained in words


@dataclass(frozen=True, slots=True)
class Reason:
    """label: as colleagues read it."""

    id: str
    label: str
    activity: Activity = Activity.CALL
    team: str = "burgerzaken"


# The weightiest first.
REASONS: Sequence[Reason] = (
    Reason("veiligheid", "Veiligheid of een geheim adres", Activity.DIFFICULT_TALK),
    Reason("bewoner_weigert", "Wie er al woont, werkt niet mee"),
    Reason("ouders", "Een ouder of partner gaat apart wonen met kinderen", Activity.DIFFICULT_TALK),
    Reason("twijfel", "Twijfel of iemand hier gaat wonen"),
    Reason("aangever", "Mag deze persoon dit wel doorgeven?"),
    Reason("te_vol", "Veel mensen op dit adres"),
    Reason("geen_woning", "Het adres is geen woning", Activity.CHECK),
    Reason("adres", "Het adres staat niet in het adresregister", Activity.CHECK),
    Reason("schade", "Te laat doorgegeven, en dat kan geld kosten"),
    Reason("buitenland", "Van of naar het buitenland"),
    Reason(ELSE, "Iets anders"),
)


def reason_of(id: str) -> Reason | None:
    """The reason that a colleague chose; None when there is no such one."""
    return next((reason for reason in REASONS if reason.id == id), None)
