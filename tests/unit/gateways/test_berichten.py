# SPDX-License-Identifier: EUPL-1.2
"""The demo mailbox: whole messages, each once."""

import email
import email.policy
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from gemeengoed.gateways.berichten.demo import DemoMailbox, folder_of
from gemeengoed.gateways.berichten.errors import (
    BerichtenTimeoutError,
    BerichtenUnavailableError,
    NotDeliverableError,
    WrongAnswerError,
)
from gemeengoed.gateways.berichten.models import Behaviour
from gemeengoed.gateways.berichten.operations import set_behaviour
from gemeengoed.gateways.berichten.registry import postbox_of
from gemeengoed.gateways.berichten.shapes import Mail
from gemeengoed.municipalities.models import Municipality
from gemeengoed.terms.clock import AMSTERDAM

NIGHT = datetime(2026, 11, 23, 3, 5, tzinfo=AMSTERDAM)


@pytest.fixture(autouse=True)
def mailbox(settings: Any, tmp_path: Path, db: None) -> Path:
    Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")
    settings.MAILBOX = tmp_path / "mailbox"
    return tmp_path / "mailbox" / "waterdam"


def mail(**changed: Any) -> Mail:
    wanted = {
        "reference": "waterdam:WT-4827-1963:receipt",
        "to": "jo@example.nl",
        "subject": "Ontvangen: één verhuizing",
        "text": "Geachte heer of mevrouw,\n\nReünie à € 0,00 – klaar.\n" + "lang " * 300,
        "sender_name": "Gemeente Waterdam",
        "sender_address": "info@waterdam.example",
        "sent_at": NIGHT,
    }
    return Mail(**(wanted | changed))


def read(folder: Path) -> list[EmailMessage]:
    found = sorted(path for path in folder.iterdir())
    assert all(path.suffix == ".eml" for path in found), "nothing half-written stays"
    return [email.message_from_bytes(p.read_bytes(), policy=email.policy.default) for p in found]  # type: ignore[misc]


def test_it_arrives_whole_with_its_headers(mailbox: Path) -> None:
    postbox_of("waterdam").send("waterdam", mail())
    (message,) = read(mailbox)
    assert message["From"] == "Gemeente Waterdam <info@waterdam.example>"
    assert message["To"] == "jo@example.nl"
    assert message["Subject"] == "Ontvangen: één verhuizing"
    assert message["Date"].datetime == NIGHT
    assert message["Message-ID"].endswith("@waterdam.example>")
    assert "WT-4827" not in message["Message-ID"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_charset() == "utf-8"
    assert message.get_content().replace("\r\n", "\n") == mail().text + "\n"


def test_the_lines_are_short_enough_for_every_mail_server(mailbox: Path) -> None:
    postbox_of("waterdam").send("waterdam", mail())
    (path,) = mailbox.iterdir()
    assert max(len(line) for line in path.read_bytes().split(b"\r\n")) <= 998


def test_sent_twice_it_is_there_once_and_another_reference_is_another_mail(mailbox: Path) -> None:
    for reference in ("a", "a", "b"):
        postbox_of("waterdam").send("waterdam", mail(reference=reference))
    assert len(read(mailbox)) == 2
    assert len({message["Message-ID"] for message in read(mailbox)}) == 2


def test_each_municipality_has_its_own_folder(mailbox: Path) -> None:
    postbox_of("waterdam").send("waterdam", mail())
    assert folder_of("waterdam") == mailbox
    assert not folder_of("heidewoud").exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"to": "jo@example.nl\r\nBcc: all@example.nl"},
        {"to": "jo"},
        {"to": ""},
        {"to": "jo@example.nl, an@example.nl"},
        {"subject": "Vraag\r\nBcc: all@example.nl"},
    ],
)
def test_what_cannot_be_a_mail_is_refused_without_repeating_it(
    mailbox: Path, changed: dict[str, str]
) -> None:
    with pytest.raises(NotDeliverableError) as refused:
        postbox_of("waterdam").send("waterdam", mail(**changed))
    assert "example.nl" not in str(refused.value)
    assert not mailbox.exists()


def test_an_address_shows_in_no_repr() -> None:
    assert "jo@example.nl" not in repr(mail())


class TestBehaviours:
    def test_down_delivers_nothing(self, mailbox: Path) -> None:
        set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)
        with pytest.raises(BerichtenUnavailableError):
            DemoMailbox().send("waterdam", mail())
        assert not mailbox.exists()

    @pytest.mark.parametrize(
        ("behaviour", "expected"),
        [(Behaviour.SLOW, BerichtenTimeoutError), (Behaviour.WRONG, WrongAnswerError)],
    )
    def test_a_lost_answer_and_a_second_try_leave_one_mail(
        self, mailbox: Path, behaviour: Behaviour, expected: type[Exception]
    ) -> None:
        set_behaviour(municipality="waterdam", behaviour=behaviour, delay=9)
        with pytest.raises(expected):
            DemoMailbox(time_limit=0.01).send("waterdam", mail())
        set_behaviour(municipality="waterdam", behaviour=Behaviour.NORMAL)
        DemoMailbox().send("waterdam", mail(sent_at=NIGHT))
        assert len(read(mailbox)) == 1

    def test_a_full_disk_is_an_outside_system_that_is_down(
        self, mailbox: Path, settings: Any, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("no folder")
        settings.MAILBOX = tmp_path / "file"
        with pytest.raises(BerichtenUnavailableError):
            DemoMailbox().send("waterdam", mail())


def test_half_a_mail_of_a_killed_process_is_tidied_up(mailbox: Path) -> None:
    DemoMailbox().send("waterdam", mail())
    (name,) = (path.name for path in mailbox.iterdir())
    (mailbox / name).unlink()
    (mailbox / f".{name}.0").write_bytes(b"From: ")
    DemoMailbox().send("waterdam", mail())
    assert len(read(mailbox)) == 1


def test_a_second_try_on_the_next_day_is_still_the_same_mail(mailbox: Path) -> None:
    DemoMailbox().send("waterdam", mail())
    DemoMailbox().send("waterdam", mail(sent_at=NIGHT + timedelta(days=1)))
    assert len(read(mailbox)) == 1


@pytest.mark.django_db(transaction=True)
def test_eight_at_the_same_moment_leave_one(mailbox: Path) -> None:
    together = Barrier(8)

    def one(_: int) -> None:
        together.wait()
        try:
            DemoMailbox().send("waterdam", mail())
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(one, range(8)))
    assert len(read(mailbox)) == 1
