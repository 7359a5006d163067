# SPDX-License-Identifier: EUPL-1.2
"""Staff work: interne taken, who they are for and by when.

Writes in operations.py, reads in queries.py; effects.py carries out what a conversation asks for
(OpenTaak). Must never know: screens.
"""
