# SPDX-License-Identifier: EUPL-1.2
"""Brings the packs' municipalities and, in the demo, their colleagues into the database.

Loading twice changes nothing. The passwords are of the demo only; elsewhere colleagues log in
by their municipality's own identity provider.
"""

import logging

from django.conf import settings

from gemeengoed.accounts.models import User
from gemeengoed.accounts.operations import give_first_password, save_account
from gemeengoed.casework.operations_profiles import save_profile
from gemeengoed.content.errors import PackError
from gemeengoed.content.folders import packs_folder
from gemeengoed.content.municipality import Colleague
from gemeengoed.content.operations_releases import publish_changed_folder
from gemeengoed.content.queries import editions
from gemeengoed.content.queries_releases import standing
from gemeengoed.content.swapping import say_what_is_published
from gemeengoed.gateways.adressen.operations import load_register
from gemeengoed.gateways.brp.operations import load_persons
from gemeengoed.gateways.digid.operations import save_broker
from gemeengoed.gateways.zaken.operations import load_catalogue
from gemeengoed.municipalities.models import Municipality
from gemeengoed.municipalities.operations import save_membership, save_municipality
from gemeengoed.municipalities.queries import municipalities
from gemeengoed.project.demo_identity import client_id_of, secret_variable_of

log = logging.getLogger(__name__)

ACTOR = "system:packs"
REGISTERS = settings.BASE_DIR.parents[1] / "demo" / "registers"
DEMO_PASSWORD = "gemeengoed"  # noqa: S105 (printed at every start of the demo)


def load() -> None:
    """Publish the packs, then municipalities, registers and accounts. Raises PackError."""
    publish_packs()
    load_municipalities()
    load_colleagues()


def publish_packs() -> None:
    """Publish the folder of packs if it was changed, and say what is published.

    A faulty folder never takes the place of what works: it is told in the log. Raises PackError
    only when nothing was ever published.
    """
    try:
        publish_changed_folder(folder=packs_folder(), actor=ACTOR)
    except PackError as error:
        if standing() is None:
            raise
        log.error("the packs are refused, what was published stays:\n%s", error)
    say_what_is_published()


def load_municipalities() -> None:
    """The published municipalities; the demo's with their address and person registers."""
    for edition in editions():
        pack = edition.municipality
        saved = save_municipality(
            slug=pack.slug,
            name=pack.name,
            form=pack.form,
            allowed_origins=pack.allowed_origins,
            actor=ACTOR,
        )
        if pack.is_demo:
            _load_registers(pack.slug)
            _connect_digid(saved)


def load_colleagues() -> None:
    """Accounts and memberships of all colleagues; with a password in the demo only."""
    saved = {each.pk: each for each in municipalities()}
    of_demo: list[User] = []
    for edition in editions():
        pack = edition.municipality
        users = [_save_colleague(each, pack.slug, saved) for each in pack.colleagues]
        of_demo += users if pack.is_demo else []
    give_first_password(users=of_demo, password=DEMO_PASSWORD, actor=ACTOR)


def _load_registers(slug: str) -> None:
    """The invented registers of this municipality; one without a folder has none."""
    folder = REGISTERS / slug
    if folder.is_dir():
        load_register(municipality=slug, path=folder / "adressen.csv")
        load_persons(municipality=slug, path=folder / "personen.csv")
        load_catalogue(municipality=slug, path=REGISTERS / "zaaktypen.yaml")


def _connect_digid(municipality: Municipality) -> None:
    """To the imitation of DigiD, if it runs; its address may differ at each start."""
    if settings.DEMO_IDENTITY:
        save_broker(
            municipality=municipality,
            issuer=settings.DEMO_IDENTITY,
            client_id=client_id_of(municipality.pk),
            secret_variable=secret_variable_of(municipality.pk),
            actor=ACTOR,
        )


def _save_colleague(
    colleague: Colleague, home: str, municipalities: dict[str, Municipality]
) -> User:
    user = save_account(username=colleague.login, display_name=colleague.name, actor=ACTOR)
    for slug in (home, *colleague.also_in):
        save_membership(
            municipality=municipalities[slug],
            user=user,
            roles=colleague.roles,
            mandates=colleague.mandates,
            actor=ACTOR,
        )
        save_profile(
            municipality=municipalities[slug],
            user=user,
            team=colleague.team,
            competences=colleague.competences,
            preferences={k: said.replace(" ", "_") for k, said in colleague.preferences.items()},
            languages=colleague.languages,
            hours=colleague.hours if slug == home else colleague.hours_elsewhere.get(slug, {}),
            lent_by=None if slug == home else municipalities[home],
            actor=ACTOR,
        )
    return user


def accounts() -> list[tuple[str, str, str, str]]:
    """(municipality, role, username, password) of every demo account, for the start screen."""
    return [
        (edition.municipality.name, colleague.job, colleague.login, DEMO_PASSWORD)
        for edition in editions()
        if edition.municipality.is_demo
        for colleague in edition.municipality.colleagues
    ]
