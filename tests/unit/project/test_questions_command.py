# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed questions export``: labelled questions as additions to the base."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from tests.unit.insights.missed.conftest import NOW

from gemeengoed.content.queries import questions_of_packs
from gemeengoed.insights.missed.models import Label, MissedQuestion
from gemeengoed.insights.missed.wording import key_of
from gemeengoed.municipalities.models import Municipality
from gemeengoed.project.command_line import main
from gemeengoed.project.commands import questions
from gemeengoed.terms.clock import Clock

Run = Callable[..., tuple[int, str]]


def labelled(town: Municipality, text: str, label: Label, topic: str = "", times: int = 1) -> None:
    MissedQuestion.objects.create(
        municipality=town,
        key=key_of(text),
        text=text,
        times=times,
        last_at=NOW,
        label=label,
        topic=topic,
        labelled_at=None if label == Label.WAITS else NOW,
    )


@pytest.fixture
def run(
    published: None,
    db: None,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    settings.CLOCK = Clock(lambda: NOW)
    monkeypatch.setattr(questions, "django_ready", lambda **_: None)
    Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")

    def ran(*arguments: str, gemeente: str = "waterdam") -> tuple[int, str]:
        code = main(["questions", "export", "--gemeente", gemeente, *arguments])
        told = capsys.readouterr()
        return code, told.out + told.err

    return ran


@pytest.fixture
def town(run: Run) -> Municipality:
    return Municipality.objects.get(pk="waterdam")


def test_it_writes_per_file_of_the_base_what_can_be_added(run: Run, town: Municipality) -> None:
    labelled(town, "zo'n roze pasje kwijt: wat nu?", Label.TOPIC, "rijbewijs", times=3)
    labelled(town, "sneeuwkettingen huren in de stad", Label.NO_TOPIC)
    labelled(town, "wacht nog", Label.WAITS)
    labelled(town, "is weggelaten", Label.LEFT_OUT)
    code, told = run()
    assert code == 0
    assert told.startswith("# Vragen van inwoners van Waterdam, ingedeeld door redacteuren. 2026")
    assert yaml.safe_load(told) == {
        "packs/basis/_assistent/geen-onderwerp.train.yaml": ["sneeuwkettingen huren in de stad"],
        "packs/basis/rijbewijs/vragen.train.yaml": ["zo'n roze pasje kwijt: wat nu?"],
    }
    assert '  - "zo\'n roze pasje kwijt: wat nu?"  # 3 keer gevraagd' in told


def test_no_question_of_the_packs_comes_back_whether_learned_or_tested_on(
    run: Run, town: Municipality
) -> None:
    every = {key_of(each.text): each for each in questions_of_packs()}
    # Not those with a letter that capitals change for good, as the Turkish i without a dot.
    same = [each for key, each in every.items() if key_of(each.text.upper()) == key]
    some = same[::400]
    assert {each.is_test for each in some} == {True, False}
    for each in some:
        label = Label.NO_TOPIC if each.topic is None else Label.TOPIC
        labelled(town, f"{each.text.upper()} !", label, each.topic or "")
    assert yaml.safe_load(run()[1]) == {}


def test_what_the_base_has_at_another_topic_is_a_remark(run: Run, town: Municipality) -> None:
    labelled(town, "wat kost een paspoort", Label.TOPIC, "rijbewijs")
    told = run()[1]
    assert yaml.safe_load(told) == {}
    assert '# "wat kost een paspoort": hier rijbewijs, in de basis paspoort (training)' in told
    (remark,) = json.loads(run("--json")[1])["otherwise"]
    assert (remark["topic"], remark["base"], remark["is_test"]) == ("rijbewijs", "paspoort", False)


def test_a_machine_can_read_it(run: Run, town: Municipality) -> None:
    labelled(town, "sneeuwkettingen huren in de stad", Label.NO_TOPIC, times=2)
    assert json.loads(run("--json")[1])["additions"] == {
        "packs/basis/_assistent/geen-onderwerp.train.yaml": [
            {"text": "sneeuwkettingen huren in de stad", "times": 2}
        ]
    }


def test_of_another_municipality_nothing_is_told(run: Run, town: Municipality) -> None:
    labelled(town, "sneeuwkettingen huren in de stad", Label.NO_TOPIC)
    Municipality.objects.create(slug="heidewoud", name="Heidewoud", form="je")
    assert yaml.safe_load(run(gemeente="heidewoud")[1]) == {}


def test_an_unknown_municipality_is_said_in_a_sentence(run: Run) -> None:
    assert run(gemeente="nergens") == (1, "Er is geen gemeente 'nergens'.\n")
