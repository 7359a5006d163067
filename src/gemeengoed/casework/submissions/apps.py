# SPDX-License-Identifier: EUPL-1.2
"""Submissions keep tables of their own."""

from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    name = "gemeengoed.casework.submissions"
    label = "submissions"
