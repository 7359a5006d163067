# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed counts``: how it goes, per flow of a municipality. Nobody can be found in it."""

import argparse
import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.start import django_ready

if TYPE_CHECKING:
    from gemeengoed.insights.queries import Counts

HELP = "Tel per gemeente hoe vaak iets is begonnen, afgemaakt en afgehandeld"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--gemeente", required=True, help="bijvoorbeeld waterdam")
    parser.add_argument("--since", type=date.fromisoformat, help="eerste dag; anders 90 dagen")
    parser.add_argument("--until", type=date.fromisoformat, help="laatste dag; anders vandaag")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Returns 0. Raises CannotStartError for an unknown municipality or a period without days."""
    django_ready(publish=True)
    # Rooms with models can be imported only once Django is ready.
    from django.conf import settings  # noqa: PLC0415

    from gemeengoed.insights.queries import USUAL, counts_of  # noqa: PLC0415
    from gemeengoed.municipalities.errors import UnknownMunicipalityError  # noqa: PLC0415
    from gemeengoed.municipalities.queries import municipality  # noqa: PLC0415

    try:
        municipality(arguments.gemeente)
    except UnknownMunicipalityError as error:
        raise CannotStartError(f"Er is geen gemeente {arguments.gemeente!r}.") from error
    now = settings.CLOCK.now()
    until = arguments.until or settings.CLOCK.today()
    since = arguments.since or until - USUAL
    if since > until:
        raise CannotStartError(f"{since} ligt na {until}.")
    counts = counts_of(arguments.gemeente, since=since, until=until, now=now)
    print(json.dumps(asdict(counts), indent=1, default=str) if arguments.json else _told(counts))
    return 0


def _told(counts: "Counts") -> str:
    from gemeengoed.insights.wording import NOTES, TOO_FEW, rows_of  # noqa: PLC0415 (models)

    lines = [f"Gesprekken van {counts.since} tot en met {counts.until}: {counts.talks}"]
    lines += [f"Waarvan gewist: {counts.erased}"]
    for flow, figures in counts.flows.items():
        lines += ["", flow]
        if figures is None:
            lines.append(f"  {TOO_FEW}")
            continue
        lines += [f"  {label:34} {value:>6}" for label, value in rows_of(figures)]
        lines += [f"  {'gestopt bij ' + at:34} {value:>6}" for at, value in figures.stopped_at]
    return "\n".join([*lines, "", *NOTES])
