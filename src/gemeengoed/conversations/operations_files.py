# SPDX-License-Identifier: EUPL-1.2
"""A file that a resident sends: stored, and then told to the talk as a message of its own."""

from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from gemeengoed.access.operations import Limit, take
from gemeengoed.content.queries import edition_in_flow
from gemeengoed.conversations.errors import MessageRefusedError, NoFileAskedError
from gemeengoed.conversations.models import Conversation, Event
from gemeengoed.conversations.operations import answer_waiting, opened_by, store_message
from gemeengoed.conversations.operations_notices import tell_resident
from gemeengoed.conversations.posted import Posted
from gemeengoed.conversations.shown import Shown, shown
from gemeengoed.dialogue.flow import InputKind
from gemeengoed.dialogue.state import State
from gemeengoed.files.models import Scan
from gemeengoed.files.operations import Incoming, scan_waiting, store_upload
from gemeengoed.language.masking import mask

# A library or town hall has one address; nobody sends more than a few files in one talk.
PER_ORIGIN = Limit("upload", capacity=60, refill=1 / 10)
PER_CONVERSATION = Limit("upload_talk", capacity=15, refill=1 / 120)
KEY = ("client_id", "Geef een eigen kenmerk van 1 tot 64 tekens.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file as a door has it. size: bytes, counted by the door; client_id: the sender's own."""

    client_id: str
    name: str
    size: int
    content: BinaryIO


def post_file(
    *, municipality: str, conversation: UUID, token: str, origin: str, sent: SentFile
) -> list[Shown]:
    """Store the file and take it as the answer to the open question; gives the messages back.

    Again with the same client id gives the same. Raises NoFileAskedError, FileRefusedError,
    TooManyError, and as post_message.
    """
    if not 1 <= len(sent.client_id) <= 64 or not sent.client_id.isprintable():
        raise MessageRefusedError([KEY])
    row = opened_by(Conversation.objects.filter(pk=conversation).first(), municipality, token)
    state = State.from_json(row.state)
    is_repeat = Event.objects.filter(conversation=row, client_id=sent.client_id).exists()
    if not is_repeat:
        if not _takes_a_file(row, state):
            raise NoFileAskedError
        take(municipality=municipality, limit=PER_ORIGIN, subject=origin)
        take(municipality=municipality, limit=PER_CONVERSATION, subject=str(conversation))
    posted = _repeated(sent) if is_repeat else _stored(row, state, sent)
    stored = store_message(
        municipality=municipality, conversation=conversation, token=token, posted=posted
    )
    answer = answer_waiting(conversation=stored.conversation, up_to=stored.entry.seq)
    return [shown(stored.entry), *(shown(entry) for entry in answer)]


def _repeated(sent: SentFile) -> Posted:
    """Only its key counts: the message is in the log already."""
    return Posted(client_id=sent.client_id, text="")


def _takes_a_file(row: Conversation, state: State) -> bool:
    run = state.flow
    if run is None or run.asked is None:
        return False
    edition = edition_in_flow(row.municipality_id, row.edition, run.flow)
    flow = edition.flows.get(run.flow)
    step = flow.step(run.asked) if flow is not None else None
    return step is not None and step.input is InputKind.FILE


def _stored(row: Conversation, state: State, sent: SentFile) -> Posted:
    """The file is in; the log tells its name, in which numbers of people are hidden."""
    upload = store_upload(
        municipality=row.municipality_id,
        incoming=Incoming(
            conversation=row.pk,
            client_id=sent.client_id,
            name=mask(sent.name)[0],
            size=sent.size,
            content=sent.content,
            person=UUID(state.login.person) if state.login is not None else None,
        ),
        now=settings.CLOCK.now(),
    )
    told = {"id": str(upload.pk), "name": upload.name, "scanned": upload.scan == Scan.CLEAN}
    return Posted(client_id=sent.client_id, file=told, label=f"Bestand: {upload.name}")


def scan_what_waits() -> int:
    """Have the files that wait scanned; who sent a virus is told. Returns how many were done."""
    clean, infected = scan_waiting()
    for upload in infected:
        tell_resident(
            municipality=upload.municipality_id,
            conversation=upload.conversation,
            key="bestand_virus",
            values={"bestand": upload.name},
            now=settings.CLOCK.now(),
        )
    return len(clean) + len(infected)
