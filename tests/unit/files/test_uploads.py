# SPDX-License-Identifier: EUPL-1.2
"""Files come in, are scanned, are kept with what was handed in, and go."""

import io
import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.unit.files.making import CONVERSATION, EXE, PDF, Scanner, incoming

from gemeengoed.accounts.models import User
from gemeengoed.audit.models import AuditRecord
from gemeengoed.files import operations
from gemeengoed.files.demo_scanner import TEST_STRING, DemoScanner
from gemeengoed.files.errors import (
    FileRefusedError,
    NotGivenYetError,
    ScannerUnavailableError,
    UnknownUploadError,
    Why,
)
from gemeengoed.files.models import Scan, Upload, UploadPiece
from gemeengoed.files.operations import (
    Incoming,
    drop_kept_for,
    drop_of_conversation,
    drop_unclaimed,
    keep_for,
    open_for_staff,
    scan_waiting,
    store_upload,
)
from gemeengoed.files.queries import kept_for, open_upload
from gemeengoed.files.scanning import NoScanner
from gemeengoed.files.storage import PIECE
from gemeengoed.municipalities.models import Municipality

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("waterdam")]
NIGHT = datetime(2026, 11, 23, 3, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))


def stored(content: bytes = PDF, **fields: object) -> Upload:
    return store_upload(municipality="waterdam", incoming=incoming(content, **fields), now=NIGHT)


def refused(given: Incoming) -> Why:
    with pytest.raises(FileRefusedError) as error:
        store_upload(municipality="waterdam", incoming=given, now=NIGHT)
    assert Upload.objects.count() == UploadPiece.objects.count() == 0
    return error.value.why


def handed_in(*uploads: Upload) -> uuid.UUID:
    subject = uuid.uuid4()
    ids = [upload.pk for upload in uploads]
    assert keep_for(
        municipality="waterdam", conversation=CONVERSATION, uploads=ids, subject=subject
    ) == len(ids)
    return subject


def test_a_file_comes_back_as_it_was_however_many_pieces_it_is_in() -> None:
    content = PDF + bytes(range(256)) * 3000
    upload = stored(content)
    assert upload.scan == Scan.CLEAN
    assert UploadPiece.objects.count() == -(-len(content) // PIECE) == 3
    _, read = open_upload("waterdam", CONVERSATION, None, upload.pk)
    assert b"".join(read) == content


def test_the_same_again_is_kept_once() -> None:
    first = stored(client_id="a")
    assert stored(client_id="a") == first
    assert Upload.objects.count() == 1


def test_what_must_not_come_in_leaves_nothing() -> None:
    assert refused(incoming(b"")) is Why.EMPTY
    assert refused(incoming(EXE, name="contract.pdf")) is Why.WRONG_TYPE
    assert refused(incoming(PDF + b"virus")) is Why.INFECTED
    assert refused(incoming(size=operations.MOST_OF_ONE + 1)) is Why.TOO_BIG


def test_a_virus_is_written_down_without_the_name() -> None:
    refused(incoming(PDF + b"virus", name="geheim.pdf"))
    record = AuditRecord.objects.get(action="upload.refused")
    assert record.details == {"why": "infected"}


def test_files_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "MOST_TOGETHER", 2 * len(PDF))
    stored()
    stored()
    with pytest.raises(FileRefusedError) as error:
        stored()
    assert error.value.why is Why.TOO_MUCH
    stored(conversation=uuid.uuid4())


def test_what_could_not_be_scanned_waits_and_staff_do_not_get_it(scanner: Scanner) -> None:
    scanner.is_down = True
    upload = stored()
    colleague = User.objects.create_user("anja@waterdam.example")
    handed_in(upload)
    with pytest.raises(NotGivenYetError):
        open_for_staff(municipality="waterdam", upload=upload.pk, by=colleague)
    assert scan_waiting() == ([], [])
    scanner.is_down = False
    assert scan_waiting() == ([upload], [])
    _, read = open_for_staff(municipality="waterdam", upload=upload.pk, by=colleague)
    assert b"".join(read) == PDF
    record = AuditRecord.objects.get(action="upload.read")
    assert (record.actor, record.subject) == (f"user:{colleague.pk}", f"upload:{upload.pk}")


