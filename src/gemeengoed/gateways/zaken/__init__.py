# SPDX-License-Identifier: EUPL-1.2
"""The zaakregister: where what a resident handed in lives as a zaak, with who takes part in it.

``registry.register_of`` gives the register of a municipality; ``port.py`` is what may be asked of
it, ``shapes.py`` what goes in and comes back. ``client.py`` speaks the Zaken and Catalogi API (ZGW)
over an ``exchange.py``; ``demo.py`` is a small zaakregister that answers such an exchange, with the
refusals of a real one. A BSN goes through it and is never logged, put in an error or shown by repr.
Must never know: conversations, submissions.
"""
