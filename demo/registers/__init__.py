# SPDX-License-Identifier: EUPL-1.2
"""The invented registers of the three demo municipalities: addresses and persons.

``generate.py`` writes ``<gemeente>/adressen.csv`` and ``<gemeente>/personen.csv``, always the same
bytes. The files are committed; the demo gateways load them. Everybody and everything in them is
invented; the BSNs come from the official test range 9999xxxxx and are given to nobody.
"""
