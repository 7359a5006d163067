# SPDX-License-Identifier: EUPL-1.2
"""Messages to residents: today by e-mail.

``registry.postbox_of`` gives the way out of a municipality; ``port.py`` is what may be asked of it,
``shapes.py`` what is sent, ``demo.py`` a mailbox of files. Addresses and texts are never logged or
put in an error.
Must never know: what a message is about.
"""
