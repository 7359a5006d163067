# SPDX-License-Identifier: EUPL-1.2
"""The first password of an account of a demo."""

import pytest

from gemeengoed.accounts.models import User
from gemeengoed.accounts.operations import give_first_password, save_account
from gemeengoed.audit.models import AuditRecord

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick(settings) -> None:
    """Which hasher it is, proves nothing here; a good one is slow by design."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def account(name: str) -> User:
    return save_account(username=name, display_name=name.title(), actor="test")


def test_a_new_account_opens_with_no_password_at_all() -> None:
    assert not account("anja").has_usable_password()


def test_each_account_without_a_password_gets_it_and_who_chose_one_keeps_it() -> None:
    chosen = account("bilal")
    chosen.set_password("eigen keuze")
    chosen.save()
    give_first_password(users=[account("anja"), chosen], password="eerste", actor="test")
    assert User.objects.get(username="anja").check_password("eerste")
    assert User.objects.get(username="bilal").check_password("eigen keuze")
    subjects = AuditRecord.objects.filter(action="account.password_given")
    assert [each.subject for each in subjects] == [f"user:{User.objects.get(username='anja').pk}"]


def test_an_account_that_is_saved_again_keeps_its_password() -> None:
    give_first_password(users=[account("anja")], password="eerste", actor="test")
    assert account("anja").check_password("eerste")
