# SPDX-License-Identifier: EUPL-1.2
"""How long an interne_taak is kept. One that is open is kept, however old it is."""

from datetime import timedelta

from gemeengoed.casework.operations import empty_finished
from gemeengoed.terms.retention import Retention, Then

POLICIES = (
    Retention(
        models=("casework.InterneTaak", "casework.TaakEvent", "casework.Klantcontact"),
        keep=timedelta(days=365),
        since="it was finished",
        then=Then.EMPTIED,
        why="for a year a complaint of it must be heard (Awb 9:8); number, kind and days stay",
        carry_out=empty_finished,
    ),
)
