# SPDX-License-Identifier: EUPL-1.2
"""All findings of a text, sentence by sentence."""

from collections.abc import Iterator

from gemeengoed.language.plain import style
from gemeengoed.language.plain.findings import Finding, Kind
from gemeengoed.language.plain.frequency import is_common, parts_of
from gemeengoed.language.plain.sentences import PLACEHOLDER, Sentence, sentences_of
from gemeengoed.language.plain.wording import WordList

# Guides for plain Dutch ask for 12 to 15 words on average. A single longer sentence may be clear
# (a list of three things), so above 15 is a hint and only above 20 is refused.
LONG_SENTENCE = 15
LONGEST_SENTENCE = 20
LONGEST_WORD = 22  # letters: 'identiteitsbewijs' has 17, 'arbeidsongeschiktheidsuitkering' 32
_SHORTEST_JUDGED = 4


def examine(text: str, word_list: WordList) -> tuple[Finding, ...]:
    """The findings in reading order. text: one form, with ``§name`` for what is filled in later."""
    return tuple(
        finding
        for sentence in sentences_of(text)
        for finding in _of_sentence(sentence, word_list, text)
    )


def _of_sentence(sentence: Sentence, word_list: WordList, text: str) -> Iterator[Finding]:
    yield from _length(sentence)
    yield from _official(sentence, word_list)
    yield from _words(sentence, word_list)
    yield from style.passive(sentence)
    yield from style.nominal(sentence)
    yield from style.clauses(sentence)
    yield from style.abbreviations(sentence, word_list.known, text)
    yield from style.brackets(sentence)


def _length(sentence: Sentence) -> Iterator[Finding]:
    count = len(sentence.words)
    if count > LONG_SENTENCE:
        limit = LONGEST_SENTENCE if count > LONGEST_SENTENCE else LONG_SENTENCE
        yield Finding(
            Kind.LONG_SENTENCE,
            sentence.text,
            sentence.text,
            f"{count} woorden; boven {limit} raakt een lezer de draad kwijt.",
            "Maak er twee zinnen van, of een lijst.",
            is_hint=count <= LONGEST_SENTENCE,
        )


def _official(sentence: Sentence, word_list: WordList) -> Iterator[Finding]:
    for words, better in word_list.official_in(sentence.text):
        yield Finding(
            Kind.OFFICIAL_WORD,
            sentence.text,
            words,
            "Zo praten mensen niet.",
            f"Schrijf liever: {better}.",
        )


def _words(sentence: Sentence, word_list: WordList) -> Iterator[Finding]:
    official = " ".join(words for words, _ in word_list.official_in(sentence.text)).split()
    for number, word in enumerate(sentence.words):
        lower = word.lower()
        if not _is_judged(word, number) or lower in word_list.known or lower in official:
            continue
        if len(lower) > LONGEST_WORD:
            parts = "-".join(parts_of(lower)) or lower
            yield Finding(
                Kind.LONG_WORD,
                sentence.text,
                word,
                f"{len(lower)} letters aan elkaar.",
                f"Haal het uit elkaar ({parts}) met 'van' of 'voor', of zeg het anders.",
            )
        elif not is_common(lower):
            yield Finding(
                Kind.RARE_WORD,
                sentence.text,
                word,
                "Dit woord komt weinig voor, ook in delen.",
                "Gebruik een gewoner woord, of leg het in dezelfde tekst uit.",
            )


def _is_judged(word: str, number: int) -> bool:
    """Not: values, names (a capital within the sentence), numbers, addresses, short words."""
    if word.startswith(PLACEHOLDER) or len(word) < _SHORTEST_JUDGED or "." in word or "_" in word:
        return False
    if any(sign.isdigit() for sign in word) or word[1:] != word[1:].lower():
        return False
    return number == 0 or not word[0].isupper()
