# SPDX-License-Identifier: EUPL-1.2
"""Wires the rooms at start: effect handlers and listeners."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "gemeengoed.project"

    def ready(self) -> None:
        # Imported here because the rooms' models exist only once all apps are loaded.
        from gemeengoed.project.wiring import wire  # noqa: PLC0415

        wire()
