# SPDX-License-Identifier: EUPL-1.2
"""How long an upload is kept. What was handed in goes with that (casework/submissions)."""

from datetime import timedelta

from gemeengoed.files.operations import drop_unclaimed
from gemeengoed.terms.retention import Retention, Then

POLICIES = (
    Retention(
        models=("files.Upload", "files.UploadPiece"),
        keep=timedelta(days=14),
        since="it came, if it was not handed in",
        then=Then.DELETED,
        why="enough to finish what it belongs to; handed in it is kept and emptied with that",
        carry_out=drop_unclaimed,
    ),
)
