# SPDX-License-Identifier: EUPL-1.2
"""What the resident hears in the conversation of what colleagues do, by name.

Called inside the transaction of the change: told and done together, or neither.
"""

from datetime import datetime

from django.utils.timezone import localtime

from gemeengoed.accounts.models import User
from gemeengoed.casework.models import InterneTaak
from gemeengoed.conversations.operations_notices import tell_resident
from gemeengoed.terms.dutch_dates import day_in_words


def tell_taken_up(taak: InterneTaak, by: User, before: User | None, now: datetime) -> None:
    """before: who had it until now."""
    if before is None:
        _tell(taak, "collega_pakt_op", now, collega=str(by))
    else:
        _tell(taak, "collega_neemt_over", now, collega=str(by), eerder=str(before))


def tell_call_planned(taak: InterneTaak, by: User, at: datetime, now: datetime) -> None:
    _tell(taak, "collega_belt", now, collega=str(by), moment=moment_in_words(at))


def tell_called(taak: InterneTaak, by: User, *, reached: bool, now: datetime) -> None:
    key = "collega_heeft_gebeld" if reached else "collega_niet_bereikt"
    _tell(taak, key, now, collega=str(by), moment=moment_in_words(now))


def moment_in_words(at: datetime) -> str:
    """``donderdag 26 november 2026 om 10.00 uur``."""
    local = localtime(at)
    return f"{day_in_words(local.date())} om {local.hour}.{local.minute:02d} uur"


def _tell(taak: InterneTaak, key: str, now: datetime, **values: str) -> None:
    tell_resident(
        municipality=taak.municipality_id,
        conversation=taak.conversation_id,
        key=key,
        values={"nummer": taak.reference, **values},
        now=now,
    )
