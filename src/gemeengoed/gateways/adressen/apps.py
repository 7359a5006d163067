# SPDX-License-Identifier: EUPL-1.2
"""The demo register has tables of its own."""

from django.apps import AppConfig


class AdressenConfig(AppConfig):
    name = "gemeengoed.gateways.adressen"
    label = "adressen"
