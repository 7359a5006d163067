# SPDX-License-Identifier: EUPL-1.2
"""JSON as the API writes it, in the answers of all routes; streams write the same."""

from typing import Any

from django.http import HttpRequest
from ninja.renderers import BaseRenderer
from pydantic_core import to_json


class JsonRenderer(BaseRenderer):
    """By pydantic's own writer: the framework's takes five times as long."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return to_json(data)
