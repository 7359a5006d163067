# SPDX-License-Identifier: EUPL-1.2
"""The demo register has tables of its own."""

from django.apps import AppConfig


class ZakenConfig(AppConfig):
    name = "gemeengoed.gateways.zaken"
    label = "zaken"
