# SPDX-License-Identifier: EUPL-1.2
"""All policies of all rooms, carried out one after the other. docs/running.md tells them."""

import logging

from django.db import DatabaseError

from gemeengoed.access import retention as access
from gemeengoed.accounts import retention as accounts
from gemeengoed.audit import retention as audit
from gemeengoed.casework import retention as casework
from gemeengoed.casework.joining import retention as joining
from gemeengoed.casework.submissions import retention as submissions
from gemeengoed.conversations import retention as conversations
from gemeengoed.files import retention as files
from gemeengoed.insights.missed import retention as missed
from gemeengoed.terms.retention import Retention

log = logging.getLogger(__name__)

POLICIES: tuple[Retention, ...] = (
    *conversations.POLICIES,
    *missed.POLICIES,
    *casework.POLICIES,
    *submissions.POLICIES,
    *joining.POLICIES,
    *files.POLICIES,
    *access.POLICIES,
    *accounts.POLICIES,
    *audit.POLICIES,
)


def keep_no_longer() -> int:
    """Empty and delete whatever is kept too long; returns how many. One failure stops no other."""
    return sum(_carry_out(policy) for policy in POLICIES)


def _carry_out(policy: Retention) -> int:
    count = 0
    try:
        while done := policy.carry_out(keep=policy.keep):
            count += done
    except DatabaseError as error:  # tried again the next night
        log.error("retention of %s failed: %s", ", ".join(policy.models), type(error).__name__)
    return count
