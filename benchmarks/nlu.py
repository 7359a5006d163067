# SPDX-License-Identifier: EUPL-1.2
"""How well does the house's reader understand Dutch? Measured in two ways.

1. On public Dutch voice-assistant sentences (xSID 0.7 and Home Assistant intents, CC BY-SA 4.0
   and CC BY 4.0), beside Rasa open source 3.6.21 on the same split. They are no questions to a
   municipality: they compare methods, they promise nothing about residents.
2. On the packs' own test questions, which no model was trained on.

    python -m benchmarks.nlu [--splits FOLDER]

Splits that are not there are skipped, and said to be skipped.
"""

import argparse
import json
import random
import resource
import string
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import yaml
from sklearn.metrics import roc_auc_score

from gemeengoed.content.loading.document import Faults
from gemeengoed.content.loading.folder import read_packs
from gemeengoed.content.packs import Packs
from gemeengoed.content.reader import examples_of
from gemeengoed.dialogue.catalogue import Thresholds
from gemeengoed.language.classifier.model import Model
from gemeengoed.language.classifier.training import train
from gemeengoed.language.preparing import prepared
from gemeengoed.language.reader import TrainedReader
from gemeengoed.language.reading import Context, Examples

PROJECT = Path(__file__).parent.parent
SPLITS = PROJECT.parent / "shared" / "benchmarks" / "nlu"
# Rasa open source 3.6.21 (DIET), measured on these splits: clean, one typo, two typos.
RASA_ACCURACY = (0.951, 0.940, 0.920)
RASA_AUROC = {"xo_oos": 0.829, "xo_oos2": 0.677}
TODAY = date(2026, 11, 23)
SEEDS = (1, 2, 3)

Pairs = Sequence[tuple[str, str]]


