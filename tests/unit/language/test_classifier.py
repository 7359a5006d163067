# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (tables of examples)
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.language.classifier.features import stem
from gemeengoed.language.classifier.keeping import fingerprint, kept_or_trained
from gemeengoed.language.classifier.model import ModelFileError, Scores, load
from gemeengoed.language.classifier.spelling import Speller
from gemeengoed.language.classifier.training import TooFewExamplesError, train
from gemeengoed.language.preparing import prepared
from gemeengoed.language.reading import Context, Examples

TODAY = date(2026, 11, 23)
KNOWN = ["huis", "straat", "kaars"]
ENDINGS = ["", "ing", "en", "heid", "elijk", "ende", "ingen", "jes"]


def best(model, text):
    return model.score(prepared(text)).best[0]


@pytest.mark.parametrize(
    ("text", "topic"),
    [("ik heb een paspoort nodig", "paspoort"), ("een paspoort voor mijn zoontje", "reisdocument-kind"),
     ("kunnen jullie mijn oude bank ophalen", "grofvuil"), ("mijn adres is veranderd", "verhuizen"),
     ("verhuisbericht", "verhuizen")],
)  # fmt: skip
def test_questions_in_other_words_find_their_topic(model, text, topic):
    assert best(model, text) == topic


@given(st.text())
def test_probabilities_of_topics_and_none_add_up_to_one(model, text):
    scores = model.score(prepared(text))
    assert scores.shares.sum() + scores.none == pytest.approx(1, abs=1e-4)
    first = scores.first(3)
    assert [share for _, share in first] == sorted(scores.shares.tolist(), reverse=True)[:3]
    assert all(scores.of(topic) == share for topic, share in first)


def test_a_question_of_no_topic_is_less_probable_than_one_of_a_topic(model):
    assert model.score(prepared("mijn pizza is koud")).best[1] < 0.3
    assert model.score(prepared("paspoort aanvragen")).best[1] > 0.6


def test_je_and_u_make_no_difference(model):
    je = model.score(prepared("kun je mij zeggen hoe je een paspoort aanvraagt"))
    u = model.score(prepared("kunt u mij zeggen hoe u een paspoort aanvraagt"))
    assert je.best[0] == u.best[0]
    assert prepared("wat is jouw naam") == prepared("wat is uw naam")


def test_the_same_examples_give_the_same_model(model, examples):
    again = train(examples)
    assert np.array_equal(model.evidence.weights, again.evidence.weights)
    assert model.temperature == again.temperature


def test_a_saved_model_scores_exactly_the_same(model, tmp_path):
    model.save(tmp_path / "model.npz")
    loaded = load(tmp_path / "model.npz")
    for text in ("paspoort", "grofvul ophale", "", "mijn pizza is koud"):
        told, again = model.score(prepared(text)), loaded.score(prepared(text))
        assert (told.first(5), told.none) == (again.first(5), again.none)
    assert loaded.speller.repaired("paspport") == model.speller.repaired("paspport") == "paspoort"
    assert loaded.labels == model.labels
    assert [path.name for path in tmp_path.iterdir()] == ["model.npz"]


@pytest.mark.parametrize("damage", [b"", b"not a model", b"PK\x03\x04 broken"])
def test_a_damaged_model_file_is_told_and_trained_again(examples, tmp_path, damage):
    path = tmp_path / f"reader-{fingerprint(examples)}.npz"
    path.write_bytes(damage)
    with pytest.raises(ModelFileError):
        load(path)
    assert kept_or_trained(examples, tmp_path).classes
    assert load(path).classes


