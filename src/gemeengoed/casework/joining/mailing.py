# SPDX-License-Identifier: EUPL-1.2
"""The link by e-mail, to an address that who asks gives. It says nothing of the move."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from gemeengoed.access.operations import Limit, take
from gemeengoed.casework.joining.models import Joiner
from gemeengoed.content.queries import edition_of
from gemeengoed.content.values import Values, fixed
from gemeengoed.gateways.berichten.errors import NotDeliverableError
from gemeengoed.gateways.berichten.registry import postbox_of
from gemeengoed.gateways.berichten.shapes import Mail
from gemeengoed.terms.clock import AMSTERDAM

PER_JOINER = Limit("join_mail", capacity=3, refill=1 / 3600)  # per person who is asked


def mail_link(joiner: Joiner, to: str, values: Mapping[str, str], now: datetime) -> None:
    """values: wie (who asks), link, tot. Raises TooManyError, BerichtenError."""
    slug = joiner.municipality_id
    edition = edition_of(slug)
    if not edition.municipality.contact.email:
        raise NotDeliverableError(slug, "the municipality has no address to send from")
    take(municipality=slug, limit=PER_JOINER, subject=str(joiner.pk))
    said = Values(edition, now, values)
    mail = Mail(
        reference=f"joiner:{joiner.pk}:{uuid4().hex}",
        to=to,
        subject=fixed(said, "mail_samen_onderwerp").strip(),
        text=fixed(said, "mail_samen").strip(),
        sender_name=f"Gemeente {edition.municipality.name}",
        sender_address=edition.municipality.contact.email,
        sent_at=now.astimezone(AMSTERDAM),
    )
    postbox_of(slug).send(slug, mail)
