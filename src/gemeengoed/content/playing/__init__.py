# SPDX-License-Identifier: EUPL-1.2
"""Plays written-down conversations against the real engine, reader and texts."""
