# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed registers``: how the demo's outside systems behave, and having them fail.

``registers --gemeente waterdam`` tells of all; ``… zaken slow 5`` lets one answer after 5 seconds.
"""

import argparse

from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.start import django_ready

HELP = "Toon of verander hoe de registers van de demo antwoorden"
NAMES = ("adressen", "brp", "zaken", "berichten")
BEHAVIOURS = ("normal", "down", "slow", "wrong")
SLOW = 5.0  # seconds: longer than anybody here waits


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--gemeente", required=True, help="bijvoorbeeld waterdam")
    parser.add_argument("system", nargs="?", choices=NAMES)
    parser.add_argument("behaviour", nargs="?", choices=BEHAVIOURS)
    parser.add_argument("seconds", nargs="?", type=float, default=SLOW, help="bij slow")


def run(arguments: argparse.Namespace) -> int:
    """Returns 0. Raises CannotStartError for an unknown municipality or register."""
    django_ready(tables=True)  # and the municipalities, the first time
    # Rooms with models can be imported only once Django is ready.
    from gemeengoed.municipalities.errors import UnknownMunicipalityError  # noqa: PLC0415
    from gemeengoed.municipalities.queries import municipality  # noqa: PLC0415
    from gemeengoed.project import registers  # noqa: PLC0415

    slug = arguments.gemeente
    try:
        municipality(slug)
    except UnknownMunicipalityError as error:
        raise CannotStartError(f"Er is geen gemeente {slug!r} in deze database.") from error
    if arguments.behaviour is not None:
        if registers.told(slug, arguments.system)[0] == "absent":
            raise CannotStartError(f"{slug} heeft geen register {arguments.system}.")
        delay = arguments.seconds if arguments.behaviour == "slow" else 0.0
        registers.tell(slug, arguments.system, arguments.behaviour, delay)
    for name in NAMES if arguments.system is None else (arguments.system,):
        behaviour, delay = registers.told(slug, name)
        print(f"{name:10} {behaviour}" + (f" {delay:g} s" if behaviour == "slow" else ""))
    return 0
