# SPDX-License-Identifier: EUPL-1.2
"""The command `gemeengoed understand`, on a made-up reader: lines in, JSON lines out."""

import io
import json
from datetime import date

from gemeengoed.dialogue.catalogue import Catalogue, TopicCard, TopicKind
from gemeengoed.language.reading import Context, Distress, Reading, TopicScore, Value
from gemeengoed.project.commands.understand import answer_lines

CATALOGUE = Catalogue(
    edition="test",
    topics={
        "paspoort": TopicCard("paspoort", "Paspoort", TopicKind.MUNICIPAL),
        "grofvuil": TopicCard("grofvuil", "Grofvuil", TopicKind.MUNICIPAL),
    },
    flows={},
)
TODAY = date(2026, 11, 23)


class PlayedReader:
    """Gives the readings it was handed; remembers what it was asked."""

    def __init__(self, **readings: Reading) -> None:
        self.readings = readings
        self.asked: list[tuple[str, date, Context]] = []

    def read(self, text: str, *, today: date, context: Context) -> Reading:
        self.asked.append((text, today, context))
        return self.readings.get(text.split()[0] if text.split() else "", Reading(text))


def understand(reader, *lines):
    output = io.StringIO()
    code = answer_lines([f"{line}\n" for line in lines], output, CATALOGUE, reader, TODAY)
    return code, [json.loads(line) for line in output.getvalue().splitlines()]


def test_a_sure_topic_is_answered_with_its_confidence_and_alternatives():
    topics = (TopicScore("paspoort", 0.9), TopicScore("grofvuil", 0.05), TopicScore("x", 0.001))
    reader = PlayedReader(paspoort=Reading("paspoort", topics, aspects=("kosten",)))
    code, (told,) = understand(reader, "paspoort")
    assert code == 0
    assert told["decision"] == "answer"
    assert told["topic"] == "paspoort"
    assert told["confidence"] == 0.9
    assert told["alternatives"] == [{"topic": "grofvuil", "confidence": 0.05}]
    assert told["aspects"] == ["kosten"]


def test_values_are_told_by_kind_and_by_role():
    values = (
        Value("huisnummer", 8, 0, 1, "van"),
        Value("huisnummer", 22, 2, 4, "naar"),
        Value("datum", "2026-12-01", 5, 9),
    )
    _, (told,) = understand(PlayedReader(ik=Reading("ik", values=values)), "ik verhuis")
    assert told["values"] == {
        "huisnummer": 8,
        "huisnummer_van": 8,
        "huisnummer_naar": 22,
        "datum": "2026-12-01",
    }


def test_nothing_recognised_is_unknown_and_distress_goes_first():
    reader = PlayedReader(help=Reading("help", distress=Distress.DANGER))
    _, (unknown, distress) = understand(reader, "blaat", "help mij")
    assert (unknown["decision"], unknown["topic"], unknown["confidence"]) == ("unknown", None, 0.0)
    assert (distress["decision"], distress["topic"]) == ("distress", "nood-112")


def test_json_lines_may_say_what_went_before():
    reader = PlayedReader()
    understand(reader, '{"text": "en dat?", "last_topic": "paspoort"}', "{ geen json")
    assert [(text, context.last_topic) for text, _, context in reader.asked] == [
        ("en dat?", "paspoort"),
        ("{ geen json", None),
    ]
    assert reader.asked[0][1] == TODAY


def test_a_json_line_without_text_is_told_and_the_others_are_still_answered(capsys):
    code, told = understand(PlayedReader(), '{"vraag": "x"}', "", "hoi")
    assert code == 2
    assert [line["text"] for line in told] == ["hoi"]
    assert "regel 1" in capsys.readouterr().err
