# SPDX-License-Identifier: EUPL-1.2
"""Codes: six digits, sent to who may have them, usable once, in the browser that asked for one."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import F

from gemeengoed.access.codes.operations import ask_code, forget_codes, mark_sent, shut, use_code
from gemeengoed.access.codes.queries import code_to_send, is_asked, opened_by
from gemeengoed.access.codes.shapes import STAYS_OPEN, TO_TYPE, WRONG_AT_MOST, Asked, Opened
from gemeengoed.access.errors import CodeNotValidError
from gemeengoed.access.models import OneTimeCode
from gemeengoed.audit.models import AuditRecord
from gemeengoed.municipalities.models import Municipality

pytestmark = pytest.mark.django_db
NUMBER = "WT-4827-1963"


@pytest.fixture
def waterdam() -> Municipality:
    return Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")


@pytest.fixture
def asked(waterdam: Municipality) -> Asked:
    return ask_code(municipality=waterdam, purpose="volgen", subject=NUMBER)


def sent(asked: Asked) -> str:
    """The digits, on their way."""
    found = code_to_send(asked.id)
    assert found is not None
    mark_sent(id=asked.id)
    return found.digits


def use(asked: Asked, typed: str, **other: str) -> Opened:
    given = {"municipality": "waterdam", "purpose": "volgen", "browser": asked.browser}
    return use_code(**{**given, **other}, typed=typed)


def tries_left(asked: Asked, typed: str, **other: str) -> int:
    with pytest.raises(CodeNotValidError) as refused:
        use(asked, typed, **other)
    return refused.value.tries_left


def wrong(digits: str) -> str:
    return f"{(int(digits) + 1) % 10**6:06d}"


def later(**moved: timedelta) -> None:
    """As if so much time had gone by."""
    OneTimeCode.objects.update(**{name: F(name) - by for name, by in moved.items()})


def test_the_code_opens_what_it_was_asked_for_and_only_once(asked: Asked) -> None:
    digits = sent(asked)
    assert len(digits) == 6
    assert digits.isdigit()
    opened = use(asked, digits)
    assert opened.subject == NUMBER
    assert opened_by("waterdam", "volgen", opened.token) == NUMBER
    assert tries_left(asked, digits) == 0
    assert not is_asked("waterdam", "volgen", asked.browser)


def test_sending_again_sends_the_same_digits_and_another_code_has_others(
    waterdam: Municipality, asked: Asked
) -> None:
    others = [ask_code(municipality=waterdam, purpose="volgen", subject=NUMBER) for _ in range(9)]
    assert sent(asked) == sent(asked)
    assert len({sent(each) for each in [asked, *others]}) > 1


def test_the_digits_stand_in_no_table(asked: Asked) -> None:
    digits = sent(asked)
    use(asked, digits)
    rows = [*OneTimeCode.objects.values(), *AuditRecord.objects.values()]
    texts = [str(value) for row in rows for value in row.values() if isinstance(value, str)]
    assert all(digits not in text for text in texts if len(text) < 32)


def test_what_was_never_sent_opens_nothing_whatever_is_typed(asked: Asked) -> None:
    found = code_to_send(asked.id)
    assert found is not None
    assert tries_left(asked, found.digits) == WRONG_AT_MOST - 1


def test_after_five_wrong_tries_the_right_one_comes_too_late(asked: Asked) -> None:
    digits = sent(asked)
    left = [tries_left(asked, wrong(digits)) for _ in range(WRONG_AT_MOST)]
    assert left == [4, 3, 2, 1, 0]
    assert tries_left(asked, digits) == 0


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "é23456", "\ud800", "12345٣"])
def test_what_is_no_code_is_a_wrong_try_and_no_more(asked: Asked, typed: str) -> None:
    sent(asked)
    assert tries_left(asked, typed) == WRONG_AT_MOST - 1


@pytest.mark.parametrize(
    "other", [{"browser": "another"}, {"municipality": "heidewoud"}, {"purpose": "iets-anders"}]
)
def test_elsewhere_the_right_code_opens_nothing(asked: Asked, other: dict[str, str]) -> None:
    digits = sent(asked)
    assert tries_left(asked, digits, **other) == 0
    assert use(asked, digits).subject == NUMBER


def test_it_can_be_typed_for_fifteen_minutes(asked: Asked) -> None:
    digits = sent(asked)
    later(valid_until=TO_TYPE)
    assert tries_left(asked, digits) == 0
    assert code_to_send(asked.id) is None
    assert code_to_send(uuid4()) is None


def test_what_was_opened_is_shut_by_itself_or_by_who_opened_it(
    waterdam: Municipality, asked: Asked
) -> None:
    first = use(asked, sent(asked))
    again = ask_code(municipality=waterdam, purpose="volgen", subject=NUMBER)
    second = use(again, sent(again))
    shut(municipality="waterdam", purpose="volgen", token=first.token)
    assert opened_by("waterdam", "volgen", first.token) is None
    assert opened_by("waterdam", "volgen", second.token) == NUMBER
    assert opened_by("heidewoud", "volgen", second.token) is None
    later(open_until=STAYS_OPEN)
    assert opened_by("waterdam", "volgen", second.token) is None


def test_the_secret_of_who_only_asked_opens_nothing(asked: Asked) -> None:
    sent(asked)
    assert is_asked("waterdam", "volgen", asked.browser)
    assert not is_asked("waterdam", "volgen", "")
    assert opened_by("waterdam", "volgen", asked.browser) is None


def test_what_does_nothing_any_more_is_forgotten_and_what_is_open_stays(
    waterdam: Municipality, asked: Asked
) -> None:
    opened = use(asked, sent(asked))
    ask_code(municipality=waterdam, purpose="volgen", subject=NUMBER)
    later(valid_until=TO_TYPE)
    assert forget_codes(keep=timedelta(0)) == 1
    assert opened_by("waterdam", "volgen", opened.token) == NUMBER
    later(open_until=STAYS_OPEN)
    assert forget_codes(keep=timedelta(0)) == 1
