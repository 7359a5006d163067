# SPDX-License-Identifier: EUPL-1.2
"""A municipality with its zaakregister and mailbox, and a move to hand in."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from demo.registers.generate import HERE

from gemeengoed.access.operations import remember_person
from gemeengoed.accounts.models import User
from gemeengoed.casework.submissions.handed_in import HandedIn
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.operations import hand_in
from gemeengoed.casework.submissions.participants import Participant
from gemeengoed.gateways.zaken.models import DemoPart, DemoZaak, PartKind
from gemeengoed.gateways.zaken.operations import load_catalogue
from gemeengoed.gateways.zaken.shapes import AddressObject, Roltype
from gemeengoed.municipalities.models import Municipality
from gemeengoed.municipalities.operations import save_membership
from gemeengoed.terms.clock import AMSTERDAM, Clock

NIGHT = datetime(2026, 11, 23, 3, 5, tzinfo=AMSTERDAM)
CONVERSATION = UUID("6f0f2f0e-0f2b-4c7b-9d59-0a3d4a3c1f11")
BSNS = ("999990019", "999991772", "999993653")
ADDRESS = AddressObject("0999200000000012", "Kerkstraat", 22, "", "1994AB", "Waterdam")
DISPLAY = {"Verhuisdatum": "1 december 2026", "Nieuw adres": "Kerkstraat 22, Waterdam"}


class Moment:
    """Business time of the test, to be moved."""

    def __init__(self) -> None:
        self.now = NIGHT + timedelta(minutes=1)

    def clock(self) -> datetime:
        return self.now


@pytest.fixture
def moment(settings: Any, tmp_path: Path) -> Moment:
    moment = Moment()
    settings.CLOCK = Clock(moment.clock)
    settings.MAILBOX = tmp_path / "mailbox"
    return moment


@pytest.fixture
def waterdam(published: None, db: None, moment: Moment) -> Municipality:
    return town("waterdam")


def town(slug: str) -> Municipality:
    made = Municipality.objects.create(slug=slug, name=slug.title(), form="u")
    load_catalogue(municipality=slug, path=HERE / "zaaktypen.yaml")
    return made


@pytest.fixture
def anja(waterdam: Municipality) -> User:
    return worker("Anja", waterdam)


@pytest.fixture
def bilal(waterdam: Municipality) -> User:
    return worker("Bilal", waterdam)


def worker(name: str, municipality: Municipality, *roles: str) -> User:
    user = User.objects.create_user(f"{name.lower()}@{municipality.pk}.example", display_name=name)
    save_membership(
        municipality=municipality,
        user=user,
        roles=list(roles) or ["medewerker"],
        mandates=[],
        actor="test",
    )
    return user


def family(municipality: Municipality) -> list[Participant]:
    """The one who hands in, a partner and a child."""
    told = (
        (Roltype.INITIATOR, "melder", "Jo Jansen", "Jansen"),
        (Roltype.BELANGHEBBENDE, "echtgenoot", "Piet Pieters", "Pieters"),
        (Roltype.BELANGHEBBENDE, "kind", "Kim Jansen", "Jansen"),
    )
    people = [remember_person(municipality=municipality, bsn=bsn, actor="t") for bsn in BSNS]
    return [Participant(person, *each) for person, each in zip(people, told, strict=True)]


def hand_in_a_move(
    municipality: Municipality,
    *,
    origin_key: str = "een-wens",
    now: datetime = NIGHT,
    **changed: Any,
) -> Submission:
    wanted: dict[str, Any] = {
        "kind": "verhuizing",
        "topic": "verhuizen-binnen-gemeente",
        "conversation_id": CONVERSATION,
        "answers": {"verhuisdatum": "2026-12-01"},
        "display": DISPLAY,
        "outcome": "direct",
        "receipt": {"procedure": "verhuizen"},
        "term_days": 3,
        "address": ADDRESS,
        "eigenschappen": {"datumVerhuizing": "2026-12-01"},
        "email": "jo@example.nl",
        "phone": "0612345678",
    }
    wanted |= changed
    if "participants" not in wanted:
        wanted["participants"] = family(municipality)
    return hand_in(
        municipality=municipality, handed_in=HandedIn(**wanted), origin_key=origin_key, now=now
    )


@pytest.fixture
def move(waterdam: Municipality) -> Callable[..., Submission]:
    """move(…): hand in a move in Waterdam."""

    def handed_in(**changed: Any) -> Submission:
        return hand_in_a_move(waterdam, **changed)

    return handed_in


def in_register(kind: PartKind) -> list[dict[str, Any]]:
    """The bodies of this kind in the register of the demo, in the order of adding."""
    return [part.body for part in DemoPart.objects.filter(kind=kind).order_by("pk")]


def zaken() -> list[str]:
    return list(DemoZaak.objects.values_list("identificatie", flat=True))


def bsns_in_register() -> list[str]:
    return [rol["betrokkeneIdentificatie"]["inpBsn"] for rol in in_register(PartKind.ROL)]


def mails(settings: Any, slug: str = "waterdam") -> list[Path]:
    folder = Path(settings.MAILBOX) / slug
    return sorted(folder.glob("*.eml")) if folder.exists() else []
