# SPDX-License-Identifier: EUPL-1.2
"""The resident's door has templates and static files."""

from django.apps import AppConfig


class ResidentConfig(AppConfig):
    name = "gemeengoed.web.resident"
    label = "resident"
