# SPDX-License-Identifier: EUPL-1.2
"""The address of a link by which somebody declares a move themselves."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from gemeengoed.casework.following.models import Follower
from gemeengoed.casework.following.operations import VALID_FOR, link_for
from gemeengoed.content.values import local_day


@dataclass(frozen=True, slots=True)
class FollowLink:
    """until: the last day on which it works, ISO."""

    address: str
    until: str


def follow_link(follower: Follower, now: datetime) -> FollowLink:
    """A new link; earlier ones stop working. Raises as casework.following.operations.link_for."""
    path = reverse("resident:follow", args=[follower.municipality_id, link_for(follower=follower)])
    return FollowLink(settings.PUBLIC_URL + path, local_day(now + VALID_FOR).isoformat())
