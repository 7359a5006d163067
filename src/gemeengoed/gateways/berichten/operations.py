# SPDX-License-Identifier: EUPL-1.2
"""All writes on the demo mailbox's behaviour."""

from django.db import transaction

from gemeengoed.audit.operations import record
from gemeengoed.gateways.berichten.models import Behaviour, DemoPostbox


@transaction.atomic
def set_behaviour(*, municipality: str, behaviour: Behaviour, delay: float = 0.0) -> None:
    """Tell the demo mailbox how to answer from now on; delay in seconds, for SLOW."""
    DemoPostbox.objects.update_or_create(
        municipality_id=municipality, defaults={"behaviour": behaviour, "delay": delay}
    )
    record(
        municipality=municipality,
        actor="system:demo",
        action="demo_postbox.behaviour_set",
        subject=f"register:berichten:{municipality}",
        details={"behaviour": behaviour.value, "delay": delay},
    )
