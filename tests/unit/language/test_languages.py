# SPDX-License-Identifier: EUPL-1.2
"""In which language a message is; the sentences of languages.yaml are learned from by nothing."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from threading import Thread

import pytest
import yaml
from tests.real_packs import real_packs

from gemeengoed.language import languages
from gemeengoed.language.languages import language_of
from gemeengoed.language.normalising import plain

SENTENCES: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("languages.yaml").read_text("utf-8")
)
RECALL = 0.95
PART = 1 if "EXAMPLES" in os.environ else 4  # of the packs' questions, one in so many is asked
MOST_FALSE = 0.002
ENGLISH = re.compile(
    r"\b(?:the|my|is|are|you|i|to|and|for|of|this|here|what|how|where|who|help|permit|request|"
    r"passport|certificate|register|renew|park\w*|garbage|license|licence|city|house|complaint|"
    r"appointment|nationality|citizen|residence|call|tree|sofa|mattress|hello|fence|application|"
    r"municipality|object|bin|urgent|leaving|card|sewer|dumpster|man|station|street|party)\b"
)


def told(text: str) -> str:
    return language_of(plain(text).text, text)


@pytest.mark.parametrize("language", SENTENCES)
def test_the_seven_languages_are_recognised(language: str) -> None:
    sentences = SENTENCES[language]
    missed = [text for text in sentences if told(text) != language]
    print(language, missed)
    assert len(sentences) >= 40
    assert 1 - len(missed) / len(sentences) >= RECALL


def questions() -> Iterator[str]:
    packs = real_packs().packs
    for group in (packs.questions, packs.test_questions):
        for topic in group.values():
            yield from (question.text for question in topic)


def test_no_question_of_the_packs_that_is_dutch_is_called_foreign() -> None:
    """Dialect, street language and slips are in them; some of them really are English."""
    called = {text: told(text) for text in islice(questions(), 0, None, PART)}
    foreign = {text: language for text, language in called.items() if language != "nl"}
    false = [
        text for text, code in foreign.items() if code != "en" or not ENGLISH.search(text.lower())
    ]
    print(Counter(foreign.values()), false)
    assert len(called) > 20_000 / PART * 0.8
    assert len(false) / len(called) <= MOST_FALSE


@pytest.mark.parametrize(
    "text",
    ["", "...", "123 456 789", "passport", "new passport", "ok", "w.o.z.", "🙂 🙂 🙂 🙂",
     "jan@example.com www.example.com https://example.com", "x" * 10_000],
)  # fmt: skip
def test_what_has_no_three_words_counts_as_dutch(text: str) -> None:
    assert told(text) == "nl"


@pytest.mark.parametrize(
    "text",
    ["hoe vraag ik een parkeervergunning aan", "kan ik mijn the voice mok bij het grofvuil zetten",
     "wat kost een dormer window permit bij jullie"],
)  # fmt: skip
def test_the_models_are_not_even_asked_where_small_dutch_words_stand(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked() -> None:
        raise AssertionError

    monkeypatch.setattr(languages, "_detector", asked)
    assert told(text) == "nl"


def test_accents_that_were_typed_count_and_their_absence_does_no_harm() -> None:
    assert told("çöp kutum dün boşaltılmadı") == "tr"
    assert language_of("gdzie jest najblizsza apteka") == "pl"


def test_many_threads_may_ask_at_once() -> None:
    heard: list[str] = []
    threads = [
        Thread(target=lambda: heard.append(told("where can I park my car tonight")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert heard == ["en"] * 8


def test_half_a_character_between_the_words_is_left_out():
    text = "zrmf klpt \udf30 wvxq bnst"  # no usual word: by its letters
    assert language_of(plain(text).text, text) in {"nl", "en", "de", "fr", "pl", "tr"}
