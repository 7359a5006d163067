# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed questions export``: what editors labelled, as additions to the files of the base."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.start import django_ready

if TYPE_CHECKING:
    from gemeengoed.insights.missed.exporting import Export, Labelled

HELP = "Schrijf uit welke vragen redacteuren hebben ingedeeld, voor de bestanden van de basis"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``export``: what is not in the packs yet."""
    actions = parser.add_subparsers(dest="action", required=True)
    export = actions.add_parser("export", help="per bestand van de basis de vragen die erbij horen")
    export.add_argument("--gemeente", required=True, help="bijvoorbeeld waterdam")
    export.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Returns 0, also when there is nothing. Raises CannotStartError: no such municipality."""
    django_ready(tables=True, publish=True)
    # Rooms with models can be imported only once Django is ready.
    from django.conf import settings  # noqa: PLC0415

    from gemeengoed.insights.missed.exporting import as_yaml  # noqa: PLC0415
    from gemeengoed.insights.missed.queries import export_of  # noqa: PLC0415
    from gemeengoed.municipalities.errors import UnknownMunicipalityError  # noqa: PLC0415
    from gemeengoed.municipalities.queries import municipality  # noqa: PLC0415

    try:
        here = municipality(arguments.gemeente)
    except UnknownMunicipalityError as error:
        raise CannotStartError(f"Er is geen gemeente {arguments.gemeente!r}.") from error
    found = export_of(here.pk)
    if arguments.json:
        print(json.dumps(_plain(found), ensure_ascii=False, indent=1))
    else:
        head = f"Vragen van inwoners van {here.name}, ingedeeld door redacteuren."
        print(as_yaml(found, head=f"{head} {settings.CLOCK.today()}"), end="")
    return 0


def _plain(found: "Export") -> dict[str, Any]:
    return {
        "additions": {
            file: [_question(each) for each in questions]
            for file, questions in found.additions.items()
        },
        "otherwise": [
            {
                **_question(each),
                "topic": each.topic,
                "base": stands.topic,
                "is_test": stands.is_test,
            }
            for each, stands in found.otherwise
        ],
    }


def _question(each: "Labelled") -> dict[str, Any]:
    return {"text": each.text, "times": each.times}
