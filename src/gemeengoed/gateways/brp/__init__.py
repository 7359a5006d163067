# SPDX-License-Identifier: EUPL-1.2
"""Persons (BRP): who somebody is, who belongs to them, who lives at an address.

Only what a procedure needs leaves this room. ``registry.register_of`` gives the register of a
municipality; ``port.py`` is what may be asked of it, ``shapes.py`` what comes back, ``demo.py`` a
complete register of invented people. A BSN is never logged, put in an error or shown by repr.
Must never know: dialogue, addresses.
"""
