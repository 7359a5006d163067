# SPDX-License-Identifier: EUPL-1.2
"""Problem documents: how the API says what is wrong (RFC 9457, NL API Design Rules)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse

CONTENT_TYPE = "application/problem+json"


def problem(
    status: int,
    title: str,
    detail: str,
    *,
    errors: Sequence[Mapping[str, Any]] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """A response with status, title, detail and, for invalid input, one error per fault.

    An error: {in, location, code, detail}.
    """
    document: dict[str, Any] = {"status": status, "title": title, "detail": detail}
    if errors:
        document["errors"] = list(errors)
    body = json.dumps(document, ensure_ascii=False)
    return HttpResponse(body, status=status, content_type=CONTENT_TYPE, headers=headers)