def test_a_kept_model_is_used_without_importing_scikit_learn(examples, tmp_path):
    kept_or_trained(examples, tmp_path)
    program = (
        "import sys; from pathlib import Path; from gemeengoed.language.classifier.model import load;"
        "from gemeengoed.language.reader import TrainedReader;"
        f"load(next(Path({str(tmp_path)!r}).glob('*.npz')));"
        "print(sorted({'sklearn', 'wordfreq', 'scipy', 'django'} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


def test_old_models_do_not_pile_up(tmp_path):
    for number in range(7):
        questions = {"a": ("hond", f"hond {number}"), "b": ("kat", f"kat {number} x")}
        kept_or_trained(Examples(questions, labels={"a": str(number)}), tmp_path)
    assert len(list(tmp_path.glob("reader-*.npz"))) == 5


def test_another_example_gives_another_fingerprint(examples):
    more = replace(examples, negatives=(*examples.negatives, "nog een"))
    assert fingerprint(more) != fingerprint(examples)
    assert fingerprint(replace(examples)) == fingerprint(examples)


@pytest.mark.parametrize("questions", [{}, {"paspoort": ("paspoort",)}])
def test_one_topic_is_nothing_to_learn_from(questions):
    with pytest.raises(TooFewExamplesError):
        train(Examples(questions))


def test_two_topics_without_negatives_are_enough():
    model = train(Examples({"a": ("hond", "honden"), "b": ("kat", "katten")}))
    assert best(model, "mijn hond") == "a"
    assert best(model, "de katten") == "b"


def test_figures_of_held_back_questions_are_kept(model):
    assert 0.4 < model.measured["right"] <= 1
    assert set(model.measured) == {"right", "none_seen", "surprise"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("paspport", "paspoort"), ("paspoort", "paspoort"), ("pasport", "paspoort"),
     ("verhuiznig", "verhuizing"), ("huis", "huis"), ("kaas", "kaas"), ("kaars", "kaars"),
     ("xyzzyq", "xyzzyq"), ("12a4", "12a4"), ("", "")],
)  # fmt: skip
def test_only_an_unknown_word_near_a_known_one_is_repaired(typed, meant):
    speller = Speller({"paspoort": 9, "verhuizing": 4, "kaart": 2}, KNOWN)
    assert speller.repaired(typed) == meant


def test_a_slip_of_the_thumb_still_finds_the_topic(reader):
    for text, topic in (("paspprt aanvragne", "paspoort"), ("grofvul opalen", "grofvuil")):
        reading = reader.read(text, today=TODAY, context=Context())
        assert reading.best.topic == topic


def test_words_that_nobody_said_before_have_the_same_stem_in_many_threads():
    words = [f"{a}{b}" for a in ("wandel", "vergunn", "paspoort", "verhuiz") for b in ENDINGS] * 20
    alone = [stem.__wrapped__(word) for word in words]
    patience = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # threads change places in the middle of a word
    try:
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(stem.__wrapped__, words)) == alone
    finally:
        sys.setswitchinterval(patience)


def test_many_threads_read_alike(reader):
    texts = ["paspoort aanvrgen", "grofvuil opahlen", "ik ga verhuzen", "paspoort voor kidn"] * 50
    alone = [reader.read(text, today=TODAY, context=Context()) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        together = list(
            pool.map(lambda text: reader.read(text, today=TODAY, context=Context()), texts)
        )
    assert together == alone


def test_two_that_start_together_learn_once(examples, tmp_path, monkeypatch):
    learned = []

    def slowly(examples):
        learned.append(1)
        return train(examples)

    monkeypatch.setattr("gemeengoed.language.classifier.training.train", slowly)
    with ThreadPoolExecutor(2) as both:
        models = list(both.map(lambda _: kept_or_trained(examples, tmp_path), range(2)))
    assert len(learned) == 1
    assert models[0].classes == models[1].classes


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ([0.2, 0.7, 0.0005], ["verhuizen", "paspoort"]),
        ([0.0001, 0.0002, 0.0], ["verhuizen"]),  # of a letter about the weather
    ],
)
def test_beside_the_best_topic_none_is_told_of_less_than_a_thousandth(shares, told):
    scores = Scores(("paspoort", "verhuizen", "trouwen"), np.array(shares, np.float32), 0.0)
    assert [topic for topic, _ in scores.first(5)] == told
