# SPDX-License-Identifier: EUPL-1.2
"""The bench: full turns over HTTP against a server of its own, beside what the database can do.

Nothing here is imported by the product. ``make bench`` runs it; benchmarks/ keeps what it said.
"""
