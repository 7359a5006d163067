# SPDX-License-Identifier: EUPL-1.2
"""What one step of the outbox needs to know."""

from dataclasses import dataclass

from gemeengoed.casework.submissions.kinds import SubmissionKind, submission_kind
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.gateways.berichten.port import Berichten
from gemeengoed.gateways.zaken.port import Zaken


@dataclass(slots=True)
class Work:
    """number: of a step that is done more than once (questions)."""

    submission: Submission
    zaken: Zaken
    berichten: Berichten
    number: int = 1

    @property
    def municipality(self) -> str:
        return self.submission.municipality_id

    @property
    def kind(self) -> SubmissionKind:
        return submission_kind(self.submission.kind)

    @property
    def zaak(self) -> str:
        """The url of the zaak, known after the first step."""
        return self.submission.zaak_url
