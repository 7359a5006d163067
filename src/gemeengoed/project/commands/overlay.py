# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed overlay``: the own texts of municipalities, and how they stand to the base."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from gemeengoed.content.errors import NoPacksError, PackError
from gemeengoed.project.errors import CannotStartError

if TYPE_CHECKING:
    from gemeengoed.content.loaded import Loaded
    from gemeengoed.content.overlay import PinStatus

HELP = "Eigen teksten van gemeenten: hoe ze zich verhouden tot de basis, en hoeveel het er zijn"
UNKNOWN_THEN = "(niet bewaard: schrijf de wijziging op in wijzigingen.yaml)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``status`` of one municipality, ``share`` of all."""
    actions = parser.add_subparsers(dest="action", required=True)
    status = actions.add_parser("status", help="elke eigen tekst, met wat er in de basis staat")
    status.add_argument("--gemeente", required=True, help="bijvoorbeeld waterdam")
    share = actions.add_parser("share", help="het deel eigen teksten per gemeente")
    for action in (status, share):
        action.add_argument("--packs", type=Path, help="een andere map dan packs/")
        action.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Returns 0. Raises CannotStartError for packs with a fault or an unknown municipality."""
    from gemeengoed.content.keeping import kept_or_loaded  # noqa: PLC0415 (quick --help)

    try:
        loaded = kept_or_loaded(arguments.packs)
    except (NoPacksError, PackError) as error:
        raise CannotStartError(str(error)) from error
    if arguments.action == "share":
        print(_shares(loaded, as_json=arguments.json))
    else:
        print(_statuses(loaded, arguments.gemeente, as_json=arguments.json))
    return 0


def _shares(loaded: "Loaded", *, as_json: bool) -> str:
    from gemeengoed.content.overlay import share_of  # noqa: PLC0415 (quick --help)

    shares = [share_of(edition) for edition in loaded.editions.values()]
    if as_json:
        return json.dumps([asdict(each) | {"share": each.share} for each in shares], indent=1)
    head = f"{'gemeente':24} {'eigen':>6} {'regio':>6} {'teksten':>8} {'deel eigen':>11}"
    rows = [
        f"{each.name:24} {each.own:>6} {each.regional:>6} {each.texts:>8} {each.share:>11.1%}"
        for each in shares
    ]
    return "\n".join([head, *rows])


def _statuses(loaded: "Loaded", slug: str, *, as_json: bool) -> str:
    from gemeengoed.content.overlay import overlay_of, share_of  # noqa: PLC0415 (quick --help)

    edition = loaded.editions.get(slug)
    if edition is None:
        raise CannotStartError(f"Er is geen gemeente {slug!r}.")
    statuses = overlay_of(edition)
    if as_json:
        return json.dumps([asdict(each) for each in statuses], indent=1, default=str)
    share = share_of(edition)
    follow = share.texts - share.own - share.regional
    lines = [
        f"{share.name}: {share.own} eigen, {share.regional} van de regio, {follow} volgt basis"
    ]
    return "\n".join([*lines, *(_told(each) for each in statuses)])


def _told(status: "PinStatus") -> str:
    from gemeengoed.content.overlay import difference  # noqa: PLC0415 (quick --help)

    whose = f"regio {status.region}" if status.region else "gemeente"
    then, now = status.then, status.now
    lines = [
        "",
        f"{status.topic or '_assistent'} {status.path}",
        f"  staat       {status.state}{_weight(status)}",
        f"  van         {whose}, {status.author}: {status.reason} ({status.place})",
        f"  basis toen  {UNKNOWN_THEN if then is None else then}",
        f"  basis nu    {_now(then, now)}",
        f"  eigen       {status.own if then is None else difference(then, status.own)}",
    ]
    return "\n".join(lines)


def _now(then: str | None, now: str | None) -> str:
    from gemeengoed.content.overlay import difference  # noqa: PLC0415 (quick --help)

    if now is None:
        return "(vervallen)"
    return now if then is None or then == now else difference(then, now)


def _weight(status: "PinStatus") -> str:
    if status.kind is None:
        return ""
    ends = f", niet meer getoond vanaf {status.ends_on}" if status.ends_on else ""
    return f" ({status.kind}{ends}{'' if status.must_look else ', niemand hoeft te kijken'})"
