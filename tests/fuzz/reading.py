# SPDX-License-Identifier: EUPL-1.2
"""Coverage-guided search for a message at which the reader fails: make fuzz SECONDS=3600.

Not a test: it goes on until it finds something or its time is over. What it finds it prints and
keeps as crash-…; put that text into ODD of tests/unit/language/test_reader.py.
"""

import sys
from datetime import date

import atheris  # type: ignore[import-not-found,unused-ignore]  # of requirements/fuzz.txt

with atheris.instrument_imports(include=["gemeengoed.language"]):
    from gemeengoed.language.classifier.training import train
    from gemeengoed.language.reader import TrainedReader
    from gemeengoed.language.reading import Context, Examples

TODAY = date(2026, 11, 23)
EXPECTED = (None, "text", "date", "address", "number", "length", "phone", "contact", "choice",
            "persons")  # fmt: skip
STREETS = frozenset({"lindelaan", "kerkstraat", "'s-gravenweg", "burgemeester de vrieslaan"})
READER = TrainedReader(
    train(
        Examples(
            questions={
                "paspoort": ("paspoort aanvragen", "wat kost een paspoort", "paspoort verlopen"),
                "verhuizen": ("ik ga verhuizen", "verhuizing doorgeven", "nieuw adres"),
            },
            negatives=("wat wordt het weer", "mijn pizza is koud"),
        )
    )
)


def read_one(data: bytes) -> None:
    """One message out of any bytes, with any question open; fails when a promise is broken."""
    provider = atheris.FuzzedDataProvider(data)
    context = Context(
        expected=EXPECTED[provider.ConsumeIntInRange(0, len(EXPECTED) - 1)],
        last_topic="paspoort" if provider.ConsumeBool() else None,
        streets=STREETS,
        places=frozenset({"waterdam"}),
    )
    text = provider.ConsumeUnicode(sys.maxsize)
    reading = READER.read(text, today=TODAY, context=context)
    if reading.text != text:
        raise AssertionError("the text is not kept")
    if any(not 0 <= value.start < value.end <= len(text) for value in reading.values):
        raise AssertionError("a value lies outside of the text")


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