def main() -> int:
    """Print all figures; returns 0 also when splits were skipped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--splits", type=Path, default=SPLITS, help="folder with xo.json …")
    splits = parser.parse_args().splits
    if (splits / "xo.json").exists():
        _accuracy(_split(splits, "xo"))
        for name in RASA_AUROC:
            _out_of_scope(name, _split(splits, name))
    else:
        print(f"skipped: not present: {splits / 'xo.json'}")
    _packs()
    return 0


def _split(folder: Path, name: str) -> dict[str, Pairs]:
    parts: dict[str, Pairs] = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return parts


def _trained(pairs: Pairs) -> Model:
    questions: dict[str, list[str]] = {}
    for text, intent in pairs:
        questions.setdefault(intent, []).append(text)
    return train(Examples({name: tuple(texts) for name, texts in questions.items()}))


def _words(model: Model, text: str) -> list[str]:
    return [model.speller.repaired(word) for word in prepared(text)]


def _share_right(model: Model, pairs: Pairs) -> float:
    return float(np.mean([model.score(_words(model, t)).best[0] == y for t, y in pairs]))


def _accuracy(split: dict[str, Pairs]) -> None:
    begin = time.perf_counter()
    model = _trained(split["train"])
    seconds = time.perf_counter() - begin
    test = split["test"]
    print(f"xo: {len(split['train'])} learned in {seconds:.1f} s, {len(test)} tested")
    print(f"  clean      {_share_right(model, test):.3f}   Rasa {RASA_ACCURACY[0]:.3f}")
    for slips in (1, 2):
        shares = [_share_right(model, _with_slips(test, slips, seed)) for seed in SEEDS]
        told = f"{np.mean(shares):.3f} ({min(shares):.3f}-{max(shares):.3f})"
        print(f"  {slips} slip(s)  {told}   Rasa {RASA_ACCURACY[slips]:.3f}")


def _with_slips(pairs: Pairs, slips: int, seed: int) -> Pairs:
    """One or two slips in each sentence, each in another word of four letters or more."""
    chance = random.Random(seed)
    return [(_slipped(text, slips, chance), intent) for text, intent in pairs]


def _slipped(text: str, slips: int, chance: random.Random) -> str:
    words = text.split(" ")
    long_enough = [i for i, word in enumerate(words) if len(word) >= 4]
    for index in chance.sample(long_enough, min(slips, len(long_enough))):
        word = words[index]
        at = chance.randrange(len(word) - 1)
        words[index] = {
            "drop": word[:at] + word[at + 1 :],
            "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            "double": word[: at + 1] + word[at:],
            "replace": word[:at] + chance.choice(string.ascii_lowercase) + word[at + 1 :],
        }[chance.choice(["drop", "swap", "double", "replace"])]
    return " ".join(words)


def _out_of_scope(name: str, split: dict[str, Pairs]) -> None:
    model = _trained(split["train"])
    inside = [model.score(_words(model, text)).best[1] for text, _ in split["test"]]
    outside = [model.score(_words(model, text)).best[1] for text, _ in split["oos"]]
    auroc = roc_auc_score([1] * len(inside) + [0] * len(outside), inside + outside)
    kept = float(np.quantile(inside, 0.05))
    answered = float(np.mean([p >= kept for p in outside]))
    print(f"{name}: in scope right {_share_right(model, split['test']):.3f}")
    print(
        f"  AUROC {auroc:.3f}   Rasa {RASA_AUROC[name]:.3f}; at 95 % kept {answered:.1%} answered"
    )


def _packs() -> None:
    """Their own questions: held-back folds of those it learns from, then the test questions."""
    packs = read_packs(PROJECT / "packs", Faults())
    begin = time.perf_counter()
    model = train(examples_of(packs))
    seconds = time.perf_counter() - begin
    print(f"packs: {len(model.classes)} classes learned in {seconds:.1f} s; held-back folds:")
    print("  " + ", ".join(f"{name} {share:.3f}" for name, share in model.measured.items()))
    reader = TrainedReader(model)
    _test_questions(reader)
    _negatives(reader)
    _speed(reader, packs)


def _questions(path: Path) -> list[str]:
    """A question is written as a text, or as a mapping with its text and aspects."""
    written = yaml.safe_load(path.read_text("utf-8"))
    return [each["text"] if isinstance(each, dict) else str(each) for each in written]


def _test_questions(reader: TrainedReader) -> None:
    counts = dict.fromkeys(("right", "wrong", "among the choices", "asked in vain", "unknown"), 0)
    top = total = 0
    for path in sorted((PROJECT / "packs" / "basis").glob("*/vragen.toets.yaml")):
        topic = path.parent.name
        for question in _questions(path):
            total += 1
            verdict, offered = _verdict(reader, question)
            top += bool(offered) and offered[0] == topic
            if verdict == "answer":
                counts["right" if offered[0] == topic else "wrong"] += 1
            elif verdict == "clarify":
                counts["among the choices" if topic in offered else "asked in vain"] += 1
            else:
                counts["unknown"] += 1
    if total:
        print(f"test questions: {total}, most probable topic right {top / total:.3f}")
        print("  " + ", ".join(f"{name} {count / total:.3f}" for name, count in counts.items()))


def _negatives(reader: TrainedReader) -> None:
    path = PROJECT / "packs" / "basis" / "_assistent" / "geen-onderwerp.toets.yaml"
    verdicts = [_verdict(reader, text)[0] for text in _questions(path)] if path.exists() else []
    if verdicts:
        share = verdicts.count("answer") / len(verdicts)
        print(f"questions of no topic: {len(verdicts)}, answered as if known {share:.3f}")


def _verdict(reader: TrainedReader, text: str) -> tuple[str, list[str]]:
    """What the house would do by its thresholds, and the topics it would name."""
    limits = Thresholds()
    scores = reader.read(text, today=TODAY, context=Context()).topics
    first = scores[0].probability if scores else 0.0
    second = scores[1].probability if len(scores) > 1 else 0.0
    names = [score.topic for score in scores]
    if first >= limits.answer and first - second >= limits.lead:
        return "answer", names
    likely = [score.topic for score in scores if score.probability >= limits.clarify][:3]
    if len(likely) >= 2 or (likely and first >= limits.answer - limits.lead):
        return "clarify", likely
    return "unknown", names


def _speed(reader: TrainedReader, packs: Packs) -> None:
    texts = [question.text for questions in packs.questions.values() for question in questions]
    seconds = []
    for text in texts * 2:
        begin = time.perf_counter()
        reader.read(text, today=TODAY, context=Context())
        seconds.append(time.perf_counter() - begin)
    half, most = np.quantile(seconds[len(texts) :], [0.5, 0.99]) * 1000
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"one message: p50 {half:.2f} ms, p99 {most:.2f} ms; most memory {memory:.0f} MB")


if __name__ == "__main__":
    raise SystemExit(main())
