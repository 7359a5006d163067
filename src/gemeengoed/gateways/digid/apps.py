# SPDX-License-Identifier: EUPL-1.2
"""The brokers of the municipalities are a table."""

from django.apps import AppConfig


class DigidConfig(AppConfig):
    name = "gemeengoed.gateways.digid"
    label = "digid"
