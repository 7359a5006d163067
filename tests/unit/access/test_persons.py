# SPDX-License-Identifier: EUPL-1.2
"""A person is known by an id; the BSN is kept encrypted and found by a pseudonym."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from gemeengoed.access.errors import NotABsnError, UnknownPersonError
from gemeengoed.access.models import KnownPerson
from gemeengoed.access.operations import forget_persons, remember_person
from gemeengoed.access.queries import bsn_of
from gemeengoed.audit.models import AuditRecord
from gemeengoed.municipalities.models import Municipality

BSN = "999990019"


@pytest.fixture
def waterdam(db: None) -> Municipality:
    return Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")


@pytest.fixture
def heidewoud(db: None) -> Municipality:
    return Municipality.objects.create(slug="heidewoud", name="Heidewoud", form="je")


def test_the_same_bsn_gives_the_same_person_and_the_bsn_comes_back(waterdam: Municipality) -> None:
    first = remember_person(municipality=waterdam, bsn=BSN, actor="resident")
    again = remember_person(municipality=waterdam, bsn=BSN, actor="resident")
    assert first == again
    assert bsn_of("waterdam", first) == BSN
    assert AuditRecord.objects.filter(action="person.remembered").count() == 1


def test_no_column_and_no_record_holds_the_bsn(waterdam: Municipality) -> None:
    remember_person(municipality=waterdam, bsn=BSN, actor="resident")
    row = KnownPerson.objects.values().get()
    assert all(BSN not in str(value) for value in row.values())
    records = AuditRecord.objects.values()
    assert records
    assert all(BSN not in str(record) for record in records)


def test_two_municipalities_cannot_compare_their_pseudonyms(
    waterdam: Municipality, heidewoud: Municipality
) -> None:
    here = remember_person(municipality=waterdam, bsn=BSN, actor="resident")
    remember_person(municipality=heidewoud, bsn=BSN, actor="resident")
    assert len(set(KnownPerson.objects.values_list("pseudonym", flat=True))) == 2
    with pytest.raises(UnknownPersonError):
        bsn_of("heidewoud", here)


@pytest.mark.parametrize(
    "typed", ["", "999990018", "99999001", "9999900199", "９９９９９００１９", "abcdefghi"]
)
def test_what_is_no_bsn_is_refused_without_repeating_it(waterdam: Municipality, typed: str) -> None:
    with pytest.raises(NotABsnError) as refused:
        remember_person(municipality=waterdam, bsn=typed, actor="resident")
    assert not typed or typed not in str(refused.value)


def test_a_new_key_in_front_still_finds_and_reads_the_old_ones(
    waterdam: Municipality, settings: Settings
) -> None:
    settings.PERSON_KEYS = ["old"]
    before = remember_person(municipality=waterdam, bsn=BSN, actor="resident")
    settings.PERSON_KEYS = ["new", "old"]
    assert remember_person(municipality=waterdam, bsn=BSN, actor="resident") == before
    assert bsn_of("waterdam", before) == BSN
    settings.PERSON_KEYS = ["new"]
    with pytest.raises(UnknownPersonError):
        bsn_of("waterdam", before)


def test_an_unknown_person_is_an_error(waterdam: Municipality) -> None:
    with pytest.raises(UnknownPersonError):
        bsn_of("waterdam", uuid4())


def test_who_is_no_longer_needed_is_forgotten(waterdam: Municipality) -> None:
    person = remember_person(municipality=waterdam, bsn=BSN, actor="resident")
    assert forget_persons(keep=timedelta(days=90)) == 0
    KnownPerson.objects.update(used_at=timezone.now() - timedelta(days=91))
    assert forget_persons(keep=timedelta(days=90)) == 1
    with pytest.raises(UnknownPersonError):
        bsn_of("waterdam", person)


@pytest.fixture
def many_threads(transactional_db: None) -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as pool:
        yield pool


def test_eight_at_the_same_moment_make_one_person(many_threads: ThreadPoolExecutor) -> None:
    waterdam = Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")

    def remember(_: int) -> object:
        try:
            return remember_person(municipality=waterdam, bsn=BSN, actor="resident")
        finally:
            connection.close()

    assert len(set(many_threads.map(remember, range(8)))) == 1
    assert KnownPerson.objects.count() == 1


def test_who_was_forgotten_and_comes_back_is_the_same_person_to_all_other_rooms(
    waterdam: Municipality, heidewoud: Municipality
) -> None:
    before = remember_person(municipality=waterdam, bsn=BSN, actor="resident")
    elsewhere = remember_person(municipality=heidewoud, bsn=BSN, actor="resident")
    assert elsewhere != before
    KnownPerson.objects.update(used_at=timezone.now() - timedelta(days=91))
    forget_persons(keep=timedelta(days=90))
    assert not KnownPerson.objects.exists()
    assert remember_person(municipality=waterdam, bsn=BSN, actor="resident") == before
