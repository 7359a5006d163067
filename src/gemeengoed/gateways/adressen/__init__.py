# SPDX-License-Identifier: EUPL-1.2
"""Addresses: does it exist, what is it, who are its neighbours.

``registry.register_of`` gives the register of a municipality; ``port.py`` is what may be asked of
it, ``shapes.py`` what comes back, ``demo.py`` a complete register
of invented addresses. Every call may raise an error of ``errors.py``.
Must never know: dialogue, persons.
"""