def test_a_virus_that_is_found_later_is_thrown_away(scanner: Scanner) -> None:
    scanner.is_down = True
    upload = stored(PDF + b"virus")
    scanner.is_down = False
    assert scan_waiting() == ([], [upload])
    assert UploadPiece.objects.count() == 0
    with pytest.raises(NotGivenYetError):
        open_upload("waterdam", CONVERSATION, None, upload.pk)


def test_staff_get_nothing_that_was_not_handed_in_nor_of_another_municipality() -> None:
    Municipality.objects.create(slug="oostermark", name="Oostermark", form="u")
    colleague = User.objects.create_user("anja@waterdam.example")
    upload = stored()
    with pytest.raises(UnknownUploadError):
        open_for_staff(municipality="waterdam", upload=upload.pk, by=colleague)
    handed_in(upload)
    with pytest.raises(UnknownUploadError):
        open_for_staff(municipality="oostermark", upload=upload.pk, by=colleague)


def test_a_resident_reads_only_what_is_in_their_talk_and_was_theirs() -> None:
    jan = uuid.uuid4()
    upload = stored(person=jan)
    open_upload("waterdam", CONVERSATION, jan, upload.pk)
    for conversation, person in ((CONVERSATION, uuid.uuid4()), (CONVERSATION, None)):
        with pytest.raises(UnknownUploadError):
            open_upload("waterdam", conversation, person, upload.pk)
    with pytest.raises(UnknownUploadError):
        open_upload("waterdam", uuid.uuid4(), jan, upload.pk)


def test_what_was_handed_in_stays_and_belongs_to_one_thing() -> None:
    proof, left = stored(), stored()
    subject = handed_in(proof)
    again = keep_for(
        municipality="waterdam",
        conversation=CONVERSATION,
        uploads=[proof.pk],
        subject=uuid.uuid4(),
    )
    assert again == 0
    assert kept_for("waterdam", subject) == [proof]
    assert drop_of_conversation(conversation=CONVERSATION) == 1
    assert list(Upload.objects.all()) == [proof]
    assert left.pk != proof.pk
    assert drop_kept_for(subjects=[subject]) == 1
    assert UploadPiece.objects.count() == 0


def test_a_file_of_another_talk_cannot_be_handed_in() -> None:
    upload = stored(conversation=uuid.uuid4())
    kept = keep_for(
        municipality="waterdam",
        conversation=CONVERSATION,
        uploads=[upload.pk],
        subject=uuid.uuid4(),
    )
    assert kept == 0


def test_what_was_never_handed_in_goes_after_two_weeks(settings) -> None:
    now = settings.CLOCK.now()
    old = store_upload(
        municipality="waterdam", incoming=incoming(), now=now - timedelta(days=14, minutes=1)
    )
    fresh = store_upload(municipality="waterdam", incoming=incoming(), now=now)
    assert drop_unclaimed(keep=timedelta(days=14)) == 1
    assert list(Upload.objects.all()) == [fresh]
    assert not UploadPiece.objects.filter(upload_id=old.pk).exists()


def test_the_demo_finds_the_test_string_also_across_two_readings() -> None:
    finds = DemoScanner()
    assert not finds.is_infected(io.BytesIO(PDF))
    assert finds.is_infected(io.BytesIO(PDF + TEST_STRING))
    assert finds.is_infected(io.BytesIO(bytes(64 * 1024 - 20) + TEST_STRING + bytes(64 * 1024)))


def test_without_a_scanner_nothing_is_called_clean() -> None:
    with pytest.raises(ScannerUnavailableError):
        NoScanner().is_infected(io.BytesIO(PDF))
