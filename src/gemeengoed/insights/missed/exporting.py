# SPDX-License-Identifier: EUPL-1.2
"""Labelled questions as additions to the files of the base, for who keeps the base. Pure.

What the base learns from or is tested on already is left out: learning a question of the test would
make its figures worthless. Where the base has it at another topic, somebody must choose.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

_ONE_LINE = 100_000  # characters
NO_TOPIC_FILE = "packs/basis/_assistent/geen-onderwerp.train.yaml"


@dataclass(frozen=True, slots=True)
class Labelled:
    """topic None: no topic answers it. times: how often it was asked."""

    key: str
    text: str
    times: int
    topic: str | None


@dataclass(frozen=True, slots=True)
class Stands:
    """Where the base has a question. topic None: among those that no topic answers."""

    topic: str | None
    is_test: bool


@dataclass(frozen=True, slots=True)
class Export:
    """additions: per file of the base. otherwise: what the base has elsewhere, and where."""

    additions: Mapping[str, tuple[Labelled, ...]]
    otherwise: tuple[tuple[Labelled, Stands], ...]

    @property
    def count(self) -> int:
        return sum(map(len, self.additions.values())) + len(self.otherwise)


def file_of(topic: str | None) -> str:
    """The file of the base that questions of this topic are learned from."""
    return f"packs/basis/{topic}/vragen.train.yaml" if topic is not None else NO_TOPIC_FILE


def export(labelled: Iterable[Labelled], known: Mapping[str, Stands]) -> Export:
    """known: what the packs have, by the key of the words."""
    additions: dict[str, list[Labelled]] = {}
    otherwise: list[tuple[Labelled, Stands]] = []
    for each in labelled:
        stands = known.get(each.key)
        if stands is None:
            additions.setdefault(file_of(each.topic), []).append(each)
        elif stands.topic != each.topic:
            otherwise.append((each, stands))
    return Export({file: tuple(additions[file]) for file in sorted(additions)}, tuple(otherwise))


def as_yaml(exported: Export, *, head: str) -> str:
    """Per file a list that can be added to it as it stands; what else there is to know as
    comments. head: what it is, in a line."""
    return "\n".join([f"# {head}", *_additions(exported), *_otherwise(exported)]) + "\n"


def _additions(exported: Export) -> Iterator[str]:
    for file, questions in exported.additions.items():
        yield f"{file}:"
        for each in questions:
            yield f"  - {_quoted(each.text)}  # {each.times} keer gevraagd"
    if not exported.additions:
        yield "{}"


def _otherwise(exported: Export) -> Iterator[str]:
    if exported.otherwise:
        yield "# Staat in de basis ergens anders. Kies zelf waar het hoort:"
    for each, stands in exported.otherwise:
        kind = "toets" if stands.is_test else "training"
        here, there = each.topic or "geen onderwerp", stands.topic or "geen onderwerp"
        yield f"# {_quoted(each.text)}: hier {here}, in de basis {there} ({kind})"


def _quoted(text: str) -> str:
    """Between quotes on one line, whatever signs are in it."""
    written: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=_ONE_LINE)
    return written.rstrip("\n")
