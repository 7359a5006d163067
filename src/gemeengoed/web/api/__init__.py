# SPDX-License-Identifier: EUPL-1.2
"""The JSON API for the widget and for other channels."""
