# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed outbox``: what could not be delivered to register or resident, and trying it again.

``outbox --gemeente waterdam`` lists; ``… --retry WT-1234-5678`` tries one at once, ``--retry all``
all that is listed.
"""

import argparse
from typing import TYPE_CHECKING

from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.start import django_ready

if TYPE_CHECKING:
    from gemeengoed.casework.submissions.models import Delivery, Submission

HELP = "Toon wat niet kon worden bezorgd, en probeer het opnieuw"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--gemeente", required=True, help="bijvoorbeeld waterdam")
    parser.add_argument("--retry", help="een ontvangstnummer, of all")


def run(arguments: argparse.Namespace) -> int:
    """Exit code 1 when something is refused or waits for another try; else 0."""
    django_ready(tables=True, publish=arguments.retry is not None)  # mails need the texts
    # Rooms with models can be imported only once Django is ready.
    from gemeengoed.casework.submissions.queries import (  # noqa: PLC0415
        stuck,
        to_be_tried_again,
    )

    slug = arguments.gemeente
    if arguments.retry is not None:
        for submission in _chosen(slug, arguments.retry):
            _try(submission)
    refused, again = stuck(slug), to_be_tried_again(slug)
    _tell("Geweigerd, iemand moet kijken", refused)
    _tell("Mislukt, wordt vanzelf opnieuw geprobeerd", again)
    print(f"{len(refused)} geweigerd, {len(again)} wachten op een volgende poging")
    return 1 if refused or again else 0


def _chosen(slug: str, wanted: str) -> "list[Submission]":
    from gemeengoed.casework.references import read_reference  # noqa: PLC0415
    from gemeengoed.casework.submissions.queries import (  # noqa: PLC0415
        stuck,
        submission_by_number,
        to_be_tried_again,
    )

    if wanted == "all":
        listed = [each.submission for each in (*stuck(slug), *to_be_tried_again(slug))]
        return list({submission.pk: submission for submission in listed}.values())
    found = submission_by_number(slug, read_reference(wanted) or "")
    if found is None:
        raise CannotStartError(f"{slug} heeft niets met nummer {wanted}.")
    return [found]


def _try(submission: "Submission") -> None:
    """At once, in this process; the worker goes on with what fails."""
    from gemeengoed.casework.submissions.errors import (  # noqa: PLC0415
        NotDeliveredYetError,
        SubmissionBusyError,
    )
    from gemeengoed.casework.submissions.outbox.operations import retry_stuck  # noqa: PLC0415
    from gemeengoed.casework.submissions.outbox.running import deliver  # noqa: PLC0415

    retry_stuck(submission=submission, actor="system:outbox")
    try:
        deliver(submission.pk)
    except SubmissionBusyError:
        print(f"{submission.ontvangstnummer}: er wordt al aan gewerkt")
    except NotDeliveredYetError as error:
        print(f"{submission.ontvangstnummer}: nog niet gelukt: {', '.join(error.steps)}")


def _tell(title: str, deliveries: "list[Delivery]") -> None:
    if deliveries:
        print(f"{title}:")
    for each in deliveries:
        number = each.submission.ontvangstnummer
        print(f"  {number}  {each.step:14} {each.tries:3} keer  {each.problem}")
