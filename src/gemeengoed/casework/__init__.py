# SPDX-License-Identifier: EUPL-1.2
"""Staff work: interne taken, who they are for and by when, and what colleagues did for them.

Writes in operations.py and the files beside it whose names begin so (assigning, contacts, profiles,
history). Reads in queries.py, on colleagues in queries_people.py. kinds.py says what there is to
do, proposing.py (pure) who fits it best, effects.py carries out what a conversation asks for
(OpenTaak), telling.py what the resident hears of it, following/ what they can look up.
Must never know: screens.
"""
