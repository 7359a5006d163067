# SPDX-License-Identifier: EUPL-1.2
"""Reads the packs' files into shapes; every fault has file and line, and none stops the rest."""
