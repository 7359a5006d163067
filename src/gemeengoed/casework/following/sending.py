# SPDX-License-Identifier: EUPL-1.2
"""Sends a code to the address that the resident left with the matter, and to no other."""

import logging
from uuid import UUID

from django.conf import settings

from gemeengoed.access.codes.operations import mark_sent
from gemeengoed.access.codes.queries import code_to_send
from gemeengoed.access.codes.shapes import TO_TYPE, ToSend
from gemeengoed.casework.following.queries import matter_by_number
from gemeengoed.casework.following.shapes import Matter
from gemeengoed.content.queries import edition_of
from gemeengoed.content.values import Values, fixed
from gemeengoed.gateways.berichten.errors import NotDeliverableError
from gemeengoed.gateways.berichten.port import Berichten
from gemeengoed.gateways.berichten.registry import postbox_of
from gemeengoed.gateways.berichten.shapes import Mail
from gemeengoed.terms.clock import AMSTERDAM

log = logging.getLogger(__name__)


def send_code(id: UUID, *, berichten: Berichten | None = None) -> None:
    """Nothing happens for a number that nobody has, or without an e-mail address.

    Again sends the same message. Raises BerichtenUnavailableError: then try again.
    """
    code = code_to_send(id)
    matter = matter_by_number(code.municipality, code.subject) if code else None
    if code is None or matter is None or not matter.email:
        return
    mark_sent(id=id)  # before: a message whose answer was lost may have come all the same
    try:
        (berichten or postbox_of(code.municipality)).send(code.municipality, _mail(code, matter))
    except NotDeliverableError as error:
        log.error("code %s: %s", id, error.code)


def _mail(code: ToSend, matter: Matter) -> Mail:
    edition, now = edition_of(code.municipality), settings.CLOCK.now()
    minutes = f"{TO_TYPE.seconds // 60} minuten"
    values = Values(
        edition, now, {"nummer": matter.reference, "code": code.digits, "tijd": minutes}
    )
    sender = edition.municipality.contact.email
    if not sender:
        raise NotDeliverableError(code.municipality, "the municipality has no address to send from")
    return Mail(
        reference=f"{code.municipality}:code:{code.id}",
        to=matter.email,
        subject=fixed(values, "mail_code_onderwerp").strip(),
        text=fixed(values, "mail_code").strip(),
        sender_name=f"Gemeente {edition.municipality.name}",
        sender_address=sender,
        sent_at=now.astimezone(AMSTERDAM),
    )
