# SPDX-License-Identifier: EUPL-1.2
"""The Django app of those who follow by their own declaration."""

from django.apps import AppConfig


class JoiningConfig(AppConfig):
    name = "gemeengoed.casework.joining"
