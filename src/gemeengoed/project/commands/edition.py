# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed edition``: publish the packs, list what was said, go back to it."""

import argparse
from pathlib import Path

from gemeengoed.content.errors import NoPacksError, NothingToRollBackError, PackError
from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.start import django_ready

HELP = "Publiceer de packs, toon wat gepubliceerd is, of ga terug; wie draait, wisselt vanzelf"
ACTOR = "system:command"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``publish``, ``list`` and ``rollback``."""
    actions = parser.add_subparsers(dest="action", required=True)
    publish = actions.add_parser("publish", help="de packs van een map, voor alle gemeenten")
    publish.add_argument("--packs", type=Path, help="een andere map dan packs/")
    publish.add_argument("--reason", default="")
    publish.add_argument(
        "--despite-worse", action="store_true", help="ook als toetsvragen niet meer goed gaan"
    )
    listing = actions.add_parser("list", help="wat een gemeente zei, het nieuwste eerst")
    listing.add_argument("--gemeente", required=True)
    back = actions.add_parser("rollback", help="laat een gemeente weer zeggen wat zij eerder zei")
    back.add_argument("--gemeente", required=True)
    back.add_argument("--to", help="begin van een vingerafdruk; anders de vorige")
    back.add_argument("--reason", required=True)


def run(arguments: argparse.Namespace) -> int:
    """Returns 0. Raises CannotStartError for packs with a fault or that understand less than what
    is published, and when there is nothing to go back to."""
    django_ready(tables=True)
    actions = {"publish": _publish, "list": _list, "rollback": _roll_back}
    try:
        print(actions[arguments.action](arguments))
    except (PackError, NoPacksError) as error:
        raise CannotStartError(f"{error}\nEr is niets gepubliceerd.") from error
    except NothingToRollBackError as error:
        raise CannotStartError(f"Er is niets om naar terug te gaan: {error}.") from error
    return 0


def _publish(arguments: argparse.Namespace) -> str:
    # Rooms with models can be imported only once Django is ready.
    from gemeengoed.content.folders import packs_folder  # noqa: PLC0415
    from gemeengoed.content.operations_releases import publish_release  # noqa: PLC0415
    from gemeengoed.content.swapping import say_what_is_published  # noqa: PLC0415
    from gemeengoed.project.demo_data import load_municipalities  # noqa: PLC0415

    folder = (arguments.packs or packs_folder()).resolve()
    _show_what_is_worse(folder, is_accepted=arguments.despite_worse)
    changed = publish_release(folder=folder, actor=ACTOR, reason=arguments.reason)
    say_what_is_published()
    load_municipalities()
    return f"Gepubliceerd: {len(changed)} gemeenten zeggen nu iets anders."


def _show_what_is_worse(folder: Path, *, is_accepted: bool) -> None:
    """Question by question. Raises CannotStartError, unless somebody said that it may be."""
    from gemeengoed.project.comparing_releases import would_be_worse  # noqa: PLC0415 (models)
    from gemeengoed.project.evaluating.report import regression_lines  # noqa: PLC0415

    worse = would_be_worse(folder)
    if not worse:
        return
    print("\n".join(regression_lines(worse)).lstrip())
    if not is_accepted:
        raise CannotStartError(
            "Er is niets gepubliceerd. Mag dit toch? Geef dan --despite-worse en een --reason."
        )


def _list(arguments: argparse.Namespace) -> str:
    from django.utils.timezone import localtime  # noqa: PLC0415

    from gemeengoed.content.queries_releases import history  # noqa: PLC0415 (models)

    rows = (
        (
            f"{localtime(row.published_at):%Y-%m-%d %H:%M}",
            row.fingerprint[:12],
            f"uitgave {row.release_id}",
            "teruggezet" if row.instead_of else "",
            row.reason,
        )
        for row in history(arguments.gemeente)
    )
    listed = "\n".join(" ".join(filter(None, row)) for row in rows)
    return listed or f"Van {arguments.gemeente} is niets gepubliceerd."


def _roll_back(arguments: argparse.Namespace) -> str:
    from gemeengoed.content.operations_releases import roll_back  # noqa: PLC0415 (models)

    row = roll_back(
        municipality=arguments.gemeente,
        edition=arguments.to,
        actor=ACTOR,
        reason=arguments.reason,
    )
    return f"{row.municipality} zegt weer editie {row.fingerprint[:12]} (uitgave {row.release_id})."
