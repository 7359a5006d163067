# SPDX-License-Identifier: EUPL-1.2
"""The steps that write to the resident. The reference makes a second try the same message.

The words are fixed texts of the municipality's edition: its own voice, je or u. The receipt tells
what the Wet modernisering elektronisch bestuurlijk verkeer asks (Awb 2:13 and on): that it was
received, when, and what; beside that what happens next, by when, and how to change it.
"""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings

from gemeengoed.casework.submissions.outbox.register_steps import entered
from gemeengoed.casework.submissions.outbox.work import Work
from gemeengoed.content.queries import edition_of
from gemeengoed.content.values import Values, fixed, local_day
from gemeengoed.gateways.berichten.errors import NotDeliverableError
from gemeengoed.gateways.berichten.shapes import Mail
from gemeengoed.terms.clock import AMSTERDAM
from gemeengoed.terms.dutch_dates import day_in_words

MINE = "mijn-zaken"  # below the address of a municipality, where what was handed in is followed


def send_receipt(work: Work) -> None:
    """That it was received, with a copy of what was entered."""
    submission = work.submission
    is_lifted = submission.outcome in work.kind.needs_person
    following = "mail_verder_bellen" if is_lifted else "mail_verder"
    values = {
        "moment": _moment_in_words(submission.handed_in_at),
        "uiterlijk": day_in_words(submission.due_on),
        "regels": entered(submission),
        "mijn_zaken": f"{settings.PUBLIC_URL}/{work.municipality}/{MINE}",
    }
    values["verder"] = _text(work, following, values, submission.handed_in_at)
    _send(work, "mail_ontvangst", values, submission.handed_in_at)


def send_closing(work: Work) -> None:
    """What came of it."""
    _send(work, "mail_afgehandeld", {"resultaat": work.submission.resultaat.lower()})


def send_withdrawal(work: Work) -> None:
    """That it was withdrawn, and that nothing more happens."""
    _send(work, "mail_ingetrokken", {})


def send_question(work: Work) -> None:
    """What a colleague wants to know."""
    asked = work.submission.questions[work.number - 1]
    _send(work, "mail_vraag", {"vraag": asked["text"]}, datetime.fromisoformat(asked["at"]))


def _send(work: Work, key: str, values: Mapping[str, str], at: datetime | None = None) -> None:
    """The text ``key`` under the subject ``key_onderwerp``, as of a business moment."""
    submission = work.submission
    moment = at or submission.closed_at or settings.CLOCK.now()
    municipality = edition_of(work.municipality).municipality
    if not municipality.contact.email:
        raise NotDeliverableError(work.municipality, "the municipality has no address to send from")
    mail = Mail(
        reference=f"{work.municipality}:{submission.ontvangstnummer}:{key}:{work.number}",
        to=submission.email,
        subject=_text(work, f"{key}_onderwerp", values, moment),
        text=_text(work, key, values, moment),
        sender_name=f"Gemeente {municipality.name}",
        sender_address=municipality.contact.email,
        sent_at=moment.astimezone(AMSTERDAM),
    )
    work.berichten.send(work.municipality, mail)


def _text(work: Work, key: str, values: Mapping[str, str], at: datetime) -> str:
    always = {"nummer": work.submission.ontvangstnummer, "wat": work.kind.label}
    return fixed(Values(edition_of(work.municipality), at, {**always, **values}), key).strip()


def _moment_in_words(moment: datetime) -> str:
    """``maandag 23 november 2026 om 3.05 uur``."""
    local = moment.astimezone(AMSTERDAM)
    return f"{day_in_words(local_day(moment))} om {local.hour}.{local.minute:02} uur"
