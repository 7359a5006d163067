# SPDX-License-Identifier: EUPL-1.2
"""Where a request comes from, for limits only."""

from django.http import HttpRequest


def origin_of(request: HttpRequest) -> str:
    """The address of the client; the server resolves trusted proxies before we see it."""
    return str(request.META.get("REMOTE_ADDR") or "unknown")
