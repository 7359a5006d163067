# SPDX-License-Identifier: EUPL-1.2
"""The demo register has tables of its own."""

from django.apps import AppConfig


class BrpConfig(AppConfig):
    name = "gemeengoed.gateways.brp"
    label = "brp"
