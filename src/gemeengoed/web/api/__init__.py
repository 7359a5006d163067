# SPDX-License-Identifier: EUPL-1.2
"""The JSON API for the widget and for other channels.

``api.api`` is the application that project mounts; routes.py lists what can be asked, shapes.py in
which form. Rules: docs/architecture.md, "The doors".
Must never know: the other doors, how a decision is made.
"""
