# SPDX-License-Identifier: EUPL-1.2
"""Are the texts of the packs plain Dutch? Faults for the base, notices for municipalities.

Not part of loading: a rare word must never keep a municipality's assistant from starting. The
command check, and so every change of the packs, does hold the base to it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gemeengoed.content.errors import Place
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.packs import Packs
from gemeengoed.content.text import Text
from gemeengoed.content.topic import Allowed, Topic
from gemeengoed.language.phrase import JE, Phrase, U
from gemeengoed.language.plain.examining import examine
from gemeengoed.language.plain.findings import Finding, Kind
from gemeengoed.language.plain.sentences import PLACEHOLDER
from gemeengoed.language.plain.wording import WordList

_OF_A_WORD = (Kind.RARE_WORD, Kind.LONG_WORD, Kind.OFFICIAL_WORD, Kind.ABBREVIATION)


def check_plain(packs: Packs, faults: Faults) -> None:
    """Every finding that must be mended or excused; hints are left to the command plain."""
    judge = _Judge(word_list_of(packs), faults)
    for topic in packs.topics.values():
        judge.base(_texts_of(topic, packs), topic.plain, topic.place)
    language = packs.plain_language
    judge.base(packs.texts.values(), language.exceptions, language.place)
    for pack in packs.municipalities.values():
        judge.municipality((pin.value for pin in pack.pins), _all_exceptions(packs))
        facts = (fact.value for dated in pack.facts.values() for fact in dated)
        judge.municipality((f for f in facts if isinstance(f, Text)), _all_exceptions(packs))


def word_list_of(packs: Packs) -> WordList:
    """The words of taal.yaml, and of the labels of all topics: who asks for a thing knows its name.

    A place name is known as well.
    """
    labels = (*packs.known_topics.values(), *(topic.label for topic in packs.topics.values()))
    names = (pack.municipality.name for pack in packs.municipalities.values())
    words = {word for label in (*labels, *names) for word in re.findall(r"[\w-]{2,}", label)}
    return WordList(packs.plain_language.better, packs.plain_language.known | words)


def findings_of(phrase: Phrase, word_list: WordList) -> tuple[Finding, ...]:
    """Those of both forms; what both have counts once."""
    values = {name: PLACEHOLDER + name for name in phrase.placeholders}
    found: dict[tuple[object, ...], Finding] = {}
    for form in (JE, U):
        counts = dict.fromkeys(Kind, 0)
        for finding in examine(phrase.render(form, values), word_list):
            counts[finding.kind] += 1
            is_word = finding.kind in _OF_A_WORD
            which = finding.words.lower() if is_word else counts[finding.kind]
            found.setdefault((finding.kind, finding.is_hint, which), finding)
    return tuple(found.values())


def _texts_of(topic: Topic, packs: Packs) -> Iterator[Text]:
    for block in topic.blocks:
        yield from (text for text in (block.text, block.missing, block.zero) if text is not None)
    for source in packs.flows.values():
        if source.flow.topic == topic.id:
            yield from source.texts.values()


def _all_exceptions(packs: Packs) -> tuple[Allowed, ...]:
    of_topics = (each for topic in packs.topics.values() for each in topic.plain)
    return (*packs.plain_language.exceptions, *of_topics)


@dataclass(frozen=True, slots=True)
class _Judge:
    word_list: WordList
    faults: Faults

    def base(self, texts: Iterable[Text], exceptions: tuple[Allowed, ...], place: Place) -> None:
        used: set[Allowed] = set()
        for text in texts:
            for finding in findings_of(text.phrase, self.word_list):
                fitting = {each for each in exceptions if applies_to(each, finding)}
                used |= fitting
                if not (finding.is_hint or fitting):
                    self.faults.add(text.place, *told(finding))
        for unneeded in (each for each in exceptions if each not in used):
            message = f"plain: nothing needs the exception {unneeded.text!r}"
            self.faults.add(place, message, "remove it")

    def municipality(self, texts: Iterable[Text], exceptions: tuple[Allowed, ...]) -> None:
        for text in texts:
            for finding in findings_of(text.phrase, self.word_list):
                if not (finding.is_hint or any(applies_to(e, finding) for e in exceptions)):
                    self.faults.notice(text.place, *told(finding))


def applies_to(exception: Allowed, finding: Finding) -> bool:
    """An exception names the word itself, or a piece of the sentence."""
    text = exception.text.lower()
    if finding.kind in _OF_A_WORD:
        return finding.words.lower() in text and text in finding.sentence.lower()
    return text in finding.sentence.lower()


def told(finding: Finding) -> tuple[str, str]:
    """What is wrong and what to do, in one line each."""
    return f"{finding.kind}: {finding.words!r} {finding.why}", finding.advice
