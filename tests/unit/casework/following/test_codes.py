# SPDX-License-Identifier: EUPL-1.2
"""A code to see a matter goes to the address left with it, and nobody can find out what exists."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.unit.casework.submissions.test_mails import received, text_of

from gemeengoed.access.codes.operations import use_code
from gemeengoed.access.errors import CodeNotValidError
from gemeengoed.access.models import OneTimeCode
from gemeengoed.casework.following.operations import FOLLOWING, ask_code
from gemeengoed.casework.following.sending import send_code
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.gateways.berichten.errors import BerichtenUnavailableError
from gemeengoed.gateways.berichten.models import Behaviour
from gemeengoed.gateways.berichten.operations import set_behaviour
from gemeengoed.municipalities.models import Municipality

Move = Callable[..., Submission]
NOBODYS = "WT-1234-5671"


def asked_id() -> UUID:
    return OneTimeCode.objects.order_by("-valid_until").values_list("pk", flat=True)[0]


def code_in(settings: Any) -> str:
    found = re.search(r"De code is: (\d{6})\n", text_of(received(settings)["Code"]))
    assert found is not None
    return found[1]


def opens(browser: str, typed: str) -> str:
    opened = use_code(municipality="waterdam", purpose=FOLLOWING, browser=browser, typed=typed)
    return opened.subject


def test_the_code_comes_by_mail_and_opens_the_matter(
    move: Move, waterdam: Municipality, settings: Any
) -> None:
    submission = move()
    browser = ask_code(municipality=waterdam, reference=submission.ontvangstnummer)
    send_code(asked_id())
    mail = received(settings)["Code"]
    assert mail["To"] == "jo@example.nl"
    assert code_in(settings) not in mail["Subject"]
    assert "15 minuten" in text_of(mail)
    assert opens(browser, code_in(settings)) == submission.ontvangstnummer


def test_the_job_holds_an_id_only(move: Move, waterdam: Municipality) -> None:
    ask_code(municipality=waterdam, reference=move().ontvangstnummer)
    job = ProcrastinateJob.objects.get(task_name="casework.send_code")
    assert job.args == {"code": str(asked_id())}


def test_without_an_address_or_without_a_matter_nothing_is_sent_and_nothing_opens(
    move: Move, waterdam: Municipality, settings: Any
) -> None:
    for reference in (move(email="").ontvangstnummer, NOBODYS):
        browser = ask_code(municipality=waterdam, reference=reference)
        send_code(asked_id())
        with pytest.raises(CodeNotValidError):
            opens(browser, "000000")
        assert not OneTimeCode.objects.get(pk=asked_id()).is_sent
    assert received(settings) == {}


def test_asking_does_exactly_the_same_whether_there_is_such_a_matter_or_not(
    move: Move, waterdam: Municipality
) -> None:
    done = []
    for reference in (move().ontvangstnummer, NOBODYS):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            ask_code(municipality=waterdam, reference=reference)
        done.append([re.sub(r"'[^']*'|\d+", "?", each["sql"]) for each in queries])
    assert done[0] == done[1]
    assert not any("submission" in each.lower() for each in done[0])


def test_after_a_failure_the_same_code_is_sent_again(
    move: Move, waterdam: Municipality, settings: Any
) -> None:
    submission = move()
    browser = ask_code(municipality=waterdam, reference=submission.ontvangstnummer)
    set_behaviour(municipality="waterdam", behaviour=Behaviour.WRONG)  # it goes, the answer is lost
    with pytest.raises(BerichtenUnavailableError):
        send_code(asked_id())
    lost = code_in(settings)
    set_behaviour(municipality="waterdam", behaviour=Behaviour.NORMAL)
    send_code(asked_id())
    assert code_in(settings) == lost
    assert opens(browser, lost) == submission.ontvangstnummer


def test_the_number_of_another_municipality_gets_no_code_here(
    move: Move, published: None, settings: Any
) -> None:
    elsewhere = Municipality.objects.create(slug="heidewoud", name="Heidewoud", form="je")
    ask_code(municipality=elsewhere, reference=move().ontvangstnummer)
    send_code(asked_id())
    assert received(settings, "heidewoud") == {}
    assert received(settings) == {}
