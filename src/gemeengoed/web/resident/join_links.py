# SPDX-License-Identifier: EUPL-1.2
"""The address of a link by which somebody declares a move themselves."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from gemeengoed.casework.joining.models import Joiner
from gemeengoed.casework.joining.operations import VALID_FOR, link_for
from gemeengoed.content.values import local_day


@dataclass(frozen=True, slots=True)
class JoinLink:
    """until: the last day on which it works, ISO."""

    address: str
    until: str


def join_link(joiner: Joiner, now: datetime) -> JoinLink:
    """A new link; earlier ones stop working. Raises as casework.joining.operations.link_for."""
    path = reverse("resident:join", args=[joiner.municipality_id, link_for(joiner=joiner)])
    return JoinLink(settings.PUBLIC_URL + path, local_day(now + VALID_FOR).isoformat())
