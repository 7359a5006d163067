# SPDX-License-Identifier: EUPL-1.2
"""Content keeps tables: what was published, and when."""

from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "gemeengoed.content"
    label = "content"
