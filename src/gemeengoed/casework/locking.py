# SPDX-License-Identifier: EUPL-1.2
"""The row of an interne_taak, locked for one colleague: of two at once the second sees what the
first did. Called inside the transaction of the change.
"""

from datetime import datetime

from gemeengoed.accounts.models import User
from gemeengoed.casework.errors import (
    AlreadyFinishedError,
    NotFitError,
    NotOfferedError,
    NotYoursError,
    UnknownTaakError,
)
from gemeengoed.casework.models import InterneTaak, Status
from gemeengoed.casework.queries_people import obstacle_for
from gemeengoed.casework.roles import is_lead, worker_in


def open_one(taak: InterneTaak, by: User) -> InterneTaak:
    """The row as it is now, still open.

    Raises NotAllowedError, UnknownTaakError, AlreadyFinishedError.
    """
    worker_in(by, taak.municipality_id)
    # Without joins: who waited for the lock would get the colleagues from before it.
    locked = (
        InterneTaak.objects.select_for_update()
        .filter(pk=taak.pk, municipality_id=taak.municipality_id)
        .first()
    )
    if locked is None:
        raise UnknownTaakError(taak.reference)
    if locked.status == Status.DONE:
        raise AlreadyFinishedError(str(locked.handled_by or ""))
    return locked


def own_one(taak: InterneTaak, by: User) -> InterneTaak:
    """As open_one, of which this colleague is the assignee; raises NotYoursError too."""
    locked = open_one(taak, by)
    if locked.assignee_id != by.pk:
        raise NotYoursError(str(locked.assignee or ""))
    return locked


def arranged_one(taak: InterneTaak, by: User) -> InterneTaak:
    """As own_one; who leads may also arrange that of others, or of nobody."""
    locked = open_one(taak, by)
    if locked.assignee_id != by.pk and not is_lead(worker_in(by, locked.municipality_id)):
        raise NotYoursError(str(locked.assignee or ""))
    return locked


def offered_one(taak: InterneTaak, by: User) -> InterneTaak:
    """As open_one, that is offered to this colleague; raises NotOfferedError too."""
    locked = open_one(taak, by)
    if locked.offered_to_id != by.pk:
        raise NotOfferedError
    return locked


def demand_may(taak: InterneTaak, by: User, now: datetime) -> None:
    """Raises NotFitError for who may not do this work, however gladly (Awb 2:4, mandate)."""
    obstacle = obstacle_for(taak, by, now)
    if obstacle is not None and obstacle.forbids:
        raise NotFitError(f"Je kunt deze taak niet doen: {by} {obstacle.value}.")
