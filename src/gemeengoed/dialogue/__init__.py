# SPDX-License-Identifier: EUPL-1.2
"""Decides what happens next: (catalogue, state, reading) to (events, replies, effects).

Pure: no clock, no network, no database. Replies and effects are symbols that others carry out.
Must never know: texts of a municipality, storage, who carries out an effect.
"""
