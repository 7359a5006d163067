# SPDX-License-Identifier: EUPL-1.2
"""The workbench has templates."""

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    name = "gemeengoed.web.workbench"
    label = "workbench"
