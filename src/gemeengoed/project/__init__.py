# SPDX-License-Identifier: EUPL-1.2
"""Wires everything: settings, addresses, ASGI, worker, command line, effect handlers.

Knows all rooms, known by none.
"""
