# SPDX-License-Identifier: EUPL-1.2
"""Who did what to what, and why.

Stores municipality code, actor and subject as plain values, without foreign keys, so that a
record survives what it speaks of. Called inside the transaction of the change it records.
Must never know: any other room.
"""
