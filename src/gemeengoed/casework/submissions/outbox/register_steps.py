# SPDX-License-Identifier: EUPL-1.2
"""The steps that fill the zaakregister. Each looks what is there and adds only what is missing.

They may be cut off anywhere and begin again. Two never work on one submission at the same time
(running.py): the register itself would take a second rol.
"""

from collections.abc import Collection

from gemeengoed.access.queries import bsn_of
from gemeengoed.casework.submissions.errors import RegisterDiffersError
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.outbox.operations import note_zaak
from gemeengoed.casework.submissions.outbox.work import Work
from gemeengoed.casework.submissions.participants import Participant, taking_part
from gemeengoed.content.values import local_day
from gemeengoed.gateways.zaken.errors import IdentificatieTakenError, ZakenUnavailableError
from gemeengoed.gateways.zaken.shapes import AddressObject, Contact, NewZaak, Rol, Roltype, Zaak

CHANNEL = "Digitale assistent"
FIRST_STATUS = 1
UNNAMED = "Melder"  # of whom the BRP could not tell the name; the BSN does
SOURCE = "gesprek"  # bron of the kenmerk that names the conversation


def make_zaak(work: Work) -> None:
    """Our own number is its identificatie, so the register itself refuses a second one."""
    zaak = work.zaken.find(work.municipality, work.submission.ontvangstnummer)
    if zaak is None:
        zaak = _new_zaak(work)
    note_zaak(submission=work.submission, url=zaak.url)


def _new_zaak(work: Work) -> Zaak:
    try:
        return work.zaken.create(work.municipality, _as_zaak(work))
    except IdentificatieTakenError as error:  # somebody was first, or it was not found yet
        zaak = work.zaken.find(work.municipality, work.submission.ontvangstnummer)
        if zaak is None:
            raise ZakenUnavailableError(work.municipality, error.code) from error
        return zaak


def _as_zaak(work: Work) -> NewZaak:
    submission = work.submission
    return NewZaak(
        identificatie=submission.ontvangstnummer,
        zaaktype=work.kind.zaaktype,
        startdatum=local_day(submission.handed_in_at),
        omschrijving=f"{work.kind.label.capitalize()}, ingediend via de digitale assistent",
        toelichting=entered(submission),
        communicatiekanaal=CHANNEL,
        kenmerken={SOURCE: str(submission.conversation_id)},
    )


def entered(submission: Submission) -> str:
    """What was entered, a line each, as the resident confirmed it."""
    return "\n".join(f"{label}: {value}" for label, value in submission.display)


def add_rollen(work: Work) -> None:
    """The initiator first. The only place where a BSN is read, and for no longer than this.

    Raises RegisterDiffersError when another is the initiator already.
    """
    in_order = taking_part(work.submission.participants, work.kind.can_wait)
    wanted = [_as_rol(work, each) for each in in_order]
    wanted.sort(key=lambda rol: rol.roltype is not Roltype.INITIATOR)
    there = work.zaken.rollen(work.municipality, work.zaak)
    for rol in wanted:
        if _is_there(rol, there):
            continue
        if rol.roltype is Roltype.INITIATOR and any(r.roltype == rol.roltype for r in there):
            raise RegisterDiffersError("another is the initiator")
        work.zaken.add_rol(work.municipality, work.zaak, rol)


def _as_rol(work: Work, participant: Participant) -> Rol:
    contact = None
    submission = work.submission
    if participant.roltype is Roltype.INITIATOR and (submission.email or submission.phone):
        contact = Contact(participant.name or UNNAMED, submission.email, submission.phone)
    return Rol(
        roltype=participant.roltype,
        geslachtsnaam=participant.family_name,
        bsn=bsn_of(work.municipality, participant.person),
        toelichting=participant.relation,
        contact=contact,
    )


def _is_there(rol: Rol, there: Collection[Rol]) -> bool:
    return any((rol.roltype, rol.bsn) == (other.roltype, other.bsn) for other in there)


def add_eigenschappen(work: Work) -> None:
    """Those that the zaak has not: what a colleague changed in the register stays."""
    there = work.zaken.eigenschappen(work.municipality, work.zaak)
    for name, value in work.submission.eigenschappen.items():
        if name not in there:
            work.zaken.add_eigenschap(work.municipality, work.zaak, name, value)


def add_address(work: Work) -> None:
    """The address that it is about, as a zaakobject."""
    address = AddressObject(**(work.submission.address or {}))
    if address.id not in work.zaken.objects(work.municipality, work.zaak):
        work.zaken.add_object(work.municipality, work.zaak, address, work.kind.address_is)


def set_first_status(work: Work) -> None:
    """Received, at the moment that it was handed in; a later status that is there stays."""
    if work.zaken.read(work.municipality, work.zaak).status is None:
        work.zaken.set_status(
            work.municipality, work.zaak, FIRST_STATUS, work.submission.handed_in_at, CHANNEL
        )


def set_resultaat(work: Work) -> None:
    """Raises RegisterDiffersError when the zaak has another resultaat."""
    resultaat = work.zaken.read(work.municipality, work.zaak).resultaat
    if resultaat is None:
        work.zaken.set_resultaat(work.municipality, work.zaak, work.submission.resultaat)
    elif resultaat != work.submission.resultaat:
        raise RegisterDiffersError("another resultaat")


def set_end_status(work: Work) -> None:
    """At the moment that it was closed or withdrawn."""
    closed_at = work.submission.closed_at
    if closed_at is not None and not work.zaken.read(work.municipality, work.zaak).is_closed:
        work.zaken.close(work.municipality, work.zaak, closed_at)
