# SPDX-License-Identifier: EUPL-1.2
"""Tells by which OpenID Connect broker the residents of a municipality log in with DigiD."""

import argparse

from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.start import django_ready

HELP = "Connect a municipality to its broker for DigiD"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--gemeente", required=True)
    parser.add_argument("--issuer", required=True, help="address of the broker, https://…")
    parser.add_argument("--client-id", required=True)
    parser.add_argument(
        "--secret-variable", required=True, help="name of the environment variable with the secret"
    )
    parser.add_argument("--scope", default="openid bsn")
    parser.add_argument("--bsn-claim", default="bsn")
    parser.add_argument("--level-claim", default="acr")
    parser.add_argument(
        "--level",
        action="append",
        metavar="LEVEL=VALUE",
        help="what the broker calls a level (basis, midden, substantieel, hoog); for each of them",
    )
    parser.add_argument("--timed-out-error", default="login_required")


def run(arguments: argparse.Namespace) -> int:
    """Raises CannotStartError with all faults."""
    django_ready(tables=True)
    # Rooms with models can be imported only once Django is set up.
    from gemeengoed.gateways.digid.errors import BadBrokerError  # noqa: PLC0415
    from gemeengoed.gateways.digid.operations import save_broker  # noqa: PLC0415
    from gemeengoed.municipalities.errors import UnknownMunicipalityError  # noqa: PLC0415
    from gemeengoed.municipalities.queries import municipality  # noqa: PLC0415

    try:
        save_broker(
            municipality=municipality(arguments.gemeente),
            issuer=arguments.issuer,
            client_id=arguments.client_id,
            secret_variable=arguments.secret_variable,
            scope=arguments.scope,
            bsn_claim=arguments.bsn_claim,
            level_claim=arguments.level_claim,
            level_values=_levels(arguments.level),
            timed_out_error=arguments.timed_out_error,
            actor="system:command",
        )
    except (BadBrokerError, UnknownMunicipalityError) as error:
        raise CannotStartError(str(error)) from error
    print(f"{arguments.gemeente}: {arguments.issuer}")
    return 0


def _levels(given: list[str] | None) -> dict[str, str] | None:
    """None: as DigiD itself calls them."""
    return dict(each.partition("=")[::2] for each in given) if given else None
