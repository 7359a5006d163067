# SPDX-License-Identifier: EUPL-1.2
"""Tags and filters that all templates may use."""
