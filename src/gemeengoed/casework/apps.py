# SPDX-License-Identifier: EUPL-1.2
"""Casework keeps tables."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "gemeengoed.casework"
    label = "casework"
