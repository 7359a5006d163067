# SPDX-License-Identifier: EUPL-1.2
"""A mail as it goes over the line: RFC 5322, UTF-8. Pure."""

import hashlib
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from gemeengoed.gateways.berichten.errors import NotDeliverableError
from gemeengoed.gateways.berichten.shapes import Mail


def key_of(mail: Mail) -> str:
    """A name for this message that says nothing of what is in it; the same for each try."""
    return hashlib.sha256(mail.reference.encode()).hexdigest()[:32]


def written(municipality: str, mail: Mail) -> bytes:
    """The whole message; raises NotDeliverableError for an address or a line that cannot be."""
    try:
        sender = Address(mail.sender_name, addr_spec=mail.sender_address)
        message = EmailMessage(policy=SMTP)
        message["From"] = sender
        message["To"] = Address(addr_spec=mail.to)
        message["Subject"] = mail.subject
        message["Date"] = format_datetime(mail.sent_at)
        message["Message-ID"] = f"<{key_of(mail)}@{sender.domain}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers to it
        message["Content-Language"] = "nl"
        message.set_content(mail.text, charset="utf-8")
        return message.as_bytes()
    except (ValueError, HeaderParseError, IndexError):
        # Without the cause: its text repeats the address.
        raise NotDeliverableError(municipality, "cannot be written as a mail") from None
