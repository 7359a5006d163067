# SPDX-License-Identifier: EUPL-1.2
"""The demo mailbox has a table of its own."""

from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    name = "gemeengoed.gateways.berichten"
    label = "berichten"
