# SPDX-License-Identifier: EUPL-1.2
"""The commands about outside systems: having them fail, and what could not be delivered."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from demo.registers.generate import HERE
from tests.unit.casework.submissions.conftest import (
    BSNS,
    Moment,
    hand_in_a_move,
    mails,
    town,
    zaken,
)

from gemeengoed.casework.submissions.errors import NotDeliveredYetError
from gemeengoed.casework.submissions.models import State, Submission
from gemeengoed.casework.submissions.outbox.running import deliver
from gemeengoed.gateways.berichten.models import DemoPostbox
from gemeengoed.gateways.brp.models import DemoBrp
from gemeengoed.gateways.brp.operations import load_persons
from gemeengoed.gateways.zaken.models import DemoZaakregister
from gemeengoed.municipalities.models import Municipality
from gemeengoed.project.command_line import main
from gemeengoed.project.commands import outbox, registers
from gemeengoed.project.mailbox import mailbox_folder
from gemeengoed.terms.clock import Clock

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def waterdam(published: None, db: None, settings: Any, tmp_path: Path) -> Municipality:
    settings.CLOCK = Clock(Moment().clock)
    settings.MAILBOX = tmp_path / "mailbox"
    made = town("waterdam")
    load_persons(municipality="waterdam", path=HERE / "waterdam" / "personen.csv")
    return made


@pytest.fixture
def run(
    waterdam: Municipality,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """run("registers", …): exit code and everything that was printed."""
    for command in (registers, outbox):
        monkeypatch.setattr(command, "django_ready", lambda **_: None)

    def ran(*words: str) -> tuple[int, str]:
        code = main([words[0], "--gemeente", "waterdam", *words[1:]])
        told = capsys.readouterr()
        return code, told.out + told.err

    return ran


class TestRegisters:
    def test_all_are_told_also_one_that_is_not_there(self, run: Run) -> None:
        code, told = run("registers")
        assert code == 0
        lines = dict(line.split(maxsplit=1) for line in told.splitlines())
        assert lines == {
            "adressen": "absent",
            "brp": "normal",
            "zaken": "normal",
            "berichten": "normal",
        }

    @pytest.mark.parametrize("name", ["brp", "zaken", "berichten"])
    def test_one_is_told_to_fail_and_to_work_again(self, run: Run, name: str) -> None:
        for words, expected in (
            (("down",), "down"),
            (("slow", "7"), "slow 7 s"),
            (("slow",), "slow 5 s"),
            (("wrong",), "wrong"),
            (("normal",), "normal"),
        ):
            code, told = run("registers", name, *words)
            assert (code, told.split(maxsplit=1)) == (0, [name, f"{expected}\n"])

    def test_the_others_stay_as_they_are(self, run: Run) -> None:
        run("registers", "zaken", "slow", "3")
        assert DemoZaakregister.objects.get().delay == 3
        assert DemoBrp.objects.get().behaviour == "normal"
        assert not DemoPostbox.objects.exists()

    def test_what_is_not_there_cannot_be_told_anything(self, run: Run) -> None:
        assert run("registers", "adressen", "down") == (
            1,
            "waterdam heeft geen register adressen.\n",
        )

    def test_an_unknown_municipality_is_told_in_a_sentence(self, run: Run) -> None:
        Municipality.objects.all().update(is_active=False)
        code, told = run("registers")
        assert (code, told.count("\n")) == (1, 1)
        assert "waterdam" in told


class TestOutbox:
    def test_without_anything_it_says_so_and_is_content(self, run: Run) -> None:
        code, told = run("outbox")
        assert (code, told) == (0, "0 geweigerd, 0 wachten op een volgende poging\n")

    def test_what_failed_is_listed_and_tried_at_once(
        self, run: Run, waterdam: Municipality, settings: Any
    ) -> None:
        submission = hand_in_a_move(waterdam)
        run("registers", "zaken", "down")
        with pytest.raises(NotDeliveredYetError):
            deliver(submission.pk)
        code, told = run("outbox")
        assert code == 1
        assert submission.ontvangstnummer in told
        assert "is down" in told
        code, told = run("outbox", "--retry", submission.ontvangstnummer.lower())
        assert code == 1
        assert "nog niet gelukt: zaak" in told
        run("registers", "zaken", "normal")
        assert run("outbox", "--retry", "all")[0] == 0
        assert zaken() == [submission.ontvangstnummer]
        assert len(mails(settings)) == 1

    def test_what_was_refused_is_tried_when_asked_for(
        self, run: Run, waterdam: Municipality
    ) -> None:
        catalogue = DemoZaakregister.objects.get().catalogue
        DemoZaakregister.objects.update(catalogue=[])
        submission = hand_in_a_move(waterdam)
        deliver(submission.pk)
        code, told = run("outbox")
        assert (code, "Geweigerd" in told, "no-such-zaaktype" in told) == (1, True, True)
        assert all(bsn not in told for bsn in BSNS)
        DemoZaakregister.objects.update(catalogue=catalogue)
        assert run("outbox", "--retry", "all")[0] == 0
        assert Submission.objects.get().state == State.IN_REGISTER

    def test_an_unknown_number_is_told_in_a_sentence(self, run: Run) -> None:
        code, told = run("outbox", "--retry", "WT-0000-0001")
        assert (code, told) == (1, "waterdam heeft niets met nummer WT-0000-0001.\n")


def test_mails_lie_where_they_were_wished_or_beside_the_database(tmp_path: Path) -> None:
    assert mailbox_folder({"GEMEENGOED_MAILBOX": str(tmp_path)}) == tmp_path
    assert mailbox_folder({}).name == "mailbox"
