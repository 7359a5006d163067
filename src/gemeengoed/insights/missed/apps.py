# SPDX-License-Identifier: EUPL-1.2
"""What was missed has tables of its own."""

from django.apps import AppConfig


class MissedConfig(AppConfig):
    name = "gemeengoed.insights.missed"
    label = "missed"
