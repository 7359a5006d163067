# SPDX-License-Identifier: EUPL-1.2
"""Limits and one-time links: what they let through, once, and when they are forgotten."""

import threading
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from gemeengoed.access.errors import LinkNotValidError, TooManyError
from gemeengoed.access.models import OneTimeLink, RateBucket
from gemeengoed.access.operations import (
    Limit,
    forget_full_buckets,
    forget_spent_links,
    make_link,
    take,
    use_link,
)
from gemeengoed.audit.models import AuditRecord
from gemeengoed.municipalities.models import Municipality

pytestmark = pytest.mark.django_db(transaction=True)

SLOW = Limit("test", capacity=3, refill=0.001)


@pytest.fixture
def waterdam() -> Municipality:
    return Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")


def test_as_many_as_the_limit_come_through_and_no_more(waterdam: Municipality) -> None:
    for _ in range(3):
        take(municipality="waterdam", limit=SLOW, subject="a")
    with pytest.raises(TooManyError) as refused:
        take(municipality="waterdam", limit=SLOW, subject="a")
    assert refused.value.retry_after == 1000
    take(municipality="waterdam", limit=SLOW, subject="b")


def test_at_the_same_moment_no_more_come_through_either(waterdam: Municipality) -> None:
    let_through = []

    def try_it() -> None:
        try:
            take(municipality="waterdam", limit=SLOW, subject="a")
            let_through.append(1)
        except TooManyError:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(let_through) == 3


def test_after_waiting_it_opens_again(waterdam: Municipality) -> None:
    for _ in range(3):
        take(municipality="waterdam", limit=SLOW, subject="a")
    RateBucket.objects.update(filled_at=timezone.now() - timedelta(seconds=1001))
    take(municipality="waterdam", limit=SLOW, subject="a")
    with pytest.raises(TooManyError):
        take(municipality="waterdam", limit=SLOW, subject="a")


def test_a_link_opens_once_and_only_in_its_own_municipality(waterdam: Municipality) -> None:
    subject = uuid.uuid4()
    week = timedelta(days=7)
    code, _ = make_link(municipality=waterdam, purpose="talk", subject=subject, valid_for=week)
    with pytest.raises(LinkNotValidError):
        use_link(municipality="heidewoud", purpose="talk", code=code)
    assert use_link(municipality="waterdam", purpose="talk", code=code) == subject
    with pytest.raises(LinkNotValidError):
        use_link(municipality="waterdam", purpose="talk", code=code)


def test_a_link_does_not_open_after_its_time(waterdam: Municipality) -> None:
    code, _ = make_link(
        municipality=waterdam, purpose="talk", subject=uuid.uuid4(), valid_for=-timedelta(seconds=1)
    )
    with pytest.raises(LinkNotValidError):
        use_link(municipality="waterdam", purpose="talk", code=code)


def test_only_the_hash_of_a_code_is_kept(waterdam: Municipality) -> None:
    code, link = make_link(
        municipality=waterdam, purpose="talk", subject=uuid.uuid4(), valid_for=timedelta(days=1)
    )
    assert code not in str(OneTimeLink.objects.filter(pk=link.pk).values().get())


def test_a_bucket_that_nobody_takes_from_is_forgotten(waterdam: Municipality) -> None:
    take(municipality="waterdam", limit=SLOW, subject="old")
    RateBucket.objects.update(filled_at=timezone.now() - timedelta(days=2))
    take(municipality="waterdam", limit=SLOW, subject="new")
    assert forget_full_buckets(keep=timedelta(days=1)) == 1
    assert RateBucket.objects.count() == 1
    assert AuditRecord.objects.get().details == {"count": 1}


def test_links_that_open_nothing_are_forgotten(waterdam: Municipality) -> None:
    codes = [
        make_link(
            municipality=waterdam,
            purpose="talk",
            subject=uuid.uuid4(),
            valid_for=timedelta(days=days),
        )[0]
        for days in (-1, 1, 1)
    ]
    use_link(municipality="waterdam", purpose="talk", code=codes[1])
    assert forget_spent_links(keep=timedelta(0)) == 2
    assert use_link(municipality="waterdam", purpose="talk", code=codes[2])


def test_of_two_links_made_for_the_same_message_both_open(waterdam: Municipality) -> None:
    subject = uuid.uuid4()
    codes = [
        make_link(
            municipality=waterdam, purpose="talk", subject=subject, valid_for=timedelta(days=1)
        )[0]
        for _ in range(2)
    ]
    for code in codes:  # whichever answer is the one that was stored
        assert use_link(municipality="waterdam", purpose="talk", code=code) == subject


def test_a_new_link_ends_the_earlier_ones(waterdam: Municipality) -> None:
    subject = uuid.uuid4()
    day = timedelta(days=1)
    old, _ = make_link(municipality=waterdam, purpose="talk", subject=subject, valid_for=day)
    OneTimeLink.objects.update(made_at=timezone.now() - timedelta(minutes=2))
    make_link(municipality=waterdam, purpose="talk", subject=subject, valid_for=day)
    with pytest.raises(LinkNotValidError):
        use_link(municipality="waterdam", purpose="talk", code=old)
